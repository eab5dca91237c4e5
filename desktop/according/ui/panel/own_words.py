"""What the reader has added on a source: the note, the judgements, the lists brought in."""

from __future__ import annotations

from according.domain.judgements import current
from according.domain.reading import Reading
from according.ui.panel.wording import counted, date_words, quoted, tr


def source_note(reading: Reading, key: str) -> str:
    """The reader's note on a source, empty where there is none."""
    return next((note.text for note in reading.source_notes if note.source == key), "")


def assessed(reading: Reading, key: str) -> tuple[tuple[str, str], ...]:
    """What the reader's lists say of a source: the wording, then who said it, when, which list."""
    return tuple(
        (
            quoted(row.wording),
            tr("– {assessor}, {date} · your list {name}").format(
                assessor=row.assessor, date=date_words(row.date), name=row.list
            ),
        )
        for row in reading.assessments
        if row.source == key
    )


def own_words(reading: Reading, key: str) -> str:
    """Where the reader has had a word on a source, for a card that is closed."""
    fields = {(one.field, one.claim) for one in reading.judgements if one.source == key}
    held = {field for field, claim in fields if current(reading.judgements, key, field, claim)}
    parts = []
    if held:
        parts.append(counted(len(held), "your word on {n} field", "your word on {n} fields"))
    if source_note(reading, key):
        parts.append(tr("your note"))
    lists = {row.list for row in reading.assessments if row.source == key}
    if lists:
        parts.append(counted(len(lists), "in {n} list of yours", "in {n} lists of yours"))
    return "▪ " + ", ".join(parts) if parts else ""
