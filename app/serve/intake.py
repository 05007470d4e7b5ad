"""What came over a connection, taken in portions for as long as whoever pays for it may pass."""

import asyncio
import time
from collections import deque
from collections.abc import Callable

from app.serve.scheduler import LONGEST_SLICE
from app.serve.turnstile import Payer

PORTION = 2048
"""Bytes of what came that are looked at in one go: as many in the smallest frames take some milliseconds."""


class Intake:
    """The rest waits, and so does the line.

    `take` looks at a portion; `is_read` says whether the connection itself wants more to be read.
    """

    def __init__(
        self, transport: asyncio.Transport, take: Callable[[bytes], None], is_read: Callable[[], bool]
    ) -> None:
        self._transport = transport
        self._take, self._is_read = take, is_read
        self._untaken: deque[bytes] = deque()
        self._waiting: asyncio.Task[None] | None = None

    def add(self, data: bytes) -> None:
        """Note what came; `go_on` takes it."""
        self._untaken.extend(data[start : start + PORTION] for start in range(0, len(data), PORTION))

    def go_on(self, payer: Payer | None, *, at_least: int = 0) -> None:
        """Take as much as the payer may have taken; without one all waits until this is called again."""
        if payer is not None and self._untaken and self._waiting is None:
            started = time.thread_time()
            spent = 0.0
            while self._untaken and (at_least > 0 or (spent < LONGEST_SLICE and payer.may_pass)):
                self._take(self._untaken.popleft())
                spent = time.thread_time() - started
                at_least -= 1
            payer.pay(spent)
            if self._untaken:
                self._waiting = asyncio.get_running_loop().create_task(self._wait(payer), name="line")
        self.hold()

    def hold(self) -> None:
        """Read nothing more before what came is taken."""
        if self._untaken and not self._transport.is_closing():
            self._transport.pause_reading()

    def forget(self) -> None:
        """Take nothing more: the connection is gone, or another's; nor does it hold itself by this."""
        self._untaken.clear()
        self._take, self._is_read = _pass_over, _always
        if self._waiting is not None:
            self._waiting.cancel()

    async def _wait(self, payer: Payer) -> None:
        await payer.enter()
        self._waiting = None
        self.go_on(payer, at_least=1)
        if not self._untaken and self._is_read() and not self._transport.is_closing():
            self._transport.resume_reading()


def _pass_over(_: bytes) -> None:
    """What nobody takes any more."""


def _always() -> bool:
    return True
