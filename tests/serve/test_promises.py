"""Promises of docs/protocol.md about sessions, commands and points, each held through a real socket."""

import itertools
import json
import statistics
import time

import numpy as np
import pytest

from app.wire.limits import WireLimits
from tests.serve.browser import Browser, Event, points, vector
from tests.serve.conftest import StartServer


def ids(browser: Browser) -> list[int]:
    """The ids of the points, in their order."""
    return [point["id"] for point in browser.checkpoint()["points"]]


# Ids of commands


def test_the_server_makes_nothing_of_an_id_but_the_answers(browser: Browser) -> None:
    chosen = [7, 7, 3, 0, 2**53 - 1, 3]
    for number in chosen:
        browser.connection.send(json.dumps({"type": "speed", "id": number, "updates_per_second": 5}))
    answers = [browser.event("ack")["id"] for _ in chosen]
    assert answers == chosen


# The order of points


def test_points_keep_their_order_through_all_edits(browser: Browser) -> None:
    browser.ask("add_points", points=points((0, 0, 0), (1, 1, 1), (2, 2, 0), first_id=50))
    browser.ask("add_points", points=points((0, 0, 0), (1, 1, 1), first_id=10))
    assert ids(browser) == [50, 51, 52, 10, 11]
    browser.ask("move_points", points=[{"id": 11, "x1": 3, "x2": 3}, {"id": 50, "x1": 2, "x2": 2}])
    browser.ask("set_targets", ids=[10, 51], target=0)
    browser.ask("split", test_share=0.4, seed=3)
    browser.ask("reset", seed=4)
    browser.ask("configure", changes={"classes": 3, "batch_size": 2})
    assert ids(browser) == [50, 51, 52, 10, 11]
    browser.ask("remove_points", ids=[10, 51])
    assert ids(browser) == [50, 52, 11]
    backwards = [*reversed(points(*[(1, 1, 0)] * 4, first_id=20))]
    browser.ask("replace_points", points=backwards)
    assert ids(browser) == [23, 22, 21, 20]
    state = browser.ask("load", checkpoint=browser.checkpoint()).event("state")
    assert [point["id"] for point in state["points"]] == [23, 22, 21, 20]
    browser.ask("generate", dataset="xor", count=9, noise=0, test_share=0, seed=1)
    assert ids(browser) == list(range(9))
    browser.ask("generate", dataset="blank", count=9, noise=0, test_share=0, seed=1)
    assert ids(browser) == []


def test_batches_are_drawn_from_the_order(browser: Browser) -> None:
    browser.ask("configure", changes={"batch_size": 2, "shuffle": False})
    browser.ask("replace_points", points=points(*[(x, -x, x % 2) for x in range(5)], first_id=30)[::-1])
    batches = []
    for _ in range(3):
        batches.append(browser.ask("trace", point=None).event("trace")["batch"]["ids"])
        browser.ask("step", updates=1)
    assert batches == [[34, 33], [32, 31], [30]]


# Speed


def test_a_new_session_is_as_fast_as_it_goes_and_a_load_leaves_the_speed(trained: Browser, port: int) -> None:
    with Browser(port) as other:
        assert other.event("welcome")["state"]["updates_per_second"] is None
        other.ask("speed", updates_per_second=12)
        loaded = other.ask("load", checkpoint=trained.checkpoint()).event("state")
        assert loaded["updates_per_second"] == 12
        assert "updates_per_second" not in json.dumps(trained.checkpoint())
        for command in ("reset", "pause", "train"):
            other.ask(command)
        assert other.ask("pause").event("status")["updates_per_second"] == 12


# What a session starts from


@pytest.mark.parametrize(
    ("limits", "hidden"),
    [
        ({}, [4, 3]),
        ({"max_neurons": 3}, [3, 3]),
        ({"max_hidden_layers": 1}, [4]),
        ({"max_hidden_layers": 0}, []),
    ],
)
def test_the_default_network_is_smaller_where_the_limits_are(
    start_server: StartServer, limits: dict[str, int], hidden: list[int]
) -> None:
    with Browser(start_server(**limits)) as browser:
        assert browser.event("welcome")["state"]["experiment"]["hidden"] == hidden


def test_no_changes_ask_for_the_state(trained: Browser) -> None:
    before = trained.checkpoint()
    state = trained.ask("configure", changes={}).event("state")
    assert {name: state[name] for name in ("experiment", "points", "progress")} == {
        name: before[name] for name in ("experiment", "points", "progress")
    }
    assert state["reason"] == ""


@pytest.mark.parametrize("changes", [{"seed": 1}, {"initializer": "glorot"}])
def test_a_seed_or_initializer_begins_anew_even_as_it_is(trained: Browser, changes: Event) -> None:
    first = trained.ask("reset").event("state")["progress"]
    trained.ask("step", updates=3)
    assert trained.ask("configure", changes=changes).event("state")["progress"] == first


