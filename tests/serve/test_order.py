"""What comes before each command's `ack`, and in which order."""

from collections.abc import Callable
from typing import Any

import pytest

from app.wire.commands import COMMANDS as MODELS
from tests.serve.browser import Browser, Event, Frame, points

BIAS = {"layer": 2, "neuron": 0, "source": None}
COMMANDS: dict[str, dict[str, Any]] = {
    "train": {},
    "pause": {},
    "step": {"updates": 2},
    "speed": {"updates_per_second": 0.1},
    "reset": {},
    "add_points": {"points": points((1, 1, 0), first_id=900)},
    "move_points": {"points": [{"id": 1, "x1": 0.5, "x2": 0.5}]},
    "remove_points": {"ids": [1]},
    "set_targets": {"ids": [1], "target": 1},
    "replace_points": {"points": points((1, 1, 0), (-1, 1, 1))},
    "generate": {"dataset": "moons", "count": 30, "noise": 0, "test_share": 0, "seed": 1},
    "split": {"test_share": 0.5, "seed": 1},
    "configure": {"changes": {"batch_size": 7}},
    "add_layer": {"layer": 2, "neurons": 2},
    "remove_layer": {"layer": 2},
    "add_neuron": {"layer": 2},
    "remove_neuron": {"layer": 2, "neuron": 1},
    "set_parameter": {**BIAS, "value": 0.5},
    "load": {},  # and a checkpoint, from before
    "trace": {"point": None},
    "inspect": {"parameter": BIAS, "point": None},
    "take_out": {"format": "numpy"},
    "moment": {"updates": 0},  # and a checkpoint as well
}
STATE = ["state", "frame"]
EDIT = ["checkpoint", "droppable frame"]
BEFORE_THE_ACK: dict[str, list[str]] = {
    "train": ["status"],
    "pause": ["status", "frame", "checkpoint"],
    "step": ["frame", "checkpoint"],
    "speed": ["status"],
    "reset": STATE,
    "add_points": EDIT,
    "move_points": EDIT,
    "remove_points": EDIT,
    "set_targets": EDIT,
    "replace_points": EDIT,
    "generate": STATE,
    "split": STATE,
    "configure": STATE,
    "add_layer": STATE,
    "remove_layer": STATE,
    "add_neuron": STATE,
    "remove_neuron": STATE,
    "set_parameter": ["frame", "checkpoint"],
    "load": STATE,
    "trace": ["trace"],
    "inspect": ["inspection"],
    "take_out": ["taken_out"],
    "moment": ["moment"],
}
EDITS = [kind for kind, told in BEFORE_THE_ACK.items() if told is EDIT]
NEEDS_FINITE = ("train", "step", "trace", "inspect")
LOOKS_NOT = ("train", "speed", "trace", "take_out", "moment")


def name(message: Event | Frame) -> str:
    if isinstance(message, Frame):
        return "frame" if message.kept else "droppable frame"
    return str(message["type"])


def ask(browser: Browser, kind: str, checkpoint: Event) -> list[str]:
    """What comes up to the answer to a command, in order.

    Of a step, from its kept frame on and a `status` before it: what comes in between is not its own.
    """
    browser.send(kind, **COMMANDS[kind], **({"checkpoint": checkpoint} if kind in {"load", "moment"} else {}))
    said = [
        name(message)
        for message in browser.until(
            lambda message: isinstance(message, dict) and message["type"] in {"ack", "error"}
        )
    ]
    if kind == "step" and "frame" in said:
        said = [part for part in said[:1] if part == "status"] + said[said.index("frame") :]
    return said


def rest(_: Browser) -> None:
    """Stay paused."""


def train_slowly(browser: Browser) -> None:
    """Train so that nothing comes of it while a command is answered: one update in ten seconds."""
    browser.ask("speed", updates_per_second=0.1)
    browser.ask("train")


def set_up_to_diverge(browser: Browser) -> None:
    """A regression whose learning rate is far too large."""
    browser.ask("generate", dataset="plane", count=50, noise=0, test_share=0, seed=1)
    browser.ask("configure", changes={"activation": "relu", "learning_rate": 100})


def diverge(browser: Browser) -> None:
    set_up_to_diverge(browser)
    browser.send("train")
    browser.until(lambda message: isinstance(message, dict) and message.get("status") == "diverged")


def test_every_command_is_asked_here() -> None:
    assert set(COMMANDS) == set(BEFORE_THE_ACK) == set(MODELS)


@pytest.mark.parametrize("kind", COMMANDS)
def test_at_rest(trained: Browser, kind: str) -> None:
    assert ask(trained, kind, trained.checkpoint()) == [*BEFORE_THE_ACK[kind], "ack"]


@pytest.mark.parametrize("kind", COMMANDS)
def test_while_it_trains(trained: Browser, kind: str) -> None:
    checkpoint = trained.checkpoint()
    train_slowly(trained)
    expected = [part for part in BEFORE_THE_ACK[kind] if part != "droppable frame"]
    assert ask(trained, kind, checkpoint) == ["status"] * (kind == "step") + [*expected, "ack"]


@pytest.mark.parametrize("kind", COMMANDS)
def test_after_it_diverged(trained: Browser, kind: str) -> None:
    checkpoint = trained.checkpoint()
    diverge(trained)
    said = ask(trained, kind, checkpoint)
    if kind in NEEDS_FINITE:
        assert said == ["error"]
    else:
        ends_it = kind not in {"pause", "speed", "take_out", "moment"}
        assert said == ["status"] * ends_it + [*BEFORE_THE_ACK[kind], "ack"]
        assert trained.ask("speed", updates_per_second=None).event("status")["status"] == (
            "paused" if ends_it else "diverged"
        )


@pytest.mark.parametrize("meanwhile", [rest, train_slowly])
@pytest.mark.parametrize("kind", COMMANDS)
def test_with_a_parameter_under_the_glass(
    trained: Browser, kind: str, meanwhile: Callable[[Browser], None]
) -> None:
    checkpoint = trained.checkpoint()
    trained.ask("inspect", parameter=BIAS, point=None)
    meanwhile(trained)
    said = ask(trained, kind, checkpoint)
    assert said[-1] == "ack"
    assert (said[-2] == "inspection") == (kind not in LOOKS_NOT)
    assert said.count("inspection") <= 1


def test_no_parameter_under_the_glass_is_answered_by_the_ack_alone(trained: Browser) -> None:
    answer = trained.ask("inspect", parameter=None, point=None)
    assert (answer.types, answer.frames) == ([], [])


@pytest.mark.parametrize("command", [("step", {"updates": 10_000}), ("train", {})])
def test_a_divergence_is_told_in_order(browser: Browser, command: tuple[str, dict[str, Any]]) -> None:
    set_up_to_diverge(browser)
    kind, fields = command
    browser.send(kind, **fields)
    messages = browser.until(
        lambda message: isinstance(message, dict) and message.get("status") == "diverged"
    )
    assert [name(message) for message in messages[-3:]] == ["droppable frame", "diverged", "status"]
    frame, event, status = messages[-3:]
    assert isinstance(frame, Frame)
    assert isinstance(event, dict)
    assert isinstance(status, dict)
    assert frame.step == status["step"] == event["progress"]["step"] == event["step"] - 1
    if kind == "step":
        last = browser.until(lambda message: isinstance(message, dict) and message["type"] == "ack")
        assert [name(message) for message in last] == [*BEFORE_THE_ACK["step"], "ack"]
        assert isinstance(last[-1], dict)
        assert last[-1]["step"] == status["step"]
    assert browser.ask("pause").event("status")["status"] == "diverged"
