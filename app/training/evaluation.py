"""How good the network is now: cost and accuracy over all training points and all test points."""

from math import nan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.data.points import Points
from app.nn.costs import mean
from app.nn.outputs import OUTPUTS
from app.nn.passes import Pass
from app.nn.penalty import penalty
from app.nn.plan import Array, Plan, replay
from app.training.batches import Batches, sample_table
from app.training.experiment import Experiment

SAMPLES_AT_ONCE = 256
"""Enough that calls cost little, few enough that a large network's record stays small."""


class Evaluation(NamedTuple):
    """Costs, penalty included, and shares classified right (NaN without points; shares in regression too)."""

    train_cost: float
    test_cost: float
    train_accuracy: float
    test_accuracy: float


class Evaluator:
    """Evaluates `parameters` where they lie, by the same feedforward that trains them.

    Test points follow the training points in one table, so that small sets share their calls.
    """

    def __init__(self, experiment: Experiment, parameters: Array, points: Points) -> None:
        self._experiment = experiment
        self._architecture = experiment.architecture()
        self._output = OUTPUTS[experiment.output]
        self._parameters = parameters
        self._classifies = experiment.target_classes is not None
        self._cut(self._tables(points))

    def replace_points(self, points: Points) -> None:
        """Evaluate on these points from now on."""
        tables = self._tables(points)
        if [len(table) for table in tables] == [self._training, self._test]:
            self._batches.replace(np.vstack(tables))
            self._label()
        else:
            self._cut(tables)

    def evaluate(self) -> Evaluation:
        """Cost and accuracy of the parameters as they are now."""
        costs, right = [], []
        with np.errstate(all="ignore"):
            for (record, plan, targets), labels in zip(self._parts, self._labels, strict=True):
                replay(plan)
                costs.append(record.sample_costs(targets))
                if self._classifies:
                    right.append(self._output.named(record.pre_activations[-1]) == labels)
            split, extra = self._training, penalty(self._architecture, self._parameters)
            cost = np.concatenate(costs) if costs else np.empty(0)
            shares = np.concatenate(right) if right else np.empty(0, np.bool_)
            return Evaluation(
                (mean(cost[:split]) if split else nan) + extra,
                (mean(cost[split:]) if self._test else nan) + extra,
                _share(shares[:split]),
                _share(shares[split:]),
            )

    def _tables(self, points: Points) -> tuple[Array, Array]:
        return (
            sample_table(self._experiment, points, test=False),
            sample_table(self._experiment, points, test=True),
        )

    def _cut(self, tables: tuple[Array, Array]) -> None:
        """Cut the table into parts, with a pass for each number of samples that a part has."""
        self._training, self._test = (len(table) for table in tables)
        self._parts: list[tuple[Pass, Plan, Array]] = []
        self._batches = Batches(np.vstack(tables), SAMPLES_AT_ONCE)
        blocks = self._batches.blocks if self._training + self._test else []
        sizes = {block.shape[1] for block in blocks}
        passes = {size: Pass(self._architecture, self._parameters, size) for size in sizes}
        for block in blocks:
            record = passes[block.shape[1]]
            self._parts.append((record, record.cost_plan(block), record.targets_of(block)))
        self._label()

    def _label(self) -> None:
        self._labels = [self._output.named(targets) for _, _, targets in self._parts]


def _share(right: NDArray[np.bool_]) -> float:
    return np.count_nonzero(right) / len(right) if len(right) else nan
