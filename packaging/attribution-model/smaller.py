"""Makes a graph small enough to ship: weights of 16 bits, the vocabulary in whole numbers of 8."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

LARGE = 4096
"""Weights with fewer numbers stay as they are."""

VOCABULARY = 20_000
"""A table of so many rows is that of the word pieces."""


def shrink(path: Path) -> None:
    """Write a graph anew with small weights, which it makes large again when it is loaded."""
    model = onnx.load(str(path))
    graph = model.graph
    kept = list(graph.initializer)
    del graph.initializer[:]
    first: list[onnx.NodeProto] = []
    for weights in kept:
        values = numpy_helper.to_array(weights)
        if values.dtype != np.float32 or values.size < LARGE:
            graph.initializer.append(weights)
        elif values.ndim == 2 and len(values) > VOCABULARY:
            _in_whole_numbers(graph, weights.name, values)
        else:
            small = f"{weights.name}.small"
            graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), small))
            first.append(helper.make_node("Cast", [small], [weights.name], to=TensorProto.FLOAT))
    nodes = [*first, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _in_whole_numbers(graph: onnx.GraphProto, name: str, values: NDArray[np.float32]) -> None:
    """Rows of whole numbers with a scale each; they are looked up before they are made large."""
    scale = np.abs(values).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    whole = np.round(values / scale).astype(np.int8)
    graph.initializer.append(numpy_helper.from_array(whole, f"{name}.whole"))
    graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"))
    nodes = [made for node in graph.node for made in _looked_up(node, name)]
    del graph.node[:]
    graph.node.extend(nodes)


def _looked_up(node: onnx.NodeProto, name: str) -> Iterator[onnx.NodeProto]:
    if node.op_type != "Gather" or node.input[0] != name:
        yield node
        return
    out, ids = node.output[0], node.input[1]
    yield helper.make_node("Gather", [f"{name}.whole", ids], [f"{out}.whole"])
    yield helper.make_node("Cast", [f"{out}.whole"], [f"{out}.large"], to=TensorProto.FLOAT)
    yield helper.make_node("Gather", [f"{name}.scale", ids], [f"{out}.scale"])
    yield helper.make_node("Mul", [f"{out}.large", f"{out}.scale"], [out])
