"""The plain sentences under a source's name: who it is, what it does here, where it stands."""

from __future__ import annotations

import re

from according.domain.analysis import Analysis
from according.domain.claims import Directness, Stance
from according.domain.entities import EntityKind
from according.domain.sources import Source, SourceKind
from according.ui.panel.source_wording import Role, description
from according.ui.panel.wording import (
    capital,
    counted,
    inner_name,
    listed,
    names,
    number_word,
    quoted,
    relay_ids,
    sentence,
    tr,
    with_article,
)

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|dozens|several|both|a|an)\b",
    re.IGNORECASE,
)
"""Words that give the number of an unnamed group."""

_AFTER_HEAD = re.compile(
    r"\b(?:of|with|in|at|on|from|for|by|to|who|which|that|close|familiar|backing)\b", re.IGNORECASE
)
"""Words after which a phrase says more about its head noun."""

_CLAUSE = re.compile(r"(?:which|who|whose|where|that)\b", re.IGNORECASE)
"""How a description begins that says what a body does and not what it is."""

_DETERMINED = re.compile(r"(?:the|an?|one|its|his|her|their|our|my|this|that)\b", re.IGNORECASE)
"""How a noun phrase begins that takes no further article."""

_A_KIND = {
    SourceKind.NEWS_AGENCY: "A news agency",
    SourceKind.NEWSPAPER: "A newspaper",
    SourceKind.BROADCASTER: "A broadcaster",
    SourceKind.ONLINE_OUTLET: "An online outlet",
    SourceKind.GOVERNMENT_BODY: "A public body",
    SourceKind.OFFICIAL: "An official",
    SourceKind.MILITARY_OR_INTELLIGENCE: "A military or intelligence source",
    SourceKind.PARTY: "A party or political movement",
    SourceKind.INTERGOVERNMENTAL: "An intergovernmental organisation",
    SourceKind.NGO: "A non-governmental organisation",
    SourceKind.THINK_TANK: "A research institute",
    SourceKind.COMPANY: "A company",
    SourceKind.ACADEMIC_STUDY: "An academic study",
    SourceKind.SOCIAL_ACCOUNT: "An account on a social network",
    SourceKind.UNNAMED_GROUP: "A group",
    SourceKind.DOCUMENT: "A document",
}
"""What a source is where the article says no more; of a person the name says it all."""

_PEOPLE = {SourceKind.OFFICIAL, SourceKind.PERSON, SourceKind.MILITARY_OR_INTELLIGENCE}
"""Kinds that may be a human being, whom no sentence here calls "it"."""

_PLACED = {EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.GROUP}
"""Kinds of entity that say whose an unnamed source is."""


def source_sentence(role: Role, analysis: Analysis) -> str:
    """Who the source is, what it does in the article, and through whom it is heard."""
    if not role.source.named:
        return unnamed_sentence(role, analysis)
    parts = (_introduction(role.source), _part_played(role, analysis), _through(role, analysis))
    said = " ".join(sentence(part) for part in parts if part)
    return said or tr("The article does not say who {name} is.").format(name=role.source.name)


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
    relaying = _relaying(role, analysis, several=several)
    if relaying:
        who = tr("they") if several else tr("it")
        relaying = tr("Here {who} {does}").format(who=who, does=relaying)
    return " ".join(sentence(part) for part in (", ".join(parts), whose, relaying) if part)


def _introduction(source: Source) -> str:
    """Who it is, in words that can stand after the name: "An intergovernmental organisation"."""
    words = description(source)
    if source.by_reader:
        return words
    if source.kind is SourceKind.GOVERNMENT_BODY and source.name.startswith("government"):
        called = tr("The {name}, called “{word}” here").format(name=source.name, word=words)
        return called if words else ""
    if words == tr(source.kind.value) or _seat(source):
        return _kind(source)
    if _CLAUSE.match(words) and source.kind in _A_KIND:
        return f"{_kind(source)}, {words}"
    common = words.split()[-1].islower() and "’s " not in words and "'s " not in words
    if source.kind in _PEOPLE or not common or _DETERMINED.match(words) or _several(words):
        return words
    return with_article(words)


def _kind(source: Source) -> str:
    """What it is by its kind and, where that is on record, by its seat."""
    kind = tr(_A_KIND[source.kind]) if source.kind in _A_KIND else ""
    seat = _seat(source)
    return tr("{kind} in {seat}").format(kind=kind, seat=seat) if kind and seat else kind


