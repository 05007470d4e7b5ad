"""How a gradient moves the parameters: plain descent (G1) and its relatives, in PyTorch's conventions."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import ClassVar, Literal

import numpy as np

from app.nn.plan import Array, Plan
from app.nn.rules import (
    GRADIENT,
    RATE,
    Expression,
    Line,
    Rule,
    bare,
    kept,
    number,
    over_root,
    rest,
    setting,
    square,
)


@dataclass(frozen=True)
class OptimizerSettings:
    """The rate η, the momentum μ (Adam's β₁), and the decay ρ of averaged squares (Adam's β₂)."""

    learning_rate: float
    momentum: float = 0.9
    decay: float = 0.999


class Optimizer(ABC):
    """Updates `parameters` in place by what backpropagation puts into `gradient`, g times `gradient_factor`.

    `plan` is the calls of one update, for as long as the optimizer lives: `configure` changes the settings in
    the arrays that the calls read, and leaves the state alone. `vectors` names the state's vectors like θ;
    they start at 0. An optimizer that wants the gradient beside other numbers makes its array itself.

    What is known of one stands in its class: its `title` and `words` for people, the `own_settings` that its
    rule reads besides the learning rate, the vectors that are `never_negative`, the state's `counts` of
    updates (each of length 1), and its `rule` as people read it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    words: ClassVar[str]
    rule: ClassVar[Rule]
    own_settings: ClassVar[tuple[Literal["momentum", "decay"], ...]] = ()
    vectors: ClassVar[tuple[str, ...]] = ()
    never_negative: ClassVar[frozenset[str]] = frozenset()
    counts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, parameters: Array, settings: OptimizerSettings, gradient: Array | None = None) -> None:
        self._parameters = parameters
        self.gradient = np.zeros_like(parameters) if gradient is None else gradient
        self._state = np.zeros((len(self.vectors), len(parameters)))
        self._step = np.zeros_like(parameters)
        self._rate, self._momentum, self._decay, self._rest = (np.array(0.0) for _ in range(4))
        self.configure(settings)
        self.plan = self._plan()

    @classmethod
    def state_sizes(cls, parameter_count: int) -> dict[str, int]:
        """The names of the state's vectors with their lengths."""
        return dict.fromkeys(cls.vectors, parameter_count) | dict.fromkeys(cls.counts, 1)

    @property
    def terms(self) -> dict[str, float]:
        """The constants of the last update's rule, by name."""
        return {}

    @property
    def gradient_factor(self) -> float:
        """By what backpropagation has to multiply g, which spares a call; new settings may change it."""
        return 1.0

    @property
    def memory(self) -> Array:
        """All the state's vectors like θ, one after the other in one flat array: a view."""
        return self._state.reshape(-1)

    @property
    def state(self) -> dict[str, Array]:
        """The state as named vectors: copies, for a checkpoint."""
        return {name: vector.copy() for name, vector in zip(self.vectors, self._state, strict=True)}

    def restore(self, state: Mapping[str, Array]) -> None:
        """Take over a state as `state` gave it."""
        for name, vector in zip(self.vectors, self._state, strict=True):
            vector[:] = state[name]

    def configure(self, settings: OptimizerSettings) -> None:
        """Change the settings between two updates."""
        self.settings = settings
        self._rate[()] = settings.learning_rate
        self._momentum[()] = settings.momentum
        self._decay[()] = settings.decay
        self._rest[()] = 1.0 - settings.decay

    @abstractmethod
    def _plan(self) -> Plan: ...


class GradientDescent(Optimizer):
    """θ ← θ − η g, where η comes with the gradient: backpropagation has to multiply by something anyway."""

    name, title, words = "gradient_descent", "gradient descent", "rate times gradient, nothing else"
    rule = Rule(
        r"w \leftarrow w - \eta\, g",
        "Gradient descent takes a step against the gradient, "
        "as long as the learning rate times the gradient.",
        RATE * GRADIENT,
    )

    @property
    def gradient_factor(self) -> float:
        """η."""
        return self.settings.learning_rate

    def _plan(self) -> Plan:
        return [(np.subtract, self._parameters, self.gradient, self._parameters)]  # (G1)


_VELOCITY = kept("velocity", "v", setting("terms.momentum") * number("before.velocity") + GRADIENT)


class Momentum(Optimizer):
    """v ← μ v + g, θ ← θ − η v."""

    name, title = "momentum", "momentum"
    words = "keeps part of the last step, like a rolling ball"
    own_settings = ("momentum",)
    vectors = ("velocity",)
    rule = Rule(
        r"v \leftarrow \mu v + g,\qquad w \leftarrow w - \eta\, v",
        "Momentum keeps a velocity, to which each gradient adds; the step goes against the velocity.",
        RATE * number("after.velocity"),
        [_VELOCITY],
    )

    @property
    def terms(self) -> dict[str, float]:
        """μ."""
        return {"momentum": self.settings.momentum}

    def _plan(self) -> Plan:
        (velocity,) = self._state
        return [
            (np.multiply, velocity, self._momentum, velocity),
            (np.add, velocity, self.gradient, velocity),
            (np.multiply, velocity, self._rate, self._step),
            (np.subtract, self._parameters, self._step, self._parameters),
        ]


