"""The places for sessions: how many there may be, who holds one, and how all are told to give theirs up."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.serve.accounts import SessionAccount
from app.serve.headcount import Headcount
from app.serve.life import Ending
from app.serve.log import session_number

SHUTDOWN_SECONDS = 3.0
"""Time that browsers get to answer when the server shuts down."""

HELD_SECONDS = 60.0
"""Time without a command after which a place may go to another who finds none."""


NOTICE_SHARE = 1 / 4
"""The first part of the time of draining, in which a proxy may notice that no page is to be sent here."""

HASTE_SECONDS = 0.1
"""Time after which who is in haste is noticed at the latest."""


class Place:
    """One session's place. `ending` is done once it has to be given up; whoever holds it waits for that."""

    def __init__(self, account: SessionAccount, now: float) -> None:
        self.account = account
        self.touched_at = now
        self.ending: asyncio.Future[Ending] = asyncio.get_running_loop().create_future()

    def end(self, ending: Ending) -> None:
        """Ask for it back; the first reason given stays the reason."""
        if not self.ending.done():
            self.ending.set_result(ending)


class Lobby:
    """Counts sessions in and out."""

    def __init__(
        self,
        capacity: int,
        per_address: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        headcount: Headcount | None = None,
    ) -> None:
        self.headcount = Headcount() if headcount is None else headcount
        self._capacity = capacity
        self._per_address = capacity if per_address is None else per_address
        self._clock = clock
        self._places: set[Place] = set()
        self._admitted = 0
        self._closing = False
        self._empty = asyncio.Event()
        self._empty.set()
        self._departure = asyncio.Event()

    def __len__(self) -> int:
        """Sessions that hold a place, those of other workers as well."""
        return len(self._places) + self.headcount.elsewhere

    @property
    def here(self) -> int:
        """Those of this worker."""
        return len(self._places)

    @property
    def full(self) -> bool:
        """Whether new pages had better go elsewhere."""
        return self._closing or len(self) >= self._capacity

    def refusal(self, address: str) -> Ending | None:
        """Why no session of this address may be admitted now.

        Without a free place, that of this worker which was touched longest ago is asked for, if that is long
        enough.
        """
        if self._closing:
            return Ending.FULL
        if self.headcount.of(address) >= self._per_address:
            return Ending.CROWDED_ADDRESS
        staying = [place for place in self._places if not place.ending.done()]
        if len(staying) + self.headcount.elsewhere < self._capacity:
            return None
        idlest = min((place for place in staying if not place.account.engaged), key=_touched_at, default=None)
        if idlest is None or self._clock() - idlest.touched_at < HELD_SECONDS:
            return Ending.FULL
        idlest.end(Ending.IDLE)
        return None

    @contextmanager
    def admit(self, account: SessionAccount) -> Iterator[Place]:
        """A place for as long as the block runs."""
        place, address = Place(account, self._clock()), account.address.name
        self._admitted += 1
        session = session_number.set(self._admitted)
        self._places.add(place)
        self.headcount.enter(address)
        self._empty.clear()
        try:
            yield place
        finally:
            session_number.reset(session)
            self._places.discard(place)
            self.headcount.leave(address)
            self._departure.set()
            if not self._places:
                self._empty.set()

    def touch(self, place: Place) -> None:
        """Note that a command came."""
        place.touched_at = self._clock()

    def end_idle(self, seconds: float) -> None:
        """Ask for the places of those that did nothing for so long, and don't train."""
        latest = self._clock() - seconds
        for place in list(self._places):
            if not place.account.engaged and place.touched_at <= latest:
                place.end(Ending.IDLE)

    async def departure(self) -> None:
        """Wait for a session that ends, or has ended since this was last waited for. For one waiting task."""
        await self._departure.wait()
        self._departure.clear()

    async def drain(self, seconds: float, hurried: Callable[[], bool]) -> None:
        """Admit no more, and end the sessions one after the other, over a time that haste cuts short.

        Until `NOTICE_SHARE` of it has passed all stay.
        """
        self._closing = True
        loop = asyncio.get_running_loop()
        started, places = loop.time(), list(self._places)
        for number, place in enumerate(places, 1):
            due = started + seconds * (NOTICE_SHARE + (1 - NOTICE_SHARE) * number / len(places))
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


def _touched_at(place: Place) -> float:
    return place.touched_at
