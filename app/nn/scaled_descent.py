"""Optimizers that divide the gradient by the root of the squares it had."""

from typing import ClassVar

import numpy as np

from app.nn.code import OptimizerCode
from app.nn.optimizer import Optimizer
from app.nn.plan import Array, Plan
from app.nn.rules import GRADIENT, Rule, kept, number, over_root, running_mean, square


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
    code = OptimizerCode(
        numpy="""\
squares += gradient**2
theta -= LEARNING_RATE * (gradient / (np.sqrt(squares) + 1e-10))""",
        torch="torch.optim.Adagrad(parameters, lr=LEARNING_RATE, eps=1e-10)",
        torch_state=(("squares", "sum"),),
        torch_counts=True,
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
        [running_mean("squares", "s", "terms.decay", square(GRADIENT))],
    )
    code = OptimizerCode(
        numpy="""\
squares *= DECAY
squares += (1 - DECAY) * gradient**2
theta -= LEARNING_RATE * (gradient / (np.sqrt(squares) + 1e-8))""",
        torch="torch.optim.RMSprop(parameters, lr=LEARNING_RATE, alpha=DECAY, eps=1e-8)",
        torch_state=(("squares", "square_avg"),),
        torch_counts=True,
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
