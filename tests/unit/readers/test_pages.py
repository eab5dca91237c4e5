"""Whole pages in the styles of many publishers: every line has the kind its page says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from according.readers.read import read_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


@dataclass
class Page:
    """A page in our own notation: "kind | line" for each line, "@ field = value" for the rest."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    expected: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n".join(line for _, line in self.lines)


def read_page(path: Path) -> Page:
    page = Page()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            name, value = line[2:].split(" = ", 1)
            page.expected[name] = value
        elif line:
            kind, text = line.split(" | ", 1)
            page.lines.append((kind, text))
    return page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_has_its_kind(path: Path) -> None:
    page = read_page(path)
    article = read_text(page.text, name="page.txt")
    found = [
        ("folded" if block.folded else block.kind.value, article.of(block))
        for block in article.blocks
    ]
    assert found == page.lines


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_the_page_says_of_itself(path: Path) -> None:
    page = read_page(path)
    article = read_text(page.text, name="page.txt")
    assert ", ".join(article.byline) == page.expected.get("byline", "")
    published = article.published.isoformat() if article.published else ""
    assert published == page.expected.get("published", "")
    if "publisher" in page.expected:
        assert article.publisher == page.expected["publisher"]


def test_there_are_pages() -> None:
    assert len(PAGES) > 10
