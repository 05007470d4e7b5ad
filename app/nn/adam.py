"""Adam: a mean of the gradients over the root of a mean of their squares."""

from collections.abc import Callable, Mapping
from math import sqrt

import numpy as np

from app.nn.code import OptimizerCode
from app.nn.optimizer import Optimizer, OptimizerSettings
from app.nn.plan import Array, Plan
from app.nn.rules import GRADIENT, Rule, corrected, number, over_root, running_mean, square


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
            running_mean("mean", "m", "terms.beta1", GRADIENT),
            running_mean("squares", "s", "terms.beta2", square(GRADIENT)),
            corrected("mean", r"\hat m", "terms.correction1"),
            corrected("squares", r"\hat s", "terms.correction2"),
        ],
    )
    code = OptimizerCode(
        numpy="""\
updates += 1
mean *= MOMENTUM
mean += gradient  # which is multiplied by 1 - MOMENTUM already
squares *= DECAY
squares += gradient**2 * ((1 - DECAY) / (1 - MOMENTUM) ** 2)
# Both began at 0, which is corrected for by 1 - MOMENTUM**updates and 1 - DECAY**updates.
root = math.sqrt(1 - DECAY**updates)
rate = LEARNING_RATE * root / (1 - MOMENTUM**updates)
theta -= rate * (mean / (np.sqrt(squares) + 1e-8 * root))""",
        factor="1 - MOMENTUM",
        torch="torch.optim.Adam(parameters, lr=LEARNING_RATE, betas=(MOMENTUM, DECAY), eps=1e-8)",
        torch_state=(("mean", "exp_avg"), ("squares", "exp_avg_sq")),
        torch_counts=True,
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
        self._correction.settings, self._correction.learning_rate = settings, settings.learning_rate
        self._decays[:] = [[settings.momentum], [settings.decay]]
        self._rest[()] = (1.0 - settings.decay) / (1.0 - settings.momentum) ** 2

    def _rate_taker(self) -> Callable[[float], object]:
        return self._correction.take_rate

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
        self.learning_rate = 0.0
        self.rate, self.epsilon = np.array(0.0), np.array(0.0)
        self._uncorrected_epsilon = epsilon

    def take_rate(self, rate: float) -> None:
        """Use this rate from the next update on."""
        self.learning_rate = rate

    def count(self) -> None:
        """Count one more update, and correct for it."""
        self.updates += 1
        settings = self.settings
        root = sqrt(1.0 - settings.decay**self.updates)
        self.rate[()] = self.learning_rate * root / (1.0 - settings.momentum**self.updates)
        self.epsilon[()] = self._uncorrected_epsilon * root
