"""Who keeps a connection without asking for anything is let go, and who sends endless headers is stopped."""

import asyncio
import contextlib
import socket
import time
from typing import Any, cast

import pytest
from uvicorn import Config
from uvicorn.server import ServerState

from app.serve import connections
from app.serve.connections import HttpConnection
from app.serve.doors import CONNECTIONS_A_PAGE
from tests.serve.browser import PATIENCE
from tests.serve.conftest import StartServer
from tests.serve.raw_client import RawClient


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch, start_server: StartServer) -> int:
    """The port of a server that waits a moment only."""
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.1)
    monkeypatch.setattr(connections, "LINGERING_SECONDS", 0.1)
    return start_server()


BEGINNINGS = {
    "nothing": b"",
    "an empty line": b"\r\n",
    "half a request line": b"GET / HT",
    "half a head": b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
    "half a second request": b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHo",
}


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_request_that_does_not_come_to_its_end_is_ended(hurried: int, beginning: str) -> None:
    client = RawClient(hurried)
    client.send(BEGINNINGS[beginning])
    assert b"HTTP/1.1 408 " in client.rest()


def test_bytes_that_trickle_in_do_not_keep_a_connection(hurried: int) -> None:
    client = RawClient(hurried)
    client.send(b"GET / HTTP/1.1\r\n")
    client.connection.settimeout(0.02)
    answer = b""
    for _ in range(1000):
        client.send(b"X: 1\r\n")
        try:
            answer = client.connection.recv(100)
        except TimeoutError:
            continue
        break
    client.connection.close()
    assert answer.startswith(b"HTTP/1.1 408 ")


class Line:
    """Stands for a transport whose client takes nothing."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def get_extra_info(self, name: str) -> None:
        """It knows nothing of itself."""

    def is_closing(self) -> bool:
        return False

    def close(self) -> None:
        self.done.append("closed")

    def abort(self) -> None:
        self.done.append("aborted")


@pytest.mark.parametrize(
    ("happens", "done"),
    [
        (["pause_writing"], ["aborted"]),
        (["pause_writing", "resume_writing"], []),
        (["timeout_keep_alive_handler"], ["closed", "aborted"]),
        (["pause_writing", "timeout_keep_alive_handler"], ["closed", "aborted"]),
    ],
)
def test_who_takes_nothing_of_an_answer_is_let_go(
    monkeypatch: pytest.MonkeyPatch, happens: list[str], done: list[str]
) -> None:
    monkeypatch.setattr(connections, "TAKING_SECONDS", 0.0)
    line = Line()

    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        config = Config(cast("Any", None), log_config=None, lifespan="off")
        connection = HttpConnection(config, ServerState(), {}, loop)
        connection.connection_made(cast("asyncio.Transport", line))
        for what in happens:
            getattr(connection, what)()
        passed = loop.create_future()
        loop.call_later(0.001, passed.set_result, None)
        await passed
        connection.connection_lost(OSError())

    asyncio.run(scenario())
    assert line.done == done


def test_an_address_has_only_so_many_connections_and_a_proxy_any_number(start_server: StartServer) -> None:
    port = start_server(max_sessions_per_address=1, trusted_proxies="127.0.0.1")
    clients = [RawClient(port, from_address(port, "127.0.0.2")) for _ in range(CONNECTIONS_A_PAGE)]
    with from_address(port, "127.0.0.2") as one_more, contextlib.suppress(ConnectionResetError):
        assert one_more.recv(1) == b""
    proxies = [RawClient(port) for _ in range(2 * CONNECTIONS_A_PAGE)]
    clients.pop().connection.close()
    deadline = time.monotonic() + PATIENCE
    while not is_answered(port):
        assert time.monotonic() < deadline
    for client in (*clients, *proxies):
        client.send(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert client.rest().startswith(b"HTTP/1.1 200 ")


def from_address(port: int, address: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), PATIENCE, (address, 0))


def is_answered(port: int) -> bool:
    """Whether one more of that address may come in now."""
    client = RawClient(port, from_address(port, "127.0.0.2"))
    client.send(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    try:
        return client.rest() != b""
    except ConnectionResetError:
        return False


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 2_000_000,
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: 1\r\n" * 200_000,
        b"GET /" + b"a" * 2_000_000,
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 40_000 + b"\r\n\r\n",
    ],
    ids=["one header", "many headers", "an address", "a whole one"],
)
def test_a_head_has_a_largest_size(port: int, head: bytes) -> None:
    client = RawClient(port)
    client.send(head)
    assert client.rest().startswith(b"HTTP/1.1 431 ")


def test_a_head_may_have_the_cookies_of_a_whole_site(port: int) -> None:
    client = RawClient(port)
    client.send(
        b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
        + b"a" * 30_000
        + b"\r\n\r\n"
    )
    assert client.rest().startswith(b"HTTP/1.1 200 ")


def test_many_requests_over_one_connection_are_no_large_head(port: int) -> None:
    client = RawClient(port)
    one = b"GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 5000 + b"\r\n"
    client.send((one + b"\r\n") * 19 + one + b"Connection: close\r\n\r\n")
    assert client.rest().count(b"HTTP/1.1 200 ") == 20
