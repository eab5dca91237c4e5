"""Values for tests: a small article of our own with everything a window or a library must handle.

`article()`, `analysis()` and `reading()` belong together: the ids and spans of the analysis are
those of the article. `plain()` makes an article of paragraphs for tests that bring their own text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from according.domain.analysis import LEARNED, Analysis, Phrase, Producer
from according.domain.anchoring import CONTEXT, Selector
from according.domain.article import Article, Block, BlockKind
from according.domain.claims import (
    Attribution,
    Certainty,
    Claim,
    Directness,
    Distance,
    DistanceKind,
    Level,
    Likelihood,
    Link,
    LinkKind,
    Quotation,
    Stance,
    Standing,
    Voice,
)
from according.domain.entities import Entity, EntityKind, Mention
from according.domain.notes import AnchoredNote, Note, Verdict
from according.domain.reading import Opened, Reading
from according.domain.sources import ReliabilityNote, Source, SourceKind
from according.domain.spans import Span

NAME = "bridge.txt"

STORY: tuple[tuple[BlockKind, str, str | None], ...] = (
    (
        BlockKind.HEADLINE,
        "Harbour bridge ‘very likely’ weakened by lorries, engineer says",
        None,
    ),
    (BlockKind.STANDFIRST, "Freight company denies overloading as council orders checks", None),
    (BlockKind.BYLINE, "Ruth Tallis", None),
    (BlockKind.DATELINE, "Monday 3 March 2025 08:15 GMT", None),
    (BlockKind.BOILERPLATE, "Your support keeps the Harbour Post reporting.", "donation appeal"),
    (
        BlockKind.PARAGRAPH,
        (
            "The swing bridge at Port Ansel was closed on Sunday after inspectors found cracks in "
            "two of its girders."
        ),
        None,
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "Chief engineer Maria Okonjo said the cracks were “very likely” caused by lorries "
            "heavier than the bridge was built for. “We are confident that the damage is recent,” "
            "she told the harbour board."
        ),
        None,
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "Two people familiar with the inspection said a third girder may be damaged, the Ansel "
            "Gazette reported."
        ),
        None,
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "Residents have painted “SAVE IT 🌉” on the quay wall. Transport minister Tomas Reyl "
            "said the port “cannot do without its bridge”, according to the Northern Wire news "
            "agency."
        ),
        None,
    ),
    (
        BlockKind.PARAGRAPH,
        "Calder Freight, which runs the largest fleet in the port, denied overloading the bridge.",
        None,
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "Councillor Anna Reyl had asked for the inspection in January. Reyl said a new bridge "
            "could open in 2027."
        ),
        None,
    ),
    (BlockKind.PARAGRAPH, "Freight traffic through Port Ansel has doubled in ten years.", None),
    (BlockKind.BOILERPLATE, "Related: How the swing bridge was built", "related link"),
)


def article(
    story: Sequence[tuple[BlockKind, str, str | None]] = STORY,
    *,
    title: str | None = STORY[0][1],
    language: str | None = "en",
) -> Article:
    """The bridge story, or an article of other blocks (kind, text, reason) with its metadata."""
    blocks, start = [], 0
    for kind, words, reason in story:
        blocks.append(Block(kind, Span(start, start + len(words)), reason))
        start += len(words) + 1
    text = "\n".join(words for _, words, _ in story)
    return Article(
        text=text,
        blocks=tuple(blocks),
        title=title,
        byline=("Ruth Tallis",),
        published=datetime(2025, 3, 3, 8, 15, tzinfo=ZoneInfo("Europe/London")),
        publisher="Harbour Post",
        language=language,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def plain(*paragraphs: str) -> Article:
    """An article of paragraphs alone, without metadata."""
    bare = article([(BlockKind.PARAGRAPH, words, None) for words in paragraphs], title=None)
    return replace(bare, byline=(), published=None, publisher=None)


def span_of(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text`, in code points: the first time, or the `nth` after it."""
    start = text.index(words)
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def within(text: str, passage: str, words: str) -> Span:
    """Where `words` stand in the first `passage` of `text` that reads so."""
    return span_of(passage, words).shifted(text.index(passage))


