"""Files nobody meant well with: each gives an article or one sentence, and touches nothing else."""

from __future__ import annotations

import contextlib
import io
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.domain.article import Article, BlockKind
from according.errors import UnreadableFile
from according.readers.read import LONGEST_BLOCK, load, read
from tests.unit.readers.samples import (
    HEADLINE,
    MARKDOWN,
    ODT_TYPE,
    PARAGRAPHS,
    TEXT,
    docx,
    odt,
    pdf,
    plain_pdf,
    rtf,
    zipped,
)

HTML = (
    f"<!DOCTYPE html><html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>"
    + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    + "</body></html>"
)
EMAIL = (
    "Message-ID: <a@example.org>\nMIME-Version: 1.0\nFrom: Desk <desk@example.org>\n"
    f"Subject: {HEADLINE}\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
)
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: Bridge\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
    "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    f"{HTML}\n--b--\n"
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    'full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" '
    'href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
EPUB = zipped(
    ("mimetype", "application/epub+zip"),
    ("META-INF/container.xml", CONTAINER),
    ("a.opf", PACKAGE),
    ("a.xhtml", HTML.replace("<html>", '<html xmlns="http://www.w3.org/1999/xhtml">')),
)

SAMPLES = {
    "a.txt": TEXT.encode(),
    "a.md": MARKDOWN,
    "a.html": HTML.encode(),
    "a.mhtml": MHTML.encode(),
    "a.eml": EMAIL.encode(),
    "a.pdf": plain_pdf(),
    "a.docx": docx(),
    "a.odt": odt(),
    "a.rtf": rtf(),
    "a.epub": EPUB,
}


def check(article: Article) -> None:
    assert article.blocks
    assert "\n".join(article.of(block) for block in article.blocks) == article.text
    assert not re.search("[\x00-\x09\x0b-\x1f\ud800-\udfff]", article.text)
    for block in article.blocks:
        assert article.of(block).strip()
        assert (block.reason is not None) == (block.kind is BlockKind.BOILERPLATE)


def check_read(data: bytes, name: str) -> None:
    refusal = None
    try:
        check(read(data, name=name))
    except UnreadableFile as error:
        refusal = str(error)
    assert refusal is None or one_sentence(refusal), refusal


def one_sentence(text: str) -> bool:
    return bool(re.fullmatch(r"a\.\w+ [^\n]{20,240}\.", text)) and ". " not in text[6:]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_read_under_any_name(name: str) -> None:
    article = read(SAMPLES[name], name=name)
    check(article)
    assert article.language == "en"
    for paragraph in PARAGRAPHS:
        assert paragraph in article.text
    if name != "a.md":  # whose signs are none in a file of another name
        assert read(SAMPLES[name], name="a.bin") == article


@pytest.mark.parametrize("name", SAMPLES)
def test_files_cut_off_anywhere_are_read_or_refused(name: str) -> None:
    data = SAMPLES[name]
    for end in {*range(0, len(data), max(1, len(data) // 40)), *range(min(40, len(data)))}:
        check_read(data[:end], name)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.data())
def test_changed_files_are_read_or_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SAMPLES)))
    changed = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(changed) - 1))
        piece = data.draw(st.binary(max_size=6))
        changed[at : at + data.draw(st.integers(0, 8))] = piece
    check_read(bytes(changed), name)


MARKS = [
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"{\\rtf1",
    b"<html>",
    b"From: a\nMIME-Version: 1\n",
    b"---\n",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([b"", *MARKS]), st.binary(max_size=300), st.sampled_from(sorted(SAMPLES)))
def test_any_bytes_are_read_or_refused(mark: bytes, data: bytes, name: str) -> None:
    check_read(mark + data, name)


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODT_TYPE)
        with archive.open("content.xml", "w") as member:
            for _ in range(40):
                member.write(b" " * 1024 * 1024)
    return target.getvalue()


LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};'>"
    for n in range(1, 20)
)
DEEP = 100_000


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.pdf"),
        (b"\x00" * 5000, "a.txt"),
        (bytes(range(256)) * 40, "a.html"),
        (bomb(), "a.odt"),
        (odt(before=LAUGHS + "]>"), "a.odt"),
        (zipped(("mimetype", "application/epub+zip"), ("a", "b")), "a.epub"),
        (b"<html><body><script>" + b"var a = 1;" * 500 + b"</script></body></html>", "a.html"),
        (b"<html><body><img src='a.png'></body></html>", "a.html"),
        (b"{\\rtf1" + b"{" * DEEP, "a.rtf"),
        (docx("<w:p>" * 20_000 + "</w:p>" * 20_000), "a.docx"),
        (odt("<text:p>" * 20_000 + "</text:p>" * 20_000), "a.odt"),
        (b"The bridge closes. " * (52 * 1024 * 1024 // 19), "a.txt"),
        (pdf([]), "a.pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(data, name=name)
    assert one_sentence(str(raised.value)), str(raised.value)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (
            (LAUGHS + "]><html><body><p>The bridge &a19; closes.</p></body></html>").encode(),
            "a.html",
        ),
        (b"<html><body>" + b"<div>" * DEEP + TEXT.encode(), "a.html"),
        (("> " * 2_000 + TEXT).encode(), "a.md"),
        (("[" * 20_000 + "\n\n# A\n\n" + TEXT).encode(), "a.md"),
        (b"The bridge closes. " * 100_000, "a.txt"),
        (b"x" * 1_000_000, "a.txt"),
        (TEXT.encode() + b"\n" + "caf\xe9 ".encode("latin-1") + b"\xff\xfe", "a.txt"),
        (TEXT.encode("utf-16"), "a.txt"),
        (HTML.encode("utf-16"), "a.html"),
        (HTML.replace("<head>", "<head><meta charset='utf-16'>").encode(), "a.html"),
        ((HTML + "<p>" + "\ud83d").encode("utf-8", "surrogatepass"), "a.html"),
        (HTML.replace("harbour", "har\x00bour").encode(), "a.html"),
    ],
)
def test_odd_files_that_hold_text_are_read(data: bytes, name: str) -> None:
    article = read(data, name=name)
    check(article)
    assert max(len(block.span) for block in article.blocks) <= LONGEST_BLOCK


class Watch:
    """Notes what is opened, connected or started while it is on."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on:
            return
        if event in {"open", "os.open"} or event.startswith(
            (
                "socket.",
                "subprocess.",
                "os.system",
                "os.exec",
                "os.posix_spawn",
                "urllib.",
                "ctypes.dlopen",
            )
        ):
            self.seen.append(f"{event} {arguments}")


@pytest.fixture(scope="module")
def watch() -> Watch:
    watching = Watch()
    sys.addaudithook(watching)
    return watching


@contextlib.contextmanager
def watched(watch: Watch) -> Iterator[None]:
    watch.seen.clear()
    watch.on = True
    try:
        yield
    finally:
        watch.on = False


def luring(secret: Path) -> dict[str, bytes]:
    """Files that ask for another file, or for something from the network."""
    lure = secret.as_uri()
    out = "http://127.0.0.1:9/a"
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{lure}"><!ENTITY % y SYSTEM "{out}"> %y;]>'
    page = (
        f"{entity}<html><head><base href='{out}'><link rel='stylesheet' href='{lure}'>"
        f"<link rel='canonical' href='{out}'><script src='{out}'></script></head><body>"
        f"<h1>{HEADLINE}</h1><img src='{lure}'><iframe src='{lure}'></iframe>"
        f"<object data='{lure}'></object><p>{PARAGRAPHS[0]} &x;</p><p>{PARAGRAPHS[1]}</p>"
        "</body></html>"
    )
    image = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:drawing>'
        '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:link="r9"/></w:drawing><w:t>{PARAGRAPHS[0]}</w:t></w:r></w:p>'
    )
    relation = (
        '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/image" Target="{lure}" TargetMode="External"/>'
    )
    return {
        "a.html": page.encode(),
        "b.html": page.replace("<!DOCTYPE html", "<?xml version='1.0'?><!DOCTYPE html").encode(),
        "a.md": f"# A\n\n![x]({lure}) <img src='{lure}'>\n\n{TEXT}\n".encode(),
        "a.docx": docx(image, links=relation),
        "a.odt": odt(f"<text:p>{PARAGRAPHS[0]}</text:p>", before=entity),
        "b.odt": odt(
            f'<text:p><draw:image xmlns:draw="d" xmlns:l="l" l:href="{lure}"/>'
            f"{PARAGRAPHS[0]}</text:p>"
        ),
        "a.rtf": rtf(f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{lure}"}}}}The bridge closes.'),
        "a.eml": EMAIL.replace("text/plain", "text/html").replace(TEXT, page).encode(),
        "a.mhtml": MHTML.replace(HTML, page).encode(),
        "a.epub": zipped(
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", entity + CONTAINER),
            ("a.opf", PACKAGE.replace("a.xhtml", lure)),
            ("a.xhtml", page),
        ),
        "a.pdf": plain_pdf().replace(
            b"/Type /Catalog", f"/OpenAction << /S /URI /URI ({out}) >> /Type /Catalog".encode()
        ),
    }


def test_no_reader_touches_another_file_or_the_network(watch: Watch, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET WORDS THAT NO ARTICLE MAY HOLD")
    files = luring(secret)
    for name, data in [*SAMPLES.items(), *files.items()]:  # so that all is imported
        check_read(data, name)
    for name, data in [*SAMPLES.items(), *files.items()]:
        with watched(watch), contextlib.suppress(UnreadableFile):
            article = read(data, name=name)
            assert "SECRET" not in article.text
        assert watch.seen == [], name


def test_a_file_is_opened_once_and_nothing_is_written(watch: Watch, tmp_path: Path) -> None:
    for name, data in SAMPLES.items():
        path = tmp_path / name
        path.write_bytes(data)
        with watched(watch):
            assert load(path).original == data
        assert [one for one in watch.seen if str(tmp_path) not in one] == []
        assert len(watch.seen) == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(SAMPLES)
