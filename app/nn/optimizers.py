"""How a gradient moves the parameters: plain descent (G1) and its relatives, in PyTorch's conventions."""

import numpy as np

from app.nn.adam import Adam
from app.nn.code import OptimizerCode
from app.nn.momentum import Momentum, Nesterov
from app.nn.optimizer import Optimizer
from app.nn.plan import Plan
from app.nn.rules import GRADIENT, RATE, Rule
from app.nn.scaled_descent import AdaGrad, RMSProp


class GradientDescent(Optimizer):
    """θ ← θ − η g, where η comes with the gradient: backpropagation has to multiply by something anyway."""

    name, title, words = "gradient_descent", "gradient descent", "rate times gradient, nothing else"
    rule = Rule(
        r"w \leftarrow w - \eta\, g",
        "Gradient descent takes a step against the gradient, "
        "as long as the learning rate times the gradient.",
        RATE * GRADIENT,
    )
    code = OptimizerCode(
        numpy="theta -= gradient  # (G1)",
        factor="LEARNING_RATE",
        scheduled="theta -= learning_rate * gradient  # (G1)",
        torch="torch.optim.SGD(parameters, lr=LEARNING_RATE)",
    )

    @property
    def gradient_factor(self) -> float:
        """η; 1 where each update has a rate of its own."""
        return 1.0 if self._is_scheduled else self.settings.learning_rate

    def _plan(self) -> Plan:
        if self._is_scheduled:
            return [
                (np.multiply, self.gradient, self._rate, self._step),
                (np.subtract, self._parameters, self._step, self._parameters),  # (G1)
            ]
        return [(np.subtract, self._parameters, self.gradient, self._parameters)]  # (G1)


OPTIMIZERS: dict[str, type[Optimizer]] = {
    optimizer.name: optimizer for optimizer in (GradientDescent, Momentum, Nesterov, AdaGrad, RMSProp, Adam)
}
