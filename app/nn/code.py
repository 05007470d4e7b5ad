"""How a choice is written in programs that people take out and run: expressions that stand in its entry.

In NumPy they repeat what the training loop does to the last bit: the same functions in the same order, on
arrays (neurons, samples). PyTorch's and ONNX's have samples as rows, and as many digits as these libraries
keep. An ONNX expression is a list of nodes, a line each, in which `$z` goes in and `$a` comes out; what a
node makes between is called `${a}_...`. `y` is the targets, `r` is a − y, `delta` what the chain rule has
come to.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


def require(entry: str, code: object, names: Sequence[str], function: Callable[..., object]) -> None:
    """Raises ValueError, naming the file, where an entry says of one of these names nothing."""
    missing = [name for name in names if not getattr(code, name)]
    if missing:
        file = f"{function.__module__.replace('.', '/')}.py"
        raise ValueError(
            f"{entry} says no {' and no '.join(missing)} in its code, and programs that people take out need "
            f"it: write it in its entry in {file}; app/nn/code.py says what goes there."
        )


@dataclass(frozen=True)
class ActivationCode:
    """σ and σ' as expressions of z and a.

    `short_slope` is what training takes where it differs (decision 0011). `helpers` are definitions that the
    expressions in NumPy call.
    """

    numpy: str = ""
    slope: str = ""
    torch: str = ""
    onnx: str = ""
    short_slope: str | None = None
    helpers: str = ""


NO_CODE = ActivationCode()
"""Nothing is written yet."""


@dataclass(frozen=True)
class OutputCode:
    """a^n as lines that end in `return`, of z.

    `short` are those that training takes where only sums count (decision 0011). `pull_back` are lines that
    return (∂a^n/∂z^n)ᵀ delta, of z, a and delta. The cross-entropy of each sample is an expression of z
    and y.
    """

    numpy: str
    short: str
    pull_back: str
    torch: str
    onnx: str
    cross_entropy: str | None = None
    torch_cross_entropy: str | None = None
    helpers: str = ""


@dataclass(frozen=True)
class CostCode:
    """The cost of each sample as an expression of r in NumPy, and of a and y in PyTorch.

    None: the output says it. `slope` is ∂C/∂a^n as an expression of r.
    """

    numpy: str | None
    torch: str | None
    slope: str = "r"


@dataclass(frozen=True)
class OptimizerCode:
    """One update: `numpy` changes `theta` and the state in place; `gradient` comes multiplied by `factor`.

    Where that is the rate itself, `scheduled` is what `numpy` is where each update has a `learning_rate` of
    its own; else it is the same with that in it.
    `torch` makes the optimizer of `parameters`; it keeps the state's vectors under the names of
    `torch_state`, and counts updates under "step" where `torch_counts`.
    """

    numpy: str
    torch: str
    factor: str = "1"
    scheduled: str = ""
    torch_state: tuple[tuple[str, str], ...] = ()
    torch_counts: bool = False
