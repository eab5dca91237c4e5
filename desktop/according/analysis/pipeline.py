"""Analyses an article: loads the model on first use and runs the stages in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from importlib import metadata
from threading import Lock

from spacy.language import Language

from according import places
from according.analysis.attribution.certainty import judge
from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.joining import Learned
from according.analysis.attribution.lexicon import Lexicon, load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.dates import when
from according.analysis.drafts import Draft, Parsed
from according.analysis.entities.find import find_entities
from according.analysis.entities.gazetteer import Gazetteer, load_gazetteer
from according.analysis.learned.calibration import LEAST
from according.analysis.learned.encoding import encode
from according.analysis.learned.network import Network, open_network
from according.analysis.links.find import answering_for_themselves, find_links
from according.analysis.links.topics import LinkWords, load_link_words, topics
from according.analysis.model import PACKAGE, load_model, model_name
from according.analysis.passages import Cancelled, parse
from according.analysis.producer import learned_model, stages
from according.analysis.sources.allegiances import allegiances
from according.analysis.sources.catalogue import Catalogue, bundled_catalogue
from according.analysis.sources.conflicts import conflict_parties
from according.analysis.sources.disputes import find_disputes
from according.analysis.sources.find import Resolved, resolve, spans_of_steps
from according.analysis.sources.interests import paid_for
from according.analysis.sources.mentions import Mentions
from according.analysis.sources.source_kinds import SourceWords, load_source_words
from according.analysis.sources.stances import Matter
from according.analysis.sources.standing import origins, standings
from according.analysis.sources.standing_words import StandingWords, load_standing_words
from according.analysis.summary import summarise
from according.domain.analysis import LEARNED, Analysis, Producer
from according.domain.article import Article
from according.domain.claims import Attribution, Claim, Link, Voice
from according.domain.languages import not_analysed
from according.domain.sources import Source
from according.domain.spans import text_of

__all__ = ["Analyzer", "Cancelled"]

DOUBT = 0.7
"""What is left of a claim's score when the name of its source fits several people."""


@dataclass(frozen=True, slots=True)
class _Tools:
    """All that is loaded before the first article."""

    nlp: Language
    network: Network | None
    lexicon: Lexicon
    source_words: SourceWords
    link_words: LinkWords
    standing_words: StandingWords
    catalogue: Catalogue
    gazetteer: Gazetteer


class Analyzer:
    """Reads articles with one model, which is loaded once, by the first that needs it.

    `sensitivity` is how many claims the reader wants: 0 the usual, more or fewer above and below.
    `catalogue` gives the catalogue of sources, by itself the one that comes with the program.
    """

    def __init__(
        self,
        model: str = PACKAGE,
        *,
        sensitivity: int = 0,
        catalogue: Callable[[], Catalogue] = bundled_catalogue,
    ) -> None:
        self._model = model
        self._catalogue = catalogue
        self.sensitivity = sensitivity
        self._lock = Lock()
        self._loaded: _Tools | None = None

    @property
    def producer(self) -> Producer:
        """Who makes these analyses; loads the model."""
        return _producer(self._tools(), self.sensitivity)

    def load(self) -> None:
        """Loads the model now, so that the first article does not wait for it."""
        self._tools()

    def analyze(
        self,
        article: Article,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Analysis:
        """Entities, sources, claims, links and summary of an article.

        `on_progress` gets blocks done and blocks in all. Raises `Cancelled` soon after `cancelled`
        says so, and `ModelMissing` when there is no model. An article in another language than
        English gives no more than a warning that says so: the models read nothing else.
        """
        tools = self._tools()
        sensitivity = self.sensitivity  # which may be set while the analysis runs
        if article.language is not None and article.foreign:
            warning = not_analysed(article.language)
            return Analysis(_producer(tools, sensitivity), warnings=(warning,))
        # One thread at a time has the model: its vocabulary grows while it reads.
        with self._lock, ThreadPoolExecutor(1) as beside:
            # The network reads on one processor while the parser does on another.
            reading = beside.submit(_learn, tools, article, sensitivity, cancelled or _never)
            parsed = parse(tools.nlp, article, on_progress=on_progress, cancelled=cancelled)
            return _read(tools, parsed, reading.result(), sensitivity, cancelled or _never)

    def _tools(self) -> _Tools:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._model, self._catalogue)
            return self._loaded


def _never() -> bool:
    return False


def _load(model: str, catalogue: Callable[[], Catalogue]) -> _Tools:
    folder = learned_model()
    return _Tools(
        nlp=load_model(model),
        network=open_network(folder) if folder is not None else None,
        lexicon=load_words(),
        source_words=load_source_words(places.resource("words")),
        link_words=load_link_words(places.resource("words", "links.toml")),
        standing_words=load_standing_words(places.resource("words", "standing.toml")),
        catalogue=catalogue(),
        gazetteer=load_gazetteer(),
    )


def _producer(tools: _Tools, sensitivity: int) -> Producer:
    learned = tools.network.name if tools.network is not None else None
    return Producer(
        version=metadata.version("according"),
        model=model_name(tools.nlp),
        components=stages(tools.nlp.pipe_names, learned, sensitivity),
    )


