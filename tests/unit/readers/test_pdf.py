"""PDF: columns in order, words and paragraphs whole, furniture folded."""

from __future__ import annotations

import pytest

from according.domain.article import BlockKind
from according.errors import UnreadableFile
from according.readers.page import Page
from according.readers.pdf import read_pdf
from according.readers.printed.hyphens import Hyphens
from tests.unit.readers.samples import (
    HEADLINE,
    PARAGRAPHS,
    Placed,
    column,
    pdf,
    plain_pdf,
)


def texts(page: Page, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [line.text for line in page.lines if line.kind is kind]


def set_in_column(paragraphs: tuple[str, ...], *, across: float, up: float) -> list[Placed]:
    lines: list[Placed] = []
    for paragraph in paragraphs:
        lines += column(paragraph, across=across, up=up, width=44)
        up = lines[-1].up - 20
    return lines


def test_paragraphs_are_whole_and_the_largest_line_is_the_headline() -> None:
    page = read_pdf(plain_pdf(), "a.pdf")
    assert page.title == HEADLINE
    assert texts(page, BlockKind.HEADLINE) == [HEADLINE]
    assert texts(page) == list(PARAGRAPHS)


def test_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    left = set_in_column(PARAGRAPHS[:2], across=50, up=700)
    right = set_in_column(PARAGRAPHS[2:], across=320, up=700)
    rows = sorted([*left, *right], key=lambda line: (-line.up, line.across))
    page = read_pdf(pdf([Placed(HEADLINE, 50, 780, 20), *rows]), "a.pdf")
    assert texts(page) == list(PARAGRAPHS)


def test_narrow_gutters_and_wide_word_spaces_are_told_apart() -> None:
    left = set_in_column(PARAGRAPHS[:2], across=50, up=700)
    right = set_in_column(PARAGRAPHS[2:], across=258, up=700)
    rows = sorted([*left, *right], key=lambda line: (-line.up, line.across))
    page = read_pdf(pdf([Placed(HEADLINE, 50, 780, 20), *rows]), "a.pdf")
    assert texts(page) == list(PARAGRAPHS)
    first, *rest = column(PARAGRAPHS[0], across=50, up=700, width=60)
    before, _, after = first.text.partition(" over ")
    spaced = [first._replace(text=before), Placed(f"over {after}", 143, 700)]
    page = read_pdf(pdf([Placed(HEADLINE, 50, 780, 20), *spaced, *rest]), "a.pdf")
    assert texts(page) == [PARAGRAPHS[0]]


def test_the_order_of_the_file_is_kept_where_it_makes_sense() -> None:
    left = set_in_column(PARAGRAPHS[:2], across=50, up=700)
    right = set_in_column(PARAGRAPHS[2:], across=320, up=700)
    page = read_pdf(pdf([Placed(HEADLINE, 50, 780, 20), *right, *left]), "a.pdf")
    assert texts(page) == [*PARAGRAPHS[2:], *PARAGRAPHS[:2]]


PARTED = (
    (
        "The clerk began to read a list of everything that had been found and",
        "went on for an hour.",
    ),
    ("After that the members asked whether the ferry could take over, which", "nobody could say."),
)


def paged() -> bytes:
    """Three pages with running head and number; a paragraph goes on over each page's end."""
    pages = []
    for number in range(3):
        lines = [Placed(f"The Harbour Courant, {number + 3} March", 60, 810, 8)]
        if number == 0:
            lines.append(Placed(HEADLINE, 60, 780, 20))
        else:
            lines.append(Placed(PARTED[number - 1][1], 60, 764))
        lines += column(PARAGRAPHS[number], across=60, up=740, width=60)
        if number < 2:
            lines.append(Placed(PARTED[number][0], 60, lines[-1].up - 24))
        lines.append(Placed(f"Page {number + 1} of 3", 280, 30, 8))
        pages.append(lines)
    return pdf(*pages)


def test_running_heads_and_page_numbers_are_folded_beside_whole_paragraphs() -> None:
    page = read_pdf(paged(), "a.pdf")
    folded = [(line.text, line.reason) for line in page.lines if line.reason]
    assert folded == [
        pair
        for number in range(3)
        for pair in (
            (f"The Harbour Courant, {number + 3} March", "running head"),
            (f"Page {number + 1} of 3", "page number"),
        )
    ]
    assert texts(page) == [
        PARAGRAPHS[0],
        " ".join(PARTED[0]),
        PARAGRAPHS[1],
        " ".join(PARTED[1]),
        PARAGRAPHS[2],
    ]


def test_text_on_its_side_is_folded() -> None:
    side = Placed("Photograph by the harbour office", 30, 300, 7, turned=True)
    lines = [
        Placed(HEADLINE, 60, 780, 20),
        side,
        *column(PARAGRAPHS[0], across=60, up=740, width=60),
    ]
    page = read_pdf(pdf(lines), "a.pdf")
    assert [(line.text, line.reason) for line in page.lines if line.reason] == [
        (side.text, "text on its side")
    ]


def test_indented_first_lines_begin_paragraphs() -> None:
    lines: list[Placed] = []
    up = 740.0
    for paragraph in PARAGRAPHS:
        first, *rest = column(paragraph, across=60, up=up, width=50)
        lines += [first._replace(across=72), *rest]
        up = lines[-1].up - 12
    page = read_pdf(pdf([Placed(HEADLINE, 60, 790, 20), *lines]), "a.pdf")
    assert texts(page) == list(PARAGRAPHS)


def test_a_line_that_is_set_twice_is_read_once() -> None:
    first, *rest = column(PARAGRAPHS[0], across=60, up=740, width=60)
    first, cut = first._replace(up=32), rest[0]._replace(up=20)
    pages = [first, first._replace(across=60.3), cut], [rest[0], *rest[1:]]
    assert texts(read_pdf(pdf(*pages), "a.pdf")) == [PARAGRAPHS[0]]


def test_larger_short_lines_are_headings() -> None:
    lines = [
        Placed(HEADLINE, 60, 790, 20),
        *column(PARAGRAPHS[0], across=60, up=750, width=70),
        Placed("What divers found", 60, 690, 13),
        *column(PARAGRAPHS[1], across=60, up=670, width=70),
    ]
    assert texts(read_pdf(pdf(lines), "a.pdf"), BlockKind.HEADING) == ["What divers found"]


def test_a_headline_may_be_one_word() -> None:
    story = column(PARAGRAPHS[0], across=60, up=740, width=60)
    page = read_pdf(pdf([Placed("Landslide", 60, 790, 24), *story]), "a.pdf")
    assert (page.title, texts(page, BlockKind.HEADLINE)) == ("Landslide", ["Landslide"])
    page = read_pdf(
        pdf([Placed("Landslide", 60, 790, 11), *story], title="Landslide | The Quay Post"), "a.pdf"
    )
    assert page.title == "Landslide"


def test_the_name_of_a_paper_is_no_headline_beside_one() -> None:
    lines = [
        Placed("The Post", 60, 810, 30),
        Placed(HEADLINE, 60, 770, 20),
        *column(PARAGRAPHS[0], across=60, up=730, width=60),
    ]
    assert read_pdf(pdf(lines), "a.pdf").title == HEADLINE
    named = pdf(lines, title="The Post office closes")
    assert read_pdf(named, "a.pdf").title == HEADLINE


def test_the_file_names_title_and_writer() -> None:
    lines = column(PARAGRAPHS[0], across=60, up=740, width=60)
    page = read_pdf(pdf(lines, title="A bridge closes", author="Ines Farrow"), "a.pdf")
    assert (page.title, page.names) == ("A bridge closes", ("Ines Farrow",))
    page = read_pdf(pdf(lines, title="Microsoft Word - bridge.docx", author="admin"), "a.pdf")
    assert (page.title, page.names) == (None, ())


@pytest.mark.parametrize(
    ("text", "following", "joined"),
    [
        ("The govern-", "ment fell.", "The government fell."),
        ("The govern\ufffe", "ment fell.", "The government fell."),
        ("A state-", "run firm.", "A state-run firm."),
        ("A long-", "term plan.", "A long-term plan."),
        ("The Anglo-", "French plan.", "The Anglo-French plan."),
        ("In 2020-", "21 it grew.", "In 2020-21 it grew."),
        ("It grew -", "and fell.", "It grew - and fell."),
        ("It grew", "and fell.", "It grew and fell."),
    ],
)
def test_words_parted_at_a_line_end_are_joined(text: str, following: str, joined: str) -> None:
    known = Hyphens(["a plan for the long-term future", "what a state may run or not run at all"])
    assert known.joined(text, following) == joined


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf([]), "a.pdf holds pictures of pages and no text, as a scan does: "),
        (plain_pdf()[:400], "a.pdf is damaged or not complete: "),
        (b"%PDF-1.7\n", "a.pdf is damaged or not complete: "),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_pdf(data, "a.pdf")
    assert str(raised.value).startswith(sentence)


def test_a_password_is_named() -> None:
    locked = pdf(
        column(PARAGRAPHS[0], across=60, up=740, width=60),
        more=(
            f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
            f"/O <{'11' * 32}> /U <{'22' * 32}> >>"
        ),
    )
    with pytest.raises(UnreadableFile, match=r"^a\.pdf is protected by a password: .*\.$"):
        read_pdf(locked, "a.pdf")
