"""What waits to be sent to one browser: events and kept frames in order, of other frames only the newest."""

import asyncio
from collections import deque
from collections.abc import Callable

ROOM = 1_000_000
"""Bytes that may wait before commands do: what they tell may be a hundred times as long as they are."""


class Outbox:
    """A bounded queue between a session, which never waits, and the task that writes to the socket.

    `capacity` bounds the messages that must not be dropped. Passing it calls `overflow`, and nothing more is
    taken: a gap in the events would leave the browser with a state that is not the server's. Whoever adds
    many bytes asks for `room` first.
    """

    def __init__(self, capacity: int, overflow: Callable[[], object]) -> None:
        self._capacity = capacity
        self._overflow = overflow
        self._overflowed = False
        self._waiting: deque[str | bytes] = deque()
        self._newest_frame: bytes | None = None
        self._arrival: asyncio.Future[None] | None = None
        self._emptied = asyncio.Event()
        self._bytes = 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    @property
    def has_room(self) -> bool:
        """Whether more than what has to be told may be added."""
        return self._has_room.is_set()

    async def room(self) -> None:
        """Wait until the browser has read so much that more may be added."""
        await self._has_room.wait()

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, message: str | bytes) -> None:
        """Queue an event (text) or a kept frame (bytes), after everything that was queued before."""
        if len(self._waiting) >= self._capacity and not self._overflowed:
            self._overflowed = True
            self._overflow()
        if not self._overflowed:
            self._append(message)

    def put_frame(self, frame: bytes) -> None:
        """Queue a frame that may be dropped, in the place of an older one that was not sent in time."""
        if self._overflowed:
            return
        if self._newest_frame is not None:
            self._discard(self._newest_frame)
        self._newest_frame = frame
        self._append(frame)

    async def get(self) -> str | bytes:
        """Wait for the next message and take it. Only one task may wait at a time."""
        while not self._waiting:
            self._emptied.set()
            self._arrival = asyncio.get_running_loop().create_future()
            await self._arrival
        message = self._waiting.popleft()
        self._count(-len(message))
        if message is self._newest_frame:
            self._newest_frame = None
        return message

    async def emptied(self) -> None:
        """Wait until everything that was queued was taken, and whoever takes it asks for more."""
        self._emptied.clear()
        self._wake()
        await self._emptied.wait()

    def _discard(self, frame: bytes) -> None:
        # By identity: an equal kept frame must stay.
        self._waiting = deque(message for message in self._waiting if message is not frame)
        self._count(-len(frame))

    def _append(self, message: str | bytes) -> None:
        self._waiting.append(message)
        self._count(len(message))
        self._wake()

    def _count(self, length: int) -> None:
        self._bytes += length
        if self._bytes < ROOM:
            self._has_room.set()
        else:
            self._has_room.clear()

    def _wake(self) -> None:
        if self._arrival is not None and not self._arrival.done():
            self._arrival.set_result(None)
