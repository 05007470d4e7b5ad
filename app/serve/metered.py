"""A coroutine whose computing is measured: its own steps, and not what others compute while it waits."""

from collections.abc import Callable, Coroutine, Generator
from functools import partial
from typing import Any


class Metered:
    """Awaits a coroutine, and tells the seconds of computing of each step of it to `pay`."""

    def __init__(
        self, work: Coroutine[Any, Any, None], work_clock: Callable[[], float], pay: Callable[[float], None]
    ) -> None:
        self._work = work
        self._work_clock = work_clock
        self._pay = pay

    def __await__(self) -> Generator[Any, Any, None]:
        advance: Callable[[], Any] = partial(self._work.send, None)
        while True:
            started = self._work_clock()
            try:
                awaited = advance()
            except StopIteration:
                return
            finally:
                self._pay(self._work_clock() - started)
            try:
                yield awaited
            except BaseException as thrown:
                advance = partial(self._work.throw, thrown)
            else:
                advance = partial(self._work.send, None)
