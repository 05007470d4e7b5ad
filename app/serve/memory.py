"""What ended sessions leave to the C library goes back to the system."""

import asyncio
import ctypes
from collections.abc import Awaitable, Callable

from app.serve.lobby import Lobby

REST_SECONDS = 5.0
"""Seconds from an end to the next time that memory is given back; meanwhile others may have ended too."""


async def give_back(
    lobby: Lobby, trim: Callable[[], object], sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Give back what ended sessions leave, until cancelled.

    Freed memory that lies between pieces still in use stays with the process until the library is told to let
    it go: 100 MB after 40 of the largest sessions. That takes some milliseconds, in a thread of its own.
    """
    while True:
        await lobby.departure()
        await sleep(REST_SECONDS)
        await asyncio.to_thread(trim)


def trim_function() -> Callable[[], object]:
    """The library's own (glibc's `malloc_trim`); other libraries than that do without."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return lambda: None
    return lambda: trim(ctypes.c_size_t(0))
