"""A clock of the computing that sessions cause, without garbage collection or the machine's other work."""

import gc
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class WorkClock:
    """Seconds in which this thread computed, without those of the collector while `watching` it.

    A collection runs in whichever turn happens to allocate last before it. Charged to that session it would
    cost it seconds of frames. One that another thread makes, such as the one that renders a page, took no
    time of this one: subtracted as well, it would let work seem to take less than none.
    """

    def __init__(self) -> None:
        self._collecting = 0.0
        self._began = 0.0
        self._thread = threading.get_ident()

    def __call__(self) -> float:
        """The time; only differences mean something."""
        return time.thread_time() - self._collecting

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the collector in this thread for as long as the block runs."""
        self._thread = threading.get_ident()
        gc.callbacks.append(self._collector)
        try:
            yield
        finally:
            gc.callbacks.remove(self._collector)

    def _collector(self, phase: str, _info: dict[str, int]) -> None:
        if threading.get_ident() != self._thread:
            return
        if phase == "start":
            self._began = time.thread_time()
        else:
            self._collecting += time.thread_time() - self._began
