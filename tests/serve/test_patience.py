"""Who keeps a connection without asking for anything is let go, and who sends endless headers is stopped."""

import pytest

from app.serve import connections
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
