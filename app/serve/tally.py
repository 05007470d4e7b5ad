"""What a server counts as it works, for metrics: plain numbers, which cost those who train nothing."""

from bisect import bisect_left
from collections import Counter

TURN_BOUNDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""Seconds of computing that divide turns into short and long ones."""


class Tally:
    """Counts since the server started. The event loop writes, any thread reads."""

    def __init__(self) -> None:
        self.updates = 0
        self.frames = 0
        self.refusals: Counter[str] = Counter()
        """Commands that were refused, by the code of their error."""
        self.closes: Counter[int] = Counter()
        """Sockets that were closed, by code."""
        self.turns = [0] * (len(TURN_BOUNDS) + 1)
        """Turns that took up to each bound and longer than the one before; the last took longer than any."""
        self.turn_seconds = 0.0

    def turn(self, seconds: float) -> None:
        """Count a session's turn, which took so much computing."""
        self.turns[bisect_left(TURN_BOUNDS, seconds)] += 1
        self.turn_seconds += seconds
