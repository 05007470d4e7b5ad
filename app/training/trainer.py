"""A trainer: an experiment in progress, which can be run, looked at and changed between any two updates."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from math import isfinite, nan
from typing import Any

import numpy as np

from app.data.datasets import DATASETS
from app.data.errors import InvalidValueError, LimitError
from app.data.features import FEATURES
from app.data.generate import generated
from app.data.points import Points
from app.data.split import split_mask
from app.data.wording import counted, grouped
from app.nn.optimizer import OptimizerSettings
from app.nn.plan import Array
from app.nn.schedules import ScheduleSettings
from app.training.checkpoint import LARGEST_COUNT, Checkpoint, LastBatch, Progress, initial
from app.training.divergence import Divergence, first_divergence
from app.training.errors import DivergedError, NoPointsError, UnknownParameterError
from app.training.evaluation import Evaluation, Evaluator
from app.training.experiment import Experiment, reconciled
from app.training.limits import Limits
from app.training.loop import Loop
from app.training.surgery import (
    Alteration,
    configured,
    transplant,
    with_layer,
    with_neuron,
    without_layer,
    without_neuron,
)

OPTIMIZER_SETTINGS = frozenset(
    field.name for settings in (OptimizerSettings, ScheduleSettings) for field in fields(settings)
)
"""What an optimizer takes over while it runs, with its state as it is."""

ENDS = frozenset({"until_step", "until_cost", "until_share", "until_patience"})
"""What says when training stops, and changes nothing of how it goes."""


class Trainer:
    """Trains the network of a checkpoint on its points. Synchronous: no clock, no socket.

    What can't be done is refused with a `RefusedError`, and then nothing has changed. Any change takes back a
    divergence: training may go on from the last finite parameters, at which a trainer stands then.
    """

    def __init__(self, checkpoint: Checkpoint, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        checkpoint.check(self._limits)
        self._take_over(checkpoint)

    def _take_over(self, checkpoint: Checkpoint) -> None:
        self.experiment, self.points = checkpoint.experiment, checkpoint.points
        self.diverged: Divergence | None = None
        self._loop = Loop(self.experiment, self.points, checkpoint.progress)
        self._evaluator = Evaluator(self.experiment, self._loop.parameters, self.points)

    # Where it stands

    @property
    def step(self) -> int:
        """Updates made since the initial parameters."""
        return self._loop.step

    @property
    def epoch(self) -> int:
        """Passes through the training points that were completed."""
        return self._loop.epoch

    @property
    def batch(self) -> int:
        """Batches of the current pass that were used."""
        return self._loop.batch

    @property
    def parameters(self) -> Array:
        """θ, as it lies: training changes it."""
        return self._loop.parameters

    @property
    def updates_to_epoch_end(self) -> int:
        """Updates that complete the current pass, 0 without training points."""
        return self._loop.batches_left

    @property
    def last_batch(self) -> LastBatch:
        """The batch of the last update, or `LastBatch(nan, 0, zeros)` if nothing is known of it."""
        return self._loop.last_batch() or LastBatch(nan, 0, np.zeros_like(self.parameters))

    def evaluate(self) -> Evaluation:
        """Cost and accuracy over all points."""
        return self._evaluator.evaluate()

    def progress(self) -> Progress:
        """Where training stands: copies."""
        return self._loop.progress()

    def checkpoint(self) -> Checkpoint:
        """Everything that is needed to go on as if training had never stopped."""
        return Checkpoint(self.experiment, self.points, self.progress())

    # Training

    def check_ready(self) -> None:
        """Raise `NoPointsError`, `DivergedError` or `LimitError` where `run` could make no update."""
        if not self._loop.batches_left:
            raise NoPointsError(
                "There is no training point yet. Add a point first.", allowed="at least one training point"
            )
        if self.diverged is not None:
            raise DivergedError(
                f"Training diverged at step {grouped(self.diverged.step)}. Lower the learning rate first.",
                given=self.experiment.learning_rate, allowed="finite parameters",
            )  # fmt: skip
        if self.step == LARGEST_COUNT:
            raise LimitError(
                f"This is step {LARGEST_COUNT}, the last one that can be counted. Reset to start anew.",
                given=self.step, allowed=f"fewer than {LARGEST_COUNT} updates",
            )  # fmt: skip

    def run(self, updates: int) -> int:
        """Make this many updates; return how many were made.

        They are fewer if it diverges, has no points, or can count no further.
        """
        loop = self._loop
        first = loop.step
        last = min(first + updates, LARGEST_COUNT) if loop.batches_left else first
        while loop.step < last and self.diverged is None:
            origin = loop.origin()
            loop.advance(min(last - loop.step, loop.updates_at_once))
            if loop.broken() is not None:
                self.diverged = first_divergence(loop, origin)
        return loop.step - first

    # Changes of the experiment

    def configure(self, changes: Mapping[str, Any]) -> None:
        """Change fields of the experiment; what they bring along, `reconciled` says.

        Surviving weights are kept, but a new initializer or seed starts from step 0.
        """
        experiment = reconciled(self.experiment, changes)
        experiment.check_limits(self._limits)
        changed = {
            name for name in vars(experiment) if getattr(experiment, name) != getattr(self.experiment, name)
        }
        if {"initializer", "seed"} & changes.keys():
            self._restart(experiment)
        elif changed <= ENDS:
            self.experiment = experiment
        elif changed <= OPTIMIZER_SETTINGS | ENDS:
            self.experiment, self.diverged = experiment, None
            self._loop.configure(experiment)
        else:
            self._alter(configured(self.experiment, experiment))

    def add_layer(self, layer: int, neurons: int) -> None:
        """Insert a hidden layer that becomes layer number `layer` (2 to n)."""
        self._alter(with_layer(self.experiment, layer, neurons, self._limits))

    def remove_layer(self, layer: int) -> None:
        """Remove hidden layer number `layer` (2 to n - 1)."""
        self._alter(without_layer(self.experiment, layer))

    def add_neuron(self, layer: int) -> None:
        """Add a neuron at the end of this hidden layer."""
        self._alter(with_neuron(self.experiment, layer, self._limits))

    def remove_neuron(self, layer: int, neuron: int) -> None:
        """Remove neuron number `neuron` (from 0) of this hidden layer."""
        self._alter(without_neuron(self.experiment, layer, neuron))

    def set_parameter(self, layer: int, neuron: int, source: int | None, value: float) -> None:
        """Set one weight, or the bias where `source` is None. `layer` counts from 1, neurons from 0."""
        try:
            index = self._loop.architecture.weight_index(layer, neuron, source)
        except IndexError as error:
            raise UnknownParameterError("This network has no such weight or bias.") from error
        if not isfinite(value):
            raise InvalidValueError.at("value", value, "a finite number")
        self.diverged = None
        self._loop.set_parameter(index, value)

    def reset(self, seed: int | None = None) -> None:
        """Back to step 0 with the initial parameters of the seed, a new one if it is given; points stay."""
        self._restart(self.experiment if seed is None else replace(self.experiment, seed=seed))

    # Changes of the points

    def add_points(self, points: Points) -> None:
        """Add points with ids of their own."""
        self._show(self.points.add(points, self.experiment.target_classes, self._limits.max_points))

    def move_points(
        self,
        ids: Sequence[int],
        x1: Sequence[float],
        x2: Sequence[float],
        more: Sequence[Sequence[float] | None] | None = None,
    ) -> None:
        """Move these points; their further coordinates stay, but where `more` has others."""
        self._show(self.points.move(ids, x1, x2, more))

    def remove_points(self, ids: Sequence[int]) -> None:
        """Remove these points."""
        self._show(self.points.remove(ids))

    def set_targets(self, ids: Sequence[int], target: float) -> None:
        """Give these points another class, or another real target."""
        self._show(self.points.set_targets(ids, target, self.experiment.target_classes))

    def replace_points(self, points: Points) -> None:
        """Put these points in the place of all points."""
        self._show(self.points.replace(points, self.experiment.target_classes, self._limits.max_points))

    def split(self, test_share: float, seed: int) -> None:
        """Choose anew which of the points are test points."""
        mask = split_mask(self.points.target, self.experiment.target_classes, test_share, seed)
        self._show(self.points.with_test(mask))

    def generate(
        self, dataset: str, count: int, noise: float, test_share: float, seed: int, fresh: bool = False
    ) -> None:
        """Replace all points by a data set, and take over the task and the classes that it needs.

        Inputs that are further columns go: its points have none.

        The network learns on from where it is, or where `fresh` starts anew.
        """
        if count > self._limits.max_points:
            raise LimitError(
                f"Between 1 and {counted(self._limits.max_points, 'point')}.",
                field="count", given=count, allowed=f"at most {self._limits.max_points}",
            )  # fmt: skip
        points = generated(dataset, count, noise, test_share, seed)
        needed = {"task": DATASETS[dataset].task, "classes": DATASETS[dataset].classes}
        changes: dict[str, Any] = {name: value for name, value in needed.items() if value is not None}
        on_plane = tuple(name for name in self.experiment.features if FEATURES[name].coordinates == 2)
        if on_plane != self.experiment.features:
            changes["features"] = on_plane or Experiment.features
        alteration = configured(self.experiment, reconciled(self.experiment, changes))
        self._alter(alteration, points)
        if fresh:
            self.reset()

    def _show(self, points: Points) -> None:
        self.points, self.diverged = points, None
        self._loop.replace_points(points)
        self._evaluator.replace_points(points)

    def _restart(self, experiment: Experiment) -> None:
        self._take_over(initial(experiment, self.points.fitted(experiment.target_classes)))

    def _alter(self, alteration: Alteration, points: Points | None = None) -> None:
        old, new = self.experiment, alteration.experiment
        progress = transplant(old, alteration, self.progress())
        if points is None:
            points = self.points.fitted(new.target_classes)
        same_pass = (
            (old.batch_size, old.shuffle) == (new.batch_size, new.shuffle)
            and np.count_nonzero(self.points.test) == np.count_nonzero(points.test)
            and len(self.points) == len(points)
        )
        self._take_over(Checkpoint(new, points, progress if same_pass else replace(progress, batch=0)))
