from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import pytest

from according.errors import UnreadableFile
from according.readers.epub import read_epub

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Long Weir</dc:title>
<dc:creator>Ines Moor</dc:creator><dc:creator>Abel Finch</dc:creator>
<dc:publisher>Harbour Books</dc:publisher><dc:date>2021-05-04</dc:date>
<dc:language>en-GB</dc:language></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/two.xhtml#top" media-type="application/xhtml+xml"/>
<item id="p" href="../picture.jpg" media-type="image/jpeg"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="p"/></spine>
</package>"""
CHAPTER = (
    '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
    "</head><body><h1>{title}</h1><p>{text}</p></body></html>"
)
MEMBERS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": "<p>Contents</p>",
    "OEBPS/text/one a.xhtml": CHAPTER.format(
        title="High water", text="The river rose on the night of the fair, and nobody saw it."
    ),
    "OEBPS/text/two.xhtml": CHAPTER.format(
        title="Low water", text="“It was never this low,” said the miller at the Long Weir."
    ),
}


def book(changed: Mapping[str, str | None] = {}) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (MEMBERS | dict(changed)).items():
            if text is not None:
                archive.writestr(name, text)
    return out.getvalue()


def test_the_chapters_come_in_the_order_of_the_spine() -> None:
    page = read_epub(book(), "a.epub")
    assert [(line.kind.value, line.text[:10]) for line in page.lines] == [
        ("headline", "Low water"),
        ("paragraph", "“It was ne"),
        ("heading", "High water"),
        ("paragraph", "The river "),
    ]
    assert page[1:] == (
        "The Long Weir",
        ("Ines Moor", "Abel Finch"),
        date(2021, 5, 4),
        "Harbour Books",
        "en",
        None,
    )


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_epub(data, "a.epub")
    return str(caught.value)


@pytest.mark.parametrize(
    "changed",
    [
        {"META-INF/container.xml": None},
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": ""},
        {"OEBPS/book.opf": None},
        {"OEBPS/book.opf": "\x00"},
    ],
)
def test_a_book_without_its_package_is_damaged(changed: Mapping[str, str | None]) -> None:
    assert refused(book(changed)).startswith("a.epub is damaged or not complete: ")


def test_a_book_that_is_cut_off_is_damaged() -> None:
    assert refused(book()[:-40]).startswith("a.epub is damaged or not complete: ")


def test_a_book_of_pictures_has_no_text() -> None:
    empty = CHAPTER.format(title="", text="<img src='a.jpg'/>")
    changed = {"OEBPS/text/one a.xhtml": empty, "OEBPS/text/two.xhtml": empty}
    assert refused(book(changed)).startswith("a.epub holds no readable text, only pictures: ")


def locked(member: str) -> str:
    return (
        '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        f'<enc:CipherData><enc:CipherReference URI="{member}"/></enc:CipherData>'
        "</enc:EncryptedData></encryption>"
    )


def test_a_locked_book_is_told_from_one_with_hidden_fonts() -> None:
    chapter = locked("OEBPS/text/one%20a.xhtml")
    assert "protected by a password" in refused(book({"META-INF/encryption.xml": chapter}))
    font = locked("OEBPS/fonts/a.otf")
    assert read_epub(book({"META-INF/encryption.xml": font}), "a.epub").title == "The Long Weir"


def test_a_book_with_entities_of_its_own_is_refused() -> None:
    bomb = "".join(
        f'<!ENTITY e{one} "{f"&e{one - 1};" * 10 if one else "ha" * 10}">' for one in range(9)
    )
    package = PACKAGE.replace(
        '<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE package [{bomb}]>'
    ).replace("The Long Weir", "&e8;")
    assert "declares entities of its own" in refused(book({"OEBPS/book.opf": package}))


def test_the_document_type_of_an_older_book_is_no_fault() -> None:
    told = '<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "oeb.dtd">'
    package = PACKAGE.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{told}')
    assert read_epub(book({"OEBPS/book.opf": package}), "a.epub").title == "The Long Weir"


def test_what_unpacks_to_far_more_than_a_book_is_refused() -> None:
    huge = {"OEBPS/text/two.xhtml": "<p>" + "water " * 5_000_000}
    assert "far more than an article" in refused(book(huge))
