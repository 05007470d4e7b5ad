"""A server that is killed while it trains costs nothing: the browser's checkpoint goes on elsewhere."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from app.data.points import Points
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from tests.repository import ROOT
from tests.serve.browser import PATIENCE, Browser, vector

BLOBS = {"dataset": "blobs3", "count": 47, "noise": 0.2, "test_share": 0.2, "seed": 4}


@contextmanager
def server_process(stderr: int | None = None) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    """A server process that may be killed, and its port."""
    environment = os.environ | {"CHAINRULE_PORT": "0"}
    process = subprocess.Popen(
        [sys.executable, "-m", "app"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
    )
    assert process.stdout is not None
    try:
        address = re.search(r":(\d+) ", process.stdout.readline())
        assert address
        yield int(address[1]), process
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


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
