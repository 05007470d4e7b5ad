"""The network as an ONNX model, from the coordinates of points to its outputs, in float64.

The library is an extra of the package: `chainrule[onnx]`.
"""

import json
from string import Template
from typing import Any

import numpy as np

from app.data.errors import RefusedError
from app.data.features import FEATURES
from app.nn.activations import ACTIVATIONS
from app.nn.outputs import OUTPUTS
from app.taken_out.common import Case

OPERATORS = 18
"""The set of ONNX's operators."""
FORMAT = 8
"""The version of the file that goes with them, so that older programs can read it too."""


class NoOnnxError(RefusedError):
    """This server was installed without the extra."""

    code = "unavailable"


def onnx_model(case: Case) -> bytes:
    """The model: `points` (samples, coordinates) of x1, x2 ... to `outputs` (samples, #(n)).

    Names of a table's own classes stand in its metadata as a list in JSON, `classes`.
    Raises `NoOnnxError` where the library is not installed.
    """
    try:
        import onnx  # noqa: PLC0415, an extra, and nobody else waits for it
    except ImportError:
        message = (
            "This server can't write ONNX: whoever runs it can add that with pip install 'chainrule[onnx]'."
        )
        raise NoOnnxError(message, allowed="another format") from None
    experiment = case.checkpoint.experiment
    architecture = experiment.architecture()
    arrays = []
    lines = [f"{case.given} = Split<axis = 1, num_outputs = {len(case.coordinates)}>(points)"]
    inputs = [f"input_{number}" for number in range(1, len(experiment.features) + 1)]
    lines += [
        f"{name} = {FEATURES[feature].onnx}"
        for name, feature in zip(inputs, experiment.features, strict=True)
    ]
    lines.append(f"a_1 = Concat<axis = 1>({', '.join(inputs)})")
    for layer, block in enumerate(architecture.blocks(case.checkpoint.progress.parameters)[2:], 2):
        last = layer == architecture.layers
        code = OUTPUTS[experiment.output].code.onnx if last else ACTIVATIONS[experiment.activation].code.onnx
        names = {"z": f"z_{layer}", "a": "outputs" if last else f"a_{layer}"}
        lines.append(f"z_{layer} = Gemm(a_{layer - 1}, weights_{layer}, biases_{layer})")
        lines += Template(code).substitute(names).splitlines()
        arrays += [(f"weights_{layer}", block[:-1]), (f"biases_{layer}", block[-1])]
    nodes = [onnx.parser.parse_node(line) for line in lines]
    return _file(onnx, case, nodes, arrays)


def _file(onnx: Any, case: Case, nodes: list[Any], arrays: list[tuple[str, Any]]) -> bytes:
    helper, double = onnx.helper, onnx.TensorProto.DOUBLE
    graph = helper.make_graph(
        nodes,
        "chainrule",
        [helper.make_tensor_value_info("points", double, ["samples", len(case.coordinates)])],
        [helper.make_tensor_value_info("outputs", double, ["samples", case.checkpoint.experiment.sizes[-1]])],
        [onnx.numpy_helper.from_array(np.ascontiguousarray(values), name) for name, values in arrays],
        doc_string=f"{case.summary}, at step {case.checkpoint.progress.step}",
    )
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", OPERATORS)],
        ir_version=FORMAT,
        producer_name="Chainrule",
    )
    count = case.checkpoint.experiment.target_classes
    if case.names and case.names.classes and count is not None:
        helper.set_model_props(model, {"classes": json.dumps(case.names.of_classes(count))})
    onnx.checker.check_model(model, full_check=True)
    content: bytes = model.SerializeToString()
    return content
