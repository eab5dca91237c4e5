"""What is wrong with a basis, entry or fact of the catalogue, in words that follow its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from according.domain.sources import FIELDS, CatalogueEntry, SourceKind, domain_in

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_AS_OF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_YEAR = re.compile(r"\d{4}")
_BASIS_TEXTS = ("title", "publisher", "published", "where")
FACT_TEXTS = ("field", "value", "as_of", *_BASIS_TEXTS)
_TEXTS = ("id", "name", "kind", "country", "parent")
_LISTS = ("aliases", "domains")

Form = Mapping[str, Any]


def faults_of_basis(base: object) -> Iterator[str]:
    if not isinstance(base, dict):
        yield "is no table: write it as [basis.<id>] with title, publisher, published and where."
        return
    if lacking := [name for name in _BASIS_TEXTS if not is_text(base.get(name))]:
        yield f"lacks {listed(lacking)}: write it as text."
    elif not _YEAR.search(base["published"]):
        yield f"was published “{base['published']}”: name the year."
    if strange := base.keys() - set(_BASIS_TEXTS):
        yield f"has {listed(strange)}, which no basis has: take it out."


def faults_of_entry(form: Form, known: CatalogueEntry | None) -> Iterator[str]:
    if strange := form.keys() - {*_TEXTS, *_LISTS, "fact"}:
        yield f"has {listed(strange)}, which no entry has: take it out."
    if lacking := [name for name in ("id", "name", "kind") if not form.get(name)]:
        yield f"lacks {listed(lacking)}: every entry has an id, a name and a kind."
    yield from _faults_of_types(form)
    kind = form.get("kind")
    if is_text(kind) and kind not in set(SourceKind):
        yield f"has the kind “{kind}”: write one of {', '.join(SourceKind)}."
    elif known is not None and kind != known.kind:
        yield f"has the kind “{kind}”, but is there as {known.kind}: write that, or another id."


def _faults_of_types(form: Form) -> Iterator[str]:
    for name in _TEXTS:
        if form.get(name) and not is_text(form[name]):
            yield f"has a “{name}” that is no text: write it in quotation marks."
    for name in _LISTS:
        if not _is_texts(form.get(name, [])):
            yield f'has “{name}” that are no texts: write them as a list, ["..."].'
    if is_text(form.get("id")) and not _ID.fullmatch(form["id"]):
        yield "has an id that is not of small letters, digits and hyphens: write it so."
    domains = form.get("domains", [])
    for domain in domains if _is_texts(domains) else ():
        if domain_in(domain) != domain:
            yield f"has the domain “{domain}”: write it as example.org, without www."
    if not isinstance(form.get("fact", []), list):
        yield "has a fact that is no table: write each under [[entry.fact]]."


def faults_of_fact(whole: Form, about: str, *, told: bool) -> Iterator[str]:
    """`told`: the basis is in order; else what it lacks was said of the basis itself."""
    needed = FACT_TEXTS if told else FACT_TEXTS[:3]
    if lacking := [name for name in needed if not is_text(whole.get(name))]:
        yield f"has {about} without {listed(lacking)}: add it as text."
    if strange := whole.keys() - {*FACT_TEXTS, "basis"}:
        yield f"has {about} with {listed(strange)}, which no fact has: take it out."
    if is_text(whole.get("field")) and whole["field"] not in FIELDS:
        yield f"has {about}, which is no field: write one of {', '.join(FIELDS)}."
    if is_text(whole.get("as_of")) and not _AS_OF.fullmatch(whole["as_of"]):
        yield (
            f"has {about} as of “{whole['as_of']}”, which is no date: write it as 2024, 2024-05 or "
            "2024-05-31."
        )


def is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


def listed(names: Collection[str]) -> str:
    return ", ".join(f"“{name}”" for name in sorted(names))
