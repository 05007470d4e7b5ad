"""One batch's way through the network and back: the record of every value, and the plan that fills it."""

from functools import cached_property

import numpy as np

from app.nn.activations import ACTIVATIONS, Slope
from app.nn.architecture import Architecture, by_layer
from app.nn.costs import COSTS, mean
from app.nn.output_stage import output_stage
from app.nn.outputs import OUTPUTS
from app.nn.penalty import penalty, penalty_plan
from app.nn.plan import Array, Plan, replay


class Pass:
    """The record of one batch of `samples` columns, and the only feedforward and backpropagation there is.

    What `feedforward` and `backpropagate` leave has all its digits, however small it is. The gradient that
    `plan` makes is as good, since sums keep no more; but a^n, σ' and δ, which lie between, it may round as
    numbers near 1 are (decision 0011), and nobody is to look at them.

    `parameters` is read where it lies, so that a pass always sees the newest θ; `gradient` (laid out as θ) is
    written, and is a new array if none is given. By layer number i: `pre_activations[i]` z^i and
    `activations[i]` a^i, `slopes[i]` σ'(z^i) (hidden layers), `deltas[i]` δ^i, all (#(i), samples). δ and the
    gradient carry the batch's mean, and what `scale` was given.

    A batch is a *block*, one C-ordered array (#(1) + 1 + #(n) + 1, samples): its inputs, a row of ones, its
    targets, and a spare row for the output's use. `inputs` and `targets` are views into the pass's own block.

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
        first, *hidden, last = architecture.sizes
        self.block = np.zeros((first + 1 + last + 1, samples))
        self.block[first] = 1.0
        self.inputs, self.targets = self.block[:first], self.targets_of(self.block)
        self._hidden_z = np.zeros((sum(hidden) + len(hidden), samples))
        self._hidden_a = np.ones_like(self._hidden_z)
        self._output = output_stage(architecture, samples)
        self._factor = np.array(1.0)
        hidden_z, self._rows = self._stacked(self._hidden_z), by_layer(self._stacked(self._hidden_a))
        self.pre_activations = by_layer(rows[:-1] for rows in [*hidden_z, self._output.rows])
        self.activations = by_layer(
            [self.inputs, *(rows[:-1] for rows in self._rows[2:]), self._output.a], first=1
        )

    def scale(self, factor: float) -> None:
        """From now on multiply δ and the gradient by this, for an optimizer that wants it so."""
        self._factor[()] = factor
        self._output.scale(factor)

    def targets_of(self, block: Array) -> Array:
        """The view of a block's targets, (#(n), samples)."""
        return block[self.architecture.sizes[0] + 1 : -1]

    def feedforward(self) -> None:
        """(F1) on `inputs`: fills pre_activations and activations."""
        with np.errstate(all="ignore"):
            replay(self._to_output(self.block) + self._output.forward())

    def backpropagate(self) -> None:
        """(B1) to (B4) against `targets`, after a feedforward: fills slopes, deltas and the gradient."""
        with np.errstate(all="ignore"):
            replay(self._output.backward(self._tail(self.block)))
            replay(self._from_output(self.block, self._to_second_layer))

    def cost_plan(self, block: Array) -> Plan:
        """The calls, on a block that lies elsewhere, that fill what `sample_costs` reads, and z^n."""
        return self._to_output(block) + ([] if self._output.reckons_from_z else self._output.forward())

    def plan(self, block: Array) -> Plan:
        """The calls of both ways on a block that lies elsewhere: they fill z, the hidden a, and the gradient.

        Only calls that touch the block are made anew, so that the plans of an epoch's batches cost little.
        """
        output = self._output.short(self._tail(block))
        return self._to_output(block) + output + self._from_output(block, self._to_second_layer_shortly)

    def sample_costs(self, targets: Array | None = None) -> Array:
        """The cost of each sample without the penalty, (samples,), after a feedforward.

        `targets` are those of the block that went through; None: of the pass's own. What overflows is inf or
        NaN, with NumPy's warning unless the caller has turned that off.
        """
        output, cost = OUTPUTS[self.architecture.output], COSTS[self.architecture.cost]
        y = self.targets if targets is None else targets
        return cost.of_samples(output, self._output.z, self._output.a, y)

    def cost(self) -> float:
        """C: the mean of the samples' costs, plus the penalty of the parameters as they are now."""
        with np.errstate(all="ignore"):
            return mean(self.sample_costs()) + penalty(self.architecture, self.parameters)

    @cached_property
    def slopes(self) -> list[Array]:
        """σ'(z^i) by layer number, for the hidden layers."""
        return by_layer(rows[:-1] for rows in self._stacked(self._hidden_slopes))

    @cached_property
    def deltas(self) -> list[Array]:
        """δ^i by layer number."""
        return by_layer([*(np.zeros_like(z) for z in self.pre_activations[2:-1]), self._output.delta])

    @cached_property
    def _hidden_slopes(self) -> Array:
        return np.ones_like(self._hidden_z)

    @cached_property
    def _blocks(self) -> list[Array]:
        return self.architecture.blocks(self.parameters)

    @cached_property
    def _gradients(self) -> list[Array]:
        return self.architecture.blocks(self.gradient)

    def _stacked(self, hidden: Array) -> list[Array]:
        """The views (#(i) + 1, samples) of the hidden layers in an array that stacks them."""
        ends = np.cumsum([size + 1 for size in self.architecture.sizes[1:-1]])
        return np.split(hidden, ends[:-1]) if len(ends) else []

    def _tail(self, block: Array) -> Array:
        return block[self.architecture.sizes[0] :]

    def _to_output(self, block: Array) -> Plan:
        """(F1) up to z^n."""
        rows = block[: self.architecture.sizes[0] + 1]
        return [(self._blocks[2].T.dot, rows, self.pre_activations[2]), *self._after_first_product]

    @cached_property
    def _after_first_product(self) -> Plan:
        value = ACTIVATIONS[self.architecture.activation].value
        plan: Plan = []
        for i in range(2, self.architecture.layers):
            plan += value(self.pre_activations[i], self.activations[i])
            plan += [(self._blocks[i + 1].T.dot, self._rows[i], self.pre_activations[i + 1])]  # (F1)
        return plan

    def _from_output(self, block: Array, to_second_layer: Plan) -> Plan:
        """(B2) to (B4) from δ^n."""
        rows = block[: self.architecture.sizes[0] + 1]
        return [
            *to_second_layer,
            (rows.dot, self.deltas[2].T, self._gradients[2]),  # (B3), (B4)
            *self._penalty,
        ]

    @cached_property
    def _to_second_layer(self) -> Plan:
        return self._hidden_layers_back(ACTIVATIONS[self.architecture.activation].slope)

    @cached_property
    def _to_second_layer_shortly(self) -> Plan:
        activation = ACTIVATIONS[self.architecture.activation]
        return self._hidden_layers_back(activation.short_slope or activation.slope)

    def _hidden_layers_back(self, slope: Slope) -> Plan:
        """From δ^n to δ^2, with the gradients of layers n to 3."""
        plan = slope(self._hidden_z, self._hidden_a, self._hidden_slopes) if self._rows[2:] else []
        for i in range(self.architecture.layers - 1, 1, -1):
            plan += [
                (self._rows[i].dot, self.deltas[i + 1].T, self._gradients[i + 1]),  # (B3), (B4)
                (self._blocks[i + 1][:-1].dot, self.deltas[i + 1], self.deltas[i]),  # (B2)
                (np.multiply, self.deltas[i], self.slopes[i], self.deltas[i]),
            ]
        return plan

    @cached_property
    def _penalty(self) -> Plan:
        return penalty_plan(self.architecture, self.parameters, self.gradient, self._factor)
