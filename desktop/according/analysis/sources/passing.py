"""Who passes a claim on: outlets and agencies, not the channels on which people publish."""

from __future__ import annotations

from according.analysis.drafts import Draft, Parsed, Relay
from according.analysis.passages import sentence_of
from according.analysis.sources.catalogue import Catalogue
from according.analysis.sources.source_kinds import SourceWords
from according.analysis.sources.speakers import Speaker, Speakers
from according.domain.sources import OUTLETS, plain
from according.domain.spans import Span, text_of

_PLACING = frozenset(("in", "on", "for", "with", "via", "through", "at"))
"""Words after which an outlet is where somebody wrote."""

_POINTING = 2
"""Tokens of "the newspaper"."""


class Passing:
    """Tells relays from channels, from places of own writing, and from the paper itself."""

    def __init__(
        self, parsed: Parsed, speakers: Speakers, catalogue: Catalogue, words: SourceWords
    ) -> None:
        self._parsed = parsed
        self._speakers = speakers
        self._catalogue = catalogue
        self._words = words
        self._publisher = parsed.article.publisher
        self._last: tuple[int, Speaker] | None = None

    def on(self, draft: Draft, relay: Relay) -> list[Speaker]:
        """Those of a step who pass the claim on to this paper."""
        if self._own_writing(draft, relay):
            return []
        found = (self._relay(span) for span in relay.relays)
        return [one for one in found if one is not None and not self._is_no_relay(one)]

    def _relay(self, span: Span) -> Speaker | None:
        """Who passes on; "the newspaper" is the outlet that did so last, in the same paragraph."""
        passage = self._parsed.passage_at(span.start)
        tokens = passage.tokens(span) if passage is not None else None
        if passage is None or tokens is None:
            return None
        speaker = self._speakers.at(span, relay=True)
        pointing = len(tokens) == _POINTING and tokens[0].lower_ == "the" and tokens[1].is_lower
        if pointing and self._last is not None and self._last[0] == passage.index:
            return self._last[1]
        if speaker is not None and speaker.named:
            self._last = (passage.index, speaker)
        return speaker

    def _is_no_relay(self, speaker: Speaker) -> bool:
        return self._words.channel(speaker.name) or self._is_publisher(speaker)

    def _is_publisher(self, speaker: Speaker) -> bool:
        """Whether an outlet is the one that published this article."""
        if self._publisher is None or speaker.kind not in OUTLETS:
            return False
        if plain(self._publisher) == plain(speaker.name):
            return True
        known = self._catalogue.match(self._publisher, OUTLETS)
        return known is not None and known == speaker.entry

    def _own_writing(self, draft: Draft, relay: Relay) -> bool:
        """Whether the speaker wrote it there himself: "wrote in an editorial in Foo"."""
        text = self._parsed.article.text
        placing = text_of(relay.cue, text).lower().split()
        if not placing or placing[-1] not in _PLACING:
            return False
        if draft.lemma.lower() in self._words.writing:
            return True
        return any(word in self._words.own_writing for word in self._before(relay.relays[0]))

    def _before(self, span: Span) -> list[str]:
        """The lemmas that stand in the sentence shortly before an outlet."""
        passage = self._parsed.passage_at(span.start)
        tokens = passage.tokens(span) if passage is not None else None
        if passage is None or tokens is None:
            return []
        start = max(sentence_of(passage, tokens.root).start, tokens.start - 6)
        return [token.lemma_.lower() for token in passage.doc[start : tokens.start]]
