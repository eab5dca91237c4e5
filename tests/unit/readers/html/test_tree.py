from __future__ import annotations

import pytest

from according.readers.html.tree import markup_text, tree_of

QUOTED = "<html><head>{meta}</head><body><p>“Café,” she said — twice.</p></body></html>"


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1252", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("gb18030", '<meta charset="gb18030">'),
    ],
)
def test_the_encoding_is_found(encoding: str, meta: str) -> None:
    page = QUOTED.format(meta=meta)
    assert markup_text(page.encode(encoding)) == page


def test_what_the_message_says_of_the_encoding_goes_first() -> None:
    data = "<p>Žlutý kůň</p>".encode("iso-8859-2")
    assert markup_text(data, encoding="iso-8859-2") == "<p>Žlutý kůň</p>"


def test_an_encoding_that_does_not_exist_is_no_reason_to_fail() -> None:
    assert markup_text(b'<meta charset="klingon-7"><p>Caf\xe9</p>').endswith("<p>Café</p>")


def test_controls_and_half_pairs_are_no_text() -> None:
    assert markup_text("<p>a\x00b\x07c \ud83d d\r\ne</p>") == "<p>abc \ufffd d\ne</p>"


def test_entities_of_its_own_are_not_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><p>[&x;]</p></html>'
    root = tree_of(page)
    assert root is not None
    assert root.text_content() == "[&x;]"


def test_an_element_that_xml_leaves_empty_does_not_hold_the_rest() -> None:
    root = tree_of(
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>'
        "<body><p>The text.</p></body></html>"
    )
    assert root is not None
    assert [one.text for one in root.iter("p")] == ["The text."]


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_what_is_nested_too_deeply_is_read_side_by_side(tag: str) -> None:
    count = 100_000
    root = tree_of(
        f"<body>{f'<{tag}>' * count}Deep.{f'</{tag}>' * count}<p>After &lt;it.</p></body>"
    )
    assert root is not None
    assert "Deep." in root.text_content()
    assert "After <it." in root.text_content()


def test_no_markup_is_no_tree() -> None:
    assert tree_of("  \n") is None
    assert tree_of("<!DOCTYPE html>") is None
