"""How good the network is now: cost and accuracy over all training points and all test points."""

from dataclasses import dataclass
from math import nan

import numpy as np

from app.data.points import Points
from app.nn.passes import Pass
from app.nn.penalty import penalty
from app.nn.plan import Array, Plan, replay
from app.training.batches import Batches, sample_table
from app.training.experiment import Experiment

SAMPLES_AT_ONCE = 256
"""Enough that calls cost little, few enough that a large network's record stays small."""


@dataclass(frozen=True)
class Evaluation:
    """Costs, penalty included, and shares classified right (NaN without points; shares in regression too)."""

    train_cost: float
    test_cost: float
    train_accuracy: float
    test_accuracy: float


class Evaluator:
    """Evaluates `parameters` where they lie, by the same feedforward that trains them."""

    def __init__(self, experiment: Experiment, parameters: Array, points: Points) -> None:
        self._experiment = experiment
        self._train, self._test = (
            _Samples(experiment, parameters, sample_table(experiment, points, test=test))
            for test in (False, True)
        )

    def replace_points(self, points: Points) -> None:
        """Evaluate on these points from now on."""
        for samples, test in ((self._train, False), (self._test, True)):
            samples.replace(sample_table(self._experiment, points, test=test))

    def evaluate(self) -> Evaluation:
        """Cost and accuracy of the parameters as they are now."""
        with np.errstate(all="ignore"):
            train_cost, train_accuracy = self._train.evaluate()
            test_cost, test_accuracy = self._test.evaluate()
        return Evaluation(train_cost, test_cost, train_accuracy, test_accuracy)


class _Samples:
    """The training points or the test points in parts, with a pass for each number of samples of a part."""

    def __init__(self, experiment: Experiment, parameters: Array, table: Array) -> None:
        self._classifies = experiment.target_classes is not None
        self._architecture = experiment.architecture()
        self._parameters = parameters
        self._parts: list[tuple[Pass, Plan, Array]] = []
        self._cut(table)

    def replace(self, table: Array) -> None:
        if len(table) == self._count:
            self._batches.replace(table)
        else:
            self._cut(table)

    def evaluate(self) -> tuple[float, float]:
        if not self._count:
            return nan, nan
        cost, right = 0.0, 0
        for record, plan, targets in self._parts:
            replay(plan)
            cost += float(record.sample_costs(targets).sum())
            if self._classifies:
                right += int(np.count_nonzero(record.activations[-1].argmax(0) == targets.argmax(0)))
        accuracy = right / self._count if self._classifies else nan
        return cost / self._count + penalty(self._architecture, self._parameters), accuracy

    def _cut(self, table: Array) -> None:
        self._count = len(table)
        self._batches = Batches(table, SAMPLES_AT_ONCE)
        sizes = {block.shape[1] for block in self._batches.blocks}
        passes = {size: Pass(self._architecture, self._parameters, size) for size in sizes}
        self._parts = []
        for block in self._batches.blocks:
            record = passes[block.shape[1]]
            self._parts.append((record, record.forward_plan(block), record.targets_of(block)))
