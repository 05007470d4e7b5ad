"""Real servers on free loopback ports, in threads of the test process."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from app.serve.listener import listen
from app.serve.server import Server
from app.serve.settings import Settings
from tests.serve.browser import PATIENCE, Browser

StartServer = Callable[..., int]


@contextmanager
def server_in_a_thread(**settings: Any) -> Iterator[tuple[int, Server]]:
    """A server that runs for the time of the block, and its port."""
    listener = listen("127.0.0.1", 0)
    server = Server(Settings(**settings))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    port = listener.getsockname()[1]
    thread.start()
    try:
        deadline = time.monotonic() + PATIENCE
        while not server.started:
            assert thread.is_alive()
            assert time.monotonic() < deadline
            thread.join(0.005)
        yield port, server
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the server did not stop"


@pytest.fixture(scope="session")
def port() -> Iterator[int]:
    """The port of one server for all tests that need no settings of their own."""
    with server_in_a_thread(max_commands_per_second=10_000) as (port, _):
        yield port


@pytest.fixture
def start_server() -> Iterator[StartServer]:
    """Starts servers with settings of their own, which end with the test."""
    with ExitStack() as servers:
        yield lambda **settings: servers.enter_context(server_in_a_thread(**settings))[0]


@pytest.fixture
def browser(port: int) -> Iterator[Browser]:
    """A browser that has been welcomed."""
    with Browser(port) as browser:
        browser.event("welcome")
        yield browser


@pytest.fixture
def trained(browser: Browser) -> Browser:
    """A browser with two blobs of points, paused after some updates."""
    browser.ask("generate", dataset="blobs2", count=60, noise=0.1, test_share=0.2, seed=1)
    browser.ask("step", updates=20)
    return browser
