"""One batch's way through the network and back: the record of every value, and the plan that fills it."""

from functools import cached_property

import numpy as np

from app.nn.activations import ACTIVATIONS
from app.nn.architecture import Architecture, by_layer
from app.nn.costs import COSTS, delta_plan
from app.nn.outputs import OUTPUTS
from app.nn.penalty import penalty, penalty_plan
from app.nn.plan import Array, Plan, replay


class Pass:
    """The record of one batch of `samples` columns, and the only feedforward and backpropagation there is.

    `parameters` is read where it lies, so that a pass always sees the newest θ; `gradient` (laid out as θ) is
    written, and is a new array if none is given. By layer number i: `pre_activations[i]` z^i and
    `activations[i]` a^i, `slopes[i]` σ'(z^i) (hidden layers), `deltas[i]` δ^i, all (#(i), samples). δ and the
    gradient carry the batch's mean.

    The bias of a layer is the weight of a constant 1: a row of ones lies below the activations of each layer,
    so that one product makes z, and one makes the gradient of weights and biases together. The hidden layers'
    z lie in one array, and so do their a and σ', so that one call makes σ' of them all.
    """

    def __init__(
        self, architecture: Architecture, parameters: Array, samples: int, gradient: Array | None = None
    ) -> None:
        self.architecture = architecture
        self.parameters = parameters
        self.samples = samples
        self.gradient = np.zeros_like(parameters) if gradient is None else gradient
        hidden, neurons = architecture.sizes[1:-1], architecture.sizes[-1]
        self._hidden_z = np.zeros((sum(hidden) + len(hidden), samples))
        self._hidden_a = np.ones_like(self._hidden_z)
        self._input_rows = np.ones((architecture.sizes[0] + 1, samples))
        self._output_rows = np.zeros((neurons + 1, samples))
        self._rows = by_layer([self._input_rows, *self._layers_of(self._hidden_a)], first=1)
        self.inputs = self._input_rows[:-1]
        self.targets = np.zeros((neurons, samples))
        self.pre_activations = by_layer(
            [rows[:-1] for rows in [*self._layers_of(self._hidden_z), self._output_rows]]
        )
        self.activations = by_layer(
            [*(rows[:-1] for rows in self._rows[1:]), np.zeros((neurons, samples))], first=1
        )

    def feedforward(self) -> None:
        """(F1) on `inputs`: fills pre_activations and activations."""
        with np.errstate(all="ignore"):
            replay(self._first_product(self._input_rows) + self._forward)

    def backpropagate(self) -> None:
        """(B1) to (B4) against `targets`, after a feedforward: fills slopes, deltas and the gradient."""
        with np.errstate(all="ignore"):
            replay(self._backward(self._input_rows, self.targets))

    def plan(self, rows: Array, targets: Array) -> Plan:
        """The calls of both ways on a batch that lies elsewhere: inputs above a row of ones, and targets.

        Only the calls that touch these two arrays are made anew, so the plans of an epoch's batches cost
        little.
        """
        return self._first_product(rows) + self._forward + self._backward(rows, targets)

    def sample_costs(self, targets: Array | None = None) -> Array:
        """The cost of each sample, shape (samples,), after a feedforward, without the penalty."""
        n = self.architecture.layers
        y = self.targets if targets is None else targets
        output, cost = OUTPUTS[self.architecture.output], COSTS[self.architecture.cost]
        with np.errstate(all="ignore"):
            return cost.of_samples(output, self.pre_activations[n], self.activations[n], y)

    def cost(self, targets: Array | None = None) -> float:
        """C: the mean of the samples' costs, plus the penalty of the parameters as they are now."""
        with np.errstate(all="ignore"):
            return float(self.sample_costs(targets).mean()) + penalty(self.architecture, self.parameters)

    @cached_property
    def slopes(self) -> list[Array]:
        """σ'(z^i) by layer number, for the hidden layers."""
        return by_layer(rows[:-1] for rows in self._layers_of(self._hidden_slopes))

    @cached_property
    def deltas(self) -> list[Array]:
        """δ^i by layer number."""
        return by_layer(np.zeros_like(z) for z in self.pre_activations[2:])

    @cached_property
    def _hidden_slopes(self) -> Array:
        return np.ones_like(self._hidden_z)

    @cached_property
    def _blocks(self) -> list[Array]:
        return self.architecture.blocks(self.parameters)

    @cached_property
    def _gradients(self) -> list[Array]:
        return self.architecture.blocks(self.gradient)

    def _layers_of(self, hidden: Array) -> list[Array]:
        """The views (#(i) + 1, samples) of the hidden layers in an array that stacks them."""
        ends = np.cumsum([size + 1 for size in self.architecture.sizes[1:-1]])
        return np.split(hidden, ends[:-1]) if len(ends) else []

    def _first_product(self, rows: Array) -> Plan:
        return [(self._blocks[2].T.dot, rows, self.pre_activations[2])]  # (F1)

    @cached_property
    def _forward(self) -> Plan:
        """What follows the first product of (F1)."""
        n, value = self.architecture.layers, ACTIVATIONS[self.architecture.activation].value
        plan: Plan = []
        for i in range(2, n):
            plan += value(self.pre_activations[i], self.activations[i])
            plan += [(self._blocks[i + 1].T.dot, self._rows[i], self.pre_activations[i + 1])]  # (F1)
        return plan + OUTPUTS[self.architecture.output].value(self._output_rows, self.activations[n])

    def _backward(self, rows: Array, targets: Array) -> Plan:
        n = self.architecture.layers
        return [
            (np.subtract, self.activations[n], targets, self.deltas[n]),
            *self._backward_inside,
            (rows.dot, self.deltas[2].T, self._gradients[2]),  # (B3), (B4)
            *self._penalty,
        ]

    @cached_property
    def _backward_inside(self) -> Plan:
        """From a^n − y to δ^2, with the gradients of layers n to 3."""
        architecture, n = self.architecture, self.architecture.layers
        z, a, delta = self.pre_activations[n], self.activations[n], self.deltas[n]
        plan = delta_plan(architecture.output, architecture.cost, z, a, delta)  # (B1)
        if n > 2:
            slope = ACTIVATIONS[architecture.activation].slope
            plan += slope(self._hidden_z, self._hidden_a, self._hidden_slopes)
        for i in range(n - 1, 1, -1):
            plan += [
                (self._rows[i].dot, self.deltas[i + 1].T, self._gradients[i + 1]),  # (B3), (B4)
                (self._blocks[i + 1][:-1].dot, self.deltas[i + 1], self.deltas[i]),  # (B2)
                (np.multiply, self.deltas[i], self.slopes[i], self.deltas[i]),
            ]
        return plan

    @cached_property
    def _penalty(self) -> Plan:
        return penalty_plan(self.architecture, self.parameters, self.gradient)
