"""What survives a change of architecture keeps its value and its optimizer state; the rest is new."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.errors import RefusedError
from app.training.checkpoint import Progress, fresh_state
from app.training.experiment import Experiment
from app.training.limits import Limits
from app.training.surgery import (
    Alteration,
    configured,
    transplant,
    with_layer,
    with_neuron,
    without_layer,
    without_neuron,
)

LIMITS = Limits()
SMALL = Experiment(hidden=(2,), initializer="zeros", optimizer="momentum")


def numbered(experiment: Experiment, step: int = 7) -> Progress:
    """A progress whose parameters are 1, 2, 3, ..., and whose optimizer state is ten times that."""
    state: dict[str, Any] = fresh_state(experiment)
    vectors = {name: 10.0 * np.arange(1, vector.size + 1) for name, vector in state.items()}
    return Progress(step, 3, 1, np.arange(1.0, experiment.architecture().parameter_count + 1), vectors)


def operated(experiment: Experiment, alteration: Alteration) -> list[list[list[float]]]:
    """The new blocks, after a look at the optimizer's state, which has to follow the parameters (new: 0)."""
    progress = transplant(experiment, alteration, numbered(experiment))
    np.testing.assert_array_equal(progress.optimizer["velocity"], 10 * progress.parameters)
    return [block.tolist() for block in alteration.experiment.architecture().blocks(progress.parameters)[2:]]


# θ of 2-2-2 is [[1, 2], [3, 4], [5, 6]] into layer 2 and [[7, 8], [9, 10], [11, 12]] into layer 3: row j
# leaves neuron j, the last row holds the biases. The initializer "zeros" makes every new weight 0.


def test_a_neuron_added_at_the_end_of_a_layer() -> None:
    new = operated(SMALL, with_neuron(SMALL, 2, LIMITS))
    assert new == [[[1, 2, 0], [3, 4, 0], [5, 6, 0]], [[7, 8], [9, 10], [0, 0], [11, 12]]]


def test_the_first_neuron_removed() -> None:
    assert operated(SMALL, without_neuron(SMALL, 2, 0)) == [[[2], [4], [6]], [[9, 10], [11, 12]]]


def test_a_layer_inserted_before_the_output_keeps_what_leads_into_layer_2_and_the_output_biases() -> None:
    new = operated(SMALL, with_layer(SMALL, 3, 1, LIMITS))
    assert new == [[[1, 2], [3, 4], [5, 6]], [[0], [0], [0]], [[0, 0], [11, 12]]]


def test_a_layer_inserted_first_keeps_what_leads_out_of_the_old_layer_2() -> None:
    new = operated(SMALL, with_layer(SMALL, 2, 1, LIMITS))
    assert new == [[[0], [0], [0]], [[0, 0], [5, 6]], [[7, 8], [9, 10], [11, 12]]]


def test_the_only_hidden_layer_removed_keeps_the_output_biases() -> None:
    assert operated(SMALL, without_layer(SMALL, 2)) == [[[0, 0], [0, 0], [11, 12]]]


def test_a_feature_added_between_is_told_by_its_name() -> None:
    before = replace(SMALL, features=("x1", "x1*x2"))
    after = replace(SMALL, features=("x1", "x2", "x1*x2"))
    new = operated(before, configured(before, after))
    assert new == [[[1, 2], [0, 0], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]]


