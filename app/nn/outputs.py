"""What the last layer makes of its pre-activations: class probabilities, or one activation a neuron."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from app.nn.activations import ACTIVATIONS
from app.nn.code import OutputCode
from app.nn.cross_entropy import sigmoid_cross_entropy, softmax_cross_entropy
from app.nn.plan import ONE, Array, Plan, replay

LARGEST = np.array(np.finfo(float).max)

CrossEntropy = Callable[[Array, Array], Array]


@dataclass(frozen=True)
class Output:
    """A named output function of the last layer, its words for people, and the costs it goes with.

    `hint` says how a^n is worked out by hand (None: z^n is put into the activation of this name), and
    `cross_entropy_hint` how the cross-entropy is. `costs` has the usual one first; softmax goes with no
    Huber, as its errors never pass 1, where Huber differs.

    `value(z, a)` plans a^n from z^n. `residual(z, a, y, residual)` plans residual ← a^n − y with all its
    digits, also where y is 1 and a is nearly so. `pull_back(z, a, delta)` plans delta ← (∂a^n/∂z^n)ᵀ delta in
    place. `cross_entropy(z, y)` is (C1) for each sample, shape (samples,), from z^n, so that it is finite
    wherever z is; None where the output is no probability. There, y is one-hot, or 0 or 1 of a single neuron.

    `short_value(rows, a)` plans a^n for sums, where the absolute error of what is nearly 0 is all that counts
    (decision 0011), from z^n, which is `rows` but for its last row, a spare one.

    `code` is how programs that people take out write it. `activation` is what each neuron puts its z into;
    None for softmax, which looks at all of them. `levels` are the targets of the first and the second class
    where a single neuron tells the two apart, by whether its z is above 0; None where each class has one.
    """

    name: str
    title: str
    words: str
    costs: tuple[str, ...]
    value: Callable[[Array, Array], Plan]
    short_value: Callable[[Array, Array], Plan]
    residual: Callable[[Array, Array, Array, Array], Plan]
    pull_back: Callable[[Array, Array, Array], Plan]
    code: OutputCode
    cross_entropy: CrossEntropy | None = None
    cross_entropy_hint: str | None = None
    hint: str | None = None
    activation: str | None = None
    levels: tuple[float, float] | None = None

    def neurons(self, classes: int) -> int:
        """How many output neurons tell so many classes apart."""
        return classes if self.levels is None else 1

    def takes(self, classes: int) -> bool:
        """Whether it can tell so many classes apart: a single neuron no more than two."""
        return self.levels is None or classes == len(self.levels)

    def targets(self, named: NDArray[np.intp], classes: int) -> Array:
        """y of samples of these classes (from 0), a row a sample: one-hot, or the level of the class."""
        if self.levels is None:
            return np.eye(classes)[named]
        return np.array(self.levels)[named, np.newaxis]

    def named(self, columns: Array) -> NDArray[np.intp]:
        """The class that each column of z^n or of targets names, (#(n), samples) → (samples,).

        Every output rises with z, but a is rounded to the same 1 where z still tells who wins.
        """
        classes = columns.argmax(0) if self.levels is None else columns[0] > 0
        return np.asarray(classes, np.intp)

    @property
    def is_probability(self) -> bool:
        """Whether each activation is the probability of a class."""
        return self.cross_entropy is not None

    def residuals(self, z: Array, a: Array, y: Array) -> Array:
        """a^n − y as a new array."""
        residual = np.empty_like(a)
        with np.errstate(all="ignore"):
            replay(self.residual(z, a, y, residual))
        return residual


def softmax(z: Array, a: Array) -> Plan:
    """a_j = e^z_j / Σ_k e^z_k, with the largest z taken off all of them first, so that no power overflows.

    What is taken off is the largest whole part, from the whole parts: that is exact, where a difference of z
    would be rounded, which counts as often in a as the difference is large. An overflowed sum counts as the
    largest number of its sign.
    """
    finite = np.empty_like(a)
    whole_above_largest, powers = np.empty((len(z) + 1, *z.shape[1:])), np.empty((2, *z.shape))
    whole, largest = whole_above_largest[:-1], whole_above_largest[-1]
    of_whole, of_rest = powers
    sums, ones = np.empty_like(a), np.ones((len(z), len(z)))
    return [
        (partial(np.maximum, out=finite), z, -LARGEST), (partial(np.minimum, out=finite), finite, LARGEST),
        (np.rint, finite, whole),
        (np.subtract, finite, whole, of_rest),
        *_take_largest_off(whole_above_largest, largest, of_whole),
        (np.exp, powers, powers),
        (np.multiply, of_whole, of_rest, a),
        (ones.dot, a, sums),
        (np.divide, a, sums, a),
    ]  # fmt: skip


def _short_softmax(rows: Array, a: Array) -> Plan:
    """The same with the largest z taken off as it is."""
    sums, ones = np.empty_like(a), np.ones((len(a), len(a)))
    return [
        *_take_largest_off(rows, rows[-1], a),
        (np.exp, a, a),
        (ones.dot, a, sums),
        (np.divide, a, sums, a),
    ]


def _take_largest_off(rows: Array, largest: Array, differences: Array) -> Plan:
    """The rows but for the last, a spare one for the largest; `dot` is cheaper than broadcasting."""
    count = len(rows) - 1
    take_largest_off = np.column_stack([np.eye(count), np.full(count, -1.0)])
    return [
        (np.fmax, rows[0], rows[1], largest),
        *((np.fmax, largest, row, largest) for row in rows[2:-1]),
        (take_largest_off.dot, rows, differences),
    ]


def _softmax_residual(_z: Array, a: Array, y: Array, residual: Array) -> Plan:
    """a_j where y_j is 0; where it is 1, −(1 − a_j), which is minus the sum of the others."""
    others, sums, ones = np.empty_like(a), np.empty_like(a), np.ones((len(a), len(a)))
    return [
        (np.subtract, ONE, y, others),
        (np.multiply, others, a, others),
        (ones.dot, others, sums),
        (np.multiply, sums, y, sums),
        (np.subtract, others, sums, residual),
    ]


def _softmax_pull_back(_z: Array, a: Array, delta: Array) -> Plan:
    """δ_j ← a_j Σ_k a_k (δ_j − δ_k), which is a_j (δ_j − Σ_k a_k δ_k) with differences that keep digits."""
    neurons = len(a)
    pairs = np.empty((neurons, neurons, *a.shape[1:]))
    return [
        (np.subtract, delta[:, np.newaxis], delta, pairs),
        (np.multiply, pairs, a, pairs),
        (np.add.reduce, pairs, 1, None, delta),
        (np.multiply, delta, a, delta),
    ]


def _sigmoid_residual(z: Array, _a: Array, y: Array, residual: Array) -> Plan:
    """σ(z) where y is 0; where it is 1, σ(z) − 1 = −σ(−z)."""
    sign, turned = np.empty_like(z), np.empty_like(z)
    return [
        (np.subtract, ONE, y, sign), (np.subtract, sign, y, sign),
        (np.multiply, sign, z, turned),
        *ACTIVATIONS["sigmoid"].value(turned, residual),
        (np.multiply, residual, sign, residual),
    ]  # fmt: skip


def _tanh_residual(z: Array, a: Array, y: Array, residual: Array) -> Plan:
    """a − y = (e − y) − (e − a), where e is 1 or −1, whichever is near y; by 0 where none is.

    e − a = e (1 − tanh(e z)) = 2 e / (1 + e^(2 e z)).
    """
    e, power, spare = np.empty_like(z), np.empty_like(z), np.empty_like(z)
    return [
        (np.rint, y, e), (np.fmin, e, ONE, e), (np.fmax, e, -ONE, e),
        (np.multiply, e, z, power), (np.add, power, power, power), (np.exp, power, power),
        (np.add, power, ONE, power), (np.divide, e, power, power), (np.add, power, power, power),
        (np.subtract, e, y, residual), (np.subtract, residual, power, residual),
        (np.square, e, spare), (np.subtract, ONE, spare, spare), (np.multiply, spare, a, spare),
        (np.add, residual, spare, residual),
    ]  # fmt: skip


def _plain_residual(_z: Array, a: Array, y: Array, residual: Array) -> Plan:
    return [(np.subtract, a, y, residual)]


def _each_neuron(
    name: str,
    words: str,
    costs: tuple[str, ...],
    residual: Callable[[Array, Array, Array, Array], Plan],
    cross_entropy: CrossEntropy | None = None,
    cross_entropy_hint: str | None = None,
    hint: str | None = None,
    code: tuple[str, str] | tuple[None, None] = (None, None),
    single: tuple[str, str, tuple[float, float]] | None = None,
) -> Output:
    """The output that applies the activation function `name` to each neuron; `code` writes its cross-entropy.

    `single` is another name, its title and its levels, for the one neuron that tells two classes apart.
    """
    activation = ACTIVATIONS[name]
    own_name, title, levels = single or (name, activation.title, None)

    def pull_back(z: Array, a: Array, delta: Array) -> Plan:
        slopes = np.ones_like(a)
        return [*activation.slope(z, a, slopes), (np.multiply, delta, slopes, delta)]

    def short_value(rows: Array, a: Array) -> Plan:
        return activation.value(rows[:-1], a)

    written = activation.code
    value = f"return {written.numpy}"
    in_torch, back = f"return {written.torch}", f"return delta * ({written.slope})"
    return Output(
        own_name, title, words, costs,
        activation.value, short_value, residual, pull_back,
        OutputCode(value, value, back, in_torch, written.onnx, code[0], code[1], written.helpers),
        cross_entropy, cross_entropy_hint, hint, name, levels,
    )  # fmt: skip


SOFTMAX_CODE = OutputCode(
    numpy="""\
ones = np.ones((len(z), len(z)))  # ones.dot(a) is the sum of each column, in every row
whole = np.rint(z)  # the largest is taken off in whole parts, which is exact
a = np.exp(whole - whole.max(axis=0)) * np.exp(z - whole)
return a / ones.dot(a)""",
    short="""\
ones = np.ones((len(z), len(z)))  # ones.dot(a) is the sum of each column, in every row
a = np.exp(z - z.max(axis=0))  # the largest is taken off, so that no power overflows
return a / ones.dot(a)""",
    pull_back="""\
pairs = delta[:, np.newaxis] - delta  # a_j sum_k a_k (delta_j - delta_k)
return (pairs * a).sum(axis=1) * a""",
    torch="return torch.softmax(z, dim=1)",
    onnx="$a = Softmax<axis = -1>($z)",
    cross_entropy="np.logaddexp.reduce(z) - (y * z).sum(axis=0)",
    torch_cross_entropy='F.cross_entropy(z, y, reduction="none")',
)


OUTPUTS: dict[str, Output] = {
    output.name: output
    for output in (
        Output(
            "softmax", "softmax", "probabilities that add up to 1", ("cross_entropy", "squared_error"),
            softmax, _short_softmax, _softmax_residual, _softmax_pull_back, SOFTMAX_CODE,
            softmax_cross_entropy,
            "Take the natural logarithm of the probability of the true class, and turn its sign.",
            "Raise e to every output’s z, and divide the power of this one by the sum of all.",
        ),
        _each_neuron(
            "sigmoid", "a probability for each class by itself", ("cross_entropy", "squared_error", "huber"),
            _sigmoid_residual, sigmoid_cross_entropy,
            "Add −ln a for the true class and −ln(1 − a) for each of the others.",
            code=(
                "np.logaddexp(0, (1 - 2 * y) * z).sum(axis=0)",
                'F.binary_cross_entropy_with_logits(z, y, reduction="none").sum(dim=1)',
            ),
        ),
        _each_neuron("tanh", "a number from −1 to 1", ("squared_error", "huber"), _tanh_residual),
        _each_neuron(
            "linear", "any number", ("squared_error", "huber"), _plain_residual,
            hint="A linear neuron hands its z on as it is.",
        ),
        _each_neuron(
            "sigmoid", "the probability of the second class", ("cross_entropy", "squared_error"),
            _sigmoid_residual, sigmoid_cross_entropy,
            "Take −ln a where the target is 1, and −ln(1 − a) where it is 0.",
            code=(
                "np.logaddexp(0, (1 - 2 * y) * z).sum(axis=0)",
                'F.binary_cross_entropy_with_logits(z, y, reduction="none").sum(dim=1)',
            ),
            single=("one_sigmoid", "one sigmoid", (0.0, 1.0)),
        ),
        _each_neuron(
            "tanh", "−1 for the first class, 1 for the second", ("squared_error",), _tanh_residual,
            single=("one_tanh", "one tanh", (-1.0, 1.0)),
        ),
    )
}  # fmt: skip
