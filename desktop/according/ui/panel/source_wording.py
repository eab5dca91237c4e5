"""The words for a source that stand alone: what it does as a chip, how it is described."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Level
from according.domain.sources import ReliabilityNote, Source, SourceKind
from according.ui.panel.wording import counted, relay_ids, tr

_OWNER = re.compile(r"^(?:its|his|her|their|our|my)\s+", re.IGNORECASE)
"""A possessive at the start of a description, which points to words that are not shown."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a source does in the article: the claims it makes and those it passes on."""

    source: Source
    says: tuple[Claim, ...]
    relays: tuple[Claim, ...]

    @property
    def only_relays(self) -> bool:
        return bool(self.relays) and not self.says

    @property
    def only_denies(self) -> bool:
        return bool(self.says) and all(claim.certainty.level is Level.DENIED for claim in self.says)


def roles(analysis: Analysis) -> tuple[Role, ...]:
    """Every source with its claims, in one walk over the claims."""
    says: dict[str, list[Claim]] = {}
    relays: dict[str, list[Claim]] = {}
    for claim in analysis.claims:
        for source in claim.sources:
            says.setdefault(source, []).append(claim)
        for relay in relay_ids(claim):
            relays.setdefault(relay, []).append(claim)
    return tuple(
        Role(source, tuple(says.get(source.id, ())), tuple(relays.get(source.id, ())))
        for source in analysis.sources
    )


def role_chip(role: Role) -> str:
    """What a source does, as short as a chip: "7 claims", "relays 1", "1 denial"."""
    if role.only_denies:
        return counted(len(role.says), "{n} denial", "{n} denials")
    parts = []
    denials = sum(claim.certainty.level is Level.DENIED for claim in role.says)
    if len(role.says) > denials:
        parts.append(counted(len(role.says) - denials, "{n} claim", "{n} claims"))
    if denials:
        parts.append(counted(denials, "{n} denial", "{n} denials"))
    if role.relays:
        parts.append(tr("relays {n}").format(n=len(role.relays)))
    return ", ".join(parts) or tr("no claim")


def description(source: Source) -> str:
    """As printed, or the kind where the article gives none; empty where the name says it all."""
    kind = tr(source.kind.value)
    if source.by_reader:
        return tr("named by you, kind not known")
    if not source.named and source.kind is SourceKind.UNNAMED_GROUP:
        said = any(word in source.name.casefold() for word in ("unnamed", "anonymous"))
        return "" if said else tr("not named")
    if source.kind is SourceKind.GOVERNMENT_BODY and "government" in source.name.casefold():
        kind = ""
    if source.description and source.description.casefold() != source.name.casefold():
        return _OWNER.sub("", source.description)
    fact = next((note.value for note in source.notes if note.field == "type" and note.value), None)
    return fact or kind


def origin_question(role: Role) -> str:
    """The doubt about several outlets that quote one unnamed group, or nothing."""
    outlets = {
        relay
        for claim in role.says
        if claim.origins == 1
        for step in claim.via
        if len(step) > 1
        for relay in step
    }
    if role.source.named or not outlets:
        return ""
    numbers = {2: tr("Two"), 3: tr("Three"), 4: tr("Four")}
    count = numbers.get(len(outlets), str(len(outlets)))
    return tr("{n} outlets, possibly one origin").format(n=count)


def newest_first(notes: tuple[ReliabilityNote, ...]) -> tuple[ReliabilityNote, ...]:
    """Facts by their date, newest first; what is not known comes last."""
    known = [note for note in notes if note.value is not None]
    unknown = [note for note in notes if note.value is None]
    return (*sorted(known, key=lambda note: note.as_of or "", reverse=True), *unknown)


def field_word(field: str) -> str:
    """The name of a field of the catalogue as a label."""
    if field == "described in this article as":
        return tr("Called here")
    words = field.replace("_", " ").replace("-", " ").strip()
    return tr(words[:1].upper() + words[1:])
