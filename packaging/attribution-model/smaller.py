"""Makes the graphs small and fast: whole numbers of 8 bits where it costs nothing, else 16 bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

LARGE = 4096
"""Weights with fewer numbers stay as they are."""

VOCABULARY = 20_000
"""A table of so many rows is that of the word pieces."""


def quantize(path: Path) -> None:
    """Write a graph anew whose matrices are multiplied in whole numbers of 8 bits.

    Each column of the weights has a scale of its own: one scale for all of them costs a point.
    """
    plain = path.with_suffix(".plain")
    quant_pre_process(str(path), str(plain), skip_symbolic_shape=True)
    quantize_dynamic(
        plain,
        path,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    plain.unlink()


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
            _looked_up_small(graph, weights.name, values)
        else:
            small = f"{weights.name}.small"
            graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), small))
            first.append(helper.make_node("Cast", [small], [weights.name], to=TensorProto.FLOAT))
    nodes = [*first, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _looked_up_small(graph: onnx.GraphProto, name: str, values: NDArray[np.float32]) -> None:
    """A table of 16 bits, whose rows are made large after they are looked up."""
    small = f"{name}.small"
    graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), small))
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        if node.op_type != "Gather" or node.input[0] != name:
            nodes.append(node)
            continue
        found = f"{node.output[0]}.small"
        nodes.append(helper.make_node("Gather", [small, node.input[1]], [found]))
        nodes.append(helper.make_node("Cast", [found], [node.output[0]], to=TensorProto.FLOAT))
    del graph.node[:]
    graph.node.extend(nodes)