# Training without points


def test_training_without_a_training_point_waits_for_one(trained: Browser) -> None:
    trained.ask("train")
    step = trained.ask("replace_points", points=[]).last["step"]
    paused = trained.ask("speed", updates_per_second=None)
    assert (paused.event("status")["status"], paused.last["step"]) == ("training", step)
    trained.ask("add_points", points=[{**points((1, 1, 0))[0], "test": True}])
    assert trained.ask("speed", updates_per_second=None).last["step"] == step
    trained.ask("add_points", points=points((1, 1, 0), first_id=5))
    assert trained.frame(lambda frame: frame.step > step).training


# Frames


def test_what_a_frame_says_without_points_in_regression_and_before_the_first_update(browser: Browser) -> None:
    frame = browser.ask("reset").frames[-1]
    assert np.isnan([frame.train_cost, frame.test_cost, frame.train_accuracy, frame.test_accuracy]).all()
    assert np.isnan(frame.batch_cost)
    assert (frame.batch_samples, frame.measured_rate) == (0, 0)
    assert not frame.update.any()
    browser.ask("generate", dataset="plane", count=20, noise=0, test_share=0.5, seed=1)
    frame = browser.ask("step", updates=1).frames[-1]
    assert np.isnan([frame.train_accuracy, frame.test_accuracy]).all()
    assert np.isfinite([frame.train_cost, frame.test_cost, frame.batch_cost]).all()
    assert frame.batch_samples == 10
    assert frame.update.any()


def test_numbers_beyond_float32_are_infinite_in_frames_and_themselves_in_checkpoints(
    trained: Browser,
) -> None:
    answer = trained.ask("set_parameter", layer=2, neuron=0, source=None, value=-1e200)
    assert answer.frames[-1].parameters.min() == -np.inf
    assert vector(answer.event("checkpoint")["progress"]["parameters"]).min() == -1e200


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9007199254740993", 2.0**53),
        ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
        ("1e-400", 0.0),
        ("17976931348623157e292", 1.7976931348623157e308),
    ],
)
def test_a_number_is_taken_as_the_nearest_float64(trained: Browser, written: str, meant: float) -> None:
    place = '"layer": 2, "neuron": 0, "source": 0'
    trained.connection.send(f'{{"type": "set_parameter", "id": 900, {place}, "value": {written}}}')
    progress = trained.answer_to(900).event("checkpoint")["progress"]
    assert vector(progress["parameters"])[0] == meant


def test_the_parameters_lie_as_the_notation_says(trained: Browser) -> None:
    """2-4-3-2: layer by layer a row for each source, the biases last."""
    sizes = [2, 4, 3, 2]
    places = [
        (layer, neuron, source)
        for layer, (before, after) in enumerate(itertools.pairwise(sizes), start=2)
        for source in [*range(before), None]
        for neuron in range(after)
    ]
    for number, (layer, neuron, source) in enumerate(places):
        trained.ask("set_parameter", layer=layer, neuron=neuron, source=source, value=number)
    progress = trained.ask("pause").event("checkpoint")["progress"]
    assert vector(progress["parameters"]).tolist() == list(range(len(places)))


# Limits


def test_after_a_heavy_command_the_next_one_waits(trained: Browser) -> None:
    """Three times as long as it took, and 2000 points take well over 2 ms: 6 ms at least."""
    many = [*points(*[(1, 2, number % 2) for number in range(2000)])]
    gaps = []
    for _ in range(5):
        heavy = trained.send("replace_points", points=many)
        light = trained.send("speed", updates_per_second=None)
        trained.answer_to(heavy)
        before = time.monotonic()
        trained.answer_to(light)
        gaps.append(time.monotonic() - before)
    assert statistics.median(gaps) >= 6e-3


def test_the_limits_that_a_server_names_are_its_settings(start_server: StartServer) -> None:
    given = {
        "max_points": 11, "max_hidden_layers": 2, "max_neurons": 5, "max_message_bytes": 4096,
        "max_sessions": 3, "max_commands_per_second": 50,
    }  # fmt: skip
    assert set(given) == set(WireLimits().to_wire())
    with Browser(start_server(**given)) as browser:
        assert browser.event("welcome")["limits"] == given


# The server's own mistakes


def test_a_mistake_of_the_server_is_answered_and_the_session_goes_on(
    trained: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    before = trained.checkpoint()
    with monkeypatch.context() as patch:
        patch.setattr("app.serve.commands.trace", fail)
        error = trained.ask_in_vain("trace", point=None)
    assert (error["code"], error["field"], error["given"]) == ("internal", None, None)
    assert "ZeroDivisionError" in caplog.text
    assert trained.checkpoint() == before
    assert trained.ask("trace", point=None).event("trace")["step"] == 20
