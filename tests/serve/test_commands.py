"""Each command does what docs/protocol.md says, with the events that it names before the `ack`."""

from itertools import pairwise

import numpy as np
import pytest

from tests.serve.browser import Browser, Frame, points, vector

BLOBS = {"dataset": "blobs2", "count": 60, "noise": 0.1, "test_share": 0.2, "seed": 1}


def test_train_and_pause(trained: Browser) -> None:
    started = trained.ask("train")
    assert started.types == ["status"]
    assert started.event("status")["status"] == "training"
    frames = [trained.frame(lambda frame: frame.step > 20), trained.frame()]
    assert frames[0].training
    assert frames[1].step > frames[0].step
    paused = trained.ask("pause")
    assert paused.types[-2:] == ["status", "checkpoint"]
    assert paused.event("status") == {
        "type": "status", "status": "paused", "updates_per_second": None, "step": paused.last["step"],
    }  # fmt: skip
    assert paused.frames[-1].kept
    assert not paused.frames[-1].training
    assert paused.frames[-1].step == paused.event("checkpoint")["progress"]["step"] == paused.last["step"]


def test_a_step_makes_exactly_the_updates_asked_for(trained: Browser) -> None:
    answer = trained.ask("step", updates=7)
    assert answer.types == ["checkpoint"]
    # Of a step that took more than one turn, frames on the way may have come as well.
    assert [frame.step for frame in answer.frames if frame.kept] == [27]
    assert answer.last["step"] == answer.frames[-1].step == 27
    assert answer.event("checkpoint")["progress"]["step"] == 27


def test_many_steps_at_once_are_all_made_and_in_order(trained: Browser) -> None:
    ids = [trained.send("step", updates=updates) for updates in (1, 10_000, 3)]
    assert [trained.answer_to(command).last["step"] for command in ids] == [21, 10_021, 10_024]


def test_a_step_until_the_epoch_ends_there(trained: Browser) -> None:
    # 48 training points in batches of 10: 5 updates are a pass, and 20 of them were made.
    trained.ask("step", updates=2)
    answer = trained.ask("step", until="epoch")
    assert answer.last["step"] == 25
    assert (answer.frames[-1].epoch, answer.event("checkpoint")["progress"]["batch"]) == (5, 0)
    assert trained.ask("step", until="epoch").last["step"] == 30


def test_a_step_pauses_training_first(trained: Browser) -> None:
    trained.ask("train")
    answer = trained.ask("step", updates=1)
    status = answer.event("status")
    assert status["status"] == "paused"
    assert answer.last["step"] == status["step"] + 1


def test_the_speed_is_that_asked_for(trained: Browser) -> None:
    answer = trained.ask("speed", updates_per_second=200)
    assert answer.event("status")["updates_per_second"] == 200
    trained.ask("train")
    frame = trained.frame(lambda frame: frame.step >= 180)
    assert frame.measured_rate == pytest.approx(200, rel=0.25)
    assert trained.ask("speed", updates_per_second=None).event("status")["updates_per_second"] is None
    trained.frame(lambda frame: frame.measured_rate > 2000)


def test_reset_goes_back_to_the_same_initial_weights(browser: Browser) -> None:
    browser.ask("generate", **BLOBS)
    initial = browser.ask("reset").event("state")
    browser.ask("configure", changes={"optimizer": "adam"})
    browser.ask("step", updates=50)
    answer = browser.ask("reset")
    state = answer.event("state")
    assert answer.types == ["state"]
    assert answer.frames[-1].kept
    assert (state["progress"]["step"], state["progress"]["epoch"]) == (0, 0)
    assert state["progress"]["parameters"] == initial["progress"]["parameters"]
    assert not any(vector(text).any() for text in state["progress"]["optimizer"].values())
    assert state["points"] == initial["points"]


def test_reset_with_another_seed_draws_other_weights(trained: Browser) -> None:
    first, second = trained.ask("reset", seed=5).event("state"), trained.ask("reset", seed=6).event("state")
    assert (first["experiment"]["seed"], second["experiment"]["seed"]) == (5, 6)
    assert first["progress"]["parameters"] != second["progress"]["parameters"]
    assert second["revision"] == first["revision"] + 1


