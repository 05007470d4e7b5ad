"""The training loop: θ, its optimizer, and the plans of a pass's batches, replayed update by update."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, repeat
from math import isfinite, nan
from typing import Literal, TypeAlias

import numpy as np

from app.data.points import Points
from app.nn.architecture import Architecture
from app.nn.costs import mean
from app.nn.optimizer import OptimizerSettings
from app.nn.optimizers import OPTIMIZERS
from app.nn.passes import Pass
from app.nn.penalty import penalty
from app.nn.plan import Array, Call, Plan, replay
from app.training.batches import Batches, EpochOrders, sample_table, shuffles
from app.training.checkpoint import LastBatch, Progress
from app.training.experiment import Experiment

UPDATES_AT_ONCE = 1000
"""Updates between two looks at whether all is finite; up to twice as many may have to be repeated singly."""

WORK_AT_ONCE = 20_000_000
"""Weights times samples that these updates may go through: the largest ones are repeated for a long time."""

Broken: TypeAlias = Literal["cost", "parameter"]
"""What is no longer finite where training diverges: a batch's cost, or what an update made of θ."""


class Loop:
    """Trains one architecture with one optimizer on one set of points; anything else is another loop.

    `step`, `epoch`, `batch` and `parameters` are as in `Progress`. Nothing here looks at whether numbers are
    finite, but for `broken`.
    """

    def __init__(self, experiment: Experiment, points: Points, progress: Progress) -> None:
        self.architecture: Architecture = experiment.architecture()
        self.parameters = progress.parameters.copy()
        self._experiment = experiment
        optimizer = OPTIMIZERS[experiment.optimizer]
        self._optimizer = optimizer(self.parameters, settings_of(experiment))
        self._vectors = [vector for vector in (self.parameters, self._optimizer.memory) if len(vector)]
        self._is_sound = True
        self._passes: dict[int, Pass] = {}
        self._before = self.parameters.copy()
        self._last: tuple[Pass, Array] | None = None
        self._last_batch: LastBatch | None = None
        self._origin: Progress | None = None
        self._table = sample_table(experiment, points, test=False)
        self._arranged_epoch = -1
        self._cut()
        self.restore(progress)

    def configure(self, experiment: Experiment) -> None:
        """Take over an experiment in which only settings of the optimizer differ."""
        self._experiment = experiment
        self._origin = None
        plan = self._optimizer.plan
        self._optimizer.configure(settings_of(experiment))
        self._optimizer.stand_at(self.step)
        if self._optimizer.plan is not plan:
            self._forget_calls()
        for record in self._passes.values():
            record.scale(self._optimizer.gradient_factor)

    def replace_points(self, points: Points) -> None:
        """Train on these points from now on; another number of training points starts the pass anew."""
        self.last_batch()  # its targets are about to change
        self._origin = None
        same_count = len(self._table)
        self._table = sample_table(self._experiment, points, test=False)
        if len(self._table) == same_count:
            self._batches.replace(self._table)
        else:
            self._cut()
            self.batch = 0

    def set_parameter(self, index: int, value: float) -> None:
        """Set one entry of θ."""
        self.last_batch()  # its update is not this one
        self._origin = None
        self.parameters[index] = value

    def progress(self) -> Progress:
        """Where training stands: copies."""
        return replace(self.standing(), last_batch=self.last_batch())

    def standing(self) -> Progress:
        """The same without the last batch, for less than half of the time."""
        return Progress(self.step, self.epoch, self.batch, self.parameters.copy(), self._optimizer.state)

    def origin(self) -> Progress:
        """A progress from which the same updates, one by one, lead here again, bit for bit.

        It is less than `updates_at_once` updates back, and younger than any change. Most runs of one or two
        updates share one: copies cost as much as a third of an update.
        """
        if self._origin is None or self.step - self._origin.step >= self.updates_at_once:
            self._origin = self.progress()
        return self._origin

    def restore(self, progress: Progress) -> None:
        """Go on from here."""
        self.step, self.epoch, self.batch = progress.step, progress.epoch, progress.batch
        self.parameters[:] = progress.parameters
        self._optimizer.restore(progress.optimizer)
        self._optimizer.stand_at(progress.step)
        self._last_batch = progress.last_batch
        self._last = self._origin = None

    @property
    def batches_left(self) -> int:
        """Updates that complete the current pass."""
        return len(self._batches.blocks) - self.batch

    def advance(self, updates: int) -> None:
        """Make this many updates. There has to be a training point."""
        with np.errstate(all="ignore"):
            self._replay(updates - 1)
            np.copyto(self._before, self.parameters)
            last = self.batch
            self._replay(1)
            block = self._batches.blocks[last]
            record = self._passes[block.shape[1]]
            # A sum of squares tells at the price of a product that all is well.
            z = record.pre_activations[-1].ravel()
            squares = z.dot(z)
            for vector in self._vectors:
                squares += vector.dot(vector)
            self._is_sound = isfinite(squares)
        self._last = record, record.targets_of(block)
        self._last_batch = None

    def last_batch(self) -> LastBatch | None:
        """What the last update was made of, or None if nothing is known of it."""
        if self._last_batch is None and self._last is not None:
            record, targets = self._last
            with np.errstate(all="ignore"):
                cost = mean(record.sample_costs(targets)) + penalty(self.architecture, self._before)
                update = self.parameters - self._before
            self._last_batch = LastBatch(cost if isfinite(cost) else nan, record.samples, update)
        return self._last_batch

    def broken(self) -> Broken | None:
        """What isn't finite after the last update: "cost", "parameter", or None.

        A parameter's change and the optimizer's state are part of it. Only where a sum of squares overflowed,
        each number is looked at.
        """
        if self._last is None or self._is_sound:
            return None
        last_batch = self.last_batch()
        if last_batch is None or not isfinite(last_batch.cost):
            return "cost"
        vectors = (*self._vectors, last_batch.update)
        return None if all(np.isfinite(vector).all() for vector in vectors) else "parameter"

    def _replay(self, updates: int) -> None:
        while updates > 0:
            if self._shuffled and self._arranged_epoch != self.epoch:
                self._batches.arrange(self._orders.order(self.epoch))
                self._arranged_epoch = self.epoch
            made = min(updates, self.batches_left) if self._shuffled else updates
            replay(self._calls_from(self.batch, made))
            updates -= made
            self.step += made
            passes, self.batch = divmod(self.batch + made, len(self._batches.blocks))
            self.epoch += passes

    def _calls_from(self, first: int, count: int) -> Iterable[Call]:
        """The calls of `count` batches from number `first` on, pass after pass, listed when first wanted."""
        end, blocks = first + count, self._batches.blocks
        for block in blocks[len(self._starts) - 1 : end]:
            self._calls += self._passes[block.shape[1]].plan(block) + self._optimizer.plan
            self._starts.append(len(self._calls))
        if (first, end) == (0, len(blocks)):
            return self._calls
        if end <= len(blocks):
            return self._calls[self._starts[first] : self._starts[end]]
        passes, rest = divmod(end, len(blocks))
        return chain(
            self._calls[self._starts[first] :],
            chain.from_iterable(repeat(self._calls, passes - 1)),
            self._calls[: self._starts[rest]],
        )

    def _cut(self) -> None:
        """Cut the table into batches, which are yet to be planned."""
        self._batches = Batches(self._table, self._experiment.batch_size)
        self._orders = EpochOrders(self._experiment.seed, len(self._table))
        self._arranged_epoch = -1
        sizes = {block.shape[1] for block in self._batches.blocks}
        work = len(self.parameters) * max(sizes, default=1)
        self.updates_at_once = max(1, min(UPDATES_AT_ONCE, WORK_AT_ONCE // work))
        self._passes = {size: self._passes.get(size) or self._pass(size) for size in sizes}
        self._forget_calls()
        self._shuffled = shuffles(self._experiment, len(self._table))

    def _forget_calls(self) -> None:
        self._calls: Plan = []
        self._starts = [0]

    def _pass(self, samples: int) -> Pass:
        record = Pass(self.architecture, self.parameters, samples, self._optimizer.gradient)
        record.scale(self._optimizer.gradient_factor)
        return record


def settings_of(experiment: Experiment) -> OptimizerSettings:
    """The optimizer's settings among those of an experiment."""
    return OptimizerSettings(
        experiment.learning_rate,
        experiment.momentum,
        experiment.decay,
        experiment.rate_schedule(),
        experiment.largest_norm,
    )
