"""What a figure is called: its fullest name, with a title where it has one word only."""

from __future__ import annotations

from according.analysis.entities.acronyms import is_acronym
from according.analysis.entities.cast import Figure
from according.analysis.entities.gazetteer import Form
from according.domain.entities import EntityKind

FORMS_OF_ADDRESS = frozenset(
    (
        "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady",
        "Baron", "Baroness", "Viscount", "Earl", "Countess",
    )
)  # fmt: skip
"""Titles that a person known by one name only is called by: "Mr Oakes"."""


def name_of(figure: Figure) -> str:
    """How the figure is called: in full, as the article mostly writes it, without titles."""
    if figure.name is not None:
        return figure.name
    known = figure.known
    if figure.kind is EntityKind.PERSON:
        name = max(
            figure.forms, key=lambda form: (len(form.replace("-", " ").split()), figure.forms[form])
        )
        return _addressed(figure, name)
    if known is not None and (known.form is Form.PEOPLE or known.name in figure.forms):
        return known.name
    own = _own_forms(figure)
    if known is not None and all("." in form or form in ("North", "South") for form in own):
        return known.name
    own = own or list(figure.forms)
    long = [form for form in own if not is_acronym(form)] or own
    return max(long, key=lambda form: (figure.forms[form], len(form)))


def _addressed(figure: Figure, name: str) -> str:
    """A family name alone with the title that goes before it: "Mr Oakes", "Lord Hale of Norley"."""
    if len(name.split()) > 1 and " of " not in name:
        return name
    titles = sorted(figure.titles & FORMS_OF_ADDRESS)
    particular = [title for title in titles if title not in ("Lord", "Lady")] or titles
    return f"{particular[0]} {name}" if len(particular) == 1 else name


def _own_forms(figure: Figure) -> list[str]:
    """The forms that are the figure's names, not those of a capital that stands for it."""
    return [form for form in figure.forms if form not in figure.borrowed]
