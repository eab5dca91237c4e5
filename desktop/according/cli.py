"""The command line: files alone open the window, `analyze` works without window and library.

`catalogue` is told in a module of its own.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gc
import importlib
import io
import os
import shutil
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from according.errors import ModelMissing, ReadingError
from according.places import Places, places, shipped

if TYPE_CHECKING:  # importing these would slow every start
    from according.bootstrap import Services
    from according.services.analyzing import Analysed, Input

    Give = Callable[[Input, Analysed], None]

_BEFORE_QT = ("according.readers.read", "according.settings", "tomllib")
"""Imported ahead: once Qt is there, it reads the source of each module that imports another."""

_COMMANDS = ("analyze", "catalogue")

WRONG_USAGE = 2
INTERRUPTED = 130

_DESCRIPTION = "Read one article closely: who says what, through whom, how sure, who disputes it."
_WINDOW_HELP = """\
according analyze FILE...            print a report: summary, sources and their claims
according analyze FILE... --json DIR write the analysis of each FILE to DIR as JSON
according analyze --help             say more about it
according catalogue --help           check files of the catalogue, bring in a list of your own

A file that is called "analyze" or "catalogue" opens as ./analyze, ./catalogue.
"""
_ANALYZE_HELP = """\
FILE is a text, Markdown, a web page (HTML, MHTML), PDF, DOCX, ODT, RTF, EPUB or an email, told by
its content. It may be a folder: the files in it with such an ending are analysed. Nothing is read
from the library or written to it.

Exit status: 0 when all went well, 1 when a file failed (the others are still analysed, and a line
on standard error names each failure), 2 for wrong usage.
"""

_REPORT_WIDTHS = (60, 100)


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit status."""
    started = time.time()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        command = _command(arguments)
        if command is not None:
            return _run(arguments[command], arguments[:command], arguments[command + 1 :])
        if any(one.startswith("-") for one in arguments):
            return _open(_window_parser().parse_args(arguments), started)
        # The usual start, for which a parser need not be made.
        plain = argparse.Namespace(files=arguments, data_dir=None, version=False)
        return _open(plain, started)
    except SystemExit as stop:  # how argparse ends after --help and wrong usage
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except BrokenPipeError:
        return _output_closed()
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(command: str, before: Sequence[str], after: Sequence[str]) -> int:
    """Run a command with the words before and after its own."""
    if command == "analyze":
        return _analyze(_analyze_parser().parse_args(after))
    # Here, because the window never needs it and it would slow every start.
    from according import catalogue_command  # noqa: PLC0415

    return catalogue_command.run([*before, *after])


