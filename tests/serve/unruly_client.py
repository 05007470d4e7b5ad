"""A client that decides about each byte: it may break the rules of WebSockets, or leave a ping unanswered."""

import socket
import time
from types import TracebackType
from typing import Self

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.uri import parse_uri

from tests.serve.browser import PATIENCE


class UnrulyClient:
    """One connection. `close_code` reads until the server closes it, and answers nothing meanwhile."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._protocol = ClientProtocol(parse_uri(f"ws://127.0.0.1:{port}/socket"), max_size=None)
        self.pings = 0

    def __enter__(self) -> Self:
        self._protocol.send_request(self._protocol.connect())
        self.send()
        while not any(isinstance(event, Response) for event in self._read()):
            pass
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def write_text(self, *parts: bytes) -> None:
        """Write a text message in as many frames, of bytes that need not be UTF-8; `send` sends it."""
        self._protocol.send_text(parts[0], fin=len(parts) == 1)
        for number, part in enumerate(parts[1:], start=2):
            self._protocol.send_continuation(part, fin=number == len(parts))

    def send(self, more: bytes = b"") -> None:
        """Send at once what was written, and these bytes after it, whatever they are."""
        self._socket.sendall(b"".join(self._protocol.data_to_send()) + more)

    def ping(self, content: bytes) -> bytes:
        """Send a ping; what the pong to it brought back."""
        self._protocol.send_ping(content)
        self.send()
        while True:
            for event in self._read():
                if isinstance(event, Frame) and event.opcode is Opcode.PONG:
                    return bytes(event.data)

    def close_code(self) -> int:
        """The code with which the server closes the connection."""
        deadline = time.monotonic() + PATIENCE
        while self._protocol.close_rcvd is None:
            assert time.monotonic() < deadline, "the connection stayed open"
            self._read()
        return int(self._protocol.close_rcvd.code)

    def _read(self) -> list[object]:
        content = self._socket.recv(65536)
        assert content, "the connection broke off without a close code"
        self._protocol.receive_data(content)
        events: list[object] = [*self._protocol.events_received()]
        self.pings += sum(isinstance(event, Frame) and event.opcode is Opcode.PING for event in events)
        self._protocol.data_to_send()  # such as pongs: dropped
        return events
