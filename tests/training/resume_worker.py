"""Goes on from the checkpoints on its standard input in a process of its own, and prints where that led.

Input and output are JSON; Python writes floats so that they come back bit for bit.
"""

import json
import sys
from dataclasses import asdict
from typing import Any

import numpy as np

from app.data.points import Points
from app.training.checkpoint import Checkpoint, Progress
from app.training.experiment import Experiment
from app.training.trainer import Trainer

POINT_FIELDS = ("id", "x1", "x2", "target", "test")


def to_json(checkpoint: Checkpoint) -> dict[str, Any]:
    """A checkpoint as JSON's own types."""
    progress = checkpoint.progress
    return {
        "experiment": asdict(checkpoint.experiment),
        "points": [getattr(checkpoint.points, name).tolist() for name in POINT_FIELDS],
        "counters": [progress.step, progress.epoch, progress.batch],
        "parameters": progress.parameters.tolist(),
        "optimizer": {name: vector.tolist() for name, vector in progress.optimizer.items()},
    }


def from_json(content: dict[str, Any]) -> Checkpoint:
    """The checkpoint that `to_json` was given."""
    lists = {name: tuple(content["experiment"][name]) for name in ("features", "hidden")}
    experiment = Experiment(**(content["experiment"] | lists))
    state = {name: np.array(vector) for name, vector in content["optimizer"].items()}
    step, epoch, batch = content["counters"]
    progress = Progress(step, epoch, batch, np.array(content["parameters"]), state)
    return Checkpoint(experiment, Points(*content["points"]), progress)


def main() -> None:
    """Resume each."""
    request = json.load(sys.stdin)
    results = []
    for content in request["checkpoints"]:
        trainer = Trainer(from_json(content))
        trainer.run(request["updates"])
        results.append(to_json(trainer.checkpoint()))
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
