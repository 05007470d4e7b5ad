"""The training points of one pass, in its order and cut into batches that a product can read as they lie."""

import numpy as np
from numpy.typing import NDArray

from app.data.features import feature_matrix
from app.data.points import Points
from app.data.randomness import generator
from app.nn.plan import Array
from app.training.experiment import Experiment


def sample_table(experiment: Experiment, points: Points, test: bool) -> Array:
    """The training points or the test points in their order, one a row: a `Pass`'s block, transposed.

    Targets are one-hot in classification.
    """
    chosen = points.test if test else ~points.test
    target = points.target[chosen]
    inputs = feature_matrix(experiment.features, points.x1[chosen], points.x2[chosen]).T
    if experiment.target_classes is None:
        targets = target[:, np.newaxis]
    else:
        targets = np.eye(experiment.target_classes)[target.astype(np.intp)]
    return np.hstack([inputs, np.ones((len(target), 1)), targets, np.zeros((len(target), 1))])


class Batches:
    """A table of samples cut into blocks of `batch_size` samples, the last one shorter if need be.

    `blocks` stay where they are, so that a plan can be bound to them once: `arrange` and `replace` change
    what they hold. Each is a C-ordered array (columns of the table, samples).
    """

    def __init__(self, table: Array, batch_size: int) -> None:
        count, columns = table.shape
        size = max(1, min(batch_size, count))
        self._whole = np.empty((count // size, columns, size))
        self._rest = np.empty((columns, count % size))
        self._gathered = np.empty_like(table)
        self._order: NDArray[np.intp] | None = None
        self.blocks: list[Array] = [*self._whole, *([self._rest] if count % size else [])]
        self.replace(table)

    def arrange(self, order: NDArray[np.intp]) -> None:
        """Put the samples into this order, (samples,); before, they have that of the table."""
        self._order = order
        self._fill()

    def replace(self, table: Array) -> None:
        """Take over a table of the same shape, and keep the order."""
        self._table = table
        self._fill()

    def _fill(self) -> None:
        arranged = self._table
        if self._order is not None:
            arranged = self._table.take(self._order, 0, self._gathered, "clip")
        batches, columns, size = self._whole.shape
        whole = arranged[: batches * size].reshape(batches, size, columns)
        np.copyto(self._whole, whole.transpose(0, 2, 1))
        if self._rest.size:
            np.copyto(self._rest, arranged[batches * size :].T)


class EpochOrders:
    """The orders of the passes: that of epoch e is `generator(seed, "shuffle", e).permutation(count)`.

    One generator is moved from epoch to epoch, which takes a tenth of the time that a new one does.
    """

    def __init__(self, seed: int, count: int) -> None:
        self._count = count
        self._generator = generator(seed, "shuffle")
        self._start = self._generator.bit_generator.state

    def order(self, epoch: int) -> NDArray[np.intp]:
        """The order of the samples in this pass, (count,)."""
        self._start["state"]["counter"][-1] = epoch
        self._generator.bit_generator.state = self._start
        return self._generator.permutation(self._count)
