"""The fields of a source as rows: facts on record, and its standing, told claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from according.domain.analysis import Analysis
from according.domain.claims import Claim, Directness, Stance, Standing
from according.domain.judgements import (
    DIRECTNESS,
    INFORMATION_GRADE,
    SOURCE_GRADE,
    STANCE,
    UNGRADED,
    Judgement,
    history,
    source_key,
)
from according.domain.reading import Reading
from according.domain.sources import FIELDS, ReliabilityNote, Source
from according.ui.panel.judging_words import Judged, Record, alike, value_words
from according.ui.panel.source_wording import Role, field_word, newest_first
from according.ui.panel.wording import Value, date_words, directness, stance, tr, words_of

_OF_ARTICLE = frozenset({STANCE, DIRECTNESS, SOURCE_GRADE, INFORMATION_GRADE})
"""Fields of a judgement that are no facts on record."""


def fact_rows(source: Source, judgements: Sequence[Judgement]) -> tuple[Judged, ...]:
    """What is on record, one row a field, the newest fact first; then what the reader added."""
    key = source_key(source)
    fields: dict[str, list[ReliabilityNote]] = {}
    for note in newest_first(source.notes):
        fields.setdefault(note.field, []).append(note)
    own = (one.field for one in judgements if one.source == key and one.target is None)
    for field in own:
        if field not in _OF_ARTICLE:
            fields.setdefault(field, [])
    rows = (
        Judged(
            key,
            field,
            field_word(field),
            tuple(map(_fact, notes)) or (Record(tr("nothing"), known=False),),
            history(judgements, key, field),
        )
        for field, notes in fields.items()
    )
    # A field that the reader alone knew is gone when the reader takes it back.
    return tuple(row for row in rows if fields[row.field] or row.held is not None)


def missing_fields(rows: Iterable[Judged]) -> tuple[str, ...]:
    """The fields of the catalogue of which the card says nothing yet."""
    told = {row.field for row in rows}
    return tuple(field for field in FIELDS if field not in told)


def standing_rows(
    role: Role, reading: Reading, field: str
) -> tuple[tuple[Judged, tuple[Claim, ...]], ...]:
    """How a source stands to its claims: one row for all to which it stands alike."""
    key = source_key(role.source)
    groups: list[tuple[Judged, list[Claim]]] = []
    for claim in (*role.says, *role.relays):
        one = next((one for one in claim.standing if one.source == role.source.id), None)
        if one is None and field == DIRECTNESS and claim not in role.says:
            continue  # who only passes a claim on need not know it
        row = standing_row(reading, claim, one, key=key, field=field)
        for known, claims in groups:
            if known.records == row.records and alike(known.told, row.told):
                claims.append(claim)
                break
        else:
            groups.append((row, [claim]))
    return tuple((_of_all(row, claims), tuple(claims)) for row, claims in groups)


def standing_row(
    reading: Reading, claim: Claim, one: Standing | None, *, key: str, field: str, label: str = ""
) -> Judged:
    """How a source stands to one claim, with the reason in the article's words."""
    value = _value(reading.article.text, one, field)
    return Judged(
        key,
        field,
        label or (tr("Standing") if field == STANCE else tr("Basis")),
        (Record(value.main, value.more, known=value.known),),
        history(reading.judgements, key, field, claim.id),
        (claim.id,),
    )


def source_grade_row(source: Source, judgements: Sequence[Judgement]) -> Judged:
    """The reader's grade of a source, which cannot be judged until there is one."""
    key = source_key(source)
    told = history(judgements, key, SOURCE_GRADE)
    return Judged(key, SOURCE_GRADE, tr("Source"), _ungraded(SOURCE_GRADE, told), told)


def information_grade_row(reading: Reading, claim: Claim) -> Judged:
    """The reader's grade of what one claim says, whoever says it."""
    told = history(reading.judgements, "", INFORMATION_GRADE, claim.id)
    records = _ungraded(INFORMATION_GRADE, told)
    return Judged("", INFORMATION_GRADE, tr("Information"), records, told, (claim.id,))


def numbered(analysis: Analysis, claims: Iterable[Claim]) -> tuple[tuple[str, int], ...]:
    """Claims by id and number, in the order of the article."""
    wanted = {claim.id for claim in claims}
    return tuple(
        (claim.id, number) for number, claim in enumerate(analysis.claims, 1) if claim.id in wanted
    )


def _ungraded(field: str, told: Sequence[Judgement]) -> tuple[Record, ...]:
    """Without a grade of the reader's, what the scale says of that; the machine never grades."""
    if told and told[0].value is not None:
        return ()
    return (Record(value_words(field, UNGRADED[field]), tr("not graded"), known=False),)


def _of_all(row: Judged, claims: Sequence[Claim]) -> Judged:
    ids = tuple(claim.id for claim in claims)
    return Judged(row.source, row.field, row.label, row.records, row.told, ids)


def _value(text: str, one: Standing | None, field: str) -> Value:
    if field == STANCE:
        return stance(one.stance, one.reason) if one else stance(Stance.NOT_KNOWN, None)
    if one is None:
        return directness(Directness.NOT_STATED)
    value = directness(one.directness)
    # Words that are the reason of its stance are told there.
    if one.words and one.reason is None:
        return Value(value.main, words_of(one.words, text), value.known)
    return value


def _fact(note: ReliabilityNote) -> Record:
    if note.value is None:
        return Record(tr("not known"), known=False)
    date = tr("as of {date}").format(date=date_words(note.as_of)) if note.as_of else ""
    return Record(note.value, date, note.basis or "")
