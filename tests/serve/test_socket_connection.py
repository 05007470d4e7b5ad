"""A socket's connection: what came is taken in portions, for as long as its payer may pass."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest
from uvicorn import Config
from uvicorn.server import ServerState

from app.serve.intake import PORTION
from app.serve.socket_connection import SocketConnection
from tests.serve.line import Line
from tests.serve.raw_client import PING, TEXT, message, request

PONG = bytes([0x8A, 0])


class Gate:
    """Stands for a payer: lets so many pass without waiting, and others when told."""

    def __init__(self, passes: int) -> None:
        self.passes = passes
        self.paid: list[float] = []
        self.opened = asyncio.Event()

    @property
    def may_pass(self) -> bool:
        self.passes -= 1
        return self.passes >= 0

    async def enter(self) -> None:
        await self.opened.wait()
        self.opened.clear()

    def pay(self, seconds: float) -> None:
        self.paid.append(seconds)


def connected(application: Callable[..., Any]) -> tuple[SocketConnection, Line]:
    """A connection to this application that has been asked to become a WebSocket."""
    config = Config(cast("Any", application), ws_ping_interval=None, log_config=None, lifespan="off")
    config.load()
    connection = SocketConnection(
        config=config, server_state=ServerState(), app_state={}, _loop=asyncio.get_running_loop()
    )
    line = Line()
    connection.connection_made(cast("asyncio.Transport", line))
    connection.data_received(request())
    return connection, line


def run(gate: Callable[[], Gate], scenario: Callable[[SocketConnection, Line, Gate, list[Any]], Any]) -> None:
    """A scenario with a connection that is open, its line, its gate, and what the application received."""

    async def whole() -> None:
        chosen = gate()
        heard: list[Any] = []
        opened = asyncio.Event()

        async def application(scope: Any, receive: Any, send: Any) -> None:
            scope["state"]["payer"] = chosen
            await receive()
            await send({"type": "websocket.accept"})
            opened.set()
            while True:
                heard.append(await receive())

        connection, line = connected(application)
        await opened.wait()
        line.written = b""
        await scenario(connection, line, chosen, heard)
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    asyncio.run(whole())


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


PINGS = message(PING, b"") * (20 * PORTION)
A_PORTIONS_PONGS = PORTION // len(message(PING, b"")) + 1


def test_of_a_flood_of_pings_a_portion_is_taken_each_time_its_payer_may_pass() -> None:
    async def scenario(connection: SocketConnection, line: Line, gate: Gate, _: list[Any]) -> None:
        connection.data_received(PINGS)
        assert 0 < line.written.count(PONG) <= A_PORTIONS_PONGS
        assert len(gate.paid) == 1
        assert gate.paid[0] > 0
        assert not line.is_read
        for turns in range(2, 5):
            gate.opened.set()
            await settle()
            assert line.written.count(PONG) <= turns * A_PORTIONS_PONGS
            assert len(gate.paid) == turns
            assert not line.is_read

    run(lambda: Gate(1), scenario)


def test_what_waited_is_taken_in_its_order_and_then_the_line_is_read_again() -> None:
    commands = [b'{"number":%d,"filling":"%s"}' % (number, b"x" * 500) for number in range(40)]

    async def scenario(connection: SocketConnection, line: Line, gate: Gate, heard: list[Any]) -> None:
        whole = b"".join(message(TEXT, content) for content in commands)
        connection.data_received(whole[:9000])
        connection.data_received(whole[9000:])
        for _ in range(len(whole) // PORTION + 2):
            gate.opened.set()
            await settle()
        assert [event["text"].encode() for event in heard] == commands
        assert line.is_read

    run(lambda: Gate(0), scenario)


def test_what_is_little_is_taken_at_once() -> None:
    async def scenario(connection: SocketConnection, line: Line, gate: Gate, heard: list[Any]) -> None:
        connection.data_received(message(TEXT, b"{}"))
        await settle()
        assert [event["text"] for event in heard] == ["{}"]
        assert line.is_read
        assert len(gate.paid) == 1

    run(lambda: Gate(1), scenario)


def test_before_the_application_has_said_who_pays_nothing_is_taken() -> None:
    async def whole() -> None:
        async def application(scope: Any, receive: Any, send: Any) -> None:
            del scope, receive, send
            await asyncio.Event().wait()

        connection, line = connected(application)
        connection.data_received(PINGS)
        assert not line.is_read
        assert PONG not in line.written

    asyncio.run(whole())


@pytest.mark.parametrize("length", [0, 72, 125, 126, 352, 65535, 65536])
def test_a_frame_that_is_sent_at_once_is_the_message_that_the_library_makes(length: int) -> None:
    frame = bytes(range(256)) * (length // 256 + 1)
    frame = frame[:length]

    async def scenario(connection: SocketConnection, line: Line, _gate: Gate, _: list[Any]) -> None:
        assert connection.send_frame(frame)
        at_once, line.written = line.written, b""
        await connection.send({"type": "websocket.send", "bytes": frame})
        assert at_once == line.written

    run(lambda: Gate(1), scenario)


def test_no_frame_is_sent_at_once_while_the_other_side_is_to_read_nor_after_the_end() -> None:
    async def scenario(connection: SocketConnection, line: Line, _gate: Gate, _: list[Any]) -> None:
        connection.pause_writing()
        assert not connection.send_frame(b"frame")
        assert not line.written
        connection.resume_writing()
        await connection.send({"type": "websocket.close", "code": 1001, "reason": ""})
        line.written = b""
        assert not connection.send_frame(b"frame")
        assert not line.written

    run(lambda: Gate(1), scenario)
