"""Writes docs/one_update.md: the calls of one update of a small network, read off the plan that makes them.

Whatever a call reads or writes has to have a name: an array that nobody named ends the writing with an error,
so that the page can't say less than what is computed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from app.nn.architecture import Architecture
from app.nn.optimizer import Optimizer, OptimizerSettings
from app.nn.optimizers import OPTIMIZERS
from app.nn.passes import Pass
from app.nn.plan import Array, Call

SIZES = (2, 3, 2)
SAMPLES = 10
SETTINGS = OptimizerSettings(learning_rate=0.1)

FORMULAS = {
    "add": "{} + {}",
    "cosh": "cosh {}",
    "divide": "{} / {}",
    "dot": "{} · {}",
    "multiply": "{} ⊙ {}",
    "sqrt": "√{}",
    "square": "({})²",
    "subtract": "{} − {}",
    "tanh": "tanh {}",
}
"""What a call computes from its operands, by the function's name."""

Key = tuple[int, tuple[int, ...], tuple[int, ...]]


class UnnamedError(LookupError):
    """A call has an operand, or is a function, that this page has no name for; the message says which."""


@dataclass(frozen=True)
class Named:
    """An array with its name, and the label of the equation that a call which writes it carries out."""

    array: Array
    name: str
    equation: str = ""


class OneUpdate:
    """The calls of one update of `SIZES` by an optimizer, and a name for each array that they read or write.

    `parameters` is θ; `record` takes a batch of `SAMPLES` points in its `inputs` and `targets`.
    """

    def __init__(self, optimizer_name: str) -> None:
        architecture = Architecture(SIZES, "tanh", "softmax", "cross_entropy")
        self.parameters = np.zeros(architecture.parameter_count)
        optimizer = OPTIMIZERS[optimizer_name](self.parameters, SETTINGS)
        self.record = Pass(architecture, self.parameters, SAMPLES, optimizer.gradient)
        self.record.scale(optimizer.gradient_factor)
        self.calls = [*self.record.plan(self.record.block), *optimizer.plan]
        self.named = [*_of_pass(self.record), *_of_optimizer(optimizer)]

    def table(self) -> str:
        """The calls in their order, as a Markdown table."""
        names = {_key(named.array): named for named in self.named}
        rows = ["| | equation | what is computed | shapes |", "| --: | --- | --- | --- |"]
        rows += [
            f"| {number} | {' | '.join(_row(call, names))} |" for number, call in enumerate(self.calls, 1)
        ]
        return "\n".join(rows)


def _row(call: Call, names: dict[Key, Named]) -> tuple[str, str, str]:
    """The label, the formula and the shapes of a call."""
    function, *operands = call
    owner = getattr(function, "__self__", None)
    arrays = [array for array in (owner, *operands) if isinstance(array, np.ndarray)]
    if not arrays:
        words = str(function.__doc__).split(".", maxsplit=1)[0]
        return "", words, ""
    *sources, target = arrays
    written = names.get(_key(target))
    if written is None:
        message = f"{_called(function)} writes an array of shape {target.shape} that has no name"
        raise UnnamedError(message)
    if _called(function) not in FORMULAS:
        message = f"{_called(function)} has no formula"
        raise UnnamedError(message)
    formula = FORMULAS[_called(function)].format(*(_name(array, names) for array in sources))
    shapes = ", ".join(_shape(array) for array in sources if array.ndim)
    return written.equation, f"`{written.name} ← {formula}`", f"{shapes} → {_shape(target)}"


def _called(function: Callable[..., object]) -> str:
    return str(getattr(function, "__name__", function))


def _shape(array: Array) -> str:
    return str(array.shape)


def _name(array: Array, names: dict[Key, Named]) -> str:
    named = names.get(_key(array))
    return named.name if named else _constant(array).replace("-", "−")


def _constant(array: Array) -> str:
    """A constant by its numbers; a row that holds one number throughout by that number and dots."""
    if array.ndim == 0:
        return f"{array[()]:.4g}"
    rows = [f"{row[0]:.4g} …" if _is_even(row) else " ".join(f"{x:.4g}" for x in row) for row in array]
    return f"[{'; '.join(rows)}]"


def _is_even(row: Array) -> bool:
    return len(row) > 1 and bool((row == row[0]).all())


def _key(array: Array) -> Key:
    """Two views of the same numbers are one operand."""
    address: int = array.__array_interface__["data"][0]
    return address, array.shape, array.strides


def _base(view: Array) -> Array:
    assert view.base is not None  # noqa: S101, all views of a record have one
    return view.base


def _of_pass(record: Pass) -> Iterator[Named]:
    """The arrays of a record, by the symbols of docs/notation.md."""
    n = record.architecture.layers
    inputs = record.architecture.sizes[0]
    blocks = record.architecture.blocks(record.parameters)
    gradients = record.architecture.blocks(record.gradient)
    yield Named(record.block[: inputs + 1], "[a^1; 1]")
    yield Named(record.block[inputs:], "[1; y; t]")
    yield Named(record.block[-1:], "t", "F1")
    for i in range(2, n + 1):
        yield Named(blocks[i].T, f"[W^{{{i - 1},{i}}} b^{i}]")
        yield Named(blocks[i][:-1], f"(W^{{{i - 1},{i}}})ᵀ")
        yield Named(record.pre_activations[i], f"z^{i}", "F1")
        yield Named(record.activations[i], f"a^{i}", "F1")
        yield Named(record.deltas[i], f"δ^{i}", "B1" if i == n else "B2")
        yield Named(record.deltas[i].T, f"(δ^{i})ᵀ")
        yield Named(gradients[i], f"[∂W^{{{i - 1},{i}}} ∂b^{i}]ᵀ", "B3, B4")
    (hidden,) = range(2, n)
    # The hidden layers lie stacked, each with a row of ones below; with one of them the stack is its own.
    yield Named(_base(record.activations[hidden]), f"[a^{hidden}; 1]")
    yield Named(record.slopes[hidden], f"σ'(z^{hidden})")
    yield Named(_base(record.slopes[hidden]), f"[σ'(z^{hidden}); 0]", "B2")


def _of_optimizer(optimizer: Optimizer) -> Iterator[Named]:
    """θ, g and the state by name; what a step is made in goes by the array that θ is moved by."""
    operands: tuple[object, ...] = optimizer.plan[-1]
    *_, step, parameters = operands
    assert isinstance(parameters, np.ndarray)  # noqa: S101, every optimizer ends by moving θ
    assert isinstance(step, np.ndarray)  # noqa: S101, by what it has in its last operand but one
    yield Named(step, "step")
    factor = optimizer.gradient_factor
    yield Named(optimizer.gradient, "g" if factor == 1 else f"{factor:.4g} g")
    yield Named(parameters, "θ", "G1")
    count = len(optimizer.vectors)
    if count:
        state = _base(optimizer.memory)
        yield Named(state, f"[{'; '.join(optimizer.vectors)}]")
        for name, vector in zip(optimizer.vectors, state, strict=True):
            yield Named(vector, name)
    if optimizer.gradient.base is not None:
        yield Named(optimizer.gradient.base, f"[{factor:.4g} g; added squares]")
        yield Named(optimizer.gradient.base[1], "added squares")
    for function, *_ in optimizer.plan:
        owner = getattr(function, "__self__", None)
        if owner is not None and not isinstance(owner, np.ndarray):
            for name, value in vars(owner).items():
                if isinstance(value, np.ndarray):
                    yield Named(value, name)
