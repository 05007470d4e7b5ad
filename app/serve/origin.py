"""Which pages may open the socket: those of this server, and those that the settings name."""

import logging
import time
from collections.abc import Callable, Collection
from urllib.parse import urlsplit

NULL = "null"
"""What a browser calls the origin of a sandboxed frame, among others."""

NOTING_SECONDS = 3600.0
MOST_NOTED = 20
"""Pages that the log names in such a time, each once: they come back, and the log stays readable."""

_LONGEST_NAME = 200
_log = logging.getLogger(__name__)

_DEFAULT_PORTS = {"http": 80, "https": 443}


def origin_allowed(origin: str | None, host: str | None, allowed_origins: Collection[str]) -> bool:
    """Whether a request with these `Origin` and `Host` headers comes from an own page.

    Browsers always send `Origin` with a WebSocket and no page can change it, so a request without one is not
    a browser's (RFC 6455, section 10.2). Only host and port count, as a proxy may speak TLS for the server.
    """
    if origin is None:
        return True
    if origin in allowed_origins:
        return True
    try:
        parts = urlsplit(origin)
        default_port = _DEFAULT_PORTS.get(parts.scheme)
        if default_port is None or host is None:
            return False
        own = urlsplit(f"//{host}")
        return (parts.hostname, parts.port or default_port) == (own.hostname, own.port or default_port)
    except ValueError:
        return False


class Doorkeeper:
    """Says who may open the socket, and notes in the log whom it sent away."""

    def __init__(
        self,
        allowed_origins: Collection[str],
        frame_ancestors: Collection[str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._allowed = frozenset(allowed_origins) | ({NULL} if frame_ancestors else frozenset())
        self._clock = clock
        self._noted: set[str] = set()
        self._forget_at = 0.0

    def admits(self, origin: str | None, host: str | None) -> bool:
        """Whether a request with these `Origin` and `Host` headers may open the socket."""
        if origin_allowed(origin, host, self._allowed):
            return True
        self._note(str(origin)[:_LONGEST_NAME], str(host)[:_LONGEST_NAME])
        return False

    def _note(self, origin: str, host: str) -> None:
        if self._clock() >= self._forget_at:
            self._noted.clear()
            self._forget_at = self._clock() + NOTING_SECONDS
        if origin in self._noted or len(self._noted) >= MOST_NOTED:
            return
        self._noted.add(origin)
        way = "CHAINRULE_FRAME_ANCESTORS" if origin == NULL else "CHAINRULE_ALLOWED_ORIGINS"
        _log.warning(
            "refused the socket to a page from %r, which asked %r for it: %s can allow that",
            origin, host, way,
        )  # fmt: skip
