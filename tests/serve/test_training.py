"""Training over the socket: it streams, keeps the browser's checkpoint fresh, and goes on through edits."""

import threading
import time
from typing import Any

import numpy as np
import pytest

from app.serve.life import Life
from app.serve.outbox import Outbox
from app.serve.scheduler import LONGEST_SLICE, SHORTEST_INTERVAL, Scheduler
from app.serve.session import Session
from app.wire.limits import WireLimits
from tests.serve.browser import PATIENCE, Browser, Frame, points, vector


def diverging(browser: Browser) -> None:
    """A regression whose learning rate is far too large."""
    browser.ask("generate", dataset="plane", count=50, noise=0, test_share=0, seed=1)
    browser.ask("configure", changes={"activation": "relu", "learning_rate": 100})


def test_a_checkpoint_comes_at_least_once_a_second(trained: Browser) -> None:
    trained.ask("train")
    trained.event("checkpoint")
    for _ in range(2):
        before = time.monotonic()
        trained.event("checkpoint")
        assert time.monotonic() - before < 1.1


def test_editing_never_stops_training(trained: Browser) -> None:
    trained.ask("train")
    edits: list[tuple[str, dict[str, Any]]] = [
        ("add_points", {"points": points((1, 1, 0), first_id=500)}),
        ("move_points", {"points": [{"id": 500, "x1": 2, "x2": 2}]}),
        ("set_targets", {"ids": [500], "target": 1}),
        ("remove_points", {"ids": [500]}),
        ("split", {"test_share": 0.3, "seed": 3}),
        ("generate", {"dataset": "moons", "count": 80, "noise": 0.1, "test_share": 0.2, "seed": 2}),
        ("configure", {"changes": {"optimizer": "adam", "batch_size": 7}}),
        ("add_layer", {"layer": 2, "neurons": 5}),
        ("add_neuron", {"layer": 2}),
        ("remove_neuron", {"layer": 2, "neuron": 0}),
        ("remove_layer", {"layer": 3}),
        ("set_parameter", {"layer": 2, "neuron": 0, "source": 0, "value": 0.5}),
        ("speed", {"updates_per_second": None}),
        ("reset", {}),
    ]
    for command, fields in edits:
        step = trained.ask(command, **fields).last["step"]
        assert trained.frame(lambda frame, step=step: frame.step > step).training, command  # type: ignore[misc]


def test_points_added_while_training_are_learned(browser: Browser) -> None:
    browser.ask("add_points", points=points((-2, 0, 0), (2, 0, 1)))
    browser.ask("train")
    browser.frame(lambda frame: frame.train_accuracy == 1)
    added = browser.ask("add_points", points=points((-3, 4, 1), (3, 4, 0), first_id=10))
    revision = added.last["revision"]
    browser.frame(lambda frame: frame.revision == revision and frame.train_accuracy == 1)


def test_an_edit_stays_eager_until_a_frame_that_was_trained_with_it() -> None:
    """An edit may come just before the end of a turn, whose last frame knows nothing of it."""

    run = Session(WireLimits(), Scheduler(), Outbox(1000, lambda: None)).run
    run.trainer.generate("blobs2", count=60, noise=0.1, test_share=0.2, seed=1)
    run.changed()
    run.live(Life.TRAINING)
    run.train(LONGEST_SLICE)
    run.show()
    seen = [run.eager]
    run.train(LONGEST_SLICE)
    run.trainer.remove_points([0])
    run.changed()
    assert run.show() > 0
    seen.append(run.eager)
    run.train(LONGEST_SLICE)
    run.show()
    assert [*seen, run.eager] == [False, True, False]


def test_one_point_more_does_not_slow_the_frames_down() -> None:
    """What an update takes is known as well as before."""

    run = Session(WireLimits(), Scheduler(), Outbox(1000, lambda: None)).run
    run.trainer.generate("blobs2", count=60, noise=0.1, test_share=0.2, seed=1)
    run.changed()
    assert run.comfortable_seconds < SHORTEST_INTERVAL, "before anything is measured"
    run.live(Life.TRAINING)
    run.train(LONGEST_SLICE)
    measured = run.update_seconds
    run.trainer.remove_points([0])
    run.changed()
    assert run.update_seconds == measured
    run.trainer.generate("blobs2", count=600, noise=0.1, test_share=0.2, seed=1)
    run.changed()
    assert run.update_seconds == LONGEST_SLICE, "with ten times as many points it is measured anew"
    assert run.comfortable_seconds < SHORTEST_INTERVAL