def _learn(
    tools: _Tools, article: Article, sensitivity: int, cancelled: Callable[[], bool]
) -> Learned | None:
    """What the attribution model finds, if it is there."""
    if tools.network is None:
        return None
    encoded = encode(tools.network.tokenizer, article)
    return Learned(
        tuple(tools.network.attributed(encoded, cancelled=cancelled)),
        tools.network.calibration,
        LEAST[sensitivity],
    )


def _read(
    tools: _Tools,
    parsed: Parsed,
    learned: Learned | None,
    sensitivity: int,
    cancelled: Callable[[], bool],
) -> Analysis:
    """The stages after the models."""
    quotations, warnings = find_quotations(parsed)
    drafts = find_drafts(parsed, quotations, tools.lexicon, learned)
    _stop_if(cancelled())
    entities = find_entities(parsed, drafts, gazetteer=tools.gazetteer)
    _stop_if(cancelled())
    mentions = Mentions(entities)
    sources, resolved = resolve(parsed, drafts, entities, tools.catalogue, tools.source_words)
    claims = _claims(tools, parsed, drafts, resolved, sources, mentions)
    _stop_if(cancelled())
    links, claims = _related(tools, parsed, drafts, resolved, sources, claims, mentions)
    return Analysis(
        producer=_producer(tools, sensitivity),
        entities=tuple(entities),
        sources=sources,
        claims=claims,
        links=links,
        phrases=summarise(claims, sources, links, parsed.article.text),
        warnings=tuple(warnings),
    )


def _stop_if(wanted: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if wanted:
        raise Cancelled


def _claims(
    tools: _Tools,
    parsed: Parsed,
    drafts: Sequence[Draft],
    resolved: Sequence[Resolved],
    sources: Sequence[Source],
    mentions: Mentions,
) -> tuple[Claim, ...]:
    known = {source.id: source for source in sources}
    return tuple(
        _claim(tools, parsed, f"c{number}", draft, who, known, mentions)
        for number, (draft, who) in enumerate(zip(drafts, resolved, strict=True), 1)
    )


def _claim(
    tools: _Tools,
    parsed: Parsed,
    name: str,
    draft: Draft,
    who: Resolved,
    known: dict[str, Source],
    mentions: Mentions,
) -> Claim:
    """One claim, whose standing waits for the links."""
    article = parsed.article
    relays, relay_cues = spans_of_steps(who)
    cue = () if draft.carried else draft.cue
    return Claim(
        id=name,
        content=draft.content,
        text=text_of(draft.content, article.text),
        voice=Voice.NARRATOR if draft.narrated else Voice.ATTRIBUTED,
        quotation=draft.quotation,
        attribution=Attribution(source=draft.source, cue=draft.cue),
        sources=who.sources,
        via=who.via,
        certainty=judge(parsed, draft, tools.lexicon),
        standing=(),
        origins=origins([known[id_] for id_ in who.sources], tools.catalogue),
        when=when(parsed, draft.content, article.published, cue=cue),
        entities=_named(draft, mentions),
        score=round(draft.score * (DOUBT if who.doubtful else 1.0), 2),
        origin=f"{draft.origin} + {LEARNED}" if draft.confirmed else draft.origin,
        relays=relays,
        relay_cues=relay_cues,
    )


def _named(draft: Draft, mentions: Mentions) -> tuple[str, ...]:
    """The ids of the entities that a content names, in text order."""
    return tuple(dict.fromkeys(named.entity.id for named in mentions.within(draft.content)))


def _related(
    tools: _Tools,
    parsed: Parsed,
    drafts: Sequence[Draft],
    resolved: Sequence[Resolved],
    sources: Sequence[Source],
    claims: tuple[Claim, ...],
    mentions: Mentions,
) -> tuple[tuple[Link, ...], tuple[Claim, ...]]:
    """The links between the claims, and the claims with their standing."""
    words = tools.standing_words
    known = {source.id: source for source in sources}
    loyal = allegiances(parsed, drafts, resolved, sources, mentions, tools.catalogue, words.voices)
    compared = topics(parsed, drafts, claims, mentions, tools.link_words)
    links = find_links(compared, loyal, tools.link_words, parsed.article.text)
    denials = answering_for_themselves(compared, links, loyal, tools.link_words)
    matter = Matter(
        parsed=parsed,
        mentions=mentions,
        allegiances=loyal,
        parties=conflict_parties(parsed, mentions, tools.standing_words.conflicts),
        accusing=tools.link_words.accuses,
        words=tools.standing_words,
        disputes=find_disputes(compared, loyal, mentions, tools.link_words),
        paid=paid_for(parsed, drafts, resolved, known, words),
        numbers={passage.index: number for number, passage in enumerate(parsed.passages)},
    )
    return links, tuple(
        replace(
            claim,
            standing=standings(
                parsed,
                claim,
                draft,
                known,
                matter,
                tools.standing_words,
                denies=claim.id in denials,
            ),
        )
        for claim, draft in zip(claims, drafts, strict=True)
    )
