"""A server that is killed while it trains costs nothing: the browser's checkpoint goes on elsewhere."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from app.data.points import Points
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from tests.serve.browser import PATIENCE, Browser, Frame, vector
from tests.server_process import ServerProcess

BLOBS = {"dataset": "blobs3", "count": 47, "noise": 0.2, "test_share": 0.2, "seed": 4}


@contextmanager
def server_process() -> Iterator[tuple[int, ServerProcess]]:
    """A server process that may be killed, and its port."""
    process = ServerProcess(os.environ | {"CHAINRULE_PORT": "0"})
    try:
        address = re.search(r":(\d+) ", process.stdout.readline())
        assert address
        yield int(address[1]), process
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


@pytest.mark.parametrize("optimizer", ["gradient_descent", "adam"])
@pytest.mark.parametrize("updates", [0, 1, 23])
def test_the_frames_after_a_load_are_those_of_who_went_on(
    browser: Browser, port: int, optimizer: str, updates: int
) -> None:
    browser.ask("generate", **BLOBS)
    state = browser.ask("configure", changes={"optimizer": optimizer, "batch_size": 7}).event("state")
    if updates:
        browser.ask("step", updates=updates)
    standing = browser.ask("pause")
    checkpoint = {
        "version": 1,
        "experiment": state["experiment"],
        "points": state["points"],
        "progress": standing.event("checkpoint")["progress"],
    }
    with Browser(port) as other:
        went_on, resumed = [standing.frames[-1]], [other.ask("load", checkpoint=checkpoint).frames[-1]]
        for command, asked in (("step", {"updates": 1}), ("pause", {}), ("step", {"until": "epoch"})):
            went_on += browser.ask(command, **asked).frames
            resumed += other.ask(command, **asked).frames
    assert [content(frame) for frame in resumed] == [content(frame) for frame in went_on]
    assert all(frame.batch_samples for frame in went_on[1:])


def content(frame: Frame) -> dict[str, Any]:
    """A frame but for its flags, its revision and the measured rate, none of which a checkpoint holds."""
    return {
        field.name: np.asarray(getattr(frame, field.name)).tobytes()
        for field in fields(frame)
        if field.name not in {"training", "kept", "revision", "measured_rate"}
    }


def test_a_checkpoint_without_a_last_batch_is_taken_and_shows_none(trained: Browser, port: int) -> None:
    checkpoint = trained.checkpoint()
    before = trained.ask("pause").frames[-1]
    del checkpoint["progress"]["last_batch"]
    with Browser(port) as other:
        answer = other.ask("load", checkpoint=checkpoint)
        frame = answer.frames[-1]
        assert answer.event("state")["progress"]["last_batch"] is None
        assert np.isnan(frame.batch_cost)
        assert frame.batch_samples == 0
        assert not frame.update.any()
        assert frame.parameters.tobytes() == before.parameters.tobytes()
        assert frame.train_cost == before.train_cost


@pytest.mark.parametrize(
    "changes",
    [
        {"optimizer": "gradient_descent", "shuffle": False},
        {"optimizer": "adam", "batch_size": 7, "learning_rate": 0.01},
    ],
)
def test_killed_and_resumed_equals_never_stopped(changes: dict[str, Any]) -> None:
    with server_process() as (port, process), Browser(port) as browser:
        browser.ask("generate", **BLOBS)
        state = browser.ask("configure", changes=changes).event("state")
        browser.ask("train")
        kept = browser.event("checkpoint")
        browser.frame(lambda frame: frame.step > kept["progress"]["step"])
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)
    checkpoint = {
        "version": 1,
        "experiment": state["experiment"],
        "points": state["points"],
        "progress": kept["progress"],
    }
    with server_process() as (port, _), Browser(port) as browser:
        browser.ask("load", checkpoint=checkpoint, training=True)
        browser.frame(lambda frame: frame.step > kept["progress"]["step"])
        paused = browser.ask("pause")
        # In the middle of an epoch, whatever the speed of this machine.
        resumed = browser.ask("step", updates=33).event("checkpoint")["progress"]
        assert paused.last["step"] + 33 == resumed["step"]

    never_stopped = Trainer(initial(Experiment(), Points()))
    never_stopped.generate(**BLOBS)  # type: ignore[arg-type]
    never_stopped.configure(changes)
    never_stopped.run(resumed["step"])
    assert never_stopped.epoch == resumed["epoch"]
    np.testing.assert_array_equal(vector(resumed["parameters"]), never_stopped.parameters)
    for name, state_vector in never_stopped.progress().optimizer.items():
        np.testing.assert_array_equal(vector(resumed["optimizer"][name]), state_vector)
