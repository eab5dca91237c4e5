"""The project's own news articles in which every attribution is marked by hand.

Each file in `gold/` is one invented article. Lines beginning `# ` are its header (publisher, date,
how it prints quotation marks, notes); then come the headline and the paragraphs, one a line, with
blank lines between. The text is marked inline:

    [s1 The harbour master] [c1 said] [t1 the crane had been inspected].

`s` is a source, `c` a cue, `t` a piece of content; the number ties one attribution together. A
source that serves two attributions bears both numbers: `[s1,2 She]`. Pieces never nest.

Quotation marks are written “ ” outside and ‘ ’ inside, apostrophes ', whatever the article prints,
so that each sign has one meaning. An article can therefore be had in every style, and because a
sign gives way to exactly one sign, spans (in code points) hold in all of them.

What is marked:
- Whatever somebody says, writes, thinks, knows, feels, wants or intends, refusals and silences
  included; documents, studies and bodies count as somebody. Of nested attributions, the outer.
- The cue is the verb group with its negation and the preposition that belongs to it ("called
  for", "is worried about"), "according to", or a noun ("fury"). Who is told, when and where stay
  outside, and so does a colon after a verb.
- The content keeps its "that", "to" or "whether", and the quotation marks with all within them;
  punctuation outside the marks is left out, but for a closing question mark. Whoever is told to do
  something stays outside it; whoever is wanted, accused or described belongs to it.
- The source is the whole noun phrase with its apposition, and the comma that closes that before
  the cue. "Is expected", "are said", "was told" have none.
- What an unnamed narrator asserts, titles, and words in scare quotes alone are not attributions.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).resolve().parent / "gold"

Row = dict[str, Any]
Style = Literal["curly-double", "curly-single", "straight-double", "straight-single"]

SIGNS = "“”‘’'"
"""As the files write them: outer marks, inner marks, apostrophe."""
PRINTED: dict[Style, dict[int, int]] = {
    "curly-double": str.maketrans(SIGNS, "“”‘’’"),
    "curly-single": str.maketrans(SIGNS, "‘’“”’"),
    "straight-double": str.maketrans(SIGNS, "\"\"'''"),
    "straight-single": str.maketrans(SIGNS, "''\"\"'"),
}
PIECE = re.compile(r"\[([sct])(\d+(?:,\d+)*) ([^\[\]]+)\]")
LEFT_OVER = re.compile(r".{0,30}[\[\]].{0,30}")
ROLES = {"s": "source", "c": "cue", "t": "content"}


def gold_articles() -> list[Row]:
    """All articles, each in the style in which it prints quotation marks."""
    rows = []
    for path in sorted(FOLDER.glob("*.txt")):
        header, marked = _parts(path.name)
        text, attributions = _unmarked(marked, name=path.name)
        row = {
            "id": path.stem,
            "publisher": header["publisher"],
            "date": header["date"],
            "title": text.partition("\n")[0],
            "text": text,
            "attributions": attributions,
        }
        rows.append(restyled(row, _style(header["quotes"])))
    return rows


def restyled(row: Row, style: Style) -> Row:
    """The same article with other quotation marks and apostrophes; its spans hold as they are.

    The marks come from the article's file: in print an apostrophe may look like a closing mark.
    """
    name = f"{row['id']}.txt"
    text = _unmarked(_parts(name)[1], name=name)[0].translate(PRINTED[style])
    return {**row, "title": text.partition("\n")[0], "text": text}


@cache
def _parts(name: str) -> tuple[dict[str, str], str]:
    """The header's entries, and the headline and paragraphs with their markup."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    comments = [line[2:] for line in lines if line.startswith("# ")]
    entries = (comment.partition(": ") for comment in comments)
    paragraphs = [line for line in lines if line and not line.startswith("# ")]
    return {key: value for key, _, value in entries if value}, "\n\n".join(paragraphs)


def _style(name: str) -> Style:
    for style in PRINTED:
        if style == name:
            return style
    raise ValueError(f"There is no style of quotation marks named {name!r}.")


def _unmarked(marked: str, *, name: str) -> tuple[str, list[Row]]:
    """The text without markup, and its attributions in the order of their numbers."""
    found: dict[int, Row] = {}
    text, read = "", 0
    for piece in PIECE.finditer(marked):
        kind, numbers, words = piece.groups()
        text += marked[read : piece.start()]
        span = [len(text), len(text) + len(words)]
        for number in map(int, numbers.split(",")):
            attribution = found.setdefault(
                number, {"id": f"A{number}", "source": [], "cue": [], "content": []}
            )
            attribution[ROLES[kind]].append(span)
        text += words
        read = piece.end()
    text += marked[read:]
    if "[" in text or "]" in text:
        raise ValueError(f"{name}: a bracket that belongs to no piece: {LEFT_OVER.findall(text)}.")
    return text, [found[number] for number in sorted(found)]
