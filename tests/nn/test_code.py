"""What stands in the entries as code is what the entries do: to the last bit in NumPy, on any shape."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.data.features import FEATURES
from app.nn.activations import ACTIVATIONS, Activation
from app.nn.costs import COSTS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.nn.plan import Array, replay

SHAPES = [(1, 1), (3, 1), (4, 7), (8, 10), (5, 250), (16, 33)]


def arrays(shape: tuple[int, int]) -> Array:
    """Numbers near 0 and far out, in fair shares."""
    draw = np.random.default_rng(3)
    near: Array = draw.normal(0, 1, shape)
    far: Array = draw.choice([0.1, 3.0, 30.0], shape)
    return near * far


def value(code: str, helpers: str = "", **names: Any) -> Any:
    """An expression's value, or what lines return."""
    known: dict[str, Any] = {"np": np}
    exec(helpers, known)
    if "return " not in code:
        return eval(code, known, names)
    body = "\n".join(f"    {line}" for line in code.splitlines())
    exec(f"def called({', '.join(names)}):\n{body}", known)
    return known["called"](**names)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_an_activation_and_its_slopes_to_the_last_bit(name: str, shape: tuple[int, int]) -> None:
    activation, z = ACTIVATIONS[name], arrays(shape)
    code, a = activation.code, activation.function(z)
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(value(code.numpy, code.helpers, z=z), a)
        slopes = np.broadcast_to(value(code.slope, code.helpers, z=z, a=a), shape)
        np.testing.assert_array_equal(slopes, activation.derivative(z))
        assert (code.short_slope is None) == (activation.short_slope is None)
        if activation.short_slope and code.short_slope:
            short = np.ones_like(z)
            replay(activation.short_slope(z, a, short))
            np.testing.assert_array_equal(value(code.short_slope, code.helpers, z=z, a=a), short)


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("shape", SHAPES[1:4])
def test_an_output_and_its_way_back_to_the_last_bit(name: str, shape: tuple[int, int]) -> None:
    output, z = OUTPUTS[name], arrays(shape)
    code, a, delta, rows = output.code, np.empty_like(z), arrays(shape) + 0.25, np.vstack([z, z[:1]])
    with np.errstate(all="ignore"):
        replay(output.short_value(rows, a))
        np.testing.assert_array_equal(value(code.short, code.helpers, z=z), a)
        replay(output.value(z, a))
        np.testing.assert_array_equal(value(code.numpy, code.helpers, z=z), a)
        back = delta.copy()
        replay(output.pull_back(z, a, back))
        np.testing.assert_array_equal(value(code.pull_back, code.helpers, z=z, a=a, delta=delta), back)
    assert (code.cross_entropy is None) == (output.cross_entropy is None)
    if code.cross_entropy and output.cross_entropy:
        named = np.arange(shape[1]) % (shape[0] if output.levels is None else 2)
        y = output.targets(named, shape[0]).T
        np.testing.assert_allclose(
            value(code.cross_entropy, z=z, y=y), output.cross_entropy(z, y), rtol=1e-12, atol=1e-14
        )


@pytest.mark.parametrize("name", COSTS)
def test_a_cost_and_its_slope_to_the_last_bit(name: str) -> None:
    cost, r = COSTS[name], arrays((2, 50))
    if cost.code.numpy is not None:
        costs = cost.of_samples(OUTPUTS["linear"], r, r, np.zeros_like(r))
        np.testing.assert_array_equal(value(cost.code.numpy, r=r), costs)
    slope = r.copy()
    replay(cost.slope(slope))
    np.testing.assert_array_equal(value(cost.code.slope, r=r), slope)


@pytest.mark.parametrize("name", FEATURES)
def test_an_input_to_the_last_bit(name: str) -> None:
    feature = FEATURES[name]
    coordinates = arrays((feature.coordinates, 60))
    named = {f"x{number}": column for number, column in enumerate(coordinates, 1)}
    np.testing.assert_array_equal(value(feature.numpy, **named), feature.function(*coordinates))


def test_every_optimizer_has_code() -> None:
    """That it does what the optimizer does, tests/taken_out says."""
    assert [name for name, optimizer in OPTIMIZERS.items() if not hasattr(optimizer, "code")] == []


def test_an_entry_without_its_code_says_in_which_file_it_is_missing() -> None:
    """Whoever adds one reads what is to be done where, as soon as anything is imported."""
    with pytest.raises(ValueError, match=r"'tanh' says no onnx in its code.* in app/nn/activations\.py"):
        replace(ACTIVATIONS["tanh"], code=replace(ACTIVATIONS["tanh"].code, onnx=""))
    tanh = {name: entry for name, entry in vars(ACTIVATIONS["tanh"]).items() if name != "code"}
    with pytest.raises(ValueError, match="no numpy and no slope and no torch and no onnx"):
        Activation(**tanh)
    with pytest.raises(ValueError, match=r"'sin x1' says no numpy, .* in app/data/features\.py"):
        replace(FEATURES["sin x1"], numpy="")
