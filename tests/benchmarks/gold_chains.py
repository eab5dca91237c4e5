"""The project's own articles with who says what through whom, how surely, and who denies it.

Each file in `gold/chains/` is one invented article, each in `gold/seeds/` the story of one that the
program brings along. Lines beginning `# ` are its header: the `style` of its pages, and its `set`:
`dev`, `held-out` (looked at by nobody who tunes), or `seeds`. Then come the headline and the
paragraphs, one a line. Contents of claims stand in brackets with the number of their claim; one in
several pieces bears its number on each:

    [4 “Water is short,”] said the [5 ...]

Below a line `---` stands one line a claim:

    number | quotation | sources | via | level | links

- `quotation`: direct, mixed, indirect; none in the paper's own voice.
- `sources`: `A + B` say it jointly; `A = a` are forms of one name; `~ two officials` are unnamed
  and known by their noun; `-` is the paper itself, `?` nobody who is told. ` or ` parts readings
  that are equally right.
- `via`: the steps from the reader towards the source, `A + B > C`; in parentheses where it may as
  well be left out, as when the outlet is the paper itself or a journal.
- `level`: as in the program; `=` parts levels that are equally right.
- `links`: `denies 3/4` answers one of these claims, a link in parentheses is not asked for but not
  wrong either.

There is a claim for each content that is credited to somebody, refusals to speak included; the
outermost of several that lie in one another. The paper's own assertions are marked where a whole
paragraph is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from according.domain.claims import Level, LinkKind, Quotation

FOLDER = Path(__file__).resolve().parent / "gold"
SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"

Forms = tuple[str, ...]
"""One who speaks or relays, in all the forms that are right."""
Step = tuple[Forms, ...]

OPENING = re.compile(r"\[(\d+) ")
ROW = re.compile(r"\s*\|\s*")
LINK = re.compile(r"(\()?([a-z-]+) ([\d/]+)\)?")


@dataclass(frozen=True, slots=True)
class GoldLink:
    """An answer to one of several claims."""

    kind: LinkKind
    targets: tuple[int, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim as marked; `pieces` are its contents, each with the line it stands in."""

    number: int
    pieces: tuple[tuple[str, int, int], ...]
    quotation: Quotation
    sources: tuple[Step, ...]
    via: tuple[Step, ...]
    via_asked: bool
    levels: frozenset[Level]
    links: tuple[GoldLink, ...]

    @property
    def text(self) -> str:
        return " ... ".join(line[start:end] for line, start, end in self.pieces)


@dataclass(frozen=True, slots=True)
class GoldChains:
    """One article; `text` is what is analysed, as it is or, of a seed, as a page."""

    name: str
    style: str
    part: str
    text: str
    claims: tuple[GoldClaim, ...]

    def places(self, claim: GoldClaim, text: str) -> frozenset[int]:
        """The code points of a claim's content in the text of the article as it was read."""
        found: set[int] = set()
        for line, start, end in claim.pieces:
            at = text.find(line)
            if at < 0:
                raise ValueError(f"{self.name}: a line that is not in the article: {line[:60]}")
            found.update(place for place in range(at + start, at + end) if text[place].strip())
        return frozenset(found)


def gold_chains() -> list[GoldChains]:
    """All articles: of the folder `chains` as it is, of `seeds` the page."""
    return [_read(path) for folder in ("chains", "seeds") for path in _files(folder)]


def _files(folder: str) -> list[Path]:
    return sorted((FOLDER / folder).glob("*.txt"))


def _read(path: Path) -> GoldChains:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = dict(line[2:].split(": ", 1) for line in lines if re.match(r"# (style|set): ", line))
    cut = lines.index("---")
    story = [line for line in lines[:cut] if line and not line.startswith("# ")]
    pieces: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
    plain = []
    for line in story:
        text, found = _unmarked(line)
        plain.append(text)
        for number, start, end in found:
            pieces[number].append((text, start, end))
    claims = tuple(_claim(row, pieces) for row in lines[cut + 1 :] if row)
    _check(path.name, claims, pieces)
    text = "\n\n".join(plain)
    if header["set"] == "seeds":
        text = (SEEDS / path.name).read_text(encoding="utf-8")
    return GoldChains(path.stem, header["style"], header["set"], text, claims)


def _unmarked(line: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The line without brackets, and its pieces: number, start, end."""
    text, read, open_at = "", 0, []
    found = []
    while read < len(line):
        if opening := OPENING.match(line, read):
            open_at.append((int(opening[1]), len(text)))
            read = opening.end()
            continue
        if line[read] == "]":
            number, start = open_at.pop()
            found.append((number, start, len(text)))
        else:
            text += line[read]
        read += 1
    if open_at:
        raise ValueError(f"A bracket is not closed: {line[:60]}")
    return text, found


def _claim(row: str, pieces: dict[int, list[tuple[str, int, int]]]) -> GoldClaim:
    number, quotation, sources, via, level, *links = ROW.split(row)
    return GoldClaim(
        number=int(number),
        pieces=tuple(pieces[int(number)]),
        quotation=Quotation(quotation),
        sources=tuple(_step(reading) for reading in sources.split(" or ")),
        via=tuple(_step(step) for step in via.strip("()").split(" > ") if step),
        via_asked=not via.startswith("("),
        levels=frozenset(map(Level, level.split(" = "))),
        links=tuple(
            GoldLink(LinkKind(kind), tuple(map(int, to.split("/"))), asked=not optional)
            for optional, kind, to in LINK.findall(" ".join(links))
        ),
    )


def _step(told: str) -> Step:
    return tuple(tuple(one.split(" = ")) for one in told.split(" + "))


def _check(name: str, claims: Sequence[GoldClaim], pieces: Collection[int]) -> None:
    numbers = [claim.number for claim in claims]
    targets = {to for claim in claims for link in claim.links for to in link.targets}
    empty = [claim.number for claim in claims if not claim.pieces]
    odd = set(pieces) ^ set(numbers) | targets - set(numbers) | set(empty)
    if odd or len(set(numbers)) < len(numbers):
        raise ValueError(f"{name}: text and claims do not agree about {sorted(odd)}.")
