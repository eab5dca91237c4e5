"""The order of the sources: by what they do in the article, in groups, by claims or by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from according.domain.analysis import Analysis
from according.domain.claims import Claim, LinkKind, Status, Voice
from according.ui.panel.source_wording import Role, roles
from according.ui.panel.wording import tr

_ANSWERS = frozenset({LinkKind.DENIES, LinkKind.DISPUTES, LinkKind.NO_COMMENT})
"""Links by which somebody answers what is said of them."""


class Order(StrEnum):
    """How the cards are ordered."""

    ROLE = "role"
    CLAIMS = "claims"
    NAMED = "named"


class Part(StrEnum):
    """What a source does in the article, in the order shown."""

    SPEAKS = "speaks"
    ANSWERS = "answers"
    UNNAMED = "unnamed"
    PASSES_ON = "passes on"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Group:
    """Sources under one heading, which is empty where there is none; `paper` are its own claims."""

    heading: str
    roles: tuple[Role, ...] = ()
    paper: tuple[Claim, ...] = ()


def groups(analysis: Analysis, order: Order) -> tuple[Group, ...]:
    """All sources in order, and at last the paper with what it says in its own voice."""
    found = roles(analysis)
    own = tuple(claim for claim in analysis.claims if claim.voice is Voice.NARRATOR)
    if order is Order.CLAIMS:
        listed = [Group("", tuple(sorted(found, key=lambda role: -len(role.says))))]
    elif order is Order.NAMED:
        listed = list(_by_name(found))
    else:
        listed = list(_by_part(found, analysis))
    last = Group(tr("The paper itself") if order is Order.ROLE else "", (), own)
    return tuple(group for group in (*listed, last) if group.roles or group.paper)


def part(role: Role, analysis: Analysis) -> Part:
    """What a source does: an unnamed one is told apart before all else, for it cannot be asked."""
    if role.only_relays or not role.says:
        return Part.PASSES_ON
    if not role.source.named:
        return Part.UNNAMED
    return Part.ANSWERS if _answers(role, analysis) else Part.SPEAKS


def _by_part(found: tuple[Role, ...], analysis: Analysis) -> Iterator[Group]:
    headings = {
        Part.SPEAKS: tr("Speak"),
        Part.ANSWERS: tr("Are accused or deny"),
        Part.UNNAMED: tr("Unnamed"),
        Part.PASSES_ON: tr("Pass on"),
    }
    parts = {role.source.id: part(role, analysis) for role in found}
    for one, heading in headings.items():
        inside = [role for role in found if parts[role.source.id] is one]
        inside.sort(key=lambda role: (-len(role.says), -len(role.relays)))
        yield Group(_counted(heading, len(inside)), tuple(inside))


def _by_name(found: tuple[Role, ...]) -> Iterator[Group]:
    inside = sorted(found, key=lambda role: role.source.name.casefold())
    for named, heading in ((True, tr("Named")), (False, tr("Unnamed"))):
        some = tuple(role for role in inside if role.source.named is named)
        yield Group(_counted(heading, len(some)), some)


def _answers(role: Role, analysis: Analysis) -> bool:
    """Whether it denies all through, or answers a claim that speaks of it."""
    mine = {claim.id for claim in role.says}
    answered = [
        (one.first, one.second)
        for one in analysis.links
        if one.kind in _ANSWERS and one.first in mine and one.status is not Status.REJECTED
    ]
    if role.only_denies or (answered and {first for first, _ in answered} == mine):
        return True
    return any(role.source.entity in analysis.claim(second).entities for _, second in answered)


def _counted(heading: str, count: int) -> str:
    return tr("{heading} ({n})").format(heading=heading, n=count)
