"""Writes a trained network as two ONNX graphs, small enough to ship."""

from __future__ import annotations

from pathlib import Path

import torch
from network import HIDDEN, Network
from torch import Tensor, nn


class Encoding(nn.Module):
    """Pieces of some windows in, their hidden states and their scores as cues out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor, filled: Tensor) -> tuple[Tensor, Tensor]:
        hidden, logits = self.network.encode(ids, features, filled)
        return hidden, logits.sigmoid()


class Labelling(nn.Module):
    """Hidden states and anchors in, the probabilities of the labels of each piece out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, window: Tensor, anchor: Tensor) -> Tensor:
        return self.network.reading(hidden, window, anchor).softmax(-1)


def export(network: Network, folder: Path) -> None:
    """Write `encoder.onnx` and `reading.onnx`, with weights of 32 bits."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    ids = torch.zeros(2, 8, dtype=torch.long)
    features = torch.zeros(2, 8, 3, dtype=torch.long)
    filled = torch.ones(2, 8, dtype=torch.bool)
    shape = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        Encoding(network),
        (ids, features, filled),
        str(folder / "encoder.onnx"),
        input_names=["ids", "features", "filled"],
        output_names=["hidden", "cues"],
        dynamic_axes=dict.fromkeys(("ids", "features", "filled", "hidden", "cues"), shape),
        opset_version=17,
        dynamo=False,
    )
    torch.onnx.export(
        Labelling(network),
        (torch.zeros(2, 8, HIDDEN), torch.tensor([0, 1, 1]), torch.tensor([1, 2, 3])),
        str(folder / "reading.onnx"),
        input_names=["hidden", "window", "anchor"],
        output_names=["labels"],
        dynamic_axes={
            "hidden": shape,
            "window": {0: "anchors"},
            "anchor": {0: "anchors"},
            "labels": {0: "anchors", 1: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )
