"""What other commands do to a step that is being made: each is answered once, and in which order."""

import json
from typing import Any, cast

import pytest

from app.serve.life import Life
from app.serve.outbox import Outbox
from app.serve.receiver import receive
from app.serve.scheduler import Scheduler
from app.serve.session import Session
from app.serve.steps import MOST_WAITING
from app.wire.limits import WireLimits
from tests.serve.browser import Frame, points

BLOBS = {"dataset": "blobs2", "count": 60, "noise": 0.1, "test_share": 0.2, "seed": 1}
AN_UPDATE = 1e-9
"""Seconds in which one update fits: a turn makes at least one."""


class Desk:
    """A session without a socket, whose turns are given by hand; `heard` is what its browser was told."""

    has_room = True

    def __init__(self) -> None:
        self.heard: list[dict[str, Any] | Frame] = []
        self.session = Session(WireLimits(), Scheduler(), cast(Outbox, self))
        self.run = self.session.run
        self._id = 0
        self.ask("generate", **BLOBS)
        self.hear()

    def put(self, message: str | bytes) -> None:
        self.heard.append(Frame.read(message) if isinstance(message, bytes) else json.loads(message))

    put_frame = put

    def ask(self, type_: str, **fields: object) -> int:
        """Send a command; answers its id."""
        self._id += 1
        receive(self.session, json.dumps({"type": type_, "id": self._id, **fields}))
        return self._id

    def update(self, times: int = 1) -> None:
        """As many turns of one update, with what is shown after each, for as long as it wants any."""
        for _ in range(times):
            if self.run.running:
                self.run.train(AN_UPDATE)
            self.run.show()

    def hear(self) -> list[str]:
        """What came since the last time: frames, events, and answers with their ids."""
        heard, self.heard = self.heard, []
        return [_named(message) for message in heard]


def _named(message: dict[str, Any] | Frame) -> str:
    if isinstance(message, Frame):
        return "kept frame" if message.kept else "frame"
    if message["type"] in {"ack", "error"}:
        step = f" at {message['step']}" if "step" in message else f" {message['code']}"
        return f"{message['type']} {message['id']}{step}"
    return str(message["type"])


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_step_is_shown_while_it_is_made_and_answered_at_its_end(desk: Desk) -> None:
    step = desk.ask("step", updates=3)
    assert desk.hear() == []
    desk.update(3)
    assert desk.hear() == ["frame", "frame", "kept frame", "checkpoint", f"ack {step} at 3"]
    assert desk.run.life is Life.PAUSED


def test_frames_of_a_step_do_not_call_it_training(desk: Desk) -> None:
    desk.ask("step", updates=3)
    desk.update(3)
    assert [message.training for message in desk.heard if isinstance(message, Frame)] == [False] * 3


def test_a_step_that_takes_long_brings_a_checkpoint_at_least_once_a_second(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(desk.run, "_clock", lambda: now)
    desk.ask("step", updates=1000)
    seen = []
    for _ in range(300):
        now += 1 / 60
        desk.update()
        seen += [now for heard in desk.hear() if heard == "checkpoint"]
    gaps = [later - earlier for earlier, later in zip([1000.0, *seen], [*seen, now], strict=True)]
    assert len(seen) <= 25, "alone it has five a second"
    assert max(gaps) < 1


def test_a_pause_ends_a_step_which_tells_what_it_reached(desk: Desk) -> None:
    step = desk.ask("step", updates=100)
    desk.update(2)
    desk.hear()
    pause = desk.ask("pause")
    assert desk.hear() == [
        "kept frame", "checkpoint", f"ack {step} at 2",
        "status", "kept frame", "checkpoint", f"ack {pause} at 2",
    ]  # fmt: skip
    desk.update()
    assert (desk.run.trainer.step, desk.hear()) == (2, [])


def test_training_begins_where_it_ends_a_step(desk: Desk) -> None:
    step = desk.ask("step", updates=100)
    desk.update(2)
    desk.hear()
    train = desk.ask("train")
    assert desk.hear() == ["kept frame", "checkpoint", f"ack {step} at 2", "status", f"ack {train} at 2"]
    assert desk.run.life is Life.TRAINING


def test_a_reset_ends_a_step_before_it_goes_back(desk: Desk) -> None:
    step = desk.ask("step", updates=100)
    desk.update(2)
    desk.hear()
    reset = desk.ask("reset")
    assert desk.hear() == [
        "kept frame", "checkpoint", f"ack {step} at 2", "state", "kept frame", f"ack {reset} at 0",
    ]  # fmt: skip
    assert desk.run.life is Life.PAUSED


@pytest.mark.parametrize(("training", "life"), [(False, Life.PAUSED), (True, Life.TRAINING)])
def test_a_load_ends_a_step_of_what_was_there_before(desk: Desk, training: bool, life: Life) -> None:
    desk.ask("configure", changes={})
    state = cast(dict[str, Any], desk.heard[0])
    checkpoint = {"version": 1, **{name: state[name] for name in ("experiment", "points", "progress")}}
    step = desk.ask("step", updates=100)
    desk.update(2)
    desk.hear()
    load = desk.ask("load", checkpoint=checkpoint, training=training)
    assert desk.hear() == [
        "kept frame", "checkpoint", f"ack {step} at 2", "state", "kept frame", f"ack {load} at 0",
    ]  # fmt: skip
    assert desk.run.life is life


EDITS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("add_points", {"points": points((1, 1, 0), first_id=500)}, ["checkpoint"]),
    ("move_points", {"points": [{"id": 3, "x1": 2, "x2": 2}]}, ["checkpoint"]),
    ("remove_points", {"ids": [3]}, ["checkpoint"]),
    ("set_parameter", {"layer": 2, "neuron": 0, "source": 0, "value": 1}, ["kept frame", "checkpoint"]),
    ("configure", {"changes": {"hidden": [5]}}, ["state", "kept frame"]),
    ("generate", BLOBS, ["state", "kept frame"]),
    ("split", {"test_share": 0.5, "seed": 3}, ["state", "kept frame"]),
    ("speed", {"updates_per_second": 5}, ["status"]),
    ("trace", {"point": None}, ["trace"]),
]


@pytest.mark.parametrize(("command", "fields", "events"), EDITS)
def test_whatever_else_comes_is_done_between_two_updates_of_a_step(
    desk: Desk, command: str, fields: dict[str, Any], events: list[str]
) -> None:
    step = desk.ask("step", updates=5)
    desk.update(2)
    desk.hear()
    edit = desk.ask(command, **fields)
    assert desk.hear() == [*events, f"ack {edit} at 2"]
    desk.update(3)
    assert desk.hear()[-1] == f"ack {step} at 5"


def test_a_refused_command_does_not_end_a_step(desk: Desk) -> None:
    step = desk.ask("step", updates=3)
    desk.update()
    desk.ask("load", checkpoint={"version": 7})
    desk.ask("remove_points", ids=[999])
    desk.update(2)
    assert desk.hear()[-1] == f"ack {step} at 3"


def test_steps_are_made_one_after_the_other(desk: Desk) -> None:
    first, second, third = (desk.ask("step", updates=updates) for updates in (2, 1, 3))
    assert desk.hear() == []
    desk.update(6)
    answers = [heard for heard in desk.hear() if heard.startswith("ack")]
    assert answers == [f"ack {first} at 2", f"ack {second} at 3", f"ack {third} at 6"]
    assert desk.run.life is Life.PAUSED


def test_what_ends_a_step_ends_those_that_wait_behind_it(desk: Desk) -> None:
    first, second = desk.ask("step", updates=100), desk.ask("step", until="epoch")
    desk.update()
    desk.hear()
    pause = desk.ask("pause")
    answers = [heard for heard in desk.hear() if heard.startswith("ack")]
    assert answers == [f"ack {number} at 1" for number in (first, second, pause)]


def test_too_many_steps_are_refused_and_the_others_made(desk: Desk) -> None:
    for _ in range(1 + MOST_WAITING):
        desk.ask("step", updates=1)
    assert desk.hear() == []
    one_more = desk.ask("step", updates=1)
    assert desk.hear() == [f"error {one_more} limit"]
    desk.update(1 + MOST_WAITING)
    assert desk.hear()[-1].endswith(f"at {1 + MOST_WAITING}")


def test_a_step_to_the_epochs_end_goes_to_where_that_is_when_it_gets_there(desk: Desk) -> None:
    # 48 training points in batches of 10: 5 updates are a pass.
    step = desk.ask("step", until="epoch")
    desk.update(2)
    desk.ask("configure", changes={"batch_size": 16})  # the pass starts anew, with 3 updates
    desk.update(3)
    assert desk.hear()[-1] == f"ack {step} at 5"
    assert (desk.run.trainer.epoch, desk.run.trainer.batch) == (1, 0)


@pytest.mark.parametrize("asked", [{"updates": 100}, {"until": "epoch"}])
def test_without_a_training_point_left_a_step_ends_and_those_behind_are_refused(
    desk: Desk, asked: dict[str, Any]
) -> None:
    step, behind = desk.ask("step", **asked), desk.ask("step", updates=1)
    desk.update(2)
    desk.ask("replace_points", points=[])
    assert desk.run.wanted_seconds(0.0) > 0
    desk.hear()
    desk.update()
    assert desk.hear() == ["kept frame", "checkpoint", f"ack {step} at 2", f"error {behind} no_points"]
    assert desk.run.life is Life.PAUSED


def test_a_step_into_divergence_ends_and_those_behind_are_refused(desk: Desk) -> None:
    changes = {"output": "linear", "cost": "squared_error", "activation": "linear", "learning_rate": 100}
    desk.ask("configure", changes=changes)
    step, behind = desk.ask("step", updates=10_000), desk.ask("step", updates=1)
    desk.hear()
    while desk.run.running:
        desk.run.train(1.0)
    reached = desk.run.trainer.step
    assert desk.hear() == [
        "frame", "diverged", "status", "kept frame", "checkpoint", f"ack {step} at {reached}",
        f"error {behind} diverged",
    ]  # fmt: skip
    assert desk.run.life is Life.DIVERGED


def test_a_mistake_of_the_server_answers_every_step(desk: Desk) -> None:
    first, second = desk.ask("step", updates=5), desk.ask("step", updates=5)
    desk.run.failed()
    assert desk.hear() == [f"error {first} internal", f"error {second} internal", "status"]
    assert desk.run.life is Life.PAUSED


def test_what_ends_while_a_step_is_made_answers_nothing(desk: Desk) -> None:
    desk.ask("step", updates=5)
    desk.run.live(Life.ENDED)
    assert not desk.run.running
    assert desk.hear() == []
