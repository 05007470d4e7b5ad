"""Outputs where the sums before them left float64; what is said of outputs and costs."""

from collections.abc import Callable

import numpy as np
import pytest

from app.nn.activations import ACTIVATIONS
from app.nn.costs import COSTS, Cost, fits
from app.nn.outputs import OUTPUTS, Output
from app.nn.plan import Array, replay


@pytest.mark.parametrize(
    ("z", "expected"),
    [
        ([-np.inf, 1.0], [0.0, 1.0]),
        ([np.inf, 1.0], [1.0, 0.0]),
        ([-np.inf, 1.0, 1.0], [0.0, 0.5, 0.5]),
        ([np.inf, -np.inf, 0.0], [1.0, 0.0, 0.0]),
        ([np.nan, 1.0], [np.nan, np.nan]),
        ([np.nan, 1.0, 0.0], [np.nan, np.nan, np.nan]),
    ],
)
def test_a_sum_that_overflowed_takes_all_or_nothing_and_what_is_no_number_stays_none(
    z: list[float], expected: list[float]
) -> None:
    a = np.empty((len(z), 1))
    with np.errstate(all="ignore"):
        replay(OUTPUTS["softmax"].value(np.array(z)[:, np.newaxis], a))
    np.testing.assert_array_equal(a[:, 0], expected)


Z = np.random.default_rng(2).normal(0, 3, (3, 50))


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=lambda output: output.name)
def test_probabilities_are_those_outputs_that_stay_between_0_and_1(output: Output) -> None:
    a = np.empty_like(Z)
    replay(output.value(Z, a))
    assert output.is_probability == bool((a >= 0).all() and (a <= 1).all())


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=lambda output: output.name)
def test_an_output_goes_with_costs_that_have_a_meaning_for_it_and_can_be_worked_out_by_hand(
    output: Output,
) -> None:
    for cost in output.costs:
        assert fits(output.name, cost, neurons=2)
        assert COSTS[cost].hint or output.cross_entropy_hint
    assert output.hint or output.activation in ACTIVATIONS
    assert output.is_probability == ("cross_entropy" in output.costs)


EQUATIONS: dict[str, Callable[[Array, Array], Array]] = {
    "C1": lambda a, y: -(y * np.log(a)).sum(axis=0),
    "C2": lambda a, y: 0.5 * ((a - y) ** 2).sum(axis=0),
    "C3": lambda a, y: np.where(abs(a - y) <= 1, 0.5 * (a - y) ** 2, abs(a - y) - 0.5).sum(axis=0),
}
"""Those of docs/notation.md by their labels, (C1) for a softmax."""


@pytest.mark.parametrize("cost", COSTS.values(), ids=lambda cost: cost.name)
def test_a_cost_names_the_equation_that_it_calculates(cost: Cost) -> None:
    output = OUTPUTS["linear" if fits("linear", cost.name, neurons=3) else "softmax"]
    a, y = np.empty_like(Z), np.eye(3)[:, np.arange(50) % 3]
    replay(output.value(Z, a))
    np.testing.assert_allclose(cost.of_samples(output, Z, a, y), EQUATIONS[cost.equation](a, y), 1e-12)
