"""The sentences of a source's card, built from its fields and its claims."""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Directness, Level, Stance
from according.domain.entities import EntityKind
from according.domain.sources import ReliabilityNote, Source, SourceKind
from according.ui.panel.wording import counted, inner_name, names, quoted, relay_ids, sentence, tr

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|dozens|several|both|a|an)\b",
    re.IGNORECASE,
)
"""Words that give the number of an unnamed group."""

_AFTER_HEAD = re.compile(
    r"\b(?:of|with|in|at|on|from|for|by|to|who|which|that|close|familiar|backing)\b", re.IGNORECASE
)
"""Words after which a phrase says more about its head noun."""

_A_KIND = {
    SourceKind.NEWS_AGENCY: "A news agency",
    SourceKind.NEWSPAPER: "A newspaper",
    SourceKind.BROADCASTER: "A broadcaster",
    SourceKind.ONLINE_OUTLET: "An online outlet",
    SourceKind.GOVERNMENT_BODY: "A public body",
    SourceKind.OFFICIAL: "An official",
    SourceKind.MILITARY_OR_INTELLIGENCE: "A military or intelligence body",
    SourceKind.PARTY: "A party or political movement",
    SourceKind.INTERGOVERNMENTAL: "An intergovernmental organisation",
    SourceKind.NGO: "A non-governmental organisation",
    SourceKind.THINK_TANK: "A research institute",
    SourceKind.COMPANY: "A company",
    SourceKind.ACADEMIC_STUDY: "An academic study",
    SourceKind.SOCIAL_ACCOUNT: "An account on a social network",
    SourceKind.DOCUMENT: "A document",
}
"""What a source is where the article says no more; of a person the name says it all."""

_OWNER = re.compile(r"^(?:its|his|her|their|our|my)\s+", re.IGNORECASE)
"""A possessive at the start of a description, which points to words that are not shown."""

_PLACED = {EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.GROUP}
"""Kinds of entity that say whose an unnamed source is."""


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
    if role.says:
        parts.append(counted(len(role.says) - denials, "{n} claim", "{n} claims"))
    if denials:
        parts.append(counted(denials, "{n} denial", "{n} denials"))
    if role.relays:
        parts.append(tr("relays {n}").format(n=len(role.relays)))
    return ", ".join(parts) or tr("no claim")


def source_sentence(role: Role, analysis: Analysis) -> str:
    """The plain sentences under a source's name."""
    if not role.source.named:
        return unnamed_sentence(role, analysis)
    parts = (_introduction(role.source), _relaying(role, analysis), *_speaking(role, analysis))
    return " ".join(sentence(part) for part in (*parts, _stance(role)) if part)


def description(source: Source) -> str:
    """As printed, or the kind where the article gives none; empty where the name says it all."""
    kind = tr(source.kind.value)
    if not source.named and source.kind is SourceKind.UNNAMED_GROUP:
        said = any(word in source.name.casefold() for word in ("unnamed", "anonymous"))
        return "" if said else tr("not named")
    if source.kind is SourceKind.GOVERNMENT_BODY and "government" in source.name.casefold():
        kind = ""
    if source.description and source.description.casefold() != source.name.casefold():
        return _OWNER.sub("", source.description)
    fact = next((note.value for note in source.notes if note.field == "type" and note.value), None)
    return fact or kind


def _introduction(source: Source) -> str:
    """Who it is, in words that can stand as a sentence."""
    words = description(source)
    if not words or words == tr(source.kind.value):
        return _A_KIND.get(source.kind, "") and tr(_A_KIND[source.kind])
    if source.kind is SourceKind.GOVERNMENT_BODY and re.fullmatch(r"[A-Z][\w’'.-]*", words):
        return tr("Called “{name}” here").format(name=words)
    return words