class Nesterov(Optimizer):
    """v ← μ v + g, θ ← θ − η (g + μ v)."""

    name, title = "nesterov", "Nesterov"
    words = "momentum that looks where it is about to be"
    own_settings = ("momentum",)
    vectors = ("velocity",)
    rule = Rule(
        r"v \leftarrow \mu v + g,\qquad w \leftarrow w - \eta\,(g + \mu v)",
        "Nesterov’s momentum looks ahead: it steps against the gradient and the velocity that will be left.",
        RATE * (GRADIENT + number("terms.momentum") * number("after.velocity")),
        [_VELOCITY],
    )

    @property
    def terms(self) -> dict[str, float]:
        """μ."""
        return {"momentum": self.settings.momentum}

    def _plan(self) -> Plan:
        (velocity,) = self._state
        return [
            (np.multiply, velocity, self._momentum, velocity),
            (np.add, velocity, self.gradient, velocity),
            (np.multiply, velocity, self._momentum, self._step),
            (np.add, self._step, self.gradient, self._step),
            (np.multiply, self._step, self._rate, self._step),
            (np.subtract, self._parameters, self._step, self._parameters),
        ]


def _mean_of(vector: str, symbol: str, decay: str, of: Expression) -> Line:
    """The line of a running mean: m ← β m + (1 − β) x."""
    return kept(vector, symbol, setting(decay) * number(f"before.{vector}") + rest(decay) * of)


def _corrected(vector: str, symbol: str, correction: str) -> Line:
    """The line of a mean corrected for its start at 0."""
    return Line(symbol, "=", f"corrected {vector}", bare(f"after.{vector}") / bare(correction))


class _ScaledDescent(Optimizer):
    """θ ← θ − η g / (√s + ε), where s gathers the squares of g."""

    vectors = ("squares",)
    never_negative = frozenset(vectors)
    epsilon: ClassVar[float]

    @property
    def terms(self) -> dict[str, float]:
        """ε."""
        return {"epsilon": self.epsilon}

    def _scaled_step(self, squares: Array) -> Plan:
        return [
            (np.sqrt, squares, self._step),
            (np.add, self._step, np.array(self.epsilon), self._step),
            (np.divide, self.gradient, self._step, self._step),
            (np.multiply, self._step, self._rate, self._step),
            (np.subtract, self._parameters, self._step, self._parameters),
        ]


class AdaGrad(_ScaledDescent):
    """s ← s + g²; ε = 1e-10."""

    name, title, words = "adagrad", "AdaGrad", "smaller steps where gradients were large so far"
    epsilon = 1e-10
    rule = Rule(
        r"s \leftarrow s + g^2,\qquad w \leftarrow w - \eta\,\frac{g}{\sqrt{s} + \varepsilon}",
        "AdaGrad divides the gradient by the root of the sum of all its squares so far.",
        over_root(GRADIENT, number("after.squares")),
        [kept("squares", "s", number("before.squares") + square(GRADIENT))],
    )

    def _plan(self) -> Plan:
        (squares,) = self._state
        return [
            (np.square, self.gradient, self._step),
            (np.add, squares, self._step, squares),
            *self._scaled_step(squares),
        ]


class RMSProp(_ScaledDescent):
    """s ← ρ s + (1 − ρ) g²; ε = 1e-8."""

    name, title, words = "rmsprop", "RMSProp", "the same, but forgets what is long ago"
    own_settings = ("decay",)
    epsilon = 1e-8
    rule = Rule(
        r"s \leftarrow \rho s + (1-\rho)\, g^2,\qquad "
        r"w \leftarrow w - \eta\,\frac{g}{\sqrt{s} + \varepsilon}",
        "RMSProp divides the gradient by the root of a running mean of its squares.",
        over_root(GRADIENT, number("after.squares")),
        [_mean_of("squares", "s", "terms.decay", square(GRADIENT))],
    )

    @property
    def terms(self) -> dict[str, float]:
        """ρ and ε."""
        return {"decay": self.settings.decay, **super().terms}

    def _plan(self) -> Plan:
        (squares,) = self._state
        return [
            (np.square, self.gradient, self._step),
            (np.multiply, self._step, self._rest, self._step),
            (np.multiply, squares, self._decay, squares),
            (np.add, squares, self._step, squares),
            *self._scaled_step(squares),
        ]


