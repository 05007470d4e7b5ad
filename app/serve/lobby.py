"""The places for sessions: how many there may be, who holds one, and how all are told to give theirs up."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.serve.life import Ending
from app.serve.log import session_number

SHUTDOWN_SECONDS = 3.0
"""Time that browsers get to answer when the server shuts down."""


HASTE_SECONDS = 0.1
"""Time after which who is in haste is noticed at the latest."""


class Place:
    """One session's place. `ending` is done once it has to be given up; whoever holds it waits for that."""

    def __init__(self) -> None:
        self.ending: asyncio.Future[Ending] = asyncio.get_running_loop().create_future()

    def end(self, ending: Ending) -> None:
        """Ask for it back; the first reason given stays the reason."""
        if not self.ending.done():
            self.ending.set_result(ending)


class Lobby:
    """Counts sessions in and out."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._places: set[Place] = set()
        self._admitted = 0
        self._closing = False
        self._empty = asyncio.Event()
        self._empty.set()
        self._departure = asyncio.Event()

    def __len__(self) -> int:
        return len(self._places)

    @property
    def full(self) -> bool:
        """Whether no further session may be admitted."""
        return self._closing or len(self._places) >= self._capacity

    @contextmanager
    def admit(self) -> Iterator[Place]:
        """A place for as long as the block runs."""
        place = Place()
        self._admitted += 1
        session = session_number.set(self._admitted)
        self._places.add(place)
        self._empty.clear()
        try:
            yield place
        finally:
            session_number.reset(session)
            self._places.discard(place)
            self._departure.set()
            if not self._places:
                self._empty.set()

    async def departure(self) -> None:
        """Wait for a session that ends, or has ended since this was last waited for. For one waiting task."""
        await self._departure.wait()
        self._departure.clear()

    async def drain(self, seconds: float, hurried: Callable[[], bool]) -> None:
        """Admit no more, and end the sessions one after the other, over a time that haste cuts short."""
        self._closing = True
        loop = asyncio.get_running_loop()
        started, places = loop.time(), list(self._places)
        for number, place in enumerate(places, 1):
            due = started + seconds * number / len(places)
            while not hurried() and (left := due - loop.time()) > 0:  # noqa: ASYNC110  (uvicorn has a flag)
                await asyncio.sleep(min(left, HASTE_SECONDS))
            place.end(Ending.SHUTDOWN)

    async def close(self) -> None:
        """End all sessions for a shutdown, admit no more, and wait until they are gone."""
        self._closing = True
        for place in list(self._places):
            place.end(Ending.SHUTDOWN)
        try:
            await asyncio.wait_for(self._empty.wait(), SHUTDOWN_SECONDS)
        except TimeoutError:
            return  # Who does not answer is dropped by the server's own shutdown.