def unnamed_sentence(role: Role, analysis: Analysis) -> str:
    """What is and is not said about sources without a name."""
    printed = role.source.description or role.source.name
    parts = [quoted(printed)]
    several = _several(printed)
    if several and not _NUMBER.search(printed):
        parts.append(tr("number not given"))
    via = dict.fromkeys(relay for claim in role.says for relay in relay_ids(claim))
    if via:
        parts.append(tr("quoted by {names}").format(names=names(analysis, list(via))))
    whose = ""
    if not _affiliated(role, analysis):
        whose = tr("Who they are is not stated" if several else "No name is given")
        if "intelligence" in printed.casefold():
            whose = tr("Whose intelligence is not stated")
    said = (", ".join(parts), whose, _relaying(role, analysis))
    return " ".join(sentence(part) for part in said if part)


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
    words = field.replace("_", " ").replace("-", " ").strip()
    return tr(words[:1].upper() + words[1:])


def _relaying(role: Role, analysis: Analysis) -> str:
    if not role.relays:
        return ""
    who = dict.fromkeys(source for claim in role.relays for source in claim.sources)
    direct = {
        one.directness
        for claim in role.relays
        for one in claim.standing
        if one.source in claim.sources
    }
    said = names(analysis, list(who))
    if not said:
        return tr("Here it is passed on without a source")
    if direct == {Directness.OFFICIAL_STATEMENT} and len(role.relays) == 1:
        return tr("Passes on here a statement by {names}").format(names=said)
    return tr("Passes on here what {names} said").format(names=said)


def _speaking(role: Role, analysis: Analysis) -> list[str]:
    if not role.says:
        return []
    return [part for part in (_through(role, analysis), _knowing(role)) if part]


def _through(role: Role, analysis: Analysis) -> str:
    via = dict.fromkeys(relay for claim in role.says for relay in relay_ids(claim))
    if not via:
        return ""
    outlets = names(analysis, list(via))
    relayed = sum(1 for claim in role.says if claim.via)
    if relayed == len(role.says):
        return tr("Heard here only through {names}").format(names=outlets)
    words = "{n} of {all} claims comes" if relayed == 1 else "{n} of {all} claims come"
    count = tr(words).format(n=relayed, all=len(role.says))
    return tr("{count} through {names}").format(count=count, names=outlets)


def _knowing(role: Role) -> str:
    kinds = {
        one.directness
        for claim in role.says
        for one in claim.standing
        if one.source == role.source.id
    }
    if Directness.WITNESSED in kinds:
        return tr("Speaks here as a witness")
    if Directness.DOCUMENT in kinds:
        return tr("Speaks here through a document")
    if Directness.OFFICIAL_STATEMENT in kinds:
        return tr("Speaks here officially; no first-hand evidence is named")
    if Directness.SECOND_HAND in kinds:
        return tr("Speaks here at second hand")
    return ""


def _stance(role: Role) -> str:
    for claim in (*role.says, *role.relays):
        for one in claim.standing:
            if one.source == role.source.id and one.stance is not Stance.NOT_KNOWN:
                return _stance_sentence(role.source, one.stance)
    return ""


def _stance_sentence(source: Source, stance: Stance) -> str:
    return {
        Stance.PARTY: tr("{name} is a party to the matter"),
        Stance.ALLY: tr("{name} is an ally of a party"),
        Stance.ADVERSARY: tr("{name} is an adversary of the subject"),
        Stance.INTERESTED: tr("{name} has an interest in the matter"),
        Stance.INDEPENDENT: tr("{name} is independent of the matter"),
        Stance.NOT_KNOWN: "",
    }[stance].format(name=inner_name(source))


def _affiliated(role: Role, analysis: Analysis) -> bool:
    """Whether the words that credit an unnamed source name a place or a body."""
    spans = [span for claim in role.says for span in claim.attribution.source]
    return any(
        span.contains(mention.span)
        for entity in analysis.entities
        if entity.kind in _PLACED
        for mention in entity.mentions
        for span in spans
    )


def _several(phrase: str) -> bool:
    """Whether a phrase speaks of more than one: its head noun stands in the plural."""
    words = _AFTER_HEAD.split(phrase, maxsplit=1)[0].split()
    head = words[-1].casefold().strip(",.") if words else ""
    return head == "people" or (head.endswith("s") and not head.endswith(("ss", "’s", "'s")))
