"""PyTorch as its tutorials train: modules, autograd and an optimizer, one eager update a batch, in float64.

Batches are gathered beforehand, so that nothing but the update is timed.
"""

from itertools import pairwise
from typing import Any

import torch
from torch import nn

from bench.training.programs.serve import serve


class PyTorch:
    """A `Sequential` of the case with the weights that it asks for."""

    def __init__(self, message: dict[str, Any]) -> None:
        layers: list[nn.Module] = []
        for before, size in pairwise(message["sizes"]):
            layers += [nn.Linear(before, size), nn.Tanh()]
        self._model = nn.Sequential(*layers[:-1])
        self._linear = [layer for layer in self._model if isinstance(layer, nn.Linear)]
        self._load(torch.tensor(message["parameters"]))
        rate = message["learning_rate"]
        self._optimizer: torch.optim.Optimizer = (
            torch.optim.Adam(self._model.parameters(), rate)
            if message["optimizer"] == "adam"
            else torch.optim.SGD(self._model.parameters(), rate)
        )
        self._cost = nn.CrossEntropyLoss()
        inputs, labels = torch.tensor(message["inputs"]), torch.tensor(message["labels"])
        self._batches = [(inputs[chosen], labels[chosen]) for chosen in message["batches"]]
        self._made = 0

    def run(self, updates: int) -> None:
        """The usual five lines, over and over."""
        model, cost, optimizer, batches = self._model, self._cost, self._optimizer, self._batches
        for update in range(self._made, self._made + updates):
            inputs, labels = batches[update % len(batches)]
            optimizer.zero_grad()
            loss = cost(model(inputs), labels)
            loss.backward()
            optimizer.step()
        self._made += updates

    def parameters(self) -> list[float]:
        """θ, a block of transposed weights and biases for each layer."""
        blocks = [torch.vstack([layer.weight.T, layer.bias]).flatten() for layer in self._linear]
        return [float(value) for value in torch.cat(blocks)]

    def _load(self, theta: torch.Tensor) -> None:
        start = 0
        with torch.no_grad():
            for layer in self._linear:
                end = start + layer.weight.numel() + layer.bias.numel()
                block = theta[start:end].reshape(-1, layer.out_features)
                layer.weight.copy_(block[:-1].T)
                layer.bias.copy_(block[-1])
                start = end


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    serve(f"PyTorch {torch.__version__}", PyTorch)
