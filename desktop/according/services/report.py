"""A reading as plain text: what the article is, who says what in it, who answers whom."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from according.domain.analysis import Analysis
from according.domain.article import Article
from according.domain.claims import Claim, Level, Link, LinkKind, Stance
from according.domain.sources import Source, SourceKind
from according.domain.spans import Spans

WIDTH = 88

_LONGEST_CLAIM = 320
"""Code points of a claim that are printed; the rest of a long quotation says no more here."""

_ANSWERS = {
    LinkKind.DENIES: "denies",
    LinkKind.DISPUTES: "disputes",
    LinkKind.CONFIRMS: "confirms",
    LinkKind.REPEATS: "repeats",
    LinkKind.NO_COMMENT: "gives no comment on",
    LinkKind.RESTS_ON: "rests on",
}


def report(article: Article, analysis: Analysis, *, width: int = WIDTH) -> str:
    """The report, wrapped at `width` columns, with a line feed at its end."""
    parts = [
        _heading(article, width),
        _wrapped(analysis.summary, width) if analysis.summary else "",
        *(_card(source, article, analysis, width) for source in _in_order(analysis)),
        _narrator(article, analysis, width),
        _links(analysis, width),
        _warnings(analysis, width),
        _folded(article, width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(article: Article, width: int) -> str:
    title = article.title or "Article without a headline"
    facts = [
        f"by {_listed(article.byline)}" if article.byline else "",
        _date(article.published) if article.published else "",
        article.publisher or "",
    ]
    lines = [_wrapped(title, width), "=" * min(width, len(title))]
    about = ", ".join(fact for fact in facts if fact)
    return "\n".join([*lines, _wrapped(about, width)] if about else lines)


def _date(published: date) -> str:
    if isinstance(published, datetime):
        return f"{published.day} {published:%B %Y, %H:%M %Z}".rstrip()
    return f"{published.day} {published:%B %Y}"


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _in_order(analysis: Analysis) -> Iterator[Source]:
    """Those who say or pass on something, by their first claim in the text."""
    order = {
        source: at
        for at, claim in reversed(list(enumerate(analysis.claims)))
        for source in (*claim.sources, *(relay for step in claim.via for relay in step))
    }
    yield from sorted(
        (source for source in analysis.sources if source.id in order),
        key=lambda source: order[source.id],
    )


def _card(source: Source, article: Article, analysis: Analysis, width: int) -> str:
    lines = [_wrapped(f"{source.name} ({', '.join(_about(source))})", width)]
    lines += _stance(source, analysis, width)
    lines += [
        _wrapped(f"{note.field}: {note.value}, as of {note.as_of}", width, indent="  - ")
        for note in source.notes
        if note.value and note.as_of
    ]
    for claim in analysis.claims_by(source.id):
        lines.append(_claim(claim, article, analysis, width))
    passed = analysis.claims_via(source.id)
    if passed:
        numbers = ", ".join(_number(claim, analysis) for claim in passed)
        lines.append(_wrapped(f"passes on {numbers}", width, indent="  "))
    return "\n".join(lines)


def _about(source: Source) -> Iterator[str]:
    yield source.kind.value
    if not source.named and source.kind is not SourceKind.UNNAMED_GROUP:
        yield "unnamed"
    given = source.description or ""
    if given and given.lower() not in {source.name.lower(), source.kind.value}:
        yield given


def _stance(source: Source, analysis: Analysis, width: int) -> list[str]:
    stances = {
        (standing.stance.value, standing.reason)
        for claim in analysis.claims
        for standing in claim.standing
        if standing.source == source.id and standing.stance is not Stance.NOT_KNOWN
    }
    return [
        _wrapped(f"{stance}: {reason}" if reason else stance, width, indent="  - ")
        for stance, reason in sorted(stances, key=str)
    ]


def _narrator(article: Article, analysis: Analysis, width: int) -> str:
    claims = [claim for claim in analysis.claims if not claim.sources]
    if not claims:
        return ""
    lines = ["In the article's own voice, or with nobody named"]
    return "\n".join([*lines, *(_claim(claim, article, analysis, width) for claim in claims)])


def _number(claim: Claim, analysis: Analysis) -> str:
    return f"[{analysis.claims.index(claim) + 1}]"


def _claim(claim: Claim, article: Article, analysis: Analysis, width: int) -> str:
    number = _number(claim, analysis)
    text = claim.text if len(claim.text) <= _LONGEST_CLAIM else f"{claim.text[:_LONGEST_CLAIM]}…"
    first = _wrapped(f"{number} {text}", width, indent="  ", hanging=" " * (len(number) + 1))
    facts = [*_certainty(claim, article), *_chain(claim, analysis), *claim.when]
    under = " " * (len(number) + 3)
    return f"{first}\n{_wrapped('; '.join(facts), width, indent=under)}"


def _certainty(claim: Claim, article: Article) -> Iterator[str]:
    certainty = claim.certainty
    words = _quoted(certainty.words, article)
    yield f"{certainty.level.value} ({words})" if words else certainty.level.value
    band, scale = certainty.likelihood.band, certainty.likelihood.scale
    if band is not None:
        yield f"{band[0]}-{band[1]} % by {scale}"


def _quoted(spans: Spans, article: Article) -> str:
    return ", ".join(f"“{span.of(article.text)}”" for span in spans)


def _chain(claim: Claim, analysis: Analysis) -> Iterator[str]:
    """The way of a claim to the reader, the article outermost, and how often it started."""
    steps = [_names(step, analysis) for step in claim.via]
    if steps:
        yield " <- ".join(["the article", *steps, _names(claim.sources, analysis) or "not named"])
    elif len(claim.sources) > 1:
        yield f"said jointly by {_names(claim.sources, analysis)}"
    if others := _others(claim, analysis):
        yield f"could also be {_listed(others)}"
    if claim.origins > 1:
        yield f"{claim.origins} independent origins"


def _names(sources: Iterable[str], analysis: Analysis) -> str:
    return _listed(analysis.source(source).name for source in sources)


def _others(claim: Claim, analysis: Analysis) -> list[str]:
    """Whom else the words for the source would fit."""
    candidates = (
        candidate
        for entity in analysis.entities
        for mention in entity.mentions
        if mention.doubtful
        and any(span.contains(mention.span) for span in claim.attribution.source)
        for candidate in mention.candidates
    )
    return [analysis.entity(one).name for one in dict.fromkeys(candidates)]


def _links(analysis: Analysis, width: int) -> str:
    if not analysis.links:
        return ""
    return "\n".join(["Answers", *(_link(link, analysis, width) for link in analysis.links)])


def _link(link: Link, analysis: Analysis, width: int) -> str:
    first, second = analysis.claim(link.first), analysis.claim(link.second)
    said = _ANSWERS[link.kind]
    if link.kind is LinkKind.DENIES and first.certainty.level is not Level.DENIED:
        said = "contradicts"
    words = f"{_number(first, analysis)} {said} {_number(second, analysis)}"
    return _wrapped(words, width, indent="  ")


def _warnings(analysis: Analysis, width: int) -> str:
    if not analysis.warnings:
        return ""
    lines = (_wrapped(warning, width, indent="  - ") for warning in analysis.warnings)
    return "\n".join(["Worth a look", *lines])


def _folded(article: Article, width: int) -> str:
    reasons = [block.reason for block in article.blocks if block.folded and block.reason]
    if not reasons:
        return ""
    counted = ", ".join(
        f"{reason} ({reasons.count(reason)})" if reasons.count(reason) > 1 else reason
        for reason in dict.fromkeys(reasons)
    )
    paragraphs = "1 paragraph" if len(reasons) == 1 else f"{len(reasons)} paragraphs"
    return _wrapped(f"Left out: {paragraphs} of the page: {counted}.", width)


def _wrapped(text: str, width: int, *, indent: str = "", hanging: str = "") -> str:
    """`text` in lines of `width` columns; `hanging` is added to the indent from the second on."""
    rest = " " * len(indent) + hanging
    return textwrap.fill(
        " ".join(text.split()),
        width=max(width, len(rest) + 20),
        initial_indent=indent,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
