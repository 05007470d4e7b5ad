"""Training over the socket pauses by itself where the experiment says, and says why."""

from typing import Any

import pytest

from tests.serve.browser import Browser, points


@pytest.fixture(name="asked")
def _asked(browser: Browser) -> Browser:
    browser.ask("generate", dataset="blobs2", count=60, noise=0.1, test_share=0.2, seed=1)
    return browser


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"until_step": 123}, "step"),
        ({"until_cost": 0.3}, "cost"),
        ({"until_share": 0.95}, "share"),
        ({"until_patience": 1, "learning_rate": 1e-6, "schedule": "steps", "schedule_steps": 1,
          "schedule_factor": 0.01}, "patience"),
    ],
)  # fmt: skip
def test_it_pauses_at_what_was_asked_for_with_a_frame_of_this_very_step(
    asked: Browser, changes: dict[str, Any], why: str
) -> None:
    asked.ask("configure", changes=changes)
    asked.ask("train")
    frame = asked.frame(lambda frame: frame.kept)
    event = asked.event("reached")
    assert (event["why"], event["step"]) == (why, frame.step)
    assert event["asked"] == changes[f"until_{why}"]
    assert not frame.training
    value = {"step": frame.step, "cost": frame.train_cost, "share": frame.train_accuracy}
    if why in value:
        assert event["value"] == pytest.approx(value[why], rel=1e-6)
        assert event["at"] == event["step"]


def test_it_goes_on_without_an_end_when_it_is_asked_to_train_again(asked: Browser) -> None:
    asked.ask("configure", changes={"until_step": 50})
    asked.ask("train")
    assert asked.event("reached")["step"] == 50
    asked.ask("train")
    asked.frame(lambda frame: frame.step > 200)
    asked.ask("pause")


def test_steps_that_are_counted_are_made_all_the_same(asked: Browser) -> None:
    asked.ask("configure", changes={"until_step": 5, "until_cost": 0.5})
    assert asked.ask("step", updates=40).last["step"] == 40


def test_what_is_asked_for_while_it_trains_holds_from_then_on(asked: Browser) -> None:
    asked.ask("train")
    asked.frame(lambda frame: frame.step > 20)
    asked.ask("speed", updates_per_second=200)
    step = asked.ask("configure", changes={"until_share": 0.01, "until_cost": 1e-12}).last["step"]
    asked.ask("configure", changes={"until_step": step + 150})
    assert asked.event("reached")["step"] == step + 150
    asked.ask("add_points", points=points((0, 0, 1), first_id=900))
