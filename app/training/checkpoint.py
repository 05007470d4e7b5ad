"""A checkpoint: everything that training needs to go on as if it had never stopped."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isinf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.data.errors import RefusedError
from app.data.points import Points
from app.data.randomness import generator
from app.nn.initializers import INITIALIZERS
from app.nn.optimizers import OPTIMIZERS
from app.training.errors import BadCheckpointError
from app.training.experiment import RANGES, Experiment
from app.training.limits import Limits

LARGEST_COUNT = 2**53 - 1
"""The last step: a trainer makes no more updates, as a float64 counts no further."""


class LastBatch(NamedTuple):
    """The batch of the last update: its cost before the update (NaN: not finite), and θ_new − θ_old."""

    cost: float
    samples: int
    update: NDArray[np.float64]


_PARTS = {
    "step": "its number of steps is out of range",
    "epoch": "its number of epochs is out of range",
    "batch": "its place in the epoch is not one that these points have",
    "parameters": "its weights and biases are not those of its network",
    "optimizer": "what its optimizer remembers is not what this optimizer needs",
    "last_batch": "its last batch is not one of this network and these points",
}
"""What contradicts the rest, in the words of people."""


@dataclass(frozen=True, eq=False)
class Progress:
    """Where training stands: counters, θ (`parameters`, flat) and the optimizer's named state vectors.

    `step` counts updates, `epoch` completed passes through the training points, `batch` the batches of the
    current pass that were used. `last_batch` is None where nothing is known of the last update: there was
    none, or the network has become another since. Training doesn't need it, what is shown of it does.
    """

    step: int
    epoch: int
    batch: int
    parameters: NDArray[np.float64]
    optimizer: Mapping[str, NDArray[np.float64]]
    last_batch: LastBatch | None = None


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """An experiment, its points, and its progress with them."""

    experiment: Experiment
    points: Points
    progress: Progress

    def check(self, limits: Limits) -> None:
        """Raise a `RefusedError` that names the field when the parts contradict each other or pass a limit.

        Contradictions are `BadCheckpointError`. Nothing is taken on trust: a checkpoint from outside has to
        pass this before it is trained. Whatever a trainer makes of one that passes, by updates or by changes,
        passes too.
        """
        try:
            self.experiment.check_limits(limits)
            self.experiment.check_combination()
        except RefusedError as error:
            raise error.under("experiment") from None
        Points().replace(self.points, self.experiment.target_classes, limits.max_points)
        self._check_counters()
        count = self.experiment.architecture().parameter_count
        _check_vector("progress.parameters", self.progress.parameters, count)
        optimizer = OPTIMIZERS[self.experiment.optimizer]
        sizes = optimizer.state_sizes(count)
        if set(self.progress.optimizer) != set(sizes):
            allowed = f"exactly {', '.join(sizes)}" if sizes else "empty"
            raise _bad("progress.optimizer", ", ".join(sorted(self.progress.optimizer)) or "empty", allowed)
        for name, size in sizes.items():
            _check_vector(f"progress.optimizer.{name}", self.progress.optimizer[name], size)
            if name in optimizer.never_negative and self.progress.optimizer[name].min() < 0:
                smallest = float(self.progress.optimizer[name].min())
                raise _bad(f"progress.optimizer.{name}", smallest, "numbers that are not negative")
            if name in optimizer.counts:
                self._check_count(f"optimizer.{name}", float(self.progress.optimizer[name][0]))
        if self.progress.last_batch is not None:
            _check_last_batch(self.progress.last_batch, count)

    def _check_count(self, name: str, given: float) -> None:
        """What counts updates, or passes of one update at least, has not counted more than there were."""
        if not (0 <= given <= self.progress.step and given == int(given)):
            allowed = f"an integer from 0 to {self.progress.step}, the number of updates made"
            raise _bad(f"progress.{name}", given, allowed)

    def _check_counters(self) -> None:
        progress = self.progress
        if not 0 <= progress.step <= LARGEST_COUNT:
            raise _bad("progress.step", progress.step, f"an integer from 0 to {LARGEST_COUNT}")
        self._check_count("epoch", progress.epoch)
        training_points = int(np.count_nonzero(~self.points.test))
        batches = -(-training_points // self.experiment.batch_size)
        if not 0 <= progress.batch <= max(batches - 1, 0):
            raise _bad("progress.batch", progress.batch, f"an integer from 0 to {max(batches - 1, 0)}")


def initial(experiment: Experiment, points: Points) -> Checkpoint:
    """The checkpoint before the first update: the initial parameters of the experiment's seed."""
    architecture = experiment.architecture()
    draw = generator(experiment.seed, "initializer")
    parameters = INITIALIZERS[experiment.initializer].draw(architecture, draw)
    state = fresh_state(experiment)
    return Checkpoint(experiment, points, Progress(0, 0, 0, parameters, state))


def fresh_state(experiment: Experiment) -> dict[str, NDArray[np.float64]]:
    """The state of the experiment's optimizer before its first update: zeros."""
    count = experiment.architecture().parameter_count
    return {
        name: np.zeros(size) for name, size in OPTIMIZERS[experiment.optimizer].state_sizes(count).items()
    }


def _check_last_batch(last_batch: LastBatch, count: int) -> None:
    least, most = RANGES["batch_size"]
    if isinf(last_batch.cost):
        raise _bad("progress.last_batch.cost", last_batch.cost, "a finite number, or none")
    if not least <= last_batch.samples <= most:
        allowed = f"an integer from {least} to {most}"
        raise _bad("progress.last_batch.samples", last_batch.samples, allowed)
    _check_vector("progress.last_batch.update", last_batch.update, count)


def _check_vector(path: str, vector: NDArray[np.float64], count: int) -> None:
    if vector.shape != (count,):
        raise _bad(path, vector.size, f"{count} numbers, as the architecture needs")
    broken = np.flatnonzero(~np.isfinite(vector))
    if broken.size:
        raise _bad(f"{path}.{broken[0]}", float(vector[broken[0]]), "finite numbers")


def _bad(path: str, given: object, allowed: str) -> BadCheckpointError:
    part = next(words for name, words in _PARTS.items() if path.startswith(f"progress.{name}"))
    message = f"This checkpoint does not fit together: {part}. Nothing was changed."
    return BadCheckpointError(message, field=path, given=given, allowed=allowed)
