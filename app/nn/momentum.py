"""Optimizers with a velocity, to which each gradient adds."""

import numpy as np

from app.nn.code import OptimizerCode
from app.nn.optimizer import Optimizer
from app.nn.plan import Plan
from app.nn.rules import GRADIENT, RATE, Rule, kept, number, setting

_VELOCITY = kept("velocity", "v", setting("terms.momentum") * number("before.velocity") + GRADIENT)


class _WithVelocity(Optimizer):
    """v ← μ v + g; what the step makes of v is each rule's own."""

    own_settings = ("momentum",)
    vectors = ("velocity",)

    @property
    def terms(self) -> dict[str, float]:
        """μ."""
        return {"momentum": self.settings.momentum}

    def _gather(self) -> Plan:
        (velocity,) = self._state
        return [
            (np.multiply, velocity, self._momentum, velocity),
            (np.add, velocity, self.gradient, velocity),
        ]


class Momentum(_WithVelocity):
    """v ← μ v + g, θ ← θ − η v."""

    name, title = "momentum", "momentum"
    words = "keeps part of the last step, like a rolling ball"
    rule = Rule(
        r"v \leftarrow \mu v + g,\qquad w \leftarrow w - \eta\, v",
        "Momentum keeps a velocity, to which each gradient adds; the step goes against the velocity.",
        RATE * number("after.velocity"),
        [_VELOCITY],
    )
    code = OptimizerCode(
        numpy="""\
velocity *= MOMENTUM
velocity += gradient
theta -= LEARNING_RATE * velocity""",
        torch="torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM)",
        torch_state=(("velocity", "momentum_buffer"),),
    )

    def _plan(self) -> Plan:
        (velocity,) = self._state
        return [
            *self._gather(),
            (np.multiply, velocity, self._rate, self._step),
            (np.subtract, self._parameters, self._step, self._parameters),
        ]


class Nesterov(_WithVelocity):
    """v ← μ v + g, θ ← θ − η (g + μ v)."""

    name, title = "nesterov", "Nesterov"
    words = "momentum that looks where it is about to be"
    rule = Rule(
        r"v \leftarrow \mu v + g,\qquad w \leftarrow w - \eta\,(g + \mu v)",
        "Nesterov’s momentum looks ahead: it steps against the gradient and the velocity that will be left.",
        RATE * (GRADIENT + number("terms.momentum") * number("after.velocity")),
        [_VELOCITY],
    )
    code = OptimizerCode(
        numpy="""\
velocity *= MOMENTUM
velocity += gradient
theta -= LEARNING_RATE * (MOMENTUM * velocity + gradient)""",
        torch="torch.optim.SGD(parameters, lr=LEARNING_RATE, momentum=MOMENTUM, nesterov=MOMENTUM > 0)",
        torch_state=(("velocity", "momentum_buffer"),),
    )

    def _plan(self) -> Plan:
        (velocity,) = self._state
        return [
            *self._gather(),
            (np.multiply, velocity, self._momentum, self._step),
            (np.add, self._step, self.gradient, self._step),
            (np.multiply, self._step, self._rate, self._step),
            (np.subtract, self._parameters, self._step, self._parameters),
        ]
