"""Analysing files without window or library: which files, and the machine-readable form of each."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from according.analysis.sources.catalogue import Catalogue, with_publisher
from according.domain.analysis import Analysis
from according.domain.article import Article
from according.domain.json_form import Form, to_json
from according.errors import ReadingError
from according.readers.formats import ENDINGS
from according.readers.read import load

if TYPE_CHECKING:  # its module brings the library, which is not used here
    from according.services.reading import Analyzer


@dataclass(frozen=True, slots=True)
class Input:
    """A file to analyse; `argument` is how it was named."""

    argument: str
    path: Path

    @property
    def target(self) -> str:
        """The name of the file its form is written to."""
        return f"{self.path.name}.json"


@dataclass(frozen=True, slots=True)
class Analysed:
    """An article with its analysis."""

    argument: str
    article: Article
    analysis: Analysis

    def form(self) -> Form:
        """The machine-readable form, as a value of plain dicts and lists."""
        return to_json(self.article, self.analysis, file=self.argument)


def inputs(arguments: Sequence[str]) -> tuple[tuple[Input, ...], tuple[str, ...]]:
    """The files meant by `arguments`, in their order; a folder stands for the articles in it.

    These are its files with an ending of those that are read; a file that is named is always taken.
    With them, a sentence for each argument that cannot be used.
    """
    found: list[Input] = []
    failures: list[str] = []
    for argument in arguments:
        path = Path(argument)
        if not path.is_dir():
            found.append(Input(argument, path))
            continue
        try:
            names = _articles_in(path)
        except OSError as error:
            why = error.strerror or error
            failures.append(f"{argument} cannot be read ({why}): check the folder's permissions.")
            continue
        if not names:
            failures.append(
                f"{argument} holds no file with the ending of an article ({' '.join(ENDINGS)}): "
                "name the files themselves."
            )
        # os.path.join and not Path, which would not keep the argument as it was typed.
        found.extend(Input(os.path.join(argument, name), path / name) for name in names)  # noqa: PTH118
    return tuple(found), tuple(failures)


def _articles_in(folder: Path) -> list[str]:
    return sorted(
        one.name
        for one in folder.iterdir()
        if one.suffix.lower() in ENDINGS and not one.name.startswith(".") and one.is_file()
    )


def clashing(files: Sequence[Input]) -> tuple[str, ...]:
    """The names that two inputs share, so that one would overwrite the other's form."""
    counted = Counter(os.path.normcase(one.path.name) for one in files)
    return tuple(name for name, count in counted.items() if count > 1)


def analysed(
    one: Input,
    analyzer: Analyzer,
    catalogue: Callable[[], Catalogue] = Catalogue,
    *,
    as_is: bool = False,
) -> Analysed:
    """Read and analyse one file; raises ReadingError where it cannot be read."""
    read = load(one.path, as_is=as_is, called=one.argument).article
    article = with_publisher(read, catalogue)
    return Analysed(one.argument, article, analyzer.analyze(article))


def write_form(folder: Path, name: str, form: Form) -> None:
    """Write a form as a whole or not at all, over one of the same name."""
    text = json.dumps(form, ensure_ascii=False, indent=2) + "\n"
    part = folder / f".{name}.{os.getpid()}.part"
    try:
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            part.replace(folder / name)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ReadingError(
            f"{name} cannot be written to {folder} ({error.strerror or error}): check the space "
            "and the permissions there."
        ) from error


def as_line(form: Form) -> str:
    """A form as one line of ASCII, which any terminal, pipe and line splitter keeps whole."""
    return json.dumps(form)
