"""Whoever leaves gives the place back within a second, and whoever stays is heard, whatever is being done."""

import time
from collections.abc import Callable

import pytest

from tests.serve.browser import PATIENCE, Browser, Event, sessions
from tests.serve.conftest import StartServer
from tests.serve.raw_client import RawClient, command

SECOND = 1.0
LARGEST = {"hidden": [16] * 8, "optimizer": "adam", "batch_size": 2000}
POINTS = {"dataset": "arms3", "count": 2000, "noise": 0.2, "test_share": 0.0, "seed": 1}
PARAMETER = {"layer": 3, "neuron": 0, "source": 0}


@pytest.fixture(scope="module")
def checkpoint(port: int) -> Event:
    """The largest that a session can be, with updates of several milliseconds."""
    with Browser(port) as browser:
        browser.ask("configure", changes=LARGEST)
        browser.ask("generate", **POINTS)
        return browser.checkpoint()


COMMANDS: dict[str, Callable[[Event], bytes]] = {
    "steps": lambda _: command("step", updates=10_000) * 10,
    "a pause behind a step": lambda _: command("step", updates=10_000) + command("pause") * 100,
    "training": lambda _: command("train"),
    "data sets": lambda _: command("generate", **POINTS) * 100,
    "traces": lambda _: command("trace", point=None) * 100,
    "inspections": lambda _: command("inspect", parameter=PARAMETER, point=None) * 100,
    "loads": lambda checkpoint: command("load", checkpoint=checkpoint) * 5,
}


@pytest.mark.parametrize("sent", COMMANDS)
@pytest.mark.parametrize("leave", [RawClient.reset, RawClient.vanish, RawClient.say_goodbye])
def test_a_disconnect_during_any_command_frees_the_place_within_a_second(
    start_server: StartServer, checkpoint: Event, leave: Callable[[RawClient], None], sent: str
) -> None:
    port = start_server()
    client = RawClient.welcomed(port)
    client.send(command("load", checkpoint=checkpoint) + COMMANDS[sent](checkpoint))
    messages = client.messages()
    while b'"ack"' not in next(messages)[1]:
        pass
    leave(client)
    left = time.monotonic()
    while sessions(port):
        assert time.monotonic() - left < SECOND
    if leave is RawClient.say_goodbye:
        assert client.rest() is not None


def test_a_pause_ends_a_long_step(port: int, checkpoint: Event) -> None:
    """How soon, `bench/serving` measures."""
    with Browser(port) as browser:
        browser.ask("load", checkpoint=checkpoint)
        for _ in range(3):
            before = browser.ask("pause").last["step"]
            step = browser.send("step", updates=10_000)
            reached = browser.frame(lambda frame, before=before: frame.step > before + 3).step  # type: ignore[misc]
            pause = browser.send("pause")
            made, paused = browser.answer_to(step), browser.answer_to(pause)
            assert reached <= made.last["step"] == made.event("checkpoint")["progress"]["step"]
            assert paused.last["step"] == made.last["step"] < before + 10_000


def test_a_long_step_is_no_reason_to_lose_the_connection(port: int, checkpoint: Event) -> None:
    """Commands behind it are read, so that pings are answered, and checkpoints come."""
    with Browser(port) as browser:
        browser.ask("load", checkpoint=checkpoint)
        step = browser.send("step", updates=10_000)
        edits = [browser.send("move_points", points=[{"id": 1, "x1": 0, "x2": 0}]) for _ in range(3)]
        for edit in edits:
            assert browser.answer_to(edit).last["type"] == "ack"
        assert browser.connection.ping().wait(PATIENCE)
        reached = [browser.event("checkpoint")["progress"]["step"] for _ in range(2)]
        assert reached == sorted(set(reached))
        pause = browser.send("pause")
        assert reached[-1] <= browser.answer_to(step).last["step"] < 10_000
        assert browser.answer_to(pause).last["type"] == "ack"
