"""A WebSocket client that costs little, so that hundreds of them in one process measure the server."""

import asyncio
import base64
import json
import os
import socket
import struct
import time
from dataclasses import dataclass, field
from typing import Any

_BINARY, _TEXT, _CLOSE, _PING, _PONG = 2, 1, 8, 9, 10
_STEP = struct.Struct("<d")
_STEP_OFFSET = 16

SMALL_BUFFER = 4096
"""Bytes that a slow network holds for its reader."""


async def connected(
    port: int, receive_buffer: int | None = None, address: str | None = None
) -> socket.socket:
    """A connection to a server on this machine, as `Client.connect` makes it."""
    connection = socket.socket()
    connection.setblocking(False)
    if receive_buffer is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    if address is not None:
        connection.bind((address, 0))
    await asyncio.get_running_loop().sock_connect(connection, ("127.0.0.1", port))
    return connection


@dataclass
class Record:
    """What one client saw while it was told to look."""

    arrivals: list[float] = field(default_factory=list)
    frame_bytes: int = 0
    first_step: float | None = None
    last_step: float = 0.0
    answer_seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Client(asyncio.Protocol):
    """One session: sends commands, and notes when frames and answers arrive."""

    def __init__(self, port: int) -> None:
        self.record = Record()
        self.recording = False
        self.close_code: int | None = None
        self.welcomed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._port = port
        self.state: dict[str, Any] | None = None
        """The last event of type state, while `keeping_state`."""
        self.keeping_state = False
        self._buffer = bytearray()
        self._upgraded = self._slow = False
        self._next_id = 0
        self._asked: dict[int, tuple[float, asyncio.Future[dict[str, Any]]]] = {}

    @classmethod
    async def connect(
        cls, port: int, receive_buffer: int | None = None, address: str | None = None
    ) -> "Client":
        """A client whose session is open; `receive_buffer` is in bytes, None the system's own size.

        `address` is the one it comes from, where that is to be another of this machine's own.
        """
        loop = asyncio.get_running_loop()
        connection = await connected(port, receive_buffer, address)
        _, client = await loop.create_connection(lambda: cls(port), sock=connection)
        await asyncio.wait_for(client.welcomed, 30)
        return client

    def command(self, type_: str, **fields: object) -> asyncio.Future[dict[str, Any]]:
        """Send a command; the future holds its `ack` or `error`."""
        self._next_id += 1
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._asked[self._next_id] = (time.perf_counter(), answer)
        self.send_text(json.dumps({"type": type_, "id": self._next_id, **fields}).encode())
        return answer

    def send_text(self, content: bytes) -> None:
        """Send a message, whatever it is; nobody waits for its answer."""
        self._send(_TEXT, content)

    def waiting_seconds(self) -> list[float]:
        """How long each command that is not answered yet has waited."""
        now = time.perf_counter()
        return [now - asked_at for asked_at, _ in self._asked.values()]

    async def read_slowly(self, seconds: float) -> None:
        """Take what has arrived once in this time, and leave the rest to the network, which holds little."""
        self._slow = True
        while True:
            await asyncio.sleep(seconds)
            self.transport.resume_reading()

    def close(self) -> None:
        """Leave."""
        self.transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the upgrade."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            f"GET /socket HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        """Take every whole message out of what has arrived."""
        self._buffer += data
        if self._slow:
            self.transport.pause_reading()
        if not self._upgraded:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            if not self._buffer.startswith(b"HTTP/1.1 101"):
                self.welcomed.set_exception(ConnectionError(self._buffer[:60].decode("latin-1")))
                return
            del self._buffer[: end + 4]
            self._upgraded = True
        start, buffer = 0, self._buffer
        while (bounds := _message_bounds(buffer, start)) is not None:
            begin, end = bounds
            self._take(buffer[start] & 15, buffer[begin:end])
            start = end
        del buffer[:start]

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody answers any more."""
        if not self.welcomed.done():
            self.welcomed.set_exception(exc or ConnectionError("closed before the welcome"))
        for _, answer in self._asked.values():
            answer.cancel()

    def _take(self, kind: int, content: bytearray) -> None:
        if kind == _BINARY:
            self._take_frame(content)
        elif kind == _TEXT:
            self._take_event(content)
        elif kind == _PING:
            self._send(_PONG, bytes(content))
        elif kind == _CLOSE:
            self.close_code = int.from_bytes(content[:2], "big")

    def _take_frame(self, frame: bytearray) -> None:
        if not self.recording:
            return
        record = self.record
        record.arrivals.append(time.perf_counter())
        record.frame_bytes = len(frame)
        (record.last_step,) = _STEP.unpack_from(frame, _STEP_OFFSET)
        if record.first_step is None:
            record.first_step = record.last_step

    def _take_event(self, content: bytearray) -> None:
        # Checkpoints and states are many and long; only answers are worth parsing here.
        head = content[:40]
        if b'"ack"' in head or b'"error"' in head:
            event = json.loads(content)
            if event["id"] not in self._asked:
                return
            asked_at, answer = self._asked.pop(event["id"])
            if self.recording:
                self.record.answer_seconds.append(time.perf_counter() - asked_at)
            if event["type"] == "error":
                self.record.errors.append(event["message"])
            if not answer.done():
                answer.set_result(event)
        elif b'"welcome"' in head:
            self.welcomed.set_result(None)
        elif self.keeping_state and b'"state"' in head:
            self.state = json.loads(content)

    def _send(self, kind: int, content: bytes) -> None:
        length = len(content)
        if length < 126:
            header = struct.pack("!BB", 128 | kind, 128 | length)
        elif length < 65536:
            header = struct.pack("!BBH", 128 | kind, 254, length)
        else:
            header = struct.pack("!BBQ", 128 | kind, 255, length)
        # A client has to mask; a mask of zeros changes nothing and costs nothing.
        self.transport.write(header + bytes(4) + content)


def _message_bounds(buffer: bytearray, start: int) -> tuple[int, int] | None:
    """Where the content of the message that starts here begins and ends; None while it is incomplete.

    Messages of a server are neither masked nor, from this server, in parts (RFC 6455, section 5.2).
    """
    if len(buffer) < start + 2:
        return None
    length, begin = buffer[start + 1] & 127, start + 2
    if length >= 126:
        width = 2 if length == 126 else 8
        if len(buffer) < begin + width:
            return None
        length = int.from_bytes(buffer[begin : begin + width], "big")
        begin += width
    return (begin, begin + length) if len(buffer) >= begin + length else None
