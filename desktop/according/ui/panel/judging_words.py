"""What the reader says of a field, beside what is on record or read in the article: values, words.

Nothing the program holds is ever replaced: a `Judged` carries both, and the history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.claims import Directness, Stance
from according.domain.judgements import (
    DIRECTNESS,
    INFORMATION_GRADE,
    INFORMATION_GRADES,
    SOURCE_GRADE,
    SOURCE_GRADES,
    STANCE,
    UNGRADED,
    Judgement,
)
from according.ui.panel.wording import date_words, directness, quoted, stance, tr


@dataclass(frozen=True, slots=True)
class Record:
    """One value that is on record or read in the article; `more` is said more quietly.

    `basis` says where it can be read, empty where `more` tells.
    """

    value: str
    more: str = ""
    basis: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of a source: the program's records of it, and what the reader `told`, latest first.

    `source` is the key by which the source is known. `claims` are the ids of the claims to which it
    stands so, none for a field of the source in general.
    """

    source: str
    field: str
    label: str
    records: tuple[Record, ...] = ()
    told: tuple[Judgement, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def held(self) -> Judgement | None:
        """What the reader holds now."""
        return self.told[0] if self.told and self.told[0].value is not None else None

    @property
    def earlier(self) -> tuple[Judgement, ...]:
        """What the reader said before."""
        return self.told[1:] if self.held is not None else self.told

    @property
    def grade(self) -> bool:
        """Whether it is a grade, which the reader alone gives."""
        return self.field in UNGRADED

    @property
    def place(self) -> tuple[str, tuple[str, ...]]:
        """By what it is known again after a change."""
        return self.field, self.claims[:1]


@dataclass(frozen=True, slots=True)
class Saying:
    """What the reader says of a field, to be kept; `value` None takes back what was said before."""

    source: str
    field: str
    value: str | None
    reason: str = ""
    claims: tuple[str, ...] = ()


def options(field: str) -> tuple[tuple[str, str], ...]:
    """What the reader may choose from, each with its words; nothing where any words will do."""
    if field == STANCE:
        return tuple((one.value, stance(one, None).main) for one in Stance)
    if field == DIRECTNESS:
        return tuple((one.value, directness(one).main) for one in Directness)
    if field in UNGRADED:
        scale = SOURCE_GRADES if field == SOURCE_GRADE else INFORMATION_GRADES
        return tuple((letter, f"{letter} · {tr(words)}") for letter, words in scale.items())
    return ()


def value_words(field: str, value: str) -> str:
    """A value as the reader reads it."""
    return dict(options(field)).get(value, value)


def question(field: str) -> str:
    """What is asked of the reader."""
    asked = {
        STANCE: tr("How does the source stand to the matter?"),
        DIRECTNESS: tr("How would the source know?"),
        SOURCE_GRADE: tr("How reliable is this source, in your judgement?"),
        INFORMATION_GRADE: tr("How credible is this information, in your judgement?"),
    }
    return asked.get(field) or tr("What do you hold to be so?")


def change_words(field: str) -> str:
    """What leads to the question."""
    return tr("Grade…") if field in UNGRADED else tr("Change…")


def recorded_words(field: str) -> str:
    """What stands before the program's own value where the reader has another."""
    return tr("Read here") if field in {STANCE, DIRECTNESS} else tr("On record")


def said_words(judgement: Judgement) -> tuple[str, str]:
    """What the reader said, and more quietly why and when."""
    value = judgement.value
    main = tr("taken back") if value is None else value_words(judgement.field, value)
    when = date_words(judgement.created.date().isoformat()) if judgement.created else ""
    reason = quoted(judgement.reason) if judgement.reason else ""
    return main, " · ".join(part for part in (reason, when) if part)


def spoken(shown: Judged) -> str:
    """A field as one sentence for a screen reader."""
    held, parts = shown.held, [shown.label] if shown.label else []
    if held is not None:
        main, more = said_words(held)
        parts.append(tr("you say {value}").format(value=main))
        parts.extend([more] if more else [])
    for record in shown.records:
        value = f"{record.value} · {record.more}" if record.more else record.value
        if held is not None:
            before = recorded_words(shown.field)
            value = f"{before[:1].lower()}{before[1:]} {value}"
        parts.append(value)
    return ", ".join(parts)


def alike(one: Sequence[Judgement], other: Sequence[Judgement]) -> bool:
    """Whether the reader said the same, in the same order, of two claims."""
    return _gist(one) == _gist(other)


def _gist(told: Sequence[Judgement]) -> list[tuple[str | None, str]]:
    return [(judgement.value, judgement.reason) for judgement in told]
