from __future__ import annotations

import pytest

from according.readers.html.evidence import Evidence
from according.readers.html.judging import Weights, body_rows, learned
from according.readers.html.rows import rows_of
from according.readers.html.signs import Seen, seen, signs_of
from according.readers.html.tree import tree_of

PROSE = (
    "The council said on Monday that the tram would run until midnight from the first of June.",
    "Drivers had asked for the longer hours in March, according to the minutes of their union.",
    "The change costs less than was feared, said Ida Brandt, who plans the network.",
)


def view(body: str, *, kept: bool = True, title: str | None = None) -> Seen:
    root = tree_of(f"<html><body>{body}</body></html>")
    assert root is not None
    rows = rows_of(root)
    shares = (float(kept),) * len(rows)
    return seen(rows, Evidence(shares, shares), title)


def body(page: Seen) -> list[str]:
    return [row.text for row, one in zip(page.rows, body_rows(page), strict=True) if one]


ARTICLE = "".join(f"<p>{one}</p>" for one in PROSE)


def test_prose_that_the_extractors_keep_is_the_body() -> None:
    assert body(view(ARTICLE)) == list(PROSE)


def test_the_headline_is_no_body() -> None:
    page = view(f"<h1>Trams until midnight</h1>{ARTICLE}", title="Trams until midnight")
    assert body(page) == list(PROSE)


def test_a_copy_and_a_line_of_furniture_are_no_body() -> None:
    page = view(f"{ARTICLE}<p>Read more: Buses to be electric</p><p>{PROSE[0]}</p>")
    assert body(page) == list(PROSE)


def test_a_change_of_sides_costs() -> None:
    page = view(ARTICLE.replace("<p>", "<div>").replace("</p>", "</div>"))
    signs = list(signs_of(page))
    lone = Weights(change=0.0, signs={"bias": -1.0, "after": 3.0})
    assert body_rows(page, lone) == (False,) * len(signs)
    eager = Weights(change=100.0, signs={"bias": 1.0})
    assert all(body_rows(page, eager))


def test_every_learned_sign_is_one_that_rows_can_have() -> None:
    page = view(
        f"<main><h1>A</h1><h2>B</h2><ul><li>c</li></ul><table><tr><td>d</td></tr></table>{ARTICLE}"
    )
    fixed = {name for signs in signs_of(page) for name in signs}
    kinds = ("hint ", "in ", "frame ", "tag ")
    rare = {
        *("after", "before", "far", "caption", "copy", "left in core", "link", "linked", "marked"),
        *("near link", "near worded", "neither", "siblings none", "worded", "run", "taken in run"),
        *(
            "siblings share",
            "siblings taken",
            "left alike",
            "readable",
            "both",
            "near prose",
            "in best",
        ),
    }
    unknown = {name for name in learned().signs if not name.startswith(kinds)} - fixed - rare
    assert unknown == set()


def test_a_page_without_rows_has_no_body() -> None:
    assert body_rows(Seen((), (), (), (), frozenset(), None)) == ()


@pytest.mark.parametrize("sign", ["taken", "prose", "near taken"])
def test_the_extractors_and_prose_speak_for_the_body(sign: str) -> None:
    assert learned().signs[sign] > 0


@pytest.mark.parametrize(("named", "alike"), [("story-part", True), ("comment", False)])
def test_prose_in_another_box_that_is_written_alike_speaks_for_the_body(
    named: str, *, alike: bool
) -> None:
    box = '<div class="{}"><p>{}</p></div>'
    first = "".join(box.format("story-part", one) for one in PROSE[:2])
    page = view(f"<article>{first}{box.format(named, PROSE[2])}</article>")
    half = Evidence((1.0, 1.0, 0.0), (1.0, 1.0, 1.0))
    last = list(signs_of(seen(page.rows, half, None)))[2]
    assert ("left alike" in last) is alike
    assert learned().signs["left alike"] > 0