def selector(text: str, span: Span) -> Selector:
    """A selector made by hand, so that tests of anchoring do not test it against itself."""
    return Selector(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
        end=span.end,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
    )


def note(text: str, span: Span, words: str = "Ask the council.", *, id: str = "n1") -> Note:
    """A note on a passage of `text`."""
    return Note(
        id=id,
        target=selector(text, span),
        text=words,
        tags=("bridge",),
        verdict=Verdict.NEEDS_CHECKING,
        created=datetime(2025, 3, 4, 9, 0, tzinfo=UTC),
        changed=datetime(2025, 3, 4, 9, 5, tzinfo=UTC),
    )


def analysis(of: Article | None = None) -> Analysis:
    """The bridge story as a careful reader would take it apart."""
    text = (of or article()).text
    return Analysis(
        producer=Producer("0.0", "by hand", (f"{LEARNED} attribution-1", "reading")),
        entities=_entities(text),
        sources=_sources(),
        claims=_claims(text),
        links=_links(text),
        phrases=(
            Phrase("9 claims: "),
            Phrase("5 by officials", ("c0", "c2", "c3", "c5", "c7")),
            Phrase(", "),
            Phrase("1 from unnamed sources", ("c4",)),
            Phrase(", "),
            Phrase("2 in the paper’s own voice", ("c1", "c8")),
            Phrase(". "),
            Phrase("1 denial", ("c6",)),
            Phrase(". No independent witness is named."),
        ),
        warnings=("A quotation mark in paragraph 4 has no partner.",),
    )


def reading(*, analysed: bool = True) -> Reading:
    """The open bridge story with a note in place, a note that moved and an orphan."""
    the_article = article()
    text = the_article.text
    lorries = span_of(text, "caused by lorries heavier than the bridge was built for")
    third = span_of(text, "a third girder may be damaged")
    lost = Note(
        id="n3",
        target=Selector(
            exact="The old ferry will run again from April.",
            prefix="in two of its girders. ",
            suffix=" Chief engineer",
            start=300,
            end=340,
            text_hash="0" * 64,
        ),
        text="Is there a timetable?",
        created=datetime(2025, 3, 2, 18, 0, tzinfo=UTC),
        changed=datetime(2025, 3, 2, 18, 0, tzinfo=UTC),
    )
    return Reading(
        name=NAME,
        article=the_article,
        id=1,
        path=f"/texts/{NAME}",
        analysis=analysis(the_article) if analysed else None,
        notes=(
            AnchoredNote(note(text, lorries), lorries),
            AnchoredNote(note(text, third, "Which two people?", id="n2"), third, moved=True),
        ),
        orphans=(lost,),
    )


def opened(of: Article | None = None) -> Opened:
    """The bridge story as a file that was just read."""
    the_article = of or article()
    return Opened(
        name=NAME,
        path=f"/texts/{NAME}",
        original=the_article.text.encode(),
        article=the_article,
    )


