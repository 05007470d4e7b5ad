"""The training points of one pass, in its order and cut into batches that a product can read as they lie."""

import numpy as np
from numpy.typing import NDArray

from app.data.features import feature_matrix
from app.data.points import Points
from app.data.randomness import generator
from app.nn.outputs import OUTPUTS
from app.nn.plan import Array
from app.training.experiment import Experiment

SAMPLES_AT_ONCE = 4096
"""How long the orders that are drawn at once may be together."""


def sample_table(experiment: Experiment, points: Points, test: bool) -> Array:
    """The training points or the test points in their order, one a row: a `Pass`'s block, transposed.

    Targets in classification are those of the output: one-hot, or a level of a single neuron.
    """
    chosen = points.test if test else ~points.test
    target = points.target[chosen]
    inputs = feature_matrix(experiment.features, points, chosen).T
    if experiment.target_classes is None:
        targets = target[:, np.newaxis]
    else:
        targets = OUTPUTS[experiment.output].targets(target.astype(np.intp), experiment.target_classes)
    return np.hstack([inputs, np.ones((len(target), 1)), targets, np.zeros((len(target), 1))])


def shuffles(experiment: Experiment, count: int) -> bool:
    """Whether the passes through so many training points take them in orders of their own.

    Those of full batches do not: their order would change nothing but the last digits of sums.
    """
    return experiment.shuffle and experiment.batch_size < count


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
        self._order: NDArray[np.intp] | None = None
        self.blocks: list[Array] = [*self._whole, *([self._rest] if count % size else [])]
        # The views between which samples are copied, made once.
        self._arranged = np.empty_like(table)
        whole, rest = np.split(self._arranged, [len(self._whole) * size])
        pairs = [(self._whole.transpose(0, 2, 1), whole.reshape(-1, size, columns)), (self._rest.T, rest)]
        self._copies = [(block, samples) for block, samples in pairs if block.size]
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
        if self._order is None:
            np.copyto(self._arranged, self._table)
        else:
            self._table.take(self._order, 0, self._arranged, "clip")
        for block, samples in self._copies:
            np.copyto(block, samples)


class EpochOrders:
    """The orders of the passes, drawn several at once, which takes less than half of the time for each.

    That of epoch e is row e mod k of k orders of `count` samples, the draws of `generator(seed, "shuffle", e
    div k)`; k is 16, less for many samples. One generator is moved from draw to draw, which takes a tenth of
    the time that a new one does.
    """

    def __init__(self, seed: int, count: int) -> None:
        self.at_once = min(16, max(1, SAMPLES_AT_ONCE // max(1, count)))
        self._generator = generator(seed, "shuffle")
        self._start = self._generator.bit_generator.state
        self._unordered = np.broadcast_to(np.arange(count), (self.at_once, count))
        self._orders = np.empty((0, count), np.intp)
        self._drawn = -1

    def order(self, epoch: int) -> NDArray[np.intp]:
        """The order of the samples in this pass, (count,)."""
        draw, row = divmod(epoch, self.at_once)
        if draw != self._drawn:
            self._start["state"]["counter"][-1] = draw
            self._generator.bit_generator.state = self._start
            self._orders = self._generator.permuted(self._unordered, axis=1)
            self._drawn = draw
        order: NDArray[np.intp] = self._orders[row]
        return order
