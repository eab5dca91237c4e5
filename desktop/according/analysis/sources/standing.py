"""How each source stands to each claim: how it would know, and whether it has a side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.analysis.drafts import Draft, Parsed
from according.analysis.sources.catalogue import Catalogue
from according.analysis.sources.directness import directness
from according.analysis.sources.stances import Matter
from according.analysis.sources.standing_words import StandingWords
from according.domain.claims import Claim, Standing
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span


def standings(
    parsed: Parsed,
    claim: Claim,
    draft: Draft,
    sources: Mapping[str, Source],
    matter: Matter,
    words: StandingWords,
    *,
    denies: bool,
) -> tuple[Standing, ...]:
    """One standing for each source of a claim; `denies` when the claim denies others."""
    printed = draft.speakers or draft.source
    found = []
    for number, id_ in enumerate(claim.sources):
        source = sources[id_]
        span: Span | None = printed[number] if number < len(printed) else None
        direct, how = directness(parsed, claim, draft, source, span, words)
        side = matter.side(claim, draft, source, span, denies=denies)
        found.append(
            Standing(
                source=source.id,
                directness=direct,
                stance=side.stance,
                reason=side.reason,
                words=tuple(sorted({*how, *side.words})),
            )
        )
    return tuple(found)


def origins(sources: Sequence[Source], catalogue: Catalogue) -> int:
    """How many independent origins a claim has, as far as the text shows.

    Every named source is one, a government and its parts together one, all unnamed ones together
    one; outlets that pass the claim on count for nothing. The narrator, who names nobody, is one.
    """
    named = {_root(source, catalogue) for source in sources if source.named}
    return max(1, len(named) + any(not source.named for source in sources))


def _root(source: Source, catalogue: Catalogue) -> str:
    """The government of which a source is part by the catalogue, else the source itself."""
    entry = catalogue.entry(source.catalogue) if source.catalogue is not None else None
    while entry is not None and entry.parent is not None:
        above = catalogue.entry(entry.parent)
        if above is None or above.kind is not SourceKind.GOVERNMENT_BODY:
            break
        entry = above
    return source.id if entry is None else f"catalogue {entry.id}"
