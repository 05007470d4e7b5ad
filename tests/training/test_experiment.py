"""An experiment holds only valid values, and a change brings along what it needs."""

from dataclasses import fields, replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.errors import InvalidValueError, LimitError
from app.training.experiment import CHOICES, RANGES, Experiment, reconciled
from app.training.limits import Limits
from app.training.tasks import TASKS

ONE_SIGMOID = Experiment(output="one_sigmoid")
REGRESSION = Experiment(task="regression", output="linear", cost="squared_error")


def test_sizes_count_inputs_hidden_layers_and_outputs() -> None:
    experiment = Experiment(features=("x1", "x2", "sin x1"), hidden=(8, 5), classes=4)
    assert experiment.sizes == (3, 8, 5, 4)
    assert experiment.architecture().parameter_count == (3 + 1) * 8 + (8 + 1) * 5 + (5 + 1) * 4


def test_regression_has_one_output_whatever_classes_says() -> None:
    assert replace(REGRESSION, classes=4).sizes == (2, 4, 3, 1)
    assert REGRESSION.target_classes is None


def test_the_architecture_takes_functions_cost_and_penalties_over() -> None:
    architecture = Experiment(activation="relu", l1=0.5, l2=0.25).architecture()
    assert (architecture.activation, architecture.output, architecture.cost) == (
        "relu",
        "softmax",
        "cross_entropy",
    )
    assert (architecture.l1, architecture.l2) == (0.5, 0.25)


WRONG: list[tuple[str, Any, str]] = [
    ("features", (), "features"),
    ("features", ["x1"], "features"),
    ("features", ("x2", "x1"), "features"),
    ("features", ("x1", "x1"), "features"),
    ("features", ("x1", "x8"), "features.1"),
    ("features", ("x3", "x1"), "features"),
    ("features", ("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin x1", "sin x2", "x3"), "features"),
    ("features", ("x1", ["x2"]), "features.1"),
    ("hidden", [4], "hidden"),
    ("hidden", (4, 0), "hidden.1"),
    ("hidden", (True,), "hidden.0"),
    ("hidden", (4.0,), "hidden.0"),
    ("task", "clustering", "task"),
    ("activation", ("tanh",), "activation"),
    ("shuffle", 1, "shuffle"),
    ("classes", 5, "classes"),
    ("classes", 2.0, "classes"),
    ("classes", True, "classes"),
    ("learning_rate", 0, "learning_rate"),
    ("learning_rate", "0.1", "learning_rate"),
    ("learning_rate", float("nan"), "learning_rate"),
    ("l1", float("inf"), "l1"),
    ("momentum", 1.0, "momentum"),
    ("batch_size", 0, "batch_size"),
    ("seed", 2**32, "seed"),
    ("seed", -1, "seed"),
]