def test_a_paused_session_is_silent(trained: Browser) -> None:
    trained.ask("train")
    trained.ask("pause")
    with pytest.raises(TimeoutError):
        trained.connection.recv(timeout=0.3)


def test_two_sessions_share_the_time_fairly(port: int, trained: Browser) -> None:
    with Browser(port) as other:
        other.ask("load", checkpoint=trained.checkpoint())
        starts = [browser.ask("train").last["step"] for browser in (trained, other)]
        other.frame(lambda frame: frame.step > starts[1] + 20_000)
        ends = [browser.ask("pause").last["step"] for browser in (trained, other)]
    made = np.subtract(ends, starts)
    assert made.min() / made.max() > 0.6


def test_divergence_stops_training_and_offers_the_last_finite_parameters(browser: Browser) -> None:
    diverging(browser)
    browser.send("train")
    messages = browser.until(lambda message: isinstance(message, dict) and message["type"] == "diverged")
    event = messages[-1]
    assert not isinstance(event, Frame)
    assert event["what"] in {"cost", "parameter"}
    assert event["learning_rate"] == 100
    assert event["step"] == event["progress"]["step"] + 1
    assert np.isfinite(vector(event["progress"]["parameters"])).all()
    assert browser.event("status")["status"] == "diverged"
    for command, fields in (("train", {}), ("step", {"updates": 1})):
        assert browser.ask_in_vain(command, **fields)["code"] == "diverged"


def test_a_diverged_session_trains_again_after_an_earlier_checkpoint_is_loaded(browser: Browser) -> None:
    diverging(browser)
    checkpoint = browser.checkpoint()
    browser.send("train")
    event = browser.event("diverged")
    checkpoint["experiment"]["learning_rate"] = 0.000001
    browser.ask("load", checkpoint=checkpoint)
    browser.ask("train")
    browser.frame(lambda frame: frame.step > event["step"])


@pytest.mark.parametrize(("training", "status"), [(False, "paused"), (True, "training")])
def test_a_load_that_ends_a_divergence_says_so_before_the_state(
    browser: Browser, training: bool, status: str
) -> None:
    diverging(browser)
    checkpoint = browser.checkpoint()
    checkpoint["experiment"]["learning_rate"] = 0.000001
    browser.send("train")
    browser.event("diverged")
    assert browser.event("status")["status"] == "diverged"
    answer = browser.ask("load", checkpoint=checkpoint, training=training)
    assert answer.types[:2] == ["status", "state"]
    assert answer.event("status")["status"] == status
    assert answer.event("status")["step"] == checkpoint["progress"]["step"]


def test_reset_ends_a_divergence_and_says_so(browser: Browser) -> None:
    diverging(browser)
    browser.send("train")
    browser.event("diverged")
    answer = browser.ask("reset")
    assert answer.event("status")["status"] == "paused"
    assert answer.event("state")["progress"]["step"] == 0


def test_a_step_into_divergence_is_answered(browser: Browser) -> None:
    diverging(browser)
    answer = browser.ask("step", updates=10_000)
    assert "diverged" in answer.types
    assert answer.last["step"] == answer.event("diverged")["progress"]["step"]


def test_commands_are_answered_while_many_sessions_train(port: int, trained: Browser) -> None:
    checkpoint = trained.checkpoint()
    others = [Browser(port).__enter__() for _ in range(8)]
    readers = [threading.Thread(target=read_until_closed, args=(other,)) for other in others]
    try:
        for other in others:
            other.send("load", checkpoint=checkpoint, training=True)
        for reader in readers:
            reader.start()
        times = []
        for _ in range(20):
            before = time.monotonic()
            trained.ask("configure", changes={"learning_rate": 0.1})
            times.append(time.monotonic() - before)
    finally:
        for other in others:
            other.__exit__(None, None, None)
        for reader in readers:
            reader.join(PATIENCE)
    assert sorted(times)[-2] < 0.5


def read_until_closed(browser: Browser) -> None:
    """Take everything, as a page does."""
    for _ in browser.connection:
        pass
