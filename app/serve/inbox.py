"""What a browser has sent and its session has not looked at yet."""

import asyncio


class Inbox:
    """A queue between the task that reads the socket and the one that carries out what was read.

    Reading goes on while commands take their time, so that the connection stays alive and its end is noticed.
    Only with `room` characters waiting does the reader wait as well.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._waiting: asyncio.Queue[str | None] = asyncio.Queue()
        self._held = 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    async def put(self, text: str | None) -> None:
        """Queue a message (None: a binary one), and wait until there is room for another."""
        self._waiting.put_nowait(text)
        self._count(len(text or ""))
        await self._has_room.wait()

    async def get(self) -> str | None:
        """Wait for the next message and take it."""
        text = await self._waiting.get()
        self._count(-len(text or ""))
        return text

    def _count(self, characters: int) -> None:
        self._held += characters
        if self._held < self._room:
            self._has_room.set()
        else:
            self._has_room.clear()
