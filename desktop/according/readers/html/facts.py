"""What the markup of a page says about its article: title, writers, date, publisher, address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lxml.html import HtmlElement

from according.readers import byline
from according.readers.html.linked_data import LinkedArticle, clean, linked_articles
from according.readers.html.stamps import earliest_named

_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title",
           "parsely-title", "sailthru.title", "headline", "title")  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "cxenseparse:recs:publishtime",
    "publish-date", "publishdate", "publish_date", "published_time", "publication_date",
    "pubdate", "article.published", "date.issued", "originalpublicationdate", "og:published_time",
    "dc.date", "dcterms.date", "date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "byl", "parsely-author",
            "sailthru.author", "citation_author", "dc.creator", "dcterms.creator", "authors",
            "article:author_name")  # fmt: skip
_PUBLISHERS = (
    "application-name",
    "publisher",
    "dc.publisher",
    "article:publisher",
    "citation_journal_title",
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,1000}$")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(https?://[^\s>]{4,1000}?)\s*-->")
_BREAK = re.compile(r"\s+(?:[|»«·•/]|[-–—:])\s+|\s*[|»]\s*")
_BARS = frozenset("|»«·•/")
"""Marks that stand before the name of a site; a dash may stand inside a headline."""

_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"[\s.]+")
_NO_WRITER = re.compile(
    r"https?:|www\.|@|\.(?:com|org|net|co)\b|\b(?:staff|team|desk|newsroom)\b|^(?:admin|administrator|editor|guest|unknown|none|null|"
    r"staff|webmaster|by)$",
    re.IGNORECASE,
)

_LONGEST_SITE = 60
_ALIKE = 0.6
"""Share of their words from which two headlines are one in two wordings."""


class Facts(NamedTuple):
    """What is told about an article outside its text; what is not told is None."""

    title: str | None = None
    names: tuple[str, ...] = ()
    published: date | None = None
    publisher: str | None = None
    language: str | None = None
    address: str | None = None
    description: str | None = None


def facts_of(root: HtmlElement, markup: str = "") -> Facts:
    """The facts that `root` names; `markup` is searched for the mark that a browser leaves."""
    told = _told(root)
    headings = [text for one in root.iter("h1") if (text := _text(one))][:20]
    named = [told[name] for name in _TITLES if name in told]
    if (whole := root.find(".//head/title")) is not None and (text := _text(whole)):
        named.append(text)
    articles = _about_this(linked_articles(root), [*headings, *named])
    nothing = LinkedArticle(None, (), None, None, None, None)
    linked = next((one for one in articles if not one.is_page), nothing)
    site = _site(told.get("og:site_name"), linked.publisher) or _publisher(told)
    if linked.headline:
        named.insert(0, linked.headline)
    return Facts(
        title=_title(headings, named, site),
        names=_writers(linked.names, site) or _writers(_authors(told, root), site),
        published=earliest_named([*(one.published for one in articles), *_dates(told, root)]),
        publisher=site,
        language=_language(root, told, linked),
        address=_address(root, told, linked, markup),
        description=told.get("og:description") or told.get("description"),
    )


def alike(first: str, second: str) -> float:
    """How many of their words two headlines share, from 0 to 1."""
    one = set(_WORD.findall(first.lower()))
    other = set(_WORD.findall(second.lower()))
    return len(one & other) / max(1, min(len(one), len(other)))


def _told(root: HtmlElement) -> dict[str, str]:
    """The contents of the `meta` elements by name, the first of each."""
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        content = clean(element.get("content"))
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        for name in names:
            if name and content:
                told.setdefault(name.strip().lower(), content)
    return told


def _about_this(
    articles: Sequence[LinkedArticle], titles: Sequence[str]
) -> Sequence[LinkedArticle]:
    """The descriptions of this page's article among those of others that it links to."""
    same = [
        one
        for one in articles
        if one.headline and any(alike(one.headline, title) >= _ALIKE for title in titles)
    ]
    if any(not one.is_page for one in same):
        return same
    own = [one for one in articles if not one.is_page]
    return [*own, *same] if len(own) == 1 or not titles else same


def _title(headings: Sequence[str], named: Sequence[str], site: str | None) -> str | None:
    """The headline as it is printed, where it is one of those that the markup names."""
    best = [
        (alike(heading, name), -at)
        for at, heading in enumerate(headings)
        for name in named
        if len(_WORD.findall(heading)) >= 2 or heading.lower() == name.lower()
    ]
    if best and (found := max(best))[0] >= _ALIKE:
        printed = headings[-found[1]]
        if site is None or printed.lower() != site.lower():
            return printed
    for name in named:
        bare = without_site(name, site)
        if bare and (site is None or bare.lower() != site.lower()):
            return bare
    return headings[0] if headings else None


