"""Files of every format with one invented story, made here so that each byte is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

HEADLINE = "Harbour bridge to close for a year"
PARAGRAPHS = (
    (
        "The swing bridge over the inner harbour will close for a year from April, the council "
        "said on Tuesday, after divers found that two of its piers had lost most of their footing."
    ),
    (
        "“Nobody should be on it in a storm,” said Maren Oddie, the council’s chief engineer. She "
        "said the repair would cost £4.2m, about twice what was set aside for it last autumn."
    ),
    (
        "The ferry company Lorne Lines denied that its larger boats had washed out the ground "
        "under the piers. Its managing director, Peter Quill, called the claim unproven."
    ),
    (
        "According to the harbour office, the tide gauge at the north pier recorded the strongest "
        "currents since measuring began, which may explain the damage."
    ),
)
TEXT = "\n\n".join((HEADLINE, *PARAGRAPHS))


class Placed(NamedTuple):
    """One line of a PDF: its text, the place of its beginning and the size of its letters."""

    text: str
    across: float
    up: float
    size: float = 10.0
    turned: bool = False


def pdf(*pages: Sequence[Placed], title: str = "", author: str = "", more: str = "") -> bytes:
    """A PDF with lines of text; `more` goes into its last dictionary."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    for lines in pages:
        stream = "".join(map(_set, lines))
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << /F {font} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) /Author ({author}) >>")
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R {more} >>\n"
        f"startxref\n{len(body)}\n%%EOF\n"
    )
    return body + end.encode("cp1252")


def _set(line: Placed) -> str:
    text = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    turn = "0 1 -1 0" if line.turned else "1 0 0 1"
    return f"BT /F {line.size} Tf {turn} {line.across} {line.up} Tm ({text}) Tj ET\n"


def column(
    text: str, *, across: float, up: float, width: int, leading: float = 12.0, size: float = 10.0
) -> list[Placed]:
    """A paragraph as lines of at most `width` characters, one below the other."""
    lines, words = [""], text.split()
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return [Placed(line, across, up - leading * at, size) for at, line in enumerate(lines)]


def plain_pdf() -> bytes:
    """The story on one page, in one column."""
    lines = [Placed(HEADLINE, 60, 780, 20)]
    up = 740.0
    for paragraph in PARAGRAPHS:
        lines += column(paragraph, across=60, up=up, width=90)
        up = lines[-1].up - 24
    return pdf(lines, title="", author="")


def zipped(*members: tuple[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str = "", *, more: Sequence[tuple[str, str]] = (), links: str = "") -> bytes:
    """A Word file: the story, or a body in WordprocessingML; `links` are further relationships."""
    if not body:
        body = word(HEADLINE, "Heading1") + "".join(map(word, PARAGRAPHS))
    return zipped(
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            (
                f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
                f'Type="{_OFFICE_RELATION}/officeDocument" Target="word/document.xml"/>'
                "</Relationships>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>',
        ),
        ("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"),
        (
            "docProps/core.xml",
            (
                '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft 3</dc:title>'
                "<dc:creator>Ines Farrow</dc:creator></c>"
            ),
        ),
        *more,
    )


def word(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "style", "table", "meta")
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def odt(body: str = "", *, more: Sequence[tuple[str, str]] = (), before: str = "") -> bytes:
    """An OpenDocument text: the story, or a body of its own; `before` stands above the root."""
    if not body:
        body = f'<text:p text:style-name="P1">{HEADLINE}</text:p>'
        body += "".join(f"<text:p>{one}</text:p>" for one in PARAGRAPHS)
    return zipped(
        ("mimetype", ODT_TYPE),
        (
            "content.xml",
            (
                f"{before}<office:document-content {_ODF}><office:automatic-styles>"
                '<style:style style:name="P1" style:parent-style-name="Title"/>'
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>"
            ),
        ),
        (
            "meta.xml",
            (
                f"<office:document-meta {_ODF}><office:meta><meta:initial-creator>Ines Farrow"
                "</meta:initial-creator></office:meta></office:document-meta>"
            ),
        ),
        *more,
    )


def rtf(body: str = "") -> bytes:
    """The story, or a body of its own, in rich text."""
    if not body:
        body = "\\par\n".join(map(_rich, (HEADLINE, *PARAGRAPHS)))
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fswiss\\fcharset0 Helvetica;}}"
        "{\\info{\\title Draft 3}{\\author Ines Farrow}}\\f0 " + body + "\\par}"
    ).encode("ascii")


def _rich(text: str) -> str:
    """Text in the escapes of RTF: what is not ASCII as UTF-16 units with a sign."""
    out = []
    for letter in text:
        if letter in "\\{}":
            out.append(f"\\{letter}")
        elif letter < "\x80":
            out.append(letter)
        else:
            data = letter.encode("utf-16-le")
            for at in range(0, len(data), 2):
                unit = int.from_bytes(data[at : at + 2], "little")
                out.append(f"\\u{unit - 65536 if unit > 32767 else unit}?")
    return "".join(out)


MARKDOWN = (
    "---\ntitle: Harbour bridge to close for a year\nauthor:\n  - Ines Farrow\n"
    'date: 2025-03-04\npublisher: "The Harbour Courant"\nsource: https://example.org/bridge\n---\n\n'
    f"# {HEADLINE}\n\n{PARAGRAPHS[0]}\n\n> {PARAGRAPHS[1]}\n\n## What *others* say\n\n"
    f"- {PARAGRAPHS[2]}\n- {PARAGRAPHS[3]}\n"
).encode()
