"""Measures a model as the program will run it, and fits what its scores are worth."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from corpus import rows
from numpy.typing import NDArray

from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.joining import Learned
from according.analysis.attribution.lexicon import Lexicon, load_words
from according.analysis.attribution.quotations import Quoted, find_quotations
from according.analysis.drafts import Draft, Parsed
from according.analysis.learned.calibration import CLOSE, Calibration, Line
from according.analysis.learned.encoding import encode
from according.analysis.learned.network import Network
from according.analysis.model import load_model
from according.analysis.passages import parse
from according.domain.analysis import LEARNED
from according.domain.spans import Spans
from according.readers.read import read

PLAIN = Calibration(agreed=Line(1, 0), alone=Line(1, 0))
"""Leaves scores as they are."""

Form = dict[str, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its gold row and its parse."""

    row: dict[str, Any]
    parsed: Parsed
    quotations: tuple[Quoted, ...]


def cases(path: Path) -> list[Case]:
    """The articles of a data file, parsed."""
    nlp = load_model()
    made = []
    for row in rows(path):
        parsed = parse(nlp, read(row["text"].encode(), name=row["id"], as_is=True))
        made.append(Case(row, parsed, find_quotations(parsed)[0]))
    return made


def learned(case: Case, network: Network, least: float, calibration: Calibration) -> Learned:
    """What the network finds in an article."""
    encoded = encode(network.tokenizer, case.parsed.article)
    return Learned(tuple(network.attributed(encoded)), calibration, least)


def scorer(data: Path) -> ModuleType:
    """The scorer that comes with the data."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(
    all_cases: Sequence[Case],
    network: Network,
    score: ModuleType,
    *,
    joined: bool,
    least: float,
) -> dict[str, Any]:
    """The scorer's figures for the model alone, or with the rules joined in."""
    words, calibration = load_words(), network.calibration
    counts = []
    for case in all_cases:
        found = learned(case, network, least, calibration)
        if joined:
            forms = [_form(one) for one in _drafts(case, found, words)]
        else:
            forms = [
                _of(one.source, one.cue, one.content)
                for one in found.attributed
                if calibration.alone.probability(one.score, one.size) >= least
            ]
        counts.append(score.count(case.row, forms))
    result: dict[str, Any] = score.figures(counts, boot=0)
    return result


def brief(result: dict[str, Any]) -> str:
    """The figures that matter, in a line."""
    relation = result["relation"]
    kinds = " ".join(
        f"{kind} {result[f'relation/{kind}']['recall']:.3f}"
        for kind in ("direct", "mixed", "indirect")
    )
    return (
        f"relation F1 {relation['f1']:.4f} (P {relation['p']:.3f} R {relation['r']:.3f}), "
        f"content {result['content J.5']['f1']:.3f}, source {result['source accuracy']:.3f}, "
        f"recall {kinds}"
    )


def calibrate(all_cases: Sequence[Case], network: Network, score: ModuleType) -> Calibration:
    """Lines through the log-odds of the scores, by what is right of all that is found."""
    words = load_words()
    seen: dict[bool, list[tuple[float, int, bool]]] = {True: [], False: []}
    for case in all_cases:
        drafts = _drafts(case, learned(case, network, 0.0, PLAIN), words)
        right = _right(case.row, [_form(one) for one in drafts], score)
        for number, draft in enumerate(drafts):
            if draft.confirmed or draft.origin == LEARNED:
                size = sum(map(len, draft.content))
                seen[draft.confirmed].append((draft.score, size, number in right))
    return Calibration(agreed=_fitted(seen[True]), alone=_fitted(seen[False]))


def _drafts(case: Case, found: Learned, words: Lexicon) -> list[Draft]:
    drafts = find_drafts(case.parsed, case.quotations, words, found)
    return [draft for draft in drafts if not draft.narrated]


def _form(draft: Draft) -> Form:
    return _of(draft.source, draft.cue, draft.content)


def _of(source: Spans, cue: Spans, content: Spans) -> Form:
    parts = {"source": source, "cue": cue, "content": content}
    return {name: [[span.start, span.end] for span in spans] for name, spans in parts.items()}


def _right(row: dict[str, Any], found: Sequence[Form], score: ModuleType) -> set[int]:
    """The numbers of those whose content and source are right, as the scorer has it."""
    doc = score.Doc(row["text"])
    gold, ours = ([*_sides(doc, forms)] for forms in (row["attributions"], found))
    right = set()
    for first, second in score.match([one[0] for one in gold], [one[0] for one in ours], 0.5):
        there, here = gold[first][1], ours[second][1]
        common = there & here
        if not (there or here) or (
            common and (common & doc.content_words or not there & doc.content_words)
        ):
            right.add(second)
    return right


def _sides(doc: Any, forms: Sequence[Form]) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    for form in forms:
        yield doc.tokens(form["content"]), doc.tokens(form.get("source") or [])


def _fitted(seen: Sequence[tuple[float, int, bool]], rounds: int = 50) -> Line:
    """Logistic regression on the log-odds of the score and the length, by Newton's method."""
    score = np.clip(np.array([one[0] for one in seen]), CLOSE, 1 - CLOSE)
    size = np.array([max(one[1], 1) for one in seen])
    right = np.array([float(one[2]) for one in seen])
    inputs = np.stack([np.log(score / (1 - score)), np.ones_like(score), np.log(size)], axis=1)
    weights: NDArray[np.float64] = np.array([1.0, 0.0, 0.0])
    for _ in range(rounds):
        guess = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (guess - right)
        bend = (inputs * (guess * (1 - guess))[:, None]).T @ inputs + 1e-6 * np.eye(3)
        weights = weights - np.linalg.solve(bend, slope)
    weight, bias, length = (round(float(one), 4) for one in weights)
    return Line(weight, bias, length)
