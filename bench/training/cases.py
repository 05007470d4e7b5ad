"""The problems that all engines solve: networks, points, initial parameters and the order of the batches."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.generate import generated
from app.data.points import Points
from app.training.batches import EpochOrders
from app.training.checkpoint import Checkpoint, initial
from app.training.experiment import Experiment
from app.training.limits import Limits

LIMITS = Limits(max_points=5000, max_neurons=64)
"""The engine allows more neurons than the page does."""

COMPARED_UPDATES = 100
"""After as many updates, all engines must have reached the same cost."""

DATASETS = {2: "moons", 3: "arms3", 4: "quadrants4"}


@dataclass(frozen=True)
class Case:
    """tanh in the hidden layers, softmax with cross-entropy at the output, whole batches only."""

    hidden: tuple[int, ...]
    classes: int
    points: int
    batch_size: int
    optimizer: str = "gradient_descent"
    learning_rate: float = 0.03

    @property
    def name(self) -> str:
        """The network and its batch, such as "2-8-8-2, batch 10"."""
        batch = "full batch of" if self.batch_size == self.points else "batch"
        optimizer = "" if self.optimizer == "gradient_descent" else f", {self.optimizer.replace('_', ' ')}"
        return f"{network_name(self.hidden, self.classes)}, {batch} {self.batch_size}{optimizer}"

    @property
    def experiment(self) -> Experiment:
        """The experiment that a trainer makes of it."""
        return Experiment(
            hidden=self.hidden,
            classes=self.classes,
            batch_size=self.batch_size,
            optimizer=self.optimizer,
            learning_rate=self.learning_rate,
        )

    @property
    def drawn_points(self) -> Points:
        """Its points, all for training."""
        return generated(DATASETS[self.classes], self.points, noise=0.3, test_share=0.0, seed=1)

    def checkpoint(self) -> Checkpoint:
        """Where training starts."""
        return initial(self.experiment, self.drawn_points)

    def message(self) -> dict[str, Any]:
        """The case as engines of any language read it: fields as they are, the rest from `Problem`."""
        problem = Problem(self)
        return asdict(self) | {
            "sizes": self.experiment.sizes,
            "inputs": problem.inputs.tolist(),
            "labels": problem.labels.tolist(),
            "parameters": problem.parameters.tolist(),
            "batches": [batch.tolist() for batch in problem.batches],
        }


class Problem:
    """A case in numbers: `inputs` (points, 2), `labels` (points,), `parameters` θ, and `batches`."""

    def __init__(self, case: Case) -> None:
        if case.points % case.batch_size:
            raise ValueError(f"{case.points} points do not make whole batches of {case.batch_size}")
        self.case = case
        checkpoint = case.checkpoint()
        points = checkpoint.points
        self.inputs: NDArray[np.float64] = np.column_stack([points.x1, points.x2])
        self.labels: NDArray[np.intp] = points.target.astype(np.intp)
        self.parameters = checkpoint.progress.parameters

    @cached_property
    def batches(self) -> list[NDArray[np.intp]]:
        """Which points the first `COMPARED_UPDATES` updates use; an epoch begun is ended.

        Engines that the page does not shuffle for go round and round in these.
        """
        case = self.case
        orders = EpochOrders(case.experiment.seed, case.points)
        an_epoch = case.points // case.batch_size
        epochs = -(-COMPARED_UPDATES // an_epoch) if an_epoch > 1 else 1
        batches: list[NDArray[np.intp]] = []
        for epoch in range(epochs):
            batches += np.split(orders.order(epoch), an_epoch)
        return batches


def network_name(hidden: tuple[int, ...], classes: int) -> str:
    """The sizes of the layers from two inputs on; a row of equal ones is shortened: "2-8×6-3"."""
    if len(hidden) > 2 and len(set(hidden)) == 1:
        middle = f"{hidden[0]}×{len(hidden)}"
    else:
        middle = "-".join(map(str, hidden))
    return "-".join(filter(None, ("2", middle, str(classes))))


COMPARED = (
    Case(hidden=(4,), classes=2, points=250, batch_size=10),
    Case(hidden=(8, 8), classes=2, points=250, batch_size=10),
    Case(hidden=(8, 8), classes=2, points=250, batch_size=250),
    Case(hidden=(8,) * 6, classes=3, points=480, batch_size=32),
    Case(hidden=(64, 64), classes=3, points=1920, batch_size=64),
    Case(hidden=(8, 8), classes=2, points=250, batch_size=10, optimizer="adam", learning_rate=0.01),
)
