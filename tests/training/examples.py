"""Checkpoints that the trainer's tests begin with."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from app.data.points import Points
from app.training.checkpoint import Checkpoint, initial
from app.training.experiment import Experiment


def points_at(*rows: tuple[float, float, float], test: Sequence[int] = ()) -> Points:
    """Points with the ids 0, 1, ... from rows (x1, x2, target); `test` names the test points."""
    x1, x2, target = np.array(rows, dtype=float).reshape(-1, 3).T
    number = np.arange(len(rows))
    return Points(number, x1, x2, target, np.isin(number, test))


def blobs(count: int, classes: int = 2, test_points: int = 0, seed: int = 5) -> Points:
    """Points of classes that lie around a circle and overlap a little; the last ones are test points."""
    draw = np.random.default_rng(seed)
    label = np.arange(count) % classes
    x1, x2 = (2 * f(2 * np.pi * label / classes) + draw.normal(0, 0.8, count) for f in (np.cos, np.sin))
    return Points(np.arange(count), x1, x2, label.astype(float), np.arange(count) >= count - test_points)


def start(count: int = 7, classes: int = 2, test_points: int = 0, **fields: Any) -> Checkpoint:
    """The initial checkpoint of an experiment with these fields on `blobs`."""
    return initial(Experiment(classes=classes, **fields), blobs(count, classes, test_points))


def start_of(experiment: Experiment, count: int = 7) -> Checkpoint:
    """A checkpoint with points and parameters in which nothing stands at a kink or at 0."""
    random = np.random.default_rng(5)
    targets = (np.arange(count) % 2).astype(float)
    if experiment.task == "regression":
        targets = random.uniform(-1, 1, count)
    x1, x2 = random.uniform(-2, 2, (2, count))
    points = Points(np.arange(count), x1, x2, targets, np.zeros(count, np.bool_))
    checkpoint = initial(experiment, points)
    theta = random.uniform(-0.9, 0.9, checkpoint.progress.parameters.size)
    return replace(checkpoint, progress=replace(checkpoint.progress, parameters=theta))


def experiment_of(**changes: Any) -> Experiment:
    return Experiment(**{"hidden": (3, 2), "batch_size": 3, **changes})
