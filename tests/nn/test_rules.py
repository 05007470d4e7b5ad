"""What is said of an optimizer, its rule and its flags, is what it does."""

from collections.abc import Callable, Mapping
from math import prod, sqrt

import numpy as np
import pytest

from app.nn.optimizer import Optimizer, OptimizerSettings
from app.nn.optimizers import OPTIMIZERS
from app.nn.plan import Array, replay
from app.nn.rules import Expression

SETTINGS = OptimizerSettings(learning_rate=0.1, momentum=0.8, decay=0.95)
CALCULATE: dict[str, Callable[[list[float]], float]] = {
    "plus": sum,
    "times": prod,
    "over": lambda values: values[0] / values[1],
    "square": lambda values: values[0] ** 2,
    "root": lambda values: sqrt(values[0]),
    "largest": max,
}


def value_of(expression: Expression, known: Mapping[str, float]) -> float:
    """What an expression comes to."""
    match expression.operation:
        case "number" | "bare number" | "setting":
            return known[expression.name]
        case "rest of setting":
            return 1.0 - known[expression.name]
        case operation:
            return CALCULATE[operation]([value_of(part, known) for part in expression.of])


def names_in(expression: Expression) -> set[str]:
    """The names of all its numbers."""
    inside = set().union(*(names_in(part) for part in expression.of))
    return inside | ({expression.name} if expression.name else set())


def update(optimizer: Optimizer, gradient: Array) -> None:
    optimizer.gradient[:] = gradient * optimizer.gradient_factor
    replay(optimizer.plan)


def ran(name: str, settings: OptimizerSettings = SETTINGS, updates: int = 5) -> tuple[Array, Optimizer]:
    """Parameters after some updates, and the optimizer."""
    parameters = np.zeros(7)
    optimizer = OPTIMIZERS[name](parameters, settings)
    for gradient in np.random.default_rng(3).normal(size=(updates, 7)):
        update(optimizer, gradient)
    return parameters, optimizer


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_rule_with_its_terms_gives_what_is_remembered_and_the_step(name: str) -> None:
    parameters, rule = np.ones(1), OPTIMIZERS[name].rule
    optimizer = OPTIMIZERS[name](parameters, SETTINGS)
    for gradient in np.random.default_rng(5).normal(size=12):
        before, old = optimizer.state, float(parameters[0])
        update(optimizer, np.array([gradient]))
        known = {"gradient": float(gradient), "learning_rate": SETTINGS.learning_rate}
        known |= {f"before.{vector}": float(values[0]) for vector, values in before.items()}
        known |= {f"terms.{term}": value for term, value in optimizer.terms.items()}
        for line in rule.lines:
            known[line.name] = value_of(line.expression, known)
            if line.name.startswith("after."):
                state = optimizer.state[line.name.removeprefix("after.")][0]
                assert known[line.name] == pytest.approx(state, rel=1e-12)
        assert parameters[0] == pytest.approx(old - value_of(rule.step, known), rel=1e-12)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_rule_tells_every_vector_and_reads_every_term(name: str) -> None:
    optimizer, rule = OPTIMIZERS[name], OPTIMIZERS[name].rule
    told = {line.name.removeprefix("after.") for line in rule.lines if line.name.startswith("after.")}
    assert told == set(optimizer.vectors)
    read = set().union(*(names_in(line.expression) for line in rule.lines), names_in(rule.step))
    terms = {term.removeprefix("terms.") for term in read if term.startswith("terms.")}
    assert terms == set(ran(name)[1].terms)
    assert all(f"{line.symbol} {line.sign}" in rule.formula for line in rule.lines)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_its_own_settings_are_those_that_change_what_it_does(name: str) -> None:
    others = {
        "momentum": OptimizerSettings(SETTINGS.learning_rate, 0.3, SETTINGS.decay),
        "decay": OptimizerSettings(SETTINGS.learning_rate, SETTINGS.momentum, 0.5),
    }
    usual = ran(name)[0].tolist()
    changing = {setting for setting, other in others.items() if ran(name, other)[0].tolist() != usual}
    assert set(OPTIMIZERS[name].own_settings) == changing


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_never_negative_are_the_vectors_that_gradients_of_both_signs_leave_so(name: str) -> None:
    _, optimizer = ran(name)
    found = {vector for vector in optimizer.vectors if (optimizer.state[vector] >= 0).all()}
    assert optimizer.never_negative == found


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_counts_hold_the_number_of_updates(name: str) -> None:
    _, optimizer = ran(name, updates=4)
    state = optimizer.state
    assert set(state) == {*optimizer.vectors, *optimizer.counts}
    assert all(state[count].tolist() == [4.0] for count in optimizer.counts)
