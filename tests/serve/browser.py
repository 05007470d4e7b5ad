"""A browser's end of the socket for tests, written from docs/protocol.md alone."""

import base64
import contextlib
import json
import struct
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, fields
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

PATIENCE = 30.0
"""Seconds after which something that should have happened is a failure."""

Event = dict[str, Any]


@dataclass(frozen=True)
class Frame:
    """A binary message, read as the table of frames says."""

    training: bool
    kept: bool
    revision: int
    step: float
    epoch: float
    train_cost: float
    test_cost: float
    batch_cost: float
    train_accuracy: float
    test_accuracy: float
    measured_rate: float
    batch_samples: int
    parameters: NDArray[np.float32]
    update: NDArray[np.float32]

    @classmethod
    def read(cls, content: bytes) -> "Frame":
        magic, flags, revision, count = struct.unpack_from("<4I", content)
        assert magic == 0x31524843
        assert len(content) == 72 + 8 * count
        numbers = struct.unpack_from("<5d3fI", content, 16)
        vectors = np.frombuffer(content, "<f4", offset=72)
        values = (bool(flags & 1), bool(flags & 2), revision, *numbers, vectors[:count], vectors[count:])
        return cls(**dict(zip((field.name for field in fields(cls)), values, strict=True)))


@dataclass(frozen=True)
class Answer:
    """What came from a command's sending to its `ack` or `error`."""

    events: list[Event]
    frames: list[Frame]
    last: Event

    @property
    def types(self) -> list[str]:
        """What came before the answer, in order, without frames that could have been dropped."""
        return [event["type"] for event in self.events]

    def event(self, type_: str) -> Event:
        """The newest event of this type."""
        return next(event for event in reversed(self.events) if event["type"] == type_)


class Browser:
    """One connection; `ask` sends a command and collects what comes until its answer."""

    def __init__(self, port: int, **options: Any) -> None:
        address = f"ws://127.0.0.1:{port}/socket"
        self._connecting = connect(address, compression=None, max_size=None, **options)
        self._next_id = 0

    def __enter__(self) -> Self:
        self.connection: ClientConnection = self._connecting.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connecting.__exit__(kind, error, trace)

    def send(self, type_: str, **fields: Any) -> int:
        """Send a command and go on; answers its id."""
        self._next_id += 1
        self.connection.send(json.dumps({"type": type_, "id": self._next_id, **fields}))
        return self._next_id

    def receive(self) -> Event | Frame:
        """The next message."""
        message = self.connection.recv(timeout=PATIENCE)
        return Frame.read(message) if isinstance(message, bytes) else json.loads(message)

    def until(self, wanted: Callable[[Event | Frame], bool]) -> list[Event | Frame]:
        """All messages up to the first that is wanted, which is the last of the list."""
        deadline = time.monotonic() + PATIENCE
        messages = [self.receive()]
        while not wanted(messages[-1]):
            assert time.monotonic() < deadline, f"waited in vain; {len(messages)} other messages came"
            messages.append(self.receive())
        return messages

    def event(self, type_: str) -> Event:
        """Wait for the next event of this type."""
        event = self.until(lambda message: isinstance(message, dict) and message["type"] == type_)[-1]
        assert isinstance(event, dict)
        return event

    def frame(self, wanted: Callable[[Frame], bool] = lambda frame: True) -> Frame:
        """Wait for the next frame that is wanted."""
        frame = self.until(lambda message: isinstance(message, Frame) and wanted(message))[-1]
        assert isinstance(frame, Frame)
        return frame

    def answer_to(self, command_id: int | None) -> Answer:
        """Everything up to the answer to this command."""
        messages = self.until(
            lambda message: (
                isinstance(message, dict)
                and message["type"] in {"ack", "error"}
                and message["id"] == command_id
            )
        )
        events = [message for message in messages if isinstance(message, dict)]
        frames = [message for message in messages if isinstance(message, Frame)]
        return Answer(events[:-1], frames, events[-1])

    def ask(self, type_: str, **fields: Any) -> Answer:
        """Send a command and wait for its answer, which must be an `ack`."""
        answer = self.answer_to(self.send(type_, **fields))
        assert answer.last["type"] == "ack", answer.last
        return answer

    def ask_in_vain(self, type_: str, **fields: Any) -> Event:
        """Send a command and wait for its `error`."""
        answer = self.answer_to(self.send(type_, **fields))
        assert answer.last["type"] == "error", answer.last
        return answer.last

    def checkpoint(self) -> Event:
        """Everything the server holds: `pause` tells progress, a fresh state the rest."""
        state = self.ask("configure", changes={}).event("state")
        return {
            "version": 1,
            "experiment": state["experiment"],
            "points": state["points"],
            "progress": state["progress"],
        }

    def close_code(self) -> int:
        """Wait until the server closes the connection."""
        deadline = time.monotonic() + PATIENCE
        with contextlib.suppress(ConnectionClosed):
            while time.monotonic() < deadline:
                self.connection.recv(timeout=PATIENCE)
        code = self.connection.close_code
        assert code is not None, "the connection stayed open"
        return code


def sessions(port: int) -> int:
    """The number of sessions that the server counts."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health") as answer:
        return int(json.load(answer)["sessions"])


def vector(text: str) -> NDArray[np.float64]:
    """The numbers of a vector of `progress`."""
    return np.frombuffer(base64.b64decode(text), "<f8")


def points(*places: tuple[float, float, float], first_id: int = 0) -> list[Event]:
    """Points (x1, x2, target) as the wire has them."""
    return [
        {"id": first_id + number, "x1": x1, "x2": x2, "target": target}
        for number, (x1, x2, target) in enumerate(places)
    ]
