"""docs/one_update.md names what an update computes: each name is held against the textbook's formulas."""

import numpy as np
import pytest

from app.nn.optimizers import OPTIMIZERS
from app.nn.plan import Array, replay
from tools.one_update import SAMPLES, SETTINGS, SIZES, OneUpdate, UnnamedError

PARAMETERS = np.random.default_rng(1).normal(size=17)
INPUTS = np.random.default_rng(2).normal(size=(SIZES[0], SAMPLES))
TARGETS = np.eye(2)[:, np.random.default_rng(3).integers(0, 2, SAMPLES)]


def made(optimizer: str) -> OneUpdate:
    """An update of the parameters above, once made."""
    update = OneUpdate(optimizer)
    update.parameters[:] = PARAMETERS
    update.record.inputs[:], update.record.targets[:] = INPUTS, TARGETS
    replay(update.calls)
    return update


def textbook(factor: float) -> dict[str, Array]:
    """What the names stand for, by the formulas of docs/notation.md; δ and gradients times `factor`."""
    w12, b2 = PARAMETERS[:6].reshape(2, 3).T, PARAMETERS[6:9, None]
    w23, b3 = PARAMETERS[9:15].reshape(3, 2).T, PARAMETERS[15:, None]
    a2 = np.tanh(w12 @ INPUTS + b2)
    z3 = w23 @ a2 + b3
    a3 = np.exp(z3) / np.exp(z3).sum(axis=0)
    delta3 = (a3 - TARGETS) / SAMPLES * factor
    slopes = 1 - a2**2
    delta2 = w23.T @ delta3 * slopes
    ones = np.ones((1, SAMPLES))
    gradient3 = np.vstack([a2, ones]) @ delta3.T
    gradient2 = np.vstack([INPUTS, ones]) @ delta2.T
    return {
        "z^2": w12 @ INPUTS + b2,
        "a^2": a2,
        "[a^2; 1]": np.vstack([a2, ones]),
        "[a^1; 1]": np.vstack([INPUTS, ones]),
        "z^3": z3,
        "t": np.tanh((z3[:1] - z3[1:]) / 2),
        "[1; y; t]": np.vstack([ones, TARGETS, np.tanh((z3[:1] - z3[1:]) / 2)]),
        "σ'(z^2)": slopes,
        "[σ'(z^2); 0]": np.vstack([slopes, 0 * ones]),
        "δ^3": delta3,
        "(δ^3)ᵀ": delta3.T,
        "δ^2": delta2,
        "(δ^2)ᵀ": delta2.T,
        "[∂W^{2,3} ∂b^3]ᵀ": gradient3,
        "[∂W^{1,2} ∂b^2]ᵀ": gradient2,
        f"{factor:.4g} g": np.concatenate([gradient2.ravel(), gradient3.ravel()]),
    }


def test_names_of_a_pass_and_of_plain_descent_are_true() -> None:
    expected = textbook(SETTINGS.learning_rate)
    moved = PARAMETERS - expected["0.1 g"]
    expected |= {
        "θ": moved,
        "[W^{1,2} b^2]": moved[:9].reshape(3, 3).T,
        "(W^{1,2})ᵀ": moved[:6].reshape(2, 3),
        "[W^{2,3} b^3]": moved[9:].reshape(4, 2).T,
        "(W^{2,3})ᵀ": moved[9:15].reshape(3, 2),
    }
    checked = {named.name for named in made("gradient_descent").named if named.name in expected}
    assert checked == set(expected)
    for named in made("gradient_descent").named:
        if named.name in expected:
            np.testing.assert_allclose(named.array, expected[named.name], atol=1e-14, err_msg=named.name)


def test_names_of_adam_are_true() -> None:
    """The first update: both averages, corrected, are the gradient and its square."""
    factor = 1 - SETTINGS.momentum
    g = textbook(factor)["0.1 g"] / factor
    step = SETTINGS.learning_rate * g / (np.abs(g) + 1e-8)
    expected = {
        "0.1 g": factor * g,
        "mean": factor * g,
        "squares": (1 - SETTINGS.decay) * g**2,
        "added squares": (1 - SETTINGS.decay) * g**2,
        "[mean; squares]": np.stack([factor * g, (1 - SETTINGS.decay) * g**2]),
        "[0.1 g; added squares]": np.stack([factor * g, (1 - SETTINGS.decay) * g**2]),
        "step": step,
        "θ": PARAMETERS - step,
    }
    names = {named.name: named.array for named in made("adam").named}
    for name, value in expected.items():
        np.testing.assert_allclose(names[name], value, rtol=1e-12, atol=1e-16, err_msg=name)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_call_of_every_optimizer_can_be_written(optimizer: str) -> None:
    update = OneUpdate(optimizer)
    rows = update.table().splitlines()[2:]
    assert len(rows) == len(update.calls)
    labels = [row.split(" | ")[1] for row in rows]
    assert labels[-1] == "G1"
    assert {"F1", "B1", "B2", "B3, B4"} <= set(labels)


def test_an_array_without_a_name_can_not_be_written() -> None:
    update = OneUpdate("gradient_descent")
    update.calls.insert(0, (np.square, update.parameters, np.zeros(5)))
    with pytest.raises(UnnamedError, match=r"square writes an array of shape \(5,\) that has no name"):
        update.table()


def test_a_function_without_a_formula_can_not_be_written() -> None:
    update = OneUpdate("gradient_descent")
    update.calls.insert(0, (np.cbrt, update.parameters, update.parameters))
    with pytest.raises(UnnamedError, match="cbrt has no formula"):
        update.table()
