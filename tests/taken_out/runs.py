"""Checkpoints to take out, one for each choice there is, and what a program makes of them."""

import contextlib
import hashlib
import io
import re
from dataclasses import replace
from typing import Any

import numpy as np

from app.data.points import Points
from app.nn.outputs import OUTPUTS
from app.training.checkpoint import Checkpoint, initial
from app.training.experiment import CHOICES, Experiment
from app.training.tasks import TASKS

FEATURES = tuple(CHOICES["features"])
PLANE = FEATURES[:7]
"""Those that a point of the plane alone has."""
PAIRS = [(task.name, *pair) for task in TASKS.values() for pair in task.pairs]


def experiments() -> dict[str, Experiment]:
    """By name, experiments in which every activation, output, cost, optimizer and input comes."""
    sizes: list[tuple[int, ...]] = [(4,), (4, 3), (), (5, 1, 3), (16, 16)]
    batches = [3, 1, 50, 7]
    found = {}
    for number, activation in enumerate(CHOICES["activation"]):
        found[activation] = Experiment(
            activation=activation, hidden=sizes[1], batch_size=batches[number % 4], optimizer="adam",
            classes=3,
        )  # fmt: skip
    for number, (task, output, cost) in enumerate(PAIRS):
        for classes in (2, 3) if task == "classification" and OUTPUTS[output].takes(3) else (2,):
            found[f"{task} {classes} {output} {cost}"] = Experiment(
                task=task, output=output, cost=cost, classes=classes, hidden=sizes[number % 5],
                batch_size=batches[(number + classes) % 4], l2=0.02 * (number % 2), l1=0.01 * (number % 3),
            )  # fmt: skip
    for number, optimizer in enumerate(CHOICES["optimizer"]):
        for momentum, batch_size in ((0.9, 3), (0.0, 50)):
            found[f"{optimizer} {momentum}"] = Experiment(
                optimizer=optimizer, momentum=momentum, batch_size=batch_size, l1=0.01 * (number % 2),
                features=("x1", FEATURES[2 + number % 5]), decay=0.95, seed=number, shuffle=batch_size == 3,
            )  # fmt: skip
    for number, (schedule, optimizer) in enumerate(
        zip(CHOICES["schedule"], CHOICES["optimizer"], strict=False)
    ):
        for clipped in (0.0, 0.4):
            found[f"{optimizer} {schedule} {clipped}"] = Experiment(
                optimizer=optimizer, schedule=schedule, warm_up=20 * (number % 2), schedule_steps=17,
                largest_norm=clipped, batch_size=3, l2=0.01,
            )  # fmt: skip
    found["adam, warmed up and clipped"] = Experiment(
        optimizer="adam", warm_up=30, largest_norm=0.05, classes=3
    )
    found["all inputs"] = Experiment(features=PLANE, optimizer="momentum", activation="gelu")
    found["further columns"] = Experiment(features=("x2", "sin x1", *FEATURES[7:]), optimizer="adam")
    found["further columns, real"] = Experiment(
        features=("x2", "x3"), task="regression", output="linear", cost="huber", hidden=(3,)
    )
    return {name: replace(experiment, learning_rate=0.03) for name, experiment in found.items()}


EXPERIMENTS = experiments()
TORCH_UPDATES = 100


def checkpoint_of(experiment: Experiment, count: int = 23) -> Checkpoint:
    """In the middle of a pass, with numbers that no computing made: they are the same on every machine.

    Points have four further columns where the experiment has such inputs, so that it may ask for one more.
    """
    random = np.random.default_rng(7)
    x1, x2 = random.uniform(-3, 3, (2, count))
    target = np.asarray(random.uniform(-1, 1, count))
    if experiment.target_classes is not None:
        target = np.arange(float(count)) % experiment.target_classes
    width = 4 if set(experiment.features) - set(PLANE) else 0
    more = np.sin(np.arange(1.0, 1 + count * width)).reshape(count, width)
    points = Points(np.arange(count), x1, x2, target, np.arange(count) % 5 == 4, more)
    start = initial(experiment, points)
    theta = random.uniform(-0.9, 0.9, start.progress.parameters.size)
    state = {
        name: np.array([11.0]) if vector.size == 1 else random.uniform(0.001, 0.2, vector.size)
        for name, vector in start.progress.optimizer.items()
    }
    batches = -(-int((~points.test).sum()) // experiment.batch_size)
    progress = replace(
        start.progress, step=11, epoch=1, batch=min(2, batches - 1), parameters=theta, optimizer=state
    )
    return replace(start, progress=progress)


def run(script: str) -> tuple[dict[str, Any], str]:
    """The names that a program makes, and what it prints."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(script, "taken_out.py", "exec"), names)
    return names, printed.getvalue()


def fingerprint(script: str) -> str:
    """Of what a program does: comments and docstrings make no difference."""
    bare = re.sub(r'"""[\s\S]*?"""|#.*', "", script)
    return hashlib.sha256(re.sub(r"\s+\n", "\n", bare).encode()).hexdigest()[:16]