def _entities(text: str) -> tuple[Entity, ...]:
    def named(words: str, nth: int = 0) -> Mention:
        return Mention(span_of(text, words, nth))

    person, organisation = EntityKind.PERSON, EntityKind.ORGANISATION
    return (
        Entity("e1", "Port Ansel", EntityKind.PLACE, (named("Port Ansel"), named("Port Ansel", 1))),
        Entity(
            "e2",
            "Maria Okonjo",
            person,
            (
                Mention(span_of(text, "engineer"), inferred=True),
                named("Maria Okonjo"),
                Mention(within(text, "she told", "she"), inferred=True),
            ),
            description="Chief engineer",
            described=span_of(text, "Chief engineer"),
        ),
        Entity(
            "e3",
            "Calder Freight",
            organisation,
            (Mention(span_of(text, "Freight company"), inferred=True), named("Calder Freight")),
            description="which runs the largest fleet in the port",
            described=span_of(text, "which runs the largest fleet in the port"),
        ),
        Entity("e4", "Ansel Gazette", organisation, (named("Ansel Gazette"),)),
        Entity(
            "e5",
            "Tomas Reyl",
            person,
            (named("Tomas Reyl"),),
            description="Transport minister",
            described=span_of(text, "Transport minister"),
        ),
        Entity("e6", "Northern Wire", organisation, (named("Northern Wire"),)),
        Entity(
            "e7",
            "Anna Reyl",
            person,
            (
                named("Anna Reyl"),
                Mention(
                    within(text, "Reyl said a new", "Reyl"),
                    doubtful=True,
                    candidates=("e5",),
                ),
            ),
            description="Councillor",
            described=span_of(text, "Councillor"),
        ),
        Entity("e8", "2027", EntityKind.DATE, (named("2027"),)),
    )


def _sources() -> tuple[Source, ...]:
    return (
        Source("s1", "Maria Okonjo", SourceKind.OFFICIAL, True, "e2", "Chief engineer"),
        Source(
            "s2",
            "Two people familiar with the inspection",
            SourceKind.UNNAMED_GROUP,
            False,
            None,
            "Two people familiar with the inspection",
        ),
        Source("s3", "Ansel Gazette", SourceKind.NEWSPAPER, True, "e4"),
        Source(
            "s4",
            "Northern Wire",
            SourceKind.NEWS_AGENCY,
            True,
            "e6",
            "news agency",
            "northern-wire",
            (
                ReliabilityNote("type", "news agency", "2025-03", "the article"),
                ReliabilityNote(
                    "owner",
                    "a cooperative of newspapers",
                    "2024-11",
                    "Annual report, Northern Wire, 2024-11, printed",
                ),
                ReliabilityNote("corrections policy", None, None, None),
            ),
        ),
        Source("s5", "Tomas Reyl", SourceKind.OFFICIAL, True, "e5", "Transport minister"),
        Source("s6", "Calder Freight", SourceKind.COMPANY, True, "e3"),
        Source("s7", "Anna Reyl", SourceKind.OFFICIAL, True, "e7", "Councillor"),
    )


def _claim(
    text: str,
    id: str,
    content: str,
    *,
    source: str = "",
    cue: str = "",
    by: tuple[str, ...] = (),
    quotation: Quotation = Quotation.INDIRECT,
    certainty: Certainty | None = None,
    standing: tuple[Standing, ...] = (),
    entities: tuple[str, ...] = (),
) -> Claim:
    """A claim whose source and cue are the nearest to its content among equal words."""
    where = span_of(text, content)
    near = text.rfind("\n", 0, where.start) + 1
    return Claim(
        id=id,
        content=(where,),
        text=content,
        voice=Voice.ATTRIBUTED if by else Voice.NARRATOR,
        quotation=quotation if by else Quotation.NONE,
        attribution=Attribution(
            source=(span_of(text[near:], source).shifted(near),) if source else (),
            cue=(span_of(text[near:], cue).shifted(near),) if cue else (),
        ),
        sources=by,
        via=(),
        certainty=certainty or Certainty(),
        standing=standing,
        origins=1,
        when=(),
        entities=entities,
        score=0.9,
        origin="by hand",
    )


def _likely(text: str, words: str) -> Certainty:
    return Certainty(
        level=Level.PROBABLE,
        likelihood=Likelihood((span_of(text, words),), (80, 95), "ICD 203"),
    )