def _seat(source: Source) -> str:
    """Where a body sits, where that is on record and the article itself says nothing of it."""
    if source.description:
        return ""
    found = (note.value for note in source.notes if note.field == "type and seat" and note.value)
    return next(found, "").partition(", ")[2]


def _part_played(role: Role, analysis: Analysis) -> str:
    """What the source does here and where it stands, as one sentence."""
    several = _plural(role.source)
    does = [
        part
        for part in (
            _relaying(role, analysis, several=several),
            _speaking(role, several=several),
        )
        if part
    ]
    stands = _stance(role, several=several)
    if not does and not stands:
        return ""
    # A pause before the "and", where what comes before it has one of its own.
    gap = ", " if does and "," in does[-1] else " "
    words = tr("{does}{gap}and {stands}").format(does=listed(does), gap=gap, stands=stands)
    words = words if does and stands else listed(does) or stands
    return tr("Here {who} {does}").format(who=_pronoun(role.source), does=words)


def _pronoun(source: Source) -> str:
    if source.kind in _PEOPLE or source.by_reader:
        return inner_name(source)
    return tr("they") if _plural(source) else tr("it")


def _plural(source: Source) -> bool:
    """Whether a source is several; a proper name is one, whatever it ends in."""
    return source.name[:1].islower() and _several(source.name)


def _relaying(role: Role, analysis: Analysis, *, several: bool) -> str:
    """What it passes on, of whom."""
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
    passes = tr("pass on" if several else "passes on")
    if not said:
        return tr("{passes} a claim without a source").format(passes=passes)
    if direct == {Directness.OFFICIAL_STATEMENT} and len(role.relays) == 1:
        return tr("{passes} a statement by {names}").format(passes=passes, names=said)
    return tr("{passes} what {names} said").format(passes=passes, names=said)


def _speaking(role: Role, *, several: bool) -> str:
    """That it denies, or how it would know what it says."""
    if role.only_denies:
        denies = tr("deny" if several else "denies")
        if Stance.PARTY in _stances(role) and role.source.kind not in _PEOPLE:
            said = "{denies} what is said of them" if several else "{denies} what is said of it"
            return tr(said).format(denies=denies)
        return f"{denies} {counted(len(role.says), 'a claim', '{n} claims')}"
    kinds = {
        one.directness
        for claim in role.says
        for one in claim.standing
        if one.source == role.source.id
    }
    ways = {
        Directness.WITNESSED: tr("as witnesses" if several else "as a witness"),
        Directness.DOCUMENT: tr("through a document"),
        Directness.OFFICIAL_STATEMENT: tr("officially, naming no first-hand evidence"),
        Directness.SECOND_HAND: tr("at second hand"),
    }
    found = next((words for way, words in ways.items() if way in kinds), "")
    speaks = "speak {how}" if several else "speaks {how}"
    return tr(speaks).format(how=found) if found else ""


def _stances(role: Role) -> list[Stance]:
    return [
        one.stance
        for claim in (*role.says, *role.relays)
        for one in claim.standing
        if one.source == role.source.id and one.stance is not Stance.NOT_KNOWN
    ]


def _stance(role: Role, *, several: bool) -> str:
    words = {
        Stance.PARTY: ("is a party to the matter", "are a party to the matter"),
        Stance.ALLY: ("is an ally of a party", "are allies of a party"),
        Stance.ADVERSARY: ("is an adversary of the subject", "are adversaries of the subject"),
        Stance.INTERESTED: ("has an interest in the matter", "have an interest in the matter"),
        Stance.INDEPENDENT: ("is independent of the matter", "are independent of the matter"),
    }
    return next((tr(words[stance][several]) for stance in _stances(role)), "")


def _through(role: Role, analysis: Analysis) -> str:
    """Which of its claims others have passed on."""
    relayed, count = sum(1 for claim in role.says if claim.via), len(role.says)
    if not relayed:
        return ""
    via = dict.fromkeys(relay for claim in role.says for relay in relay_ids(claim))
    outlets = names(analysis, list(via))
    if relayed < count:
        words = "{n} of the {all} claims comes through {names}"
        if relayed > 1:
            words = "{n} of the {all} claims come through {names}"
        some = capital(number_word(relayed))
        return tr(words).format(n=some, all=number_word(count), names=outlets)
    if count == 1:
        return tr("The claim comes only through {names}").format(names=outlets)
    words = "Both claims come only through {names}"
    if count > 2:
        words = "All {all} claims come only through {names}"
    return tr(words).format(all=number_word(count), names=outlets)


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
