"""What has ended is gone: a session's memory with its connection, at once and without the collector."""

import contextlib
import gc
import time
from collections.abc import Callable, Iterator

import pytest
from websockets.exceptions import ConnectionClosed

from app.nn.optimizer import Optimizer
from app.nn.passes import Pass
from app.serve.connections import HttpConnection
from app.serve.outbox import Outbox
from app.serve.report import Reporter
from app.serve.run import Run
from app.serve.session import Session
from app.serve.socket_connection import SocketConnection
from app.serve.watch import Watch
from app.training.evaluation import Evaluator
from app.training.loop import Loop
from app.training.trainer import Trainer
from tests.serve.browser import PATIENCE, Browser, sessions
from tests.serve.conftest import StartServer
from tests.serve.raw_client import RawClient, request

LARGEST = {"hidden": [16] * 8, "optimizer": "adam"}
KINDS = (Session, Run, Reporter, Watch, Outbox, Trainer, Loop, Evaluator, Pass, Optimizer)


@pytest.fixture(autouse=True)
def _without_the_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def alive(*kinds: type) -> set[str]:
    """Of these kinds, or those that a session is made of, the ones of which something is left."""
    there = set(map(type, gc.get_objects()))
    return {kind.__name__ for kind in kinds or KINDS if any(issubclass(one, kind) for one in there)}


def prepare(browser: Browser) -> None:
    """The largest that a session can be."""
    browser.ask("generate", dataset="arms3", count=2000, noise=0.2, test_share=0.2, seed=1)
    browser.ask("configure", changes=LARGEST)
    browser.ask("step", until="epoch")


def leave(_: Browser) -> None:
    """Close the page."""


def break_off(browser: Browser) -> None:
    """Lose the network."""
    browser.connection.socket.close()


def leave_while_training(browser: Browser) -> None:
    browser.ask("train")
    browser.frame()


def leave_while_a_step_is_made(browser: Browser) -> None:
    browser.send("step", updates=10_000)
    browser.send("step", updates=10_000)


def be_refused(browser: Browser) -> None:
    browser.ask_in_vain("remove_points", ids=[1, 2, 5000])
    browser.ask_in_vain("load", checkpoint={"version": 3})
    browser.ask_in_vain("trace", point=9999)
    browser.connection.send("?")
    browser.event("error")


def look(browser: Browser) -> None:
    browser.ask("trace", point=None)
    browser.ask("inspect", parameter={"layer": 3, "neuron": 1, "source": None}, point=None)


def diverge(browser: Browser) -> None:
    browser.ask("configure", changes={"output": "linear", "cost": "squared_error", "activation": "linear",
                                      "learning_rate": 100, "optimizer": "gradient_descent"})  # fmt: skip
    browser.ask("train")
    browser.event("diverged")


def load_another(browser: Browser) -> None:
    browser.ask("load", checkpoint=browser.checkpoint(), training=True)


def send_too_much(browser: Browser) -> None:
    with contextlib.suppress(ConnectionClosed):
        for _ in range(400):
            browser.send("speed", updates_per_second=5)
    assert browser.close_code() == 1008


@pytest.mark.parametrize(
    "end",
    [leave, break_off, leave_while_training, leave_while_a_step_is_made, be_refused, look, diverge,
     load_another, send_too_much],
)  # fmt: skip
def test_nothing_of_a_session_is_left_once_its_connection_has_ended(
    start_server: StartServer, end: Callable[[Browser], None]
) -> None:
    port = start_server()
    with Browser(port) as browser:
        prepare(browser)
        assert alive() == {kind.__name__ for kind in KINDS}
        end(browser)
    deadline = time.monotonic() + PATIENCE
    while (count := sessions(port)) or alive():
        assert time.monotonic() < deadline, (count, alive())


def test_no_connection_holds_itself(start_server: StartServer) -> None:
    """Whatever it was for: a page, the socket, a request that makes no sense."""
    port = start_server()
    for content in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /nowhere HTTP/1.0\r\n\r\n", b"?", request()):
        client = RawClient(port)
        client.send(content)
        client.connection.recv(1)
        client.connection.close()
    deadline = time.monotonic() + PATIENCE
    while connections := alive(HttpConnection, SocketConnection):
        assert time.monotonic() < deadline, connections
