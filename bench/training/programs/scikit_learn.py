"""scikit-learn's `MLPClassifier.partial_fit`, one call a batch, in float64.

For two classes scikit-learn would train one logistic output neuron, which is another network. Targets as two
indicator columns give it two output neurons, and its softmax is chosen by name. Batches are gathered
beforehand.
"""

from typing import Any

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

from bench.training.programs.serve import serve


class ScikitLearn:
    """A classifier of the case, which a first call brings into being; then it gets the case's weights."""

    def __init__(self, message: dict[str, Any]) -> None:
        inputs, labels = np.array(message["inputs"]), np.array(message["labels"])
        classes = message["sizes"][-1]
        targets = np.eye(classes, dtype=int)[labels]
        self._batches = [(inputs[chosen], targets[chosen]) for chosen in message["batches"]]
        self._model = MLPClassifier(
            hidden_layer_sizes=tuple(message["sizes"][1:-1]),
            activation="tanh",
            solver="sgd",
            alpha=0.0,
            batch_size=message["batch_size"],
            learning_rate_init=message["learning_rate"],
            momentum=0.0,
            nesterovs_momentum=False,
            shuffle=False,
        )
        self._model.partial_fit(*self._batches[0], classes=np.arange(classes))
        self._model.out_activation_ = "softmax"
        start, theta = 0, np.array(message["parameters"])
        for weights, biases in zip(self._model.coefs_, self._model.intercepts_, strict=True):
            end = start + weights.size + biases.size
            block = theta[start:end].reshape(-1, len(biases))
            weights[:], biases[:] = block[:-1], block[-1]
            start = end
        self._made = 0

    def run(self, updates: int) -> None:
        """One `partial_fit` a batch."""
        for update in range(self._made, self._made + updates):
            inputs, targets = self._batches[update % len(self._batches)]
            self._model.partial_fit(inputs, targets)
        self._made += updates

    def parameters(self) -> list[float]:
        """θ."""
        layers = zip(self._model.coefs_, self._model.intercepts_, strict=True)
        return [float(value) for block in layers for part in block for value in part.ravel()]


if __name__ == "__main__":
    serve(f"scikit-learn {sklearn.__version__}", ScikitLearn)
