"""The sessions that are open, how many there may be, and how all of them are told to end."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from app.serve.life import Ending
from app.serve.session import Session

SHUTDOWN_SECONDS = 3.0
"""Time that browsers get to answer when the server shuts down."""


class Lobby:
    """Counts sessions in and out."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._sessions: set[Session] = set()
        self._closing = False
        self._empty = asyncio.Event()
        self._empty.set()

    def __len__(self) -> int:
        return len(self._sessions)

    @property
    def full(self) -> bool:
        """Whether no further session may be admitted."""
        return self._closing or len(self._sessions) >= self._capacity

    @contextmanager
    def admit(self, session: Session) -> Iterator[None]:
        """Hold the session's place for as long as the block runs, and end it then whatever happened."""
        self._sessions.add(session)
        self._empty.clear()
        try:
            yield
        finally:
            session.end(Ending.LEFT)
            self._sessions.discard(session)
            if not self._sessions:
                self._empty.set()

    async def close(self) -> None:
        """End all sessions for a shutdown, admit no more, and wait until they are gone."""
        self._closing = True
        for session in list(self._sessions):
            session.end(Ending.SHUTDOWN)
        try:
            await asyncio.wait_for(self._empty.wait(), SHUTDOWN_SECONDS)
        except TimeoutError:
            return  # Who does not answer is dropped by the server's own shutdown.