@pytest.mark.parametrize(("name", "value", "field"), WRONG)
def test_a_wrong_value_is_refused_with_its_path(name: str, value: Any, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        replace(Experiment(), **{name: value})
    assert caught.value.field == field
    assert caught.value.allowed


@pytest.mark.parametrize("name", RANGES)
def test_both_ends_of_every_range_are_allowed(name: str) -> None:
    ends: tuple[Any, Any] = RANGES[name]
    for end in ends:
        assert getattr(replace(Experiment(), **{name: end}), name) == end


def test_a_network_over_the_limits_is_refused_by_layers_and_by_neurons() -> None:
    limits = Limits(max_hidden_layers=2, max_neurons=5)
    Experiment(hidden=(5, 5)).check_limits(limits)
    for hidden, field, given_value in (((1, 1, 1), "hidden", 3), ((5, 6), "hidden.1", 6)):
        with pytest.raises(LimitError) as caught:
            Experiment(hidden=hidden).check_limits(limits)
        assert (caught.value.field, caught.value.given) == (field, given_value)


PROTOCOL_PAIRS = {
    "classification": {
        ("softmax", "cross_entropy"), ("softmax", "squared_error"),
        ("sigmoid", "cross_entropy"), ("sigmoid", "squared_error"), ("sigmoid", "huber"),
        ("tanh", "squared_error"), ("tanh", "huber"), ("linear", "squared_error"), ("linear", "huber"),
        ("one_sigmoid", "cross_entropy"), ("one_sigmoid", "squared_error"), ("one_tanh", "squared_error"),
    },
    "regression": {
        ("linear", "squared_error"), ("linear", "huber"), ("tanh", "squared_error"), ("tanh", "huber"),
    },
}  # fmt: skip


@pytest.mark.parametrize("task", TASKS)
def test_exactly_the_protocols_pairs_of_output_and_cost_are_allowed(task: str) -> None:
    for pair in product(CHOICES["output"], CHOICES["cost"]):
        experiment = Experiment(task=task, output=pair[0], cost=pair[1])
        if pair in PROTOCOL_PAIRS[task]:
            experiment.check_combination()
        else:
            with pytest.raises(InvalidValueError):
                experiment.check_combination()


BROUGHT_ALONG: list[tuple[Experiment, dict[str, Any], dict[str, Any]]] = [
    (Experiment(), {"task": "regression"}, {"output": "linear", "cost": "squared_error"}),
    (REGRESSION, {"task": "classification"}, {"output": "softmax", "cost": "cross_entropy"}),
    (REGRESSION, {"task": "classification", "cost": "huber"}, {"output": "sigmoid", "cost": "huber"}),
    (Experiment(), {"task": "regression", "output": "tanh"}, {"output": "tanh", "cost": "squared_error"}),
    (Experiment(), {"cost": "huber"}, {"output": "sigmoid", "cost": "huber"}),
    (Experiment(), {"output": "linear"}, {"output": "linear", "cost": "squared_error"}),
    (Experiment(output="linear", cost="huber"), {"cost": "cross_entropy"}, {"output": "softmax"}),
    (Experiment(output="sigmoid", cost="huber"), {"output": "softmax"}, {"cost": "cross_entropy"}),
    (Experiment(cost="squared_error"), {"output": "tanh"}, {"output": "tanh", "cost": "squared_error"}),
    (REGRESSION, {"cost": "huber"}, {"output": "linear", "cost": "huber"}),
    (REGRESSION, {"task": "regression"}, {"output": "linear", "cost": "squared_error"}),
    (Experiment(), {"learning_rate": 0.5}, {"output": "softmax", "cost": "cross_entropy"}),
    (Experiment(), {"output": "one_sigmoid"}, {"cost": "cross_entropy"}),
    (Experiment(), {"output": "one_tanh"}, {"cost": "squared_error"}),
    (ONE_SIGMOID, {"classes": 3}, {"output": "softmax", "cost": "cross_entropy"}),
    (replace(ONE_SIGMOID, cost="squared_error"), {"classes": 4}, {"output": "softmax"}),
    (ONE_SIGMOID, {"task": "regression"}, {"output": "linear", "cost": "squared_error"}),
    (ONE_SIGMOID, {"cost": "huber"}, {"output": "sigmoid"}),
]


@pytest.mark.parametrize("classes", [3, 4])
def test_one_neuron_for_more_than_two_classes_is_refused_in_words(classes: int) -> None:
    with pytest.raises(InvalidValueError) as caught:
        reconciled(Experiment(classes=classes), {"output": "one_sigmoid"})
    assert f"two classes apart, and there are {classes}" in caught.value.message
    assert caught.value.field == "output"
    assert caught.value.allowed == "one of softmax, sigmoid, tanh, linear"


def test_one_neuron_for_two_classes_is_the_whole_last_layer() -> None:
    assert ONE_SIGMOID.sizes == (2, 4, 3, 1)
    assert Experiment().sizes == (2, 4, 3, 2)


@pytest.mark.parametrize(("before", "changes", "expected"), BROUGHT_ALONG)
def test_a_change_brings_along(before: Experiment, changes: dict[str, Any], expected: dict[str, Any]) -> None:
    after = reconciled(before, changes)
    assert after == replace(before, **{**changes, **expected})


@pytest.mark.parametrize(
    ("before", "changes", "field"),
    [
        (REGRESSION, {"output": "softmax"}, "output"),
        (REGRESSION, {"cost": "cross_entropy"}, "cost"),
        (Experiment(), {"task": "regression", "cost": "cross_entropy"}, "cost"),
        (Experiment(), {"output": "softmax", "cost": "huber"}, "cost"),
        (Experiment(), {"learning_rate": -1}, "learning_rate"),
    ],
)
def test_what_does_not_go_together_is_refused(
    before: Experiment, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        reconciled(before, changes)
    assert caught.value.field == field


COMBINED = ("task", "output", "cost")


@given(
    st.sampled_from([(task, *pair) for task, pairs in PROTOCOL_PAIRS.items() for pair in sorted(pairs)]),
    st.fixed_dictionaries({}, optional={name: st.sampled_from(sorted(CHOICES[name])) for name in COMBINED}),
)
def test_a_change_is_kept_and_fits_or_is_refused(
    start: tuple[str, str, str], changes: dict[str, str]
) -> None:
    before = Experiment(**dict(zip(COMBINED, start, strict=True)))  # type: ignore[arg-type]
    task = changes.get("task", before.task)
    fitting = {
        (output, cost)
        for output, cost in PROTOCOL_PAIRS[task]
        if output == changes.get("output", output) and cost == changes.get("cost", cost)
    }
    if fitting:
        after = reconciled(before, changes)
        assert (after.output, after.cost) in fitting
        assert after.task == task
    else:
        with pytest.raises(InvalidValueError) as caught:
            reconciled(before, changes)
        assert caught.value.field in changes


def test_every_field_is_checked_by_name() -> None:
    assert {field.name for field in fields(Experiment)} == {*CHOICES, *RANGES, "hidden", "shuffle"}
