"""One sample's whole pass in numbers, and the update that its batch makes: computed by what trains."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.data.errors import UnknownPointError
from app.data.points import Points
from app.nn.activations import ACTIVATIONS
from app.nn.architecture import by_layer
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.nn.passes import Pass
from app.nn.penalty import penalty
from app.nn.plan import Array, replay
from app.training.batches import EpochOrders, sample_table, shuffles
from app.training.checkpoint import Checkpoint
from app.training.errors import NoPointsError
from app.training.experiment import Experiment
from app.training.loop import settings_of


@dataclass(frozen=True, eq=False)
class SamplePass:
    """The pass of one sample alone: every list is by layer number, every vector (neurons,).

    `slopes` is σ'(z), None at a softmax. `deltas`, `cost` and `gradient` carry neither a batch's mean nor a
    penalty.
    """

    target: Array
    activations: list[Array]
    pre_activations: list[Array]
    slopes: list[Array | None]
    deltas: list[Array]
    cost: float
    gradient: Array


@dataclass(frozen=True, eq=False)
class BatchPass:
    """The batch that a sample belongs to: `record` holds its pass; it and `cost` hold the penalty too.

    `indices` are its points' places in `Points`, in the order of the pass; `index` is its number among the
    `batches` of this pass, and `next` says whether the next update uses it.
    """

    indices: NDArray[np.intp]
    index: int
    batches: int
    next: bool
    record: Pass
    cost: float
    penalty: float


@dataclass(frozen=True, eq=False)
class Update:
    """What the optimizer makes of a batch's gradient: θ, its own state, and the constants of its rule.

    `learning_rate` is that of this very update. `norm` is the gradient's, and `share` what it is multiplied
    by before the rule where it is clipped; None where no clipping is set.
    `gradient` is the batch's as training adds it up: that of the pass that is shown, but where it is nearly 0
    only as good as sums of numbers near 1 are (decision 0011).
    """

    gradient: Array
    after: Array
    state_before: Mapping[str, Array]
    state_after: Mapping[str, Array]
    terms: Mapping[str, float]
    learning_rate: float
    norm: float | None
    share: float | None


@dataclass(frozen=True, eq=False)
class Trace:
    """A point's pass through the network of a checkpoint; `batch` and `update` are None for a test point."""

    checkpoint: Checkpoint
    index: int
    sample: SamplePass
    batch: BatchPass | None
    update: Update | None


def trace(checkpoint: Checkpoint, point: int | None) -> Trace:
    """Trace the point with this id, or the first one of the next batch.

    Raises `UnknownPointError`, or `NoPointsError` where no point is named and none can be.
    """
    index = _first_of_next_batch(checkpoint) if point is None else index_of(checkpoint.points, point)
    batch = None if checkpoint.points.test[index] else batch_pass(checkpoint, index)
    update = None if batch is None else update_of(checkpoint, batch)
    return Trace(checkpoint, index, sample_pass(checkpoint, index), batch, update)


def index_of(points: Points, point: int) -> int:
    """The place in `points` of the point with this id."""
    found = np.flatnonzero(points.id == point)
    if not found.size:
        raise UnknownPointError(
            "This point is not there any more.", field="point", given=point, allowed="the id of a point"
        )
    return int(found[0])


def sample_pass(checkpoint: Checkpoint, index: int) -> SamplePass:
    """Feedforward and backpropagation of the point at this place, alone."""
    experiment = checkpoint.experiment
    # The penalty belongs to a batch, not to a sample.
    architecture = replace(experiment.architecture(), l1=0.0, l2=0.0)
    record = Pass(architecture, checkpoint.progress.parameters, 1)
    _fill(record, experiment, checkpoint.points, np.array([index]))
    record.feedforward()
    record.backpropagate()
    n = architecture.layers
    activation = OUTPUTS[architecture.output].activation
    last_slope = (
        None if activation is None else ACTIVATIONS[activation].derivative(record.pre_activations[n])[:, 0]
    )
    return SamplePass(
        record.targets[:, 0],
        _columns(record.activations, first=1),
        _columns(record.pre_activations),
        [None, None, *(slopes[:, 0] for slopes in record.slopes[2:n]), last_slope],
        _columns(record.deltas),
        record.cost(),
        record.gradient,
    )


def batch_pass(checkpoint: Checkpoint, index: int) -> BatchPass:
    """The pass of the batch in which the training point at this place stands in the present epoch."""
    experiment, progress = checkpoint.experiment, checkpoint.progress
    order = _epoch_order(checkpoint)
    size = min(experiment.batch_size, len(order))
    number = int(np.flatnonzero(order == index)[0]) // size
    indices = order[number * size : (number + 1) * size]
    architecture = experiment.architecture()
    record = Pass(architecture, progress.parameters, len(indices))
    _fill(record, experiment, checkpoint.points, indices)
    record.feedforward()
    record.backpropagate()
    return BatchPass(
        indices,
        number,
        -(-len(order) // size),
        number == progress.batch,
        record,
        record.cost(),
        penalty(architecture, progress.parameters),
    )


def update_of(checkpoint: Checkpoint, batch: BatchPass) -> Update:
    """The update that the experiment's optimizer makes of a batch's gradient, bit for bit as training does.

    It needs a pass of its own where the optimizer wants δ multiplied: the one that is shown has true values.
    """
    experiment, progress = checkpoint.experiment, checkpoint.progress
    after = progress.parameters.copy()
    optimizer = OPTIMIZERS[experiment.optimizer](after, settings_of(experiment))
    optimizer.restore(progress.optimizer)
    optimizer.stand_at(progress.step)
    shown = batch.record
    record = Pass(shown.architecture, progress.parameters, shown.samples, optimizer.gradient)
    record.scale(optimizer.gradient_factor)
    with np.errstate(all="ignore"):
        replay(record.plan(shown.block))
        gradient = optimizer.gradient / optimizer.gradient_factor
        replay(optimizer.plan)
    clipping = optimizer.clipping if experiment.largest_norm > 0 else None
    return Update(
        gradient,
        after,
        dict(progress.optimizer),
        optimizer.state,
        optimizer.terms,
        optimizer.rate,
        clipping.norm if clipping else None,
        clipping.share if clipping else None,
    )


def _epoch_order(checkpoint: Checkpoint) -> NDArray[np.intp]:
    """The places of the training points, in the order in which the present pass takes them."""
    training = np.flatnonzero(~checkpoint.points.test)
    if not shuffles(checkpoint.experiment, len(training)):
        return training
    return training[EpochOrders(checkpoint.experiment.seed, len(training)).order(checkpoint.progress.epoch)]


def _first_of_next_batch(checkpoint: Checkpoint) -> int:
    order = _epoch_order(checkpoint)
    if not order.size:
        raise NoPointsError(
            "There is no training point to follow. Add a point first.", allowed="at least one training point"
        )
    return int(order[checkpoint.progress.batch * min(checkpoint.experiment.batch_size, len(order))])


def _fill(record: Pass, experiment: Experiment, points: Points, indices: NDArray[np.intp]) -> None:
    table = sample_table(
        experiment, points.chosen(indices).with_test(np.zeros(len(indices), np.bool_)), test=False
    )
    record.block[:] = table.T


def _columns(arrays: list[Array], first: int = 2) -> list[Array]:
    """The first sample's column of each layer's array, from layer `first` on."""
    return by_layer((array[:, 0] for array in arrays[first:]), first)