def test_edits_of_points(browser: Browser) -> None:
    answer = browser.ask("add_points", points=points((0, 0, 0), (1, 1, 1), (2, 2, 0)))
    assert answer.types == ["checkpoint"]
    assert answer.event("checkpoint")["revision"] == answer.last["revision"] == 1
    browser.ask("move_points", points=[{"id": 1, "x1": -3.5, "x2": 4}])
    browser.ask("set_targets", ids=[0, 2], target=1)
    last = browser.ask("remove_points", ids=[0]).last
    assert last["revision"] == 4
    assert browser.checkpoint()["points"] == [
        {"id": 1, "x1": -3.5, "x2": 4, "target": 1, "test": False},
        {"id": 2, "x1": 2, "x2": 2, "target": 1, "test": False},
    ]
    browser.ask("replace_points", points=points((9, 9, 0), first_id=7))
    assert [point["id"] for point in browser.checkpoint()["points"]] == [7]


def test_an_edit_while_paused_tells_its_costs(trained: Browser) -> None:
    before = trained.ask("step", updates=1).frames[-1]
    trained.send("remove_points", ids=[0, 1, 2])
    after = trained.frame(lambda frame: frame.revision > before.revision)
    assert after.train_cost != before.train_cost
    assert not after.kept


def test_a_data_set_may_change_classes_and_task(browser: Browser) -> None:
    answer = browser.ask("generate", **BLOBS | {"dataset": "quadrants4"})
    state = answer.event("state")
    assert answer.types == ["state"]
    assert (len(state["points"]), sum(point["test"] for point in state["points"])) == (60, 12)
    assert (state["experiment"]["classes"], state["experiment"]["output"]) == (4, "softmax")
    state = browser.ask("generate", **BLOBS | {"dataset": "plane"}).event("state")
    assert (state["experiment"]["task"], state["experiment"]["cost"]) == ("regression", "squared_error")


def test_a_split_keeps_the_points_and_chooses_the_test_points_anew(trained: Browser) -> None:
    state = trained.ask("split", test_share=0.5, seed=2).event("state")
    assert len(state["points"]) == 60
    assert sum(point["test"] for point in state["points"]) == 30


def test_configure_keeps_what_was_learned(trained: Browser) -> None:
    before = trained.checkpoint()["progress"]
    answer = trained.ask("configure", changes={"learning_rate": 0.5, "optimizer": "momentum"})
    state = answer.event("state")
    assert answer.types == ["state"]
    assert state["reason"] == "learning rate 0.5, optimizer momentum"
    assert (state["experiment"]["learning_rate"], state["experiment"]["optimizer"]) == (0.5, "momentum")
    assert state["progress"]["parameters"] == before["parameters"]
    assert state["progress"]["step"] == before["step"]


def test_configure_brings_along_what_goes_with_it(browser: Browser) -> None:
    experiment = browser.ask("configure", changes={"task": "regression"}).event("state")["experiment"]
    assert (experiment["output"], experiment["cost"]) == ("linear", "squared_error")


@pytest.mark.parametrize(
    ("command", "hidden", "reason"),
    [
        ({"type_": "add_layer", "layer": 3, "neurons": 2}, [4, 2, 3], "layer 3 added"),
        ({"type_": "remove_layer", "layer": 2}, [3], "layer 2 removed"),
        ({"type_": "add_neuron", "layer": 2}, [5, 3], "neuron added to layer 2"),
        ({"type_": "remove_neuron", "layer": 3, "neuron": 0}, [4, 2], "neuron 1 removed from layer 3"),
    ],
)
def test_changes_of_the_architecture(
    trained: Browser, command: dict[str, object], hidden: list[int], reason: str
) -> None:
    answer = trained.ask(**command)  # type: ignore[arg-type]
    state = answer.event("state")
    assert answer.types == ["state"]
    assert (state["experiment"]["hidden"], state["reason"]) == (hidden, reason)
    sizes = [2, *hidden, 2]
    count = sum((before + 1) * after for before, after in pairwise(sizes))
    assert len(vector(state["progress"]["parameters"])) == count
    frame = answer.frames[-1]
    assert frame.kept
    assert len(frame.parameters) == len(frame.update) == count
    assert frame.revision == state["revision"]


