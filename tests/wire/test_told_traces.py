"""What the page says of a pass, held against traces as the server sends them, of training in hard states."""

import json
import subprocess
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from pydantic_core import to_json

from app.nn.activations import ACTIVATIONS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.training.checkpoint import Checkpoint, initial
from app.training.experiment import Experiment
from app.training.tasks import TASKS
from app.training.trace import trace
from app.training.trainer import Trainer
from app.wire.experiment import experiment_to_wire
from app.wire.trace import trace_to_wire
from tests.repository import ROOT
from tests.training.examples import blobs
from tools.npm import environment

CHECK = ROOT / "tests" / "js" / "trace" / "moments" / "check_traces.js"
ENDS = [(task.name, *pair) for task in TASKS.values() for pair in task.pairs]
HIDDEN: list[tuple[int, ...]] = [(3, 2), (1,), ()]
# How θ is made harder than a start: by a factor, at 0, or with biases that silence.
STATES: list[tuple[float, float]] = [(1, 0), (0, 0), (-0.0, 0), (15, 0), (1e-6, 0), (1, -40), (1e4, 0)]


def checkpoint_of(number: int, activation: str, end: tuple[str, str, str]) -> Checkpoint:
    task, output, cost = end
    optimizer = list(OPTIMIZERS)[number % len(OPTIMIZERS)]
    experiment = Experiment(
        hidden=HIDDEN[number // 2 % len(HIDDEN)],
        classes=2 + number % 3 if OUTPUTS[output].takes(4) else 2,
        task=task,
        output=output,
        cost=cost,
        activation=activation,
        optimizer=optimizer,
        learning_rate=(0.1, 0.01, 1e-5)[number % 3],
        l2=(0, 0.01)[number % 2],
        l1=(0, 0, 0.003)[number % 3],
        batch_size=(1, 4, 2000)[number // 3 % 3],
    )
    points = blobs((1, 12)[number % 5 > 0], classes=2, test_points=number % 5 // 4)
    checkpoint = initial(experiment, points)
    factor, bias = STATES[number % len(STATES)]
    mask = experiment.architecture().weight_mask()
    parameters = checkpoint.progress.parameters * factor + np.where(mask, 0.0, bias)
    return replace(checkpoint, progress=replace(checkpoint.progress, parameters=parameters))


def traces_of(checkpoint: Checkpoint) -> list[dict[str, Any]]:
    """Of the first point of the next batch and of the last point, before and after some updates."""
    trainer = Trainer(checkpoint)
    trainer.run(7)
    found = []
    for now in [checkpoint] if trainer.diverged else [checkpoint, trainer.checkpoint()]:
        for point in (None, int(now.points.id[-1])):
            event = json.loads(to_json(trace_to_wire(trace(now, point)), inf_nan_mode="null"))
            found.append({"experiment": experiment_to_wire(now.experiment), "event": event})
    return found


def test_every_sentence_of_a_pass_is_true_of_the_trace_that_was_sent(tmp_path: Path) -> None:
    """All activations with all outputs and costs, and in turn all optimizers, shapes and states."""
    cases = enumerate(product(ACTIVATIONS, ENDS))
    traces = [
        one
        for number, (activation, end) in cases
        for one in traces_of(checkpoint_of(number, activation, end))
    ]
    given = tmp_path / "traces.json"
    given.write_text(json.dumps(traces))
    done = subprocess.run(
        ["node", str(CHECK), str(given)], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["faults"][:5] == []
    assert len(traces) > 400
    assert answer["checked"] > 8000
