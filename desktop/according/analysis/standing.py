"""How each source stands to each claim: how it would know, and whether it has a side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from according.analysis.directness import directness
from according.analysis.drafts import Draft, Parsed
from according.analysis.stances import Matter
from according.analysis.standing_words import StandingWords
from according.domain.claims import Claim, Standing
from according.domain.sources import Source
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


def origins(sources: Sequence[Source]) -> int:
    """How many independent origins a claim has, as far as the text shows.

    Every named source is one, all unnamed ones together one; outlets that pass the claim on count
    for nothing. The narrator, who names nobody, is one.
    """
    named = sum(source.named for source in sources)
    return max(1, named + any(not source.named for source in sources))
