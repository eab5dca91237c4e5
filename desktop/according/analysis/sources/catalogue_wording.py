"""The forms that values of the catalogue have, one for every side, and which values lack theirs.

They stand here and not among the word lists because a form belongs to its field in `FIELDS`: a new
field without one is found by a test, and the forms are tried by the type checker and the tests like
any other code. The two scales are others' own words and must be quoted exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from according.domain.sources import SourceKind

RELATIONS = (
    "state-controlled",
    "captured, public or state-managed",
    "captured private",
    "independent, state-funded and state-managed",
    "independent, state-funded",
    "independent, state-managed",
    "independent public",
)
"""The typology of State Media Monitor."""

STATUSES = (
    "generally reliable",
    "no consensus, or additional considerations apply",
    "mixed, by topic or period",
    "generally unreliable",
    "deprecated",
    "blacklisted",
)
"""The statuses on Wikipedia's list of perennial sources, and "mixed" where it has several."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The form of a value, and the words in which a reader is told of it."""

    form: re.Pattern[str]
    told: str


def _wording(form: str, told: str) -> Wording:
    return Wording(re.compile(form), told)


WORDINGS = {
    "type and seat": _wording(
        rf"(?:{'|'.join(SourceKind)}), \S.*", "a kind of source, a comma, and the place"
    ),
    "owner": _wording(r"\S.*", "the owner"),
    "funding": _wording(r"[a-z].*", "what the money comes from, beginning with a small letter"),
    "relation to a state": _wording(
        rf"(?:{'|'.join(RELATIONS)}) \(State Media Monitor's typology\), [A-Z][A-Za-z ]+",
        "a type of State Media Monitor, “(State Media Monitor's typology),” and the country",
    ),
    "corrections policy": _wording(
        r"(?:published|none published)(?:, [a-z].*)?",
        "“published” or “none published”, then where, beginning with a small letter",
    ),
    "assessment by Wikipedia editors": _wording(
        rf"“(?:{'|'.join(STATUSES)})”(?: (?:on|outside) [a-z ]+)?, last discussed \d{{4}}",
        "a status of the list in quotation marks, “, last discussed” and the year",
    ),
    "certification": _wording(
        r"[A-Z][A-Za-z' ]+, (?:since|until|as of) [\w ]*\d{4}",
        "the scheme, then “since”, “until” or “as of” and the date",
    ),
    "membership": _wording(
        r"[A-Z][A-Za-z0-9 +'’-]+, since .*\d{4}.*|\d+ states",
        "the organisation, “, since” and the date; or a number and “states”",
    ),
    "press freedom of the seat": _wording(
        r"rank \d{1,3} of \d{3}, World Press Freedom Index \d{4}",
        "“rank 1 of 180, World Press Freedom Index 2025” with its own numbers",
    ),
}
"""The form of the values of each field, the same for every entry."""


def wording_fault(field: str, value: str) -> str | None:
    """What is wrong with the wording of a fact, in words that follow the entry's id."""
    wording = WORDINGS.get(field)
    if wording is None or wording.form.fullmatch(value):
        return None
    return f"has the {field} “{value}”: write {wording.told}, as every entry does."
