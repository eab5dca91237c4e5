"""The command `catalogue`: checks files of the catalogue, brings lists of assessments in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from according.errors import ReadingError
from according.places import places, seed

_HELP = """\
according catalogue check [FILE...]  check entries: without FILE, those that come with the program
according catalogue import FILE.csv  bring in a list of what others say of outlets

A file of entries is TOML in the format of the program's own, which its README describes. It may
cite their bases and refer to their entries. Each fault is told with what to do about it.

A list has a header and one row an outlet: domain or name, assessor, wording, date. It is kept in
the library, and shown on the cards of these outlets with assessor and date. A list of the same file
name is replaced; rows that cannot be used are told and left out.

Exit status: 0 when all is in order, 1 when there are faults, 2 for wrong usage.
"""


def run(arguments: Sequence[str]) -> int:
    """Do what the words after `catalogue` say; the exit status."""
    options = _parser().parse_args(list(arguments))
    if options.task == "import":
        return _import(Path(options.file), options.data_dir)
    return _check([Path(file) for file in options.files])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="according catalogue",
        description="Check the catalogue of sources, or bring in a list of your own.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="the library is under DIR")
    tasks = parser.add_subparsers(dest="task", required=True, metavar="check | import")
    check = tasks.add_parser("check", help="check files of entries", allow_abbrev=False)
    check.add_argument("files", nargs="*", metavar="FILE", help="files of entries, or folders")
    bring = tasks.add_parser("import", help="bring in a list", allow_abbrev=False)
    bring.add_argument("file", metavar="FILE.csv", help="a table with a header")
    bring.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,  # so that one given before the task is not written over
        help="the library is under DIR",
    )
    return parser


def _check(paths: Sequence[Path]) -> int:
    # Here, because the help needs none of it.
    from according.services.cataloguing import check  # noqa: PLC0415

    checked = check(paths, seed("catalogue"))
    for sentence in (*checked.faults, *checked.warnings, checked.summary):
        print(sentence)
    return int(bool(checked.faults))


def _import(file: Path, data_dir: Path | None) -> int:
    # Here, because the other task needs no library.
    from according.bootstrap import build  # noqa: PLC0415

    services = build(places(data_dir))
    try:
        brought = services.judging.import_assessments(file)
    except ReadingError as error:
        print(f"according: {error}", file=sys.stderr)
        return 1
    finally:
        services.close()
    for sentence in brought.faults:
        print(f"according: {sentence}", file=sys.stderr)
    rows = "1 assessment" if brought.count == 1 else f"{brought.count} assessments"
    print(f"{rows} from {brought.name} in the library.")
    return int(bool(brought.faults))