def _claims(text: str) -> tuple[Claim, ...]:
    official = Directness.OFFICIAL_STATEMENT
    return (
        _claim(
            text,
            "c0",
            "Harbour bridge ‘very likely’ weakened by lorries",
            source="engineer",
            cue="says",
            by=("s1",),
            quotation=Quotation.MIXED,
            certainty=_likely(text, "very likely"),
            standing=(Standing("s1", official, Stance.NOT_KNOWN),),
            entities=("e2",),
        ),
        _claim(
            text,
            "c1",
            "The swing bridge at Port Ansel was closed on Sunday after inspectors found cracks in "
            "two of its girders.",
            entities=("e1",),
        ),
        _claim(
            text,
            "c2",
            "the cracks were “very likely” caused by lorries heavier than the bridge was built for",
            source="Chief engineer Maria Okonjo",
            cue="said",
            by=("s1",),
            quotation=Quotation.MIXED,
            certainty=Certainty(
                level=Level.PROBABLE,
                likelihood=Likelihood((span_of(text, "very likely", 1),), (80, 95), "ICD 203"),
            ),
            standing=(Standing("s1", official, Stance.NOT_KNOWN),),
            entities=("e2",),
        ),
        _claim(
            text,
            "c3",
            "“We are confident that the damage is recent,”",
            source="she",
            cue="told",
            by=("s1",),
            quotation=Quotation.DIRECT,
            certainty=Certainty(confidence=(span_of(text, "We are confident"),)),
            standing=(Standing("s1", official, Stance.NOT_KNOWN),),
            entities=("e2",),
        ),
        replace(
            _claim(
                text,
                "c4",
                "a third girder may be damaged",
                source="Two people familiar with the inspection",
                cue="said",
                by=("s2",),
                certainty=Certainty(
                    level=Level.POSSIBLE,
                    likelihood=Likelihood((within(text, "may be", "may"),)),
                ),
                standing=(Standing("s2", Directness.RELAYED, Stance.NOT_KNOWN),),
            ),
            via=(("s3",),),
            relays=((span_of(text, "the Ansel Gazette"),),),
            relay_cues=((span_of(text, "reported"),),),
        ),
        replace(
            _claim(
                text,
                "c5",
                "the port “cannot do without its bridge”",
                source="Transport minister Tomas Reyl",
                cue="said",
                by=("s5",),
                quotation=Quotation.MIXED,
                standing=(
                    Standing(
                        "s5",
                        official,
                        Stance.INTERESTED,
                        "the minister answers for the bridge",
                        (span_of(text, "Transport minister"),),
                    ),
                ),
                entities=("e5",),
            ),
            via=(("s4",),),
            relays=((span_of(text, "the Northern Wire news agency"),),),
            relay_cues=((span_of(text, "according to"),),),
        ),
        _claim(
            text,
            "c6",
            "overloading the bridge",
            source="Calder Freight",
            cue="denied",
            by=("s6",),
            certainty=Certainty(
                level=Level.DENIED,
                distance=Distance((span_of(text, "denied"),), DistanceKind.DENYING),
            ),
            standing=(Standing("s6", Directness.NOT_STATED, Stance.PARTY, "it is accused"),),
            entities=("e3",),
        ),
        replace(
            _claim(
                text,
                "c7",
                "a new bridge could open in 2027",
                source="Reyl said",
                cue="said",
                by=("s7",),
                certainty=Certainty(
                    level=Level.POSSIBLE,
                    likelihood=Likelihood((within(text, "could open", "could"),)),
                ),
                standing=(Standing("s7", Directness.NOT_STATED, Stance.NOT_KNOWN),),
                entities=("e7", "e8"),
            ),
            when=("2027",),
            score=0.5,
            attribution=Attribution(
                source=(within(text, "Reyl said a new", "Reyl"),),
                cue=(within(text, "said a new bridge", "said"),),
            ),
        ),
        _claim(
            text,
            "c8",
            "Freight traffic through Port Ansel has doubled in ten years.",
            entities=("e1",),
        ),
    )


def _links(text: str) -> tuple[Link, ...]:
    denied = (span_of(text, "denied overloading the bridge"),)
    return (
        Link(LinkKind.RESTS_ON, "c0", "c2", (), 0.8),
        Link(LinkKind.DENIES, "c6", "c2", denied, 0.6),
    )
