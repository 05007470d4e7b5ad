"""What clients do wrong is told them with a code and a reason, and leaves at most one line in the log."""

import contextlib
import os
import re
import struct
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serve.browser import PATIENCE, Browser, sessions
from tests.serve.raw_client import (
    BINARY,
    CLOSE,
    CONTINUATION,
    PING,
    TEXT,
    RawClient,
    command,
    message,
    request,
)
from tests.server_process import ServerProcess

ORDINARY = re.compile(
    r'\S+ INFO .*"WebSocket /socket" \[accepted\]$|\S+ WARNING refused the socket to a page from '
)
INFO = re.compile(r"\S+ INFO ")
BLOBS = {"dataset": "blobs2", "count": 60, "noise": 0.1, "test_share": 0.2, "seed": 1}


class Watched:
    """A server process with a log of level info."""

    def __init__(self, port: int, log: IO[str]) -> None:
        self.port = port
        self._log = log

    def faults(self) -> list[str]:
        """The lines since the last time, but for those on who came and who was refused, once all are gone."""
        deadline = time.monotonic() + PATIENCE
        while sessions(self.port):
            assert time.monotonic() < deadline, "a session stays"
        return [line for line in self._log.read().splitlines() if not ORDINARY.match(line)]

    def check(self, most: int = 1) -> None:
        """Nothing but lines of level info, and no more than `most`."""
        lines = self.faults()
        assert all(INFO.match(line) for line in lines), "\n".join(lines)
        assert len(lines) <= most, lines


@pytest.fixture(scope="module")
def server() -> Iterator[Watched]:
    """One for all that is done to it here."""
    environment = os.environ | {"CHAINRULE_PORT": "0", "CHAINRULE_LOG_LEVEL": "info"}
    with tempfile.NamedTemporaryFile("w") as written, open(written.name, encoding="utf-8") as log:  # noqa: PTH123
        process = ServerProcess(environment, errors=written)
        try:
            found = re.search(r":(\d+) ", process.stdout.readline())
            assert found
            watched = Watched(int(found[1]), log)
            watched.faults()
            log.read()
            yield watched
            assert process.poll() is None, "it did not survive"
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)


