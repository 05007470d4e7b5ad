"""Weights and biases as NumPy's own file of named arrays."""

import io

import numpy as np

from app.taken_out.common import Case


def arrays(case: Case) -> bytes:
    """An `.npz`: by layer number, `weights_2` (#(2), #(1)) and `biases_2` (#(2),) and so on, and `sizes`.

    `classes` are the names of a table's own classes, where it has some.
    """
    architecture = case.checkpoint.experiment.architecture()
    theta = case.checkpoint.progress.parameters
    named = {"sizes": np.array(architecture.sizes)}
    weights, biases = architecture.weights(theta), architecture.biases(theta)
    for layer in range(2, architecture.layers + 1):
        named[f"weights_{layer}"] = np.ascontiguousarray(weights[layer])
        named[f"biases_{layer}"] = biases[layer]
    count = case.checkpoint.experiment.target_classes
    if case.names and case.names.classes and count is not None:
        named["classes"] = np.array(case.names.of_classes(count))
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **named)
    return file.getvalue()