def test_the_first_feature_removed() -> None:
    after = replace(SMALL, features=("x2",))
    assert operated(SMALL, configured(SMALL, after)) == [[[3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]]


def test_a_class_added_and_taken_away() -> None:
    three = replace(SMALL, classes=3)
    more = operated(SMALL, configured(SMALL, three))
    assert more == [[[1, 2], [3, 4], [5, 6]], [[7, 8, 0], [9, 10, 0], [11, 12, 0]]]
    # θ of 2-2-3 into layer 3 is [[7, 8, 9], [10, 11, 12], [13, 14, 15]].
    fewer = operated(three, configured(three, SMALL))
    assert fewer == [[[1, 2], [3, 4], [5, 6]], [[7, 8], [10, 11], [13, 14]]]


def test_another_task_has_another_output_neuron() -> None:
    after = replace(SMALL, task="regression", output="linear", cost="squared_error")
    assert operated(SMALL, configured(SMALL, after)) == [[[1, 2], [3, 4], [5, 6]], [[0], [0], [0]]]


def test_sizes_changed_as_a_list_keep_neurons_by_number() -> None:
    before = replace(SMALL, hidden=(1, 1))  # θ is [[1], [2], [3]], [[4], [5]], [[6, 7], [8, 9]]
    wider = operated(before, configured(before, replace(SMALL, hidden=(2, 1))))
    assert wider == [[[1, 0], [2, 0], [3, 0]], [[4], [0], [5]], [[6, 7], [8, 9]]]
    shorter = operated(before, configured(before, replace(SMALL, hidden=(1,))))
    assert shorter == [[[1], [2], [3]], [[0, 0], [8, 9]]]
    # A further hidden layer stands where the output was, and takes nothing from it.
    longer = operated(before, configured(before, replace(SMALL, hidden=(1, 1, 1))))
    assert longer == [[[1], [2], [3]], [[4], [5]], [[0], [0]], [[0, 0], [8, 9]]]


def test_counters_stay() -> None:
    progress = transplant(SMALL, with_neuron(SMALL, 2, LIMITS), numbered(SMALL))
    assert (progress.step, progress.epoch, progress.batch) == (7, 3, 1)


def test_new_weights_come_from_the_initializer_and_depend_on_seed_and_step_alone() -> None:
    glorot = replace(SMALL, initializer="glorot")
    alteration = with_neuron(glorot, 2, LIMITS)

    def drawn(experiment_seed: int, step: int) -> list[float]:
        old = replace(glorot, seed=experiment_seed)
        new = Alteration(replace(alteration.experiment, seed=experiment_seed), alteration.origins)
        parameters = transplant(old, new, numbered(old, step)).parameters
        return [float(parameters[place]) for place in (2, 5, 8, 13, 14)]

    first = drawn(1, 7)
    assert drawn(1, 7) == first
    assert drawn(2, 7) != first
    assert drawn(1, 8) != first
    # Glorot's bounds of 2-3-2: sqrt(6 / (2 + 3)) into layer 2 and sqrt(6 / (3 + 2)) out of it; biases are 0.
    assert first[2] == 0
    assert 0 < max(map(abs, first)) <= np.sqrt(6 / 5)


def test_another_optimizer_starts_with_a_state_of_0() -> None:
    after = replace(SMALL, optimizer="adam")
    progress = transplant(SMALL, configured(SMALL, after), numbered(SMALL))
    assert progress.parameters.tolist() == list(range(1, 13))
    assert {name: vector.tolist() for name, vector in progress.optimizer.items()} == {
        "mean": [0.0] * 12,
        "squares": [0.0] * 12,
        "updates": [0.0],
    }


def test_adams_count_of_updates_goes_on() -> None:
    adam = replace(SMALL, optimizer="adam")
    progress = transplant(adam, with_neuron(adam, 2, LIMITS), numbered(adam))
    assert progress.optimizer["updates"].tolist() == [10.0]


TINY = Limits(max_hidden_layers=1, max_neurons=2)
REFUSED: dict[str, tuple[Any, str, str]] = {
    "a layer in place of the input": (lambda: with_layer(SMALL, 1, 2, LIMITS), "unknown_parameter", "layer"),
    "a layer after the output": (lambda: with_layer(SMALL, 4, 2, LIMITS), "unknown_parameter", "layer"),
    "a layer without neurons": (lambda: with_layer(SMALL, 2, 0, LIMITS), "invalid", "hidden.0"),
    "one layer too many": (lambda: with_layer(SMALL, 2, 1, TINY), "limit", "layer"),
    "removing the input": (lambda: without_layer(SMALL, 1), "unknown_parameter", "layer"),
    "removing the output": (lambda: without_layer(SMALL, 3), "unknown_parameter", "layer"),
    "a neuron for the output": (lambda: with_neuron(SMALL, 3, LIMITS), "unknown_parameter", "layer"),
    "one neuron too many": (lambda: with_neuron(SMALL, 2, TINY), "limit", "layer"),
    "removing a neuron of the output": (lambda: without_neuron(SMALL, 3, 0), "unknown_parameter", "layer"),
    "removing no neuron": (lambda: without_neuron(SMALL, 2, 2), "unknown_parameter", "neuron"),
    "removing the only neuron": (
        lambda: without_neuron(replace(SMALL, hidden=(1,)), 2, 0), "invalid", "neuron",
    ),
    "removing a layer where there is none": (
        lambda: without_layer(replace(SMALL, hidden=()), 2), "unknown_parameter", "layer",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    operate, code, field = REFUSED[name]
    with pytest.raises(RefusedError) as caught:
        operate()
    assert (caught.value.code, caught.value.field) == (code, field)


HIDDEN = st.lists(st.integers(1, 5), max_size=4).map(tuple)


def weight(experiment: Experiment, vector: Any, layer: int, neuron: int, source: int | None) -> float:
    return float(vector[experiment.architecture().weight_index(layer, neuron, source)])


@given(HIDDEN, st.data())
def test_any_chain_of_changes_keeps_each_surviving_connection(
    hidden: tuple[int, ...], data: st.DataObject
) -> None:
    """Neurons get names; whatever is done, a weight between two named neighbours keeps its value.

    `network` lists the names of the neurons of each layer; the model is kept apart from the code under test.
    """
    experiment = Experiment(hidden=hidden, optimizer="momentum")
    progress = numbered(experiment)
    names = iter(range(1000))
    network = [[next(names) for _ in range(size)] for size in experiment.sizes]
    for _ in range(data.draw(st.integers(1, 4))):
        known = {
            (source, name): weight(experiment, progress.parameters, layer + 1, neuron, place)
            for layer in range(1, len(network))
            for neuron, name in enumerate(network[layer])
            for place, source in [*enumerate(network[layer - 1]), (None, "bias")]
        }
        layers = len(network)
        removable = [layer for layer in range(2, layers) if len(network[layer - 1]) > 1]
        kinds = (
            ["add layer"]
            + ["remove layer", "add neuron"] * (layers > 2)
            + ["remove neuron"] * bool(removable)
        )
        kind = data.draw(st.sampled_from(kinds))
        if kind == "add layer":
            layer = data.draw(st.integers(2, layers))
            alteration = with_layer(experiment, layer, 2, Limits(max_hidden_layers=9))
            network.insert(layer - 1, [next(names), next(names)])
        elif kind == "remove layer":
            layer = data.draw(st.integers(2, layers - 1))
            alteration = without_layer(experiment, layer)
            del network[layer - 1]
        elif kind == "add neuron":
            layer = data.draw(st.integers(2, layers - 1))
            alteration = with_neuron(experiment, layer, LIMITS)
            network[layer - 1].append(next(names))
        else:
            layer = data.draw(st.sampled_from(removable))
            neuron = data.draw(st.integers(0, len(network[layer - 1]) - 1))
            alteration = without_neuron(experiment, layer, neuron)
            del network[layer - 1][neuron]
        progress = transplant(experiment, alteration, progress)
        experiment = alteration.experiment
        assert list(experiment.sizes) == [len(layer) for layer in network]
        for layer in range(1, len(network)):
            for neuron, name in enumerate(network[layer]):
                for place, source in [*enumerate(network[layer - 1]), (None, "bias")]:
                    if (source, name) in known:
                        value = weight(experiment, progress.parameters, layer + 1, neuron, place)
                        assert value == known[source, name]
