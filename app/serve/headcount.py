"""How many sessions all workers have together, and from each address: limits need that, and share no more."""

import mmap
import os
from collections import Counter
from hashlib import blake2b

import numpy as np

SLOTS = 65536
"""Counts of addresses for others to read. Two addresses share one by chance; nobody can choose to."""


class Board:
    """Memory that processes share once they are forked: a row for each worker, which it alone writes."""

    def __init__(self, workers: int) -> None:
        self._key = os.urandom(16)
        memory = mmap.mmap(-1, workers * (SLOTS + 1) * np.dtype(np.int32).itemsize)
        self.rows = np.frombuffer(memory, np.int32).reshape(workers, SLOTS + 1)

    def slot(self, address: str) -> int:
        """Where sessions of this address are counted; the last place of a row counts all."""
        digest = blake2b(address.encode(), digest_size=2, key=self._key).digest()
        return int.from_bytes(digest, "big")

    def clear(self, worker: int) -> None:
        """Forget the sessions of a worker that is gone."""
        self.rows[worker] = 0


class Headcount:
    """What one worker knows: its own sessions exactly, and those of the others as they tell it."""

    def __init__(self, board: Board | None = None, worker: int = 0) -> None:
        self._own: Counter[str] = Counter()
        self._board = board
        if board is not None:
            self._row = board.rows[worker]
            self._others = [row for number, row in enumerate(board.rows) if number != worker]

    def enter(self, address: str) -> None:
        """Count one in."""
        self._count(address, 1)

    def leave(self, address: str) -> None:
        """Count one out."""
        self._count(address, -1)

    @property
    def elsewhere(self) -> int:
        """Sessions of other workers."""
        return 0 if self._board is None else sum(int(row[SLOTS]) for row in self._others)

    def of(self, address: str) -> int:
        """Sessions of an address."""
        own = self._own[address]
        if self._board is None:
            return own
        slot = self._board.slot(address)
        return own + sum(int(row[slot]) for row in self._others)

    def _count(self, address: str, change: int) -> None:
        self._own[address] += change
        if not self._own[address]:
            del self._own[address]
        if self._board is not None:
            for place in (self._board.slot(address), SLOTS):
                self._row[place] += change
