"""The sessions that are open, how many there may be, and how all of them are told to end."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.serve.session import Ending, Session


class Lobby:
    """Counts sessions in and out."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._sessions: set[Session] = set()
        self._closing = False

    def __len__(self) -> int:
        return len(self._sessions)

    @property
    def full(self) -> bool:
        """Whether no further session may be admitted."""
        return self._closing or len(self._sessions) >= self._capacity

    @contextmanager
    def admit(self, session: Session) -> Iterator[None]:
        """Hold the session's place for as long as it is open, and end it then whatever happened."""
        self._sessions.add(session)
        try:
            yield
        finally:
            session.end(Ending.LEFT)
            self._sessions.discard(session)

    def close(self) -> None:
        """End all sessions, because the server is shutting down, and admit no more."""
        self._closing = True
        for session in list(self._sessions):
            session.end(Ending.SHUTDOWN)