FAULTS: dict[str, tuple[bytes, int, str]] = {
    "not UTF-8": (message(TEXT, b"\xff\xfe"), 1007, "UTF-8"),
    "not UTF-8 in parts": (
        message(TEXT, b"\xff", last=False) + message(CONTINUATION, b"\xfe"), 1007, "UTF-8",
    ),
    "not UTF-8 and on": (message(TEXT, b"\xff") + command("pause") * 500, 1007, "UTF-8"),
    "unmasked": (message(TEXT, b"{}", masked=False), 1002, "masking"),
    "reserved bits": (message(TEXT, b"{}", reserved=64), 1002, "reserved"),
    "unknown kind": (message(3, b"{}"), 1002, "opcode"),
    "a second part without a first": (message(CONTINUATION, b"{}"), 1002, "continuation"),
    "a message within another": (message(TEXT, b"{", last=False) + message(TEXT, b"}"), 1002, "continuation"),
    "a long ping": (message(PING, b"x" * 200), 1002, "too long"),
    "a ping in parts": (message(PING, b"x", last=False), 1002, "fragmented"),
    "a short close": (message(CLOSE, b"x"), 1002, "too short"),
    "a code that may not be sent": (message(CLOSE, struct.pack("!H", 1005)), 1002, "status code"),
    "a large message": (message(TEXT, b"x" * 5_000_000), 1009, "exceeds limit of 1048576 bytes"),
    "a large message in parts": (
        message(TEXT, b"x" * 700_000, last=False) + message(CONTINUATION, b"x" * 700_000),
        1009, "exceeds limit",
    ),
    "a message of 2^64 bytes": (message(TEXT, b"", length=2**64 - 1), 1009, "exceeds limit"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_who_breaks_the_rules_is_told_which(server: Watched, fault: str) -> None:
    content, code, words = FAULTS[fault]
    client = RawClient.welcomed(server.port)
    client.send(content)
    given_code, reason = client.closed_with()
    assert given_code == code
    assert words in reason
    server.check()


@pytest.mark.parametrize("pieces", [1, 100])
def test_a_flood_is_closed_with_1008_however_it_comes(server: Watched, pieces: int) -> None:
    client = RawClient.welcomed(server.port)
    for _ in range(pieces):
        client.send(command("pause") * (2000 // pieces))
    code, reason = client.closed_with()
    assert code == 1008
    assert "send fewer" in reason
    server.check()


def test_an_allowed_burst_in_one_piece_is_answered(server: Watched) -> None:
    client = RawClient.welcomed(server.port)
    client.send(command("pause") * 239 + command("speed", updates_per_second=7))
    answers = (content for kind, content in client.messages() if b'"ack"' in content or kind == CLOSE)
    assert [b'"ack"' in next(answers) for _ in range(240)] == [True] * 240
    client.reset()
    server.check(0)


ENDS: dict[str, Callable[[RawClient], None]] = {
    "reset": RawClient.reset,
    "closed": RawClient.vanish,
    "half a message": lambda client: client.send(command("pause")[:20]),
    "half closed": lambda client: client.connection.shutdown(1),
    "after its close": lambda client: client.send(message(CLOSE, b"") + command("pause") * 20),
}
MIDDLES: dict[str, bytes] = {
    "nothing": b"",
    "points": command("generate", **BLOBS),
    "training": command("generate", **BLOBS) + command("train"),
    "a step": command("generate", **BLOBS) + command("step", updates=10_000) * 3,
    "a flood": command("pause") * 200,
    "half a flood": (command("pause") * 200)[:-3],
}


@pytest.mark.parametrize("middle", MIDDLES)
@pytest.mark.parametrize("end", ENDS)
def test_a_connection_may_end_in_the_middle_of_anything(server: Watched, middle: str, end: str) -> None:
    client = RawClient.welcomed(server.port)
    client.send(MIDDLES[middle])
    ENDS[end](client)
    client.connection.close()
    server.check()


REQUESTS: dict[str, tuple[bytes, bytes]] = {
    "garbage": (b"\x00\xff garbage\r\n\r\n", b" 400 "),
    "a TLS handshake": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200), b" 400 "),
    "no method": (b"FOO / HTTP/1.1\r\nHost: x\r\n\r\n", b" 400 "),
    "a bad address": (b"GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n", b" 400 "),
    "a bad length": (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", b" 400 "),
    "a bad path": (b"GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b" 404 "),
    "another protocol": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b" 400 "),
    "an upgrade to another": (
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, close\r\n\r\n", b" 200 ",
    ),
    "a socket that is elsewhere": (request(path="/nowhere"), b" 403 "),
    "another version": (request(version=12), b" 400 "),
    "a bad key": (request(key="x"), b" 400 "),
    "many headers": (request(*(f"X-{number}: 1" for number in range(300))), b" 431 "),
    "a long header": (request(f"X: {'a' * 20_000}"), b" 431 "),
    "a long path": (request(path="/" + "a" * 20_000), b" 414 "),
    "a request with content": (request("Content-Length: 5") + b"hello", b" 400 "),
}  # fmt: skip


@pytest.mark.parametrize("fault", REQUESTS)
def test_a_request_that_makes_no_sense_has_its_answer(server: Watched, fault: str) -> None:
    content, status = REQUESTS[fault]
    client = RawClient(server.port)
    client.send(content)
    answer = client.rest()
    assert status in answer.partition(b"\r\n")[0], answer[:200]
    server.check()


MANY = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
TOO_MUCH: dict[str, bytes] = {
    "requests at once": MANY * 500,
    "large requests at once": (b"GET /maths HTTP/1.1\r\nHost: x\r\n\r\n") * 200,
    "headers": b"GET / HTTP/1.1\r\nHost: x\r\n" + b"a:\r\n" * 5000 + b"\r\n",
    "headers after another request": MANY + b"GET / HTTP/1.1\r\nHost: x\r\n" + b"a:\r\n" * 5000 + b"\r\n",
    "content": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n" + bytes(9_000_000),
    "pieces of content": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    + b"1\r\na\r\n" * 99999,
}


@pytest.mark.parametrize("fault", TOO_MUCH)
def test_who_sends_too_much_at_once_is_cut_off(server: Watched, fault: str) -> None:
    client = RawClient(server.port)
    client.send(TOO_MUCH[fault])
    with contextlib.suppress(ConnectionResetError):
        client.rest()
    server.check()


@pytest.mark.parametrize("requests", [1, 2, 20])
def test_who_asks_and_leaves_gets_no_line(server: Watched, requests: int) -> None:
    for _ in range(5):
        client = RawClient(server.port)
        client.send(MANY * requests)
        client.reset()
    server.check(0)


@pytest.mark.parametrize("origin", ["http://evil.example", "http://[\xff"])
def test_a_page_from_elsewhere_has_its_code(server: Watched, origin: str) -> None:
    client = RawClient(server.port)
    client.send(request(f"Origin: {origin}"))
    assert client.opened().startswith(b"HTTP/1.1 101")
    assert client.closed_with()[0] == 4403
    server.check()


@pytest.mark.parametrize("activation", ["tanh", "relu", "gelu", "softplus", "elu", "sine", "linear"])
def test_numbers_that_overflow_are_the_browsers_to_see(server: Watched, activation: str) -> None:
    with Browser(server.port) as browser:
        browser.ask("generate", **BLOBS)
        browser.ask("configure", changes={"activation": activation, "l2": 10, "l1": 10})
        browser.ask("inspect", parameter={"layer": 3, "neuron": 0, "source": 0}, point=3)
        for neuron in range(3):
            browser.ask("set_parameter", layer=2, neuron=neuron, source=0, value=1.7e308 * (-1) ** neuron)
            browser.ask("set_parameter", layer=3, neuron=neuron, source=0, value=1e155)
        browser.ask("trace", point=3)
        browser.ask("add_points", points=[{"id": 900, "x1": 100, "x2": -100, "target": 1}])
        answers = [browser.send("step", updates=3), browser.send("trace", point=3), browser.send("train")]
        for id_ in answers:
            assert browser.answer_to(id_).last.get("code") in {None, "diverged"}
    server.check(0)


PIECES: st.SearchStrategy[bytes] = st.one_of(
    st.binary(max_size=40),
    st.builds(
        message,
        st.sampled_from([CONTINUATION, TEXT, BINARY, CLOSE, PING, 10, 3]),
        st.binary(max_size=130),
        last=st.booleans(),
        masked=st.sampled_from([True, True, True, False]),
        reserved=st.sampled_from([0, 0, 0, 16, 64]),
        length=st.sampled_from([None, None, None, 0, 1, 125, 126, 65535, 2**20 + 1, 2**63]),
    ),
    st.sampled_from(
        [
            command("generate", **BLOBS),
            command("train"),
            command("step", updates=10_000),
            command("pause"),
            command("set_parameter", layer=2, neuron=0, source=0, value=1.7e308),
            command("trace", point=3),
            command("reset"),
        ]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=12), cut=st.integers(0, 20), end=st.sampled_from(["reset", "closed"]))
def test_whatever_comes_over_a_socket(server: Watched, pieces: list[bytes], cut: int, end: str) -> None:
    content = b"".join(pieces)
    client = RawClient.welcomed(server.port)
    client.send(content[: len(content) - cut])
    ENDS[end](client)
    server.check()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    whole=st.sampled_from([request(key="AAAAAAAAAAAAAAAAAAAAAA=="), b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"]),
    changes=st.lists(st.tuples(st.integers(0, 200), st.binary(max_size=3)), max_size=4),
)
def test_whatever_comes_over_http(server: Watched, whole: bytes, changes: list[tuple[int, Any]]) -> None:
    content = bytearray(whole)
    for place, other in changes:
        content[place : place + len(other)] = other
    client = RawClient(server.port)
    client.send(bytes(content))
    client.connection.close()
    # A request may be cut in two by a change, and each of them be a fault.
    server.check(2)
