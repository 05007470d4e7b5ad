"""Several server processes behind one port: started together, replaced where one dies, ended together."""

import logging
import logging.config
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing import connection
from multiprocessing.process import BaseProcess

from app.serve.headcount import Board
from app.serve.log import log_config
from app.serve.settings import Settings

Work = Callable[[int, socket.socket, Board], int]
"""What a worker does with its number from 0, its listener and the board; answers its exit status."""

GIVE_UP = 2
"""The exit status of who can't start as it was told to, nor could another."""

LEAST_SECONDS = 1.0
"""Between two starts in the place of one worker: one that dies at once takes no whole processor by it."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_log = logging.getLogger(__name__)


class Workers:
    """Runs workers, and does nothing itself: it hears signals, and hands them on."""

    def __init__(self, settings: Settings, listeners: Sequence[socket.socket], work: Work) -> None:
        self._listeners = list(listeners)
        self._work = work
        self._board = Board(len(listeners))
        self._context = multiprocessing.get_context("fork")
        self._running: dict[int, BaseProcess] = {}
        self._started: dict[int, float] = {}
        self._due: dict[int, float] = dict.fromkeys(range(len(listeners)), 0.0)
        self._status: int | None = None
        """The exit status, once it is to end."""
        logging.config.dictConfig(log_config(settings.log_level, settings.log_format))

    def run(self) -> int:
        """Work until a signal ends it, or a worker that can't start; the exit status."""
        # Workers end with this process, however it ends: they wait for the other end of the pipe to close.
        self._lifeline = os.pipe()
        hear, self._heard = os.pipe()
        os.set_blocking(self._heard, False)
        signal.set_wakeup_fd(self._heard, warn_on_full_buffer=False)
        for one in _SIGNALS:
            signal.signal(one, lambda *_: None)  # It is written to the pipe.
        while self._running or self._status is None:
            self._start_those_due()
            sentinels = {process.sentinel: number for number, process in self._running.items()}
            ready = connection.wait([hear, *sentinels], self._patience())
            for number in [number for sentinel, number in sentinels.items() if sentinel in ready]:
                self._ended(number)
            if hear in ready:
                for _ in os.read(hear, 64):
                    self._end(0)
        return self._status

    def _start_those_due(self) -> None:
        now = time.monotonic()
        for number in [number for number, due in self._due.items() if due <= now]:
            del self._due[number]
            self._board.clear(number)
            process = self._context.Process(
                target=self._be_worker, args=(number,), name=f"worker {number + 1}"
            )
            # A signal between the fork and what the worker does about signals would be lost.
            signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
            try:
                process.start()
            finally:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
            self._running[number], self._started[number] = process, now

    def _patience(self) -> float | None:
        return max(0.0, min(self._due.values()) - time.monotonic()) if self._due else None

    def _end(self, status: int) -> None:
        """Tell the workers to end; for the second time, at once."""
        again = self._status is not None
        if not again:
            self._status = status
            self._due.clear()
            for listener in self._listeners:
                listener.close()  # Each is left to its worker, and closed by it.
        for process in self._running.values():
            if process.pid is not None:  # It stays this worker's until `join`, even where it has ended.
                os.kill(process.pid, signal.SIGINT if again else signal.SIGTERM)

    def _ended(self, number: int) -> None:
        process = self._running.pop(number)
        process.join()
        self._board.clear(number)
        if self._status is not None:
            return
        if process.exitcode == GIVE_UP:
            self._end(GIVE_UP)
            return
        self._due[number] = max(time.monotonic(), self._started[number] + LEAST_SECONDS)
        _log.warning("worker %d %s; another takes its place", number + 1, _how(process.exitcode or 0))

    def _be_worker(self, number: int) -> None:
        """In the new process: let go of what is the supervisor's, and work."""
        os.setpgrp()  # A terminal's Ctrl+C is the supervisor's to hand on.
        signal.set_wakeup_fd(-1)
        for one in _SIGNALS:
            signal.signal(one, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
        read, write = self._lifeline
        os.close(write)
        threading.Thread(target=_end_with, args=(read,), name="lifeline", daemon=True).start()
        for other in {*self._listeners} - {self._listeners[number]}:
            other.close()
        raise SystemExit(self._work(number, self._listeners[number], self._board))


def _end_with(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.kill(os.getpid(), signal.SIGTERM)


def _how(exit_code: int) -> str:
    if exit_code < 0:
        return f"was ended by {signal.Signals(-exit_code).name}"
    return f"ended with status {exit_code}"