def _command(arguments: Sequence[str]) -> int | None:
    """Where the word of a command stands if there is one: first, options of all apart."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("--data-dir"):
        at += 1 if "=" in arguments[at] else 2
    return at if at < len(arguments) and arguments[at] in _COMMANDS else None


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="according",
        description=_DESCRIPTION,
        epilog=_WINDOW_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="articles to open: the first is shown, the others go into the recent list",
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep library, settings and state under DIR",
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    return parser


def _analyze_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="according analyze",
        description="Analyse articles and print a report, or write the analysis as JSON.",
        epilog=_ANALYZE_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="articles, or folders of them")
    parser.add_argument(
        "--json",
        metavar="DIR",
        help="write DIR/<file name>.json for each FILE; - prints one JSON document a line",
    )
    parser.add_argument(
        "--as-is",
        action="store_true",
        help="take a text as it is: no cleaning, offsets are into the file's own text",
    )
    return parser


def _version() -> str:
    # Here, because it would add a tenth to the time before the text shows.
    from importlib import metadata  # noqa: PLC0415

    try:
        return metadata.version("according")
    except metadata.PackageNotFoundError:  # a frozen program may carry no metadata
        return "(unknown version)"


def _analyze(options: argparse.Namespace) -> int:
    # Here, because the window never needs it and it would slow every start.
    from according.services import analyzing  # noqa: PLC0415

    files, failures = analyzing.inputs(options.files)
    folder = Path(options.json) if options.json not in {None, "-"} else None
    if folder is not None:
        if wrong := _unusable(folder, analyzing.clashing(files)):
            _say(wrong)
            return WRONG_USAGE
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _say(f"{folder} cannot be made ({error.strerror or error}): name another folder.")
            return 1
    for sentence in failures:
        _say(sentence)
    if folder is not None:
        give = _writer(folder)
    else:
        give = _print_line if options.json == "-" else _print_report
    return int(not _give_all(files, give, as_is=options.as_is) or bool(failures))


def _unusable(folder: Path, clashing: Sequence[str]) -> str | None:
    """Why the forms can not all be written to `folder`, whatever is in the files."""
    if clashing:
        return (
            f"two files are called {clashing[0]}, and one would overwrite the other in {folder}: "
            "give each its own --json folder."
        )
    if folder.exists() and not folder.is_dir():
        return f"--json {folder} is a file: name a folder, or - for standard output."
    return None


def _open(options: argparse.Namespace, started: float) -> int:
    if options.version:
        print(f"According {_version()}")
        return 0
    where = places(options.data_dir)
    if not _has_display():
        return _read_out(options.files)
    if missing := _missing_libraries():
        _say(missing)
        return 1
    # Until the text is there the collector finds nothing to free, and costs time.
    gc.disable()
    for name in _BEFORE_QT:
        importlib.import_module(name)
    # Here, because only the window needs Qt.
    from according.ui.application import run  # noqa: PLC0415

    return run(
        [Path(file) for file in options.files],
        where,
        build=lambda: _services(where),
        started=started,
    )


def _services(where: Places) -> Services:
    # Here, because the database's packages are imported after the text shows.
    from according.bootstrap import build  # noqa: PLC0415

    return build(where)


def _has_display() -> bool:
    """Whether a window can be shown; a platform named by the user is taken at its word."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _missing_libraries() -> str | None:
    """What to do where Qt would abort, because the system lacks libraries it needs."""
    if os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return None
    # Here, because no other platform needs it.
    from according import system_libraries  # noqa: PLC0415

    try:
        listed = system_libraries.read_list(shipped("packaging") / system_libraries.LIST)
    except OSError:
        return None
    lacking = system_libraries.missing([one for one in listed if one.purpose == "run"])
    return system_libraries.sentence(lacking) if lacking else None


def _read_out(arguments: Sequence[str]) -> int:
    """The reading as text, where there is no display."""
    if not arguments:
        _say("there is no display to open a window on: name a file to read it here as text.")
        return 1
    _say("there is no display to open a window on, so the reading follows as text.")
    from according.services import analyzing  # noqa: PLC0415 - as in _analyze

    files, failures = analyzing.inputs(arguments)
    for sentence in failures:
        _say(sentence)
    return int(not _give_all(files, _print_report, as_is=False) or bool(failures))


def _give_all(files: Sequence[Input], give: Give, *, as_is: bool) -> bool:
    """Analyse each file with one model and give out the result; whether all went well."""
    from according.analysis.pipeline import Analyzer  # noqa: PLC0415 - as in _analyze
    from according.analysis.sources.catalogue import bundled_catalogue  # noqa: PLC0415
    from according.services.analyzing import analysed  # noqa: PLC0415

    well = True
    catalogue = functools.cache(bundled_catalogue)
    analyzer = Analyzer(catalogue=catalogue)
    for file in files:
        try:
            with warnings.catch_warnings():
                if not sys.warnoptions:
                    warnings.simplefilter("ignore")  # of the packages: nothing the user can act on
                result = analysed(file, analyzer, catalogue, as_is=as_is)
            give(file, result)
        except BrokenPipeError:
            raise
        except ModelMissing as error:
            _say(str(error))
            return False
        except ReadingError as error:
            _say(str(error))
            well = False
        except Exception as fault:
            what = f"{type(fault).__name__}: {fault}"
            _say(f"a fault of the program stopped the analysis of {file.argument} ({what}).")
            well = False
    return well


def _writer(folder: Path) -> Give:
    from according.services.analyzing import write_form  # noqa: PLC0415 - as in _analyze

    return lambda file, result: write_form(folder, file.target, result.form())


def _print_line(_: Input, result: Analysed) -> None:
    from according.services.analyzing import as_line  # noqa: PLC0415 - as in _analyze

    print(as_line(result.form()), flush=True)


def _print_report(_: Input, result: Analysed) -> None:
    from according.services.report import report  # noqa: PLC0415 - as in _analyze

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack the curly marks
    narrow, wide = _REPORT_WIDTHS
    width = min(max(shutil.get_terminal_size((wide, 24)).columns, narrow), wide)
    print(report(result.article, result.analysis, width=width), flush=True)


def _output_closed() -> int:
    """Whoever read our output has seen enough: leave without Python's complaint at its exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _say(words: str) -> None:
    print(f"according: {words}", file=sys.stderr)