class Adam(Optimizer):
    """m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − η m̂ / (√ŝ + ε).

    m̂ = m / (1 − β₁ᵗ), ŝ = s / (1 − β₂ᵗ), ε = 1e-8. t counts the updates since the state was 0; it is the
    state's third vector, of length 1. Both corrections go into two numbers an update, η √(1 − β₂ᵗ) / (1 −
    β₁ᵗ) and ε √(1 − β₂ᵗ). The two moments lie in one array, and so does what is added to them, so that one
    call serves both: the gradient, which comes with 1 − β₁, and below it its squares.
    """

    name, title, words = "adam", "Adam", "momentum and RMSProp together"
    own_settings = ("momentum", "decay")
    vectors = ("mean", "squares")
    never_negative = frozenset({"squares"})
    counts = ("updates",)
    epsilon = 1e-8
    rule = Rule(
        r"m \leftarrow \beta_1 m + (1-\beta_1) g,\quad s \leftarrow \beta_2 s + (1-\beta_2) g^2,\quad "
        r"\hat m = \frac{m}{1-\beta_1^t},\ \hat s = \frac{s}{1-\beta_2^t},\quad "
        r"w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat s}+\varepsilon}",
        "Adam keeps a mean of the gradients and one of their squares, both corrected for their start at 0.",
        over_root(number("corrected mean"), number("corrected squares")),
        [
            _mean_of("mean", "m", "terms.beta1", GRADIENT),
            _mean_of("squares", "s", "terms.beta2", square(GRADIENT)),
            _corrected("mean", r"\hat m", "terms.correction1"),
            _corrected("squares", r"\hat s", "terms.correction2"),
        ],
    )

    def __init__(self, parameters: Array, settings: OptimizerSettings) -> None:
        self._correction = _Correction(self.epsilon)
        self._decays, self._added = np.zeros((2, len(parameters))), np.zeros((2, len(parameters)))
        super().__init__(parameters, settings, gradient=self._added[0])

    @property
    def gradient_factor(self) -> float:
        """1 − β₁."""
        return 1.0 - self.settings.momentum

    @property
    def terms(self) -> dict[str, float]:
        """β₁, β₂, ε and both corrections, 1 − βᵗ."""
        settings, updates = self.settings, self._correction.updates
        return {
            "beta1": settings.momentum,
            "beta2": settings.decay,
            "epsilon": self.epsilon,
            "correction1": 1.0 - settings.momentum**updates,
            "correction2": 1.0 - settings.decay**updates,
        }

    @property
    def state(self) -> dict[str, Array]:
        """The two moments and the number of updates."""
        return super().state | {"updates": np.array([float(self._correction.updates)])}

    def restore(self, state: Mapping[str, Array]) -> None:
        """Take over a state, the number of updates included."""
        super().restore(state)
        self._correction.updates = int(state["updates"][0])

    def configure(self, settings: OptimizerSettings) -> None:
        """Change the settings between two updates; the corrections use them from the next one on."""
        super().configure(settings)
        self._correction.settings = settings
        self._decays[:] = [[settings.momentum], [settings.decay]]
        self._rest[()] = (1.0 - settings.decay) / (1.0 - settings.momentum) ** 2

    def _plan(self) -> Plan:
        mean, squares = self._state
        gradient, added_squares = self._added
        return [
            (self._correction.count,),
            (np.square, gradient, added_squares),
            (np.multiply, added_squares, self._rest, added_squares),
            (np.multiply, self._state, self._decays, self._state),
            (np.add, self._state, self._added, self._state),
            (np.sqrt, squares, self._step),
            (np.add, self._step, self._correction.epsilon, self._step),
            (np.divide, mean, self._step, self._step),
            (np.multiply, self._step, self._correction.rate, self._step),
            (np.subtract, self._parameters, self._step, self._parameters),
        ]


class _Correction:
    """Adam's count of its updates, and both corrections as numbers that its calls read.

    Apart from the optimizer, because its plan calls `count`: an optimizer in its own plan would hold
    itself, and its memory, beyond its end.
    """

    def __init__(self, epsilon: float) -> None:
        self.updates = 0
        self.settings = OptimizerSettings(0.0)
        self.rate, self.epsilon = np.array(0.0), np.array(0.0)
        self._uncorrected_epsilon = epsilon

    def count(self) -> None:
        """Count one more update, and correct for it."""
        self.updates += 1
        settings = self.settings
        root = sqrt(1.0 - settings.decay**self.updates)
        self.rate[()] = settings.learning_rate * root / (1.0 - settings.momentum**self.updates)
        self.epsilon[()] = self._uncorrected_epsilon * root


OPTIMIZERS: dict[str, type[Optimizer]] = {
    optimizer.name: optimizer for optimizer in (GradientDescent, Momentum, Nesterov, AdaGrad, RMSProp, Adam)
}