def without_site(title: str, site: str | None) -> str:
    """A title without the name of the site that is put before or behind it."""
    pieces = _BREAK.split(title)
    marks = [match[0] for match in _BREAK.finditer(title)]
    while len(pieces) > 1 and _is_site(pieces[-1], marks[-1], pieces[:-1], site):
        pieces.pop()
        marks.pop()
    if len(pieces) > 1 and site and alike(pieces[0], site) == 1 and len(pieces[0]) <= len(site) + 4:
        pieces.pop(0)
        marks.pop(0)
    joined = pieces[0]
    for mark, piece in zip(marks, pieces[1:], strict=True):
        joined += mark + piece
    return joined.strip()


def _is_site(piece: str, mark: str, before: Sequence[str], site: str | None) -> bool:
    if site and (alike(piece, site) == 1 or site.lower().replace(" ", "") in piece.lower()):
        return len(piece) <= len(site) + 20
    words, left = len(piece.split()), sum(len(one.split()) for one in before)
    barred = mark.strip() in _BARS
    return site is None and (left >= 2 if barred else left >= words + 2) and words <= 2 + barred


def _site(named: str | None, linked: str | None) -> str | None:
    """The outlet that prints the page: what it calls itself, if that is a name and no address.

    The publisher in the linked data may be the agency that the story is from.
    """
    if named is None or len(named) > _LONGEST_SITE or "://" in named:
        return linked
    short = _BREAK.split(named)[0]
    plain = "." in short or short == short.lower() or len(short) < 2
    return linked if linked and (plain or _same_name(linked, short)) else short


def _same_name(name: str, other: str) -> bool:
    """Whether two names are one, written together or by their initials."""
    one, two = (_SPACES.sub("", each).lower() for each in (name, other))
    initials = "".join(word[0] for word in _WORD.findall(name)).lower()
    return one in two or two in one or two == initials or alike(name, other) == 1


def _publisher(told: dict[str, str]) -> str | None:
    names = (told[name] for name in _PUBLISHERS if name in told)
    named = (name for name in names if len(name) <= _LONGEST_SITE and "://" not in name)
    return next((_BREAK.split(name)[0] for name in named), None)


def _authors(told: dict[str, str], root: HtmlElement) -> list[str]:
    for name in _AUTHORS:
        if name in told and not _NO_WRITER.search(told[name]):
            return [told[name]]
    marked = root.xpath(".//*[@itemprop='author' or @rel='author']")
    texts = [text for one in marked[:6] if (text := _text(one)) and len(text) < 80]
    return list(dict.fromkeys(texts))


def _writers(names: Sequence[str], site: str | None) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        if _NO_WRITER.search(name) or (site and name.lower() == site.lower()):
            continue
        parts = byline.names_in(name if byline.led_by(name) else f"By {name}")
        found.extend(parts or ([name] if len(name) <= 40 else []))
    return tuple(dict.fromkeys(one for one in found if not site or one.lower() != site.lower()))


def _dates(told: dict[str, str], root: HtmlElement) -> Iterator[str]:
    marked = root.xpath(".//*[@itemprop='datePublished']")
    for element in marked[:3]:
        yield element.get("datetime") or element.get("content") or _text(element)
    yield from (told[name] for name in _DATES if name in told)
    for element in root.xpath(".//time[@pubdate and @datetime]")[:1]:
        yield element.get("datetime")
    stamps = {one for element in root.iter("time") if (one := element.get("datetime"))}
    if len(stamps) == 1:  # several are those of other stories, or of readers' comments
        yield stamps.pop()


def _language(root: HtmlElement, told: dict[str, str], linked: LinkedArticle) -> str | None:
    said = (
        root.get("lang"),
        root.get("xml:lang"),
        linked.language,
        told.get("language"),
        told.get("og:locale"),
    )
    for one in said:
        if one and (match := re.match(r"([A-Za-z]{2})(?:$|[-_])", one.strip())):
            return match[1].lower()
    return None


def _address(
    root: HtmlElement, told: dict[str, str], linked: LinkedArticle, markup: str
) -> str | None:
    links = [one.get("href") for one in root.iter("link") if _is_canonical(one)]
    saved = _SAVED.search(markup[:4_000])
    said = (*links, told.get("og:url"), linked.address, saved and saved[1])
    return next((one.strip() for one in said if one and _ADDRESS.match(one.strip())), None)


def _is_canonical(element: HtmlElement) -> bool:
    return "canonical" in (element.get("rel") or "").lower().split()


def _text(element: HtmlElement) -> str:
    return clean(" ".join("".join(element.itertext()).split())[:1_000]) or ""
