"""Documents of word processors and editors: all of them is article, in its kinds of block."""

from __future__ import annotations

from datetime import date

import pytest

from according.domain.article import Article, BlockKind
from according.errors import UnreadableFile
from according.readers.read import read
from tests.unit.readers.samples import HEADLINE, MARKDOWN, PARAGRAPHS, docx, odt, rtf, word


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.of(block)) for block in article.blocks]


@pytest.mark.parametrize(("data", "name"), [(docx(), "a.docx"), (odt(), "a.odt"), (rtf(), "a.rtf")])
def test_a_document_gives_its_headline_writer_and_paragraphs(data: bytes, name: str) -> None:
    article = read(data, name=name)
    assert article.title == HEADLINE
    assert article.byline == ("Ines Farrow",)
    assert article.language == "en"
    assert kinds(article) == [
        ("headline", HEADLINE),
        *(("paragraph", paragraph) for paragraph in PARAGRAPHS),
    ]


def test_markdown_keeps_its_kinds_of_block_and_its_front_matter() -> None:
    article = read(MARKDOWN, name="a.md")
    assert kinds(article) == [
        ("headline", HEADLINE),
        ("paragraph", PARAGRAPHS[0]),
        ("quotation", PARAGRAPHS[1]),
        ("heading", "What others say"),
        ("list", PARAGRAPHS[2]),
        ("list", PARAGRAPHS[3]),
    ]
    assert article.byline == ("Ines Farrow",)
    assert article.published == date(2025, 3, 4)
    assert article.publisher == "The Harbour Courant"
    assert article.address == "https://example.org/bridge"


def test_front_matter_in_toml_and_in_a_row() -> None:
    body = f"# {HEADLINE}\n\n{PARAGRAPHS[0]}\n"
    toml = read(
        f'+++\nauthors = ["Ines Farrow"]\ndate = 2025-03-04\n+++\n{body}'.encode(), name="a.md"
    )
    assert (toml.byline, toml.published) == (("Ines Farrow",), date(2025, 3, 4))
    row = f"---\nauthors: [Ines Farrow, '[[Tom Ash]]']\ndate: soon\n---\n{body}"
    article = read(row.encode(), name="a.md")
    assert (article.byline, article.published) == (("Ines Farrow", "Tom Ash"), None)


def test_dashes_that_hold_no_fields_are_no_front_matter() -> None:
    article = read(f"---\nA storm is coming\n---\n\n{PARAGRAPHS[0]}\n".encode(), name="a.md")
    assert "A storm is coming" in article.text


def test_footnotes_of_a_word_file_leave_no_marks_in_the_text() -> None:
    reference = (
        "<w:p><w:r><w:t>The bridge closes.</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    )
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {w}><w:footnote w:id="1"><w:p><w:r><w:t>So the council.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    article = read(docx(reference, more=[("word/footnotes.xml", notes)]), name="a.docx")
    assert article.text.split("\n") == ["The bridge closes.", "So the council."]


def test_the_styles_of_a_word_file_tell_the_kinds_of_its_blocks() -> None:
    body = "".join(
        word(text, style)
        for text, style in (
            (HEADLINE, "Title"),
            (PARAGRAPHS[0], ""),
            (PARAGRAPHS[1], "Quote"),
            ("What others say", "Heading2"),
            ("The north pier in March", "Caption"),
        )
    )
    assert [kind for kind, _ in kinds(read(docx(body), name="a.docx"))] == [
        "headline",
        "paragraph",
        "quotation",
        "heading",
        "caption",
    ]


def test_what_was_deleted_in_an_opendocument_text_stays_deleted() -> None:
    body = (
        "<text:tracked-changes><text:p>Struck out.</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Bridge<text:s/>closes</text:h>'
        "<text:list><text:list-item><text:p>One pier</text:p></text:list-item></text:list>"
        f"<text:p>{PARAGRAPHS[0]}<text:note><text:p>A note.</text:p></text:note></text:p>"
    )
    assert kinds(read(odt(body), name="a.odt")) == [
        ("headline", "Bridge closes"),
        ("list", "One pier"),
        ("paragraph", PARAGRAPHS[0]),
    ]


def test_rich_text_joins_the_halves_of_a_character_and_leaves_link_addresses_out() -> None:
    body = (
        "A harbour \\u-10179?\\u-8694? festival opened on Friday.\\par\n"
        '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/x"}}'
        "{\\fldrslt{The programme}}} is out."
    )
    article = read(rtf(body), name="a.rtf")
    assert article.text == "A harbour 😊 festival opened on Friday.\nThe programme is out."


@pytest.mark.parametrize(
    ("data", "name", "start"),
    [
        (docx()[:-40], "a.docx", "a.docx is damaged"),
        (docx("<w:p>"), "a.docx", "a.docx is damaged"),
        (docx("<w:p/>"), "a.docx", "a.docx holds no text"),
        (odt("<text:p>"), "a.odt", "a.odt is damaged"),
        (odt("<text:p/>"), "a.odt", "a.odt holds no text"),
        (
            odt(more=[("META-INF/manifest.xml", "<manifest:encryption-data/>")]),
            "a.odt",
            "a.odt is protected by a password",
        ),
        (odt(before='<!DOCTYPE a [<!ENTITY b "c">]>'), "a.odt", "a.odt declares entities"),
        (b"{\\rtf1 }", "a.rtf", "a.rtf holds no text"),
        (b"{\\rtf1\\uc\\u99999999999 }", "a.rtf", "a.rtf is damaged"),
    ],
)
def test_a_broken_document_is_one_sentence(data: bytes, name: str, start: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(data, name=name)
    assert str(raised.value).startswith(start)


def test_blocks_of_a_document_are_never_folded() -> None:
    body = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Share this", "Subscribe")
    )
    article = read(docx(body), name="a.docx")
    assert all(block.kind is not BlockKind.BOILERPLATE for block in article.blocks)


def bold_word(text: str) -> str:
    return word(text).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")


BOLD_STYLES = (
    '<office:automatic-styles><style:style style:name="T1"><style:text-properties '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" fo:font-weight="bold"/>'
    "</style:style></office:automatic-styles>"
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (
            docx(
                word(HEADLINE, "Heading1")
                + word(PARAGRAPHS[0])
                + bold_word("What divers found")
                + word(PARAGRAPHS[1])
                + bold_word("They found this.")
            ),
            "a.docx",
        ),
        (
            odt(
                f"{BOLD_STYLES}<text:h>{HEADLINE}</text:h><text:p>{PARAGRAPHS[0]}</text:p>"
                '<text:p text:style-name="T1">What divers found</text:p>'
                f"<text:p>{PARAGRAPHS[1]}</text:p>"
                '<text:p><text:span text:style-name="T1">They found this.</text:span></text:p>'
            ),
            "a.odt",
        ),
        (
            f"# {HEADLINE}\n\n{PARAGRAPHS[0]}\n\n**What divers found**\n\n{PARAGRAPHS[1]}\n\n"
            "**They found this.**\n".encode(),
            "a.md",
        ),
    ],
)
def test_a_short_line_that_is_bold_throughout_is_a_heading(data: bytes, name: str) -> None:
    assert kinds(read(data, name=name)) == [
        ("headline", HEADLINE),
        ("paragraph", PARAGRAPHS[0]),
        ("heading", "What divers found"),
        ("paragraph", PARAGRAPHS[1]),
        ("paragraph", "They found this."),
    ]
