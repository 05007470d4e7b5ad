"""A client that keeps no rules: bytes as they are, so that tests can send what no browser would."""

import base64
import json
import os
import socket
import struct
from collections.abc import Iterator
from typing import Self

from tests.serve.browser import PATIENCE

CONTINUATION, TEXT, BINARY, CLOSE, PING = 0, 1, 2, 8, 9


def request(*headers: str, path: str = "/socket", version: int = 13, key: str | None = None) -> bytes:
    """A request for the socket."""
    key = base64.b64encode(os.urandom(16)).decode() if key is None else key
    lines = [
        f"GET {path} HTTP/1.1", "Host: localhost", "Upgrade: websocket", "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}", f"Sec-WebSocket-Version: {version}", *headers,
    ]  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines).encode("latin-1") + b"\r\n"


def message(
    kind: int, content: bytes, *, last: bool = True, masked: bool = True, reserved: int = 0,
    length: int | None = None,
) -> bytes:  # fmt: skip
    """A frame of RFC 6455, or what looks like one; `length` is what it claims to have. The mask is zeros."""
    claimed = len(content) if length is None else length
    bit = 128 if masked else 0
    head = bytes([128 * last | reserved | kind])
    if claimed < 126:
        head += bytes([bit | claimed])
    elif claimed < 65536:
        head += struct.pack("!BH", bit | 126, claimed)
    else:
        head += struct.pack("!BQ", bit | 127, claimed)
    return head + (bytes(4) if masked else b"") + content


def command(type_: str, **fields: object) -> bytes:
    """A command as a message."""
    return message(TEXT, json.dumps({"type": type_, "id": 1, **fields}).encode())


class RawClient:
    """A TCP connection."""

    def __init__(self, port: int, connection: socket.socket | None = None) -> None:
        self.connection = connection or socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)

    @classmethod
    def welcomed(cls, port: int) -> Self:
        """One whose socket is open."""
        client = cls(port)
        client.connection.sendall(request())
        answer = client.opened()
        assert answer.startswith(b"HTTP/1.1 101"), answer
        return client

    def opened(self) -> bytes:
        """The answer to a request, up to where messages begin."""
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += self.connection.recv(1)
        return answer

    def send(self, content: bytes) -> None:
        """Send all of it, or as much as the server takes before it closes."""
        try:
            self.connection.sendall(content)
        except (BrokenPipeError, ConnectionResetError):
            return

    def reset(self) -> None:
        """Vanish without a word: the server sees a connection that broke."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.vanish()

    def vanish(self) -> None:
        """Close the connection without having said so, even while something still reads from it."""
        os.close(self.connection.detach())

    def say_goodbye(self) -> None:
        """Close as a page does that is closed."""
        self.send(message(CLOSE, struct.pack("!H", 1001)))

    def rest(self) -> bytes:
        """Everything until the server closes; raises ConnectionResetError where it breaks off."""
        with self.connection:
            content = b""
            while part := self.connection.recv(65536):
                content += part
            return content

    def messages(self) -> Iterator[tuple[int, bytes]]:
        """Kind and content of each message, until the server closes."""
        incoming = self.connection.makefile("rb")
        while head := incoming.read(2):
            length = head[1] & 127
            if length >= 126:
                length = int.from_bytes(incoming.read(2 if length == 126 else 8), "big")
            yield head[0] & 15, incoming.read(length)

    def closed_with(self) -> tuple[int, str]:
        """Wait for the close code and the reason, answer as the rules ask, and wait for the end."""
        for kind, content in self.messages():
            if kind == CLOSE:
                self.send(message(CLOSE, content[:2]))
                assert self.rest() == b"", "it went on after its last word"
                return int.from_bytes(content[:2], "big"), content[2:].decode()
        raise AssertionError("the server closed without a word")
