"""Changes of a network's architecture that keep what it has learned wherever a connection survives.

A weight survives when both its neurons do and their layers are still neighbours; a bias when its neuron does.
Each keeps its value and its optimizer state. Everything else is new: drawn by the experiment's initializer as
part of the whole new network (biases 0), from a generator of the seed and the step, with optimizer state 0.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.data.errors import InvalidValueError, LimitError
from app.data.randomness import generator
from app.nn.initializers import INITIALIZERS
from app.nn.outputs import OUTPUTS
from app.training.checkpoint import Progress, fresh_state
from app.training.errors import UnknownParameterError
from app.training.experiment import Experiment
from app.training.limits import Limits


@dataclass(frozen=True)
class Origin:
    """Where a layer's neurons come from: a layer of the old network and neurons of it (None: new)."""

    layer: int | None
    neurons: tuple[int | None, ...]


@dataclass(frozen=True)
class Alteration:
    """A changed experiment, with the origin of layer i of its network in `origins[i - 1]`."""

    experiment: Experiment
    origins: tuple[Origin, ...]


def configured(old: Experiment, new: Experiment) -> Alteration:
    """From one experiment to any other.

    Features survive by name, hidden layers and their neurons by number, output neurons by class, while the
    task stays, and a single one for two classes as long as there is one.
    """
    inputs = Origin(
        1, tuple(old.features.index(name) if name in old.features else None for name in new.features)
    )
    hidden = [
        _by_number(layer, old.sizes[layer - 1], neurons) if layer <= len(old.hidden) + 1 else _new(neurons)
        for layer, neurons in enumerate(new.hidden, start=2)
    ]
    last = len(old.sizes)
    output = _by_number(last, old.sizes[-1] if _mean_the_same(old, new) else 0, new.sizes[-1])
    return Alteration(new, (inputs, *hidden, output))


def _mean_the_same(old: Experiment, new: Experiment) -> bool:
    """Whether an output neuron of the one stands for what the neuron of its number in the other does."""
    levels = [OUTPUTS[experiment.output].levels for experiment in (old, new)]
    return old.task == new.task and (levels[0] is None) == (levels[1] is None)


def with_layer(experiment: Experiment, layer: int, neurons: int, limits: Limits) -> Alteration:
    """A new hidden layer that becomes layer number `layer` (2 to n)."""
    _check_layer(layer, len(experiment.sizes))
    hidden = experiment.hidden
    changed = replace(experiment, hidden=(*hidden[: layer - 2], neurons, *hidden[layer - 2 :]))
    _check_limits(changed, limits)
    origins = _unchanged(experiment)
    return Alteration(changed, (*origins[: layer - 1], _new(neurons), *origins[layer - 1 :]))


def without_layer(experiment: Experiment, layer: int) -> Alteration:
    """Hidden layer number `layer` (2 to n - 1) is taken out."""
    _check_layer(layer, len(experiment.sizes) - 1)
    changed = replace(experiment, hidden=experiment.hidden[: layer - 2] + experiment.hidden[layer - 1 :])
    origins = _unchanged(experiment)
    return Alteration(changed, origins[: layer - 1] + origins[layer:])


def with_neuron(experiment: Experiment, layer: int, limits: Limits) -> Alteration:
    """One more neuron at the end of a hidden layer."""
    _check_layer(layer, len(experiment.sizes) - 1)
    neurons = (*range(experiment.sizes[layer - 1]), None)
    alteration = _regrouped(experiment, layer, neurons)
    _check_limits(alteration.experiment, limits)
    return alteration


def without_neuron(experiment: Experiment, layer: int, neuron: int) -> Alteration:
    """A hidden layer without its neuron number `neuron` (from 0)."""
    _check_layer(layer, len(experiment.sizes) - 1)
    size = experiment.sizes[layer - 1]
    if not 0 <= neuron < size:
        message = f"There is no such neuron in layer {layer}: it has {size}."
        raise UnknownParameterError(message, field="neuron", given=neuron, allowed=f"0 to {size - 1}")
    if size == 1:
        message = f"Layer {layer} has one neuron only. Remove the layer instead."
        raise InvalidValueError(
            message, field="neuron", given=neuron, allowed="a neuron of a layer with others"
        )
    return _regrouped(experiment, layer, tuple(other for other in range(size) if other != neuron))


def transplant(old: Experiment, alteration: Alteration, progress: Progress) -> Progress:
    """The progress of `old`, moved into the altered network; counters stay.

    Another optimizer starts with a state of 0. The last batch was shown to another network and is forgotten.
    """
    new = alteration.experiment
    source = _sources(old, alteration)
    kept = source >= 0
    draw = generator(new.seed, "surgery", progress.step)
    parameters = INITIALIZERS[new.initializer].draw(new.architecture(), draw)
    parameters[kept] = progress.parameters[source[kept]]
    state = fresh_state(new)
    if old.optimizer == new.optimizer:
        for name, vector in state.items():
            if vector.size == parameters.size:
                vector[kept] = progress.optimizer[name][source[kept]]
            else:
                vector[:] = progress.optimizer[name]
    return replace(progress, parameters=parameters, optimizer=state, last_batch=None)


def _sources(old: Experiment, alteration: Alteration) -> NDArray[np.intp]:
    """For each parameter of the new network, the index in the old θ that it comes from, or -1."""
    before = old.architecture()
    after = alteration.experiment.architecture()
    # Indices as floats, which hold them exactly, because blocks are views of float vectors.
    source = np.full(after.parameter_count, -1.0)
    index = np.arange(float(before.parameter_count))
    old_blocks, new_blocks = before.blocks(index), after.blocks(source)
    for layer in range(2, after.layers + 1):
        origin, previous = alteration.origins[layer - 1], alteration.origins[layer - 2]
        if origin.layer is None:
            continue
        rows = [(-1, -1)]  # a block's last row holds the biases
        if previous.layer == origin.layer - 1:
            rows += [(new, row) for new, row in enumerate(previous.neurons) if row is not None]
        for new_column, column in enumerate(origin.neurons):
            if column is not None:
                for new_row, row in rows:
                    new_blocks[layer][new_row, new_column] = old_blocks[origin.layer][row, column]
    return source.astype(np.intp)


def _by_number(layer: int, size: int, neurons: int) -> Origin:
    return Origin(layer, tuple(neuron if neuron < size else None for neuron in range(neurons)))


def _new(neurons: int) -> Origin:
    return Origin(None, (None,) * neurons)


def _unchanged(experiment: Experiment) -> tuple[Origin, ...]:
    return tuple(Origin(layer, tuple(range(size))) for layer, size in enumerate(experiment.sizes, start=1))


def _regrouped(experiment: Experiment, layer: int, neurons: tuple[int | None, ...]) -> Alteration:
    hidden = experiment.hidden
    changed = replace(experiment, hidden=(*hidden[: layer - 2], len(neurons), *hidden[layer - 1 :]))
    origins = _unchanged(experiment)
    return Alteration(changed, (*origins[: layer - 1], Origin(layer, neurons), *origins[layer:]))


def _check_limits(changed: Experiment, limits: Limits) -> None:
    try:
        changed.check_limits(limits)
    except LimitError as error:
        error.field = "layer"  # what was asked for, rather than the list that it changes
        raise


def _check_layer(layer: int, last: int) -> None:
    if not 2 <= layer <= last:
        allowed = f"2 to {last}" if last >= 2 else "nothing, as there is no hidden layer"
        message = "There is no such hidden layer in this network."
        raise UnknownParameterError(message, field="layer", given=layer, allowed=allowed)