def test_a_neuron_that_is_added_leaves_the_others_as_they_were(trained: Browser) -> None:
    before = vector(trained.checkpoint()["progress"]["parameters"])[: 3 * 4].reshape(3, 4)
    state = trained.ask("add_neuron", layer=2).event("state")
    after = vector(state["progress"]["parameters"])[: 3 * 5].reshape(3, 5)
    np.testing.assert_array_equal(after[:, :4], before)


def test_one_parameter_set_by_hand(trained: Browser) -> None:
    # 2-4-3-2: layer 2 holds 3 × 4 numbers, layer 3 begins at 12; from neuron 2 to 1 is row 2, column 1.
    answer = trained.ask("set_parameter", layer=3, neuron=1, source=2, value=-1.25)
    assert answer.types == ["checkpoint"]
    parameters = vector(answer.event("checkpoint")["progress"]["parameters"])
    assert parameters[12 + 2 * 3 + 1] == -1.25
    bias = trained.ask("set_parameter", layer=3, neuron=1, source=None, value=2)
    assert vector(bias.event("checkpoint")["progress"]["parameters"])[12 + 4 * 3 + 1] == 2
    assert bias.frames[-1].kept
    assert bias.last["step"] == 20


def test_a_checkpoint_replaces_everything(trained: Browser, port: int) -> None:
    checkpoint = trained.checkpoint()
    with Browser(port) as other:
        answer = other.ask("load", checkpoint=checkpoint)
        state = answer.event("state")
        assert answer.types == ["welcome", "state"]
        assert {name: state[name] for name in ("experiment", "points", "progress")} == {
            name: checkpoint[name] for name in ("experiment", "points", "progress")
        }
        assert not state["training"]
        assert answer.frames[-1].step == 20


def test_a_checkpoint_may_go_on_training_at_once(trained: Browser, port: int) -> None:
    checkpoint = trained.checkpoint()
    with Browser(port) as other:
        assert other.ask("load", checkpoint=checkpoint, training=True).event("state")["training"]
        assert other.frame(lambda frame: frame.step > 20).training


def test_a_page_that_trained_without_points_may_come_back_so(browser: Browser, port: int) -> None:
    checkpoint = browser.checkpoint()
    with Browser(port) as other:
        other.ask("load", checkpoint=checkpoint, training=True)
        other.ask("add_points", points=points((1, 0, 0), (-1, 0, 1)))
        assert other.frame(lambda frame: frame.step > 0).training


def test_a_frame_holds_what_the_checkpoint_holds(trained: Browser) -> None:
    answer = trained.ask("step", updates=1)
    frame = answer.frames[-1]
    parameters = vector(answer.event("checkpoint")["progress"]["parameters"])
    np.testing.assert_array_equal(frame.parameters, parameters.astype(np.float32))
    before = trained.checkpoint()["progress"]["parameters"]
    after = trained.ask("step", updates=1)
    update = vector(after.event("checkpoint")["progress"]["parameters"]) - vector(before)
    np.testing.assert_array_equal(after.frames[-1].update, update.astype(np.float32))
    assert after.frames[-1].batch_samples in {10, 8}


def test_welcome_says_what_the_session_starts_from(port: int) -> None:
    with Browser(port) as browser:
        welcome = browser.receive()
    assert not isinstance(welcome, Frame)
    assert welcome["protocol"] == 1
    assert welcome["limits"]["max_points"] == 5000
    assert {"activation", "datasets", "optimizer"} <= welcome["options"].keys()
    state = welcome["state"]
    assert (state["points"], state["training"], state["revision"]) == ([], False, 0)
    assert state["experiment"]["hidden"] == [4, 3]
