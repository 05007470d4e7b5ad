"""Any step of the past is made again, bit for bit, and the run goes on as if nobody had asked."""

from typing import Any

import pytest

from app.nn.optimizers import OPTIMIZERS
from tests.serve.browser import Browser

BLOBS = {"dataset": "blobs2", "count": 60, "noise": 0.1, "test_share": 0.2, "seed": 1}


def _checkpoint(browser: Browser, progress: dict[str, Any]) -> dict[str, Any]:
    state = browser.ask("configure", changes={}).event("state")
    return {
        "version": 1,
        "experiment": state["experiment"],
        "points": state["points"],
        "progress": progress,
    }


def _step(browser: Browser, updates: int) -> dict[str, Any]:
    progress: dict[str, Any] = browser.ask("step", updates=updates).event("checkpoint")["progress"]
    return progress


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_step_of_the_past_is_made_again_and_gone_on_from_bit_for_bit(
    browser: Browser, optimizer: str
) -> None:
    """In the middle of an epoch, whatever the optimizer remembers."""
    browser.ask("generate", **BLOBS)
    browser.ask("configure", changes={"optimizer": optimizer, "learning_rate": 0.01, "batch_size": 10})
    mark, then, newest = _step(browser, 3), _step(browser, 38), _step(browser, 24)
    assert then["batch"] > 0
    told = browser.ask("moment", checkpoint=_checkpoint(browser, mark), updates=38).event("moment")
    assert told["progress"] == then
    assert browser.ask("step", updates=1).event("checkpoint")["progress"]["step"] == newest["step"] + 1

    browser.ask("load", checkpoint=_checkpoint(browser, told["progress"]))
    assert _step(browser, 24) == newest


def test_a_moment_is_measured_over_its_own_points(browser: Browser) -> None:
    browser.ask("generate", **BLOBS)
    answer = browser.ask("step", updates=5)
    mark, shown = answer.event("checkpoint")["progress"], answer.frames[-1]
    checkpoint = _checkpoint(browser, mark)
    browser.ask("replace_points", points=[])
    told = browser.ask("moment", checkpoint=checkpoint, updates=0).event("moment")
    assert told["train_cost"] == shown.train_cost
    assert told["progress"] == mark


def test_a_run_that_trains_goes_on_meanwhile(trained: Browser) -> None:
    checkpoint = _checkpoint(trained, _step(trained, 1))
    trained.ask("train")
    told = trained.ask("moment", checkpoint=checkpoint, updates=5000).event("moment")
    assert told["progress"]["step"] == checkpoint["progress"]["step"] + 5000
    assert trained.frame(lambda frame: frame.training).step > 20


def test_another_one_ends_it(trained: Browser) -> None:
    checkpoint = _checkpoint(trained, _step(trained, 1))
    first = trained.send("moment", checkpoint=checkpoint, updates=10_000_000)
    told = trained.ask("moment", checkpoint=checkpoint, updates=1).event("moment")
    assert told["progress"]["step"] == checkpoint["progress"]["step"] + 1
    assert first is not None


def test_steps_that_a_checkpoint_does_not_lead_to_are_refused(browser: Browser) -> None:
    browser.ask("generate", **BLOBS)
    changes = {"output": "linear", "cost": "squared_error", "activation": "linear", "learning_rate": 100}
    browser.ask("configure", changes=changes)
    state = browser.ask("reset").event("state")
    checkpoint = _checkpoint(browser, state["progress"])
    assert browser.ask_in_vain("moment", checkpoint=checkpoint, updates=100_000)["field"] == "updates"
    empty = {**checkpoint, "points": []}
    assert browser.ask_in_vain("moment", checkpoint=empty, updates=1)["code"] == "no_points"
    broken = {**checkpoint, "progress": {**checkpoint["progress"], "batch": 99}}
    assert browser.ask_in_vain("moment", checkpoint=broken, updates=1)["code"] == "bad_checkpoint"


def test_a_pass_and_a_parameter_are_looked_at_in_the_past(trained: Browser) -> None:
    mark = _step(trained, 1)
    checkpoint = _checkpoint(trained, mark)
    parameter = {"layer": 2, "neuron": 0, "source": None}
    trace = trained.ask("trace", point=None).event("trace")
    seen = trained.ask("inspect", parameter=parameter, point=None).event("inspection")
    _step(trained, 7)
    assert trained.ask("trace", point=None, checkpoint=checkpoint).event("trace") == trace
    then = trained.ask("inspect", parameter=parameter, point=None, checkpoint=checkpoint)
    assert {**then.event("inspection"), "revision": 0} == {**seen, "revision": 0}
