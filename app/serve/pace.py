"""Training and time: how many updates are due, how many were made a second, what one of them takes."""

import math
from collections import deque

LONGEST_BACKLOG = 0.25
"""Seconds of updates that are caught up after a delay; what lies further back is forgotten."""

MEASURED_SECONDS = 0.5
"""The time over which updates a second are measured."""

WEIGHT_OF_LESS = 0.5
WEIGHT_OF_MORE = 0.2
"""Weights of a new measurement: work seems long for many reasons, such as a cold cache, short for none."""

LARGEST_SURPRISE = 4.0
"""How many times as long as estimated a piece of work may have taken."""

LEAST_UPDATES = 25
"""Updates of a turn below which its overhead would outweigh them."""

CHECKPOINT_SECONDS = 0.9
"""Seconds of training between two checkpoints: with a late frame still less than one second."""

FEW = 4
FEW_CHECKPOINT_SECONDS = 0.2
"""The same while only so many sessions train: from these a page has any step of the past made again."""

ALIKE = 2
"""Up to as many times as many points, or as few, what was measured is believed until the next measurement."""


class UpdateClock:
    """Says how many updates are due so that an asked speed is met exactly on average.

    Counted from one origin instead of adding up credits, so that rounding never adds up either.
    """

    def __init__(self, updates_per_second: float, now: float) -> None:
        self._rate = updates_per_second
        self._origin = now
        self._made = 0

    def due(self, now: float) -> int:
        """Updates to make now. Forgets what a server that can't keep up would owe for ever."""
        due = math.floor((now - self._origin) * self._rate) - self._made
        most = max(1, math.ceil(LONGEST_BACKLOG * self._rate))
        if due > most:
            self._origin += (due - most) / self._rate
            due = most
        return due

    def made(self, updates: int) -> None:
        """Count updates that were made."""
        self._made += updates


class RateMeter:
    """Updates per second over the last half second, from the step numbers seen."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def saw(self, now: float, step: int) -> None:
        """Note the step that training has reached, and forget what is older than the window."""
        seen = self._seen
        seen.append((now, step))
        while len(seen) > 2 and seen[1][0] <= now - MEASURED_SECONDS:
            seen.popleft()

    def rate(self) -> float:
        """The measured rate; 0 before there are two observations."""
        if len(self._seen) < 2:
            return 0.0
        (earlier, first), (later, last) = self._seen[0], self._seen[-1]
        return (last - first) / (later - earlier) if later > earlier else 0.0

    def clear(self) -> None:
        """Start anew, as training does after a pause."""
        self._seen.clear()


class CostEstimate:
    """The time that one piece of work takes, as a moving average of measurements.

    `seconds` is the estimate, the guess before the first measurement; `known` says whether anything was
    measured. Both are read much more often than measured: a dozen times in each turn.
    """

    def __init__(self, guess: float) -> None:
        self._guess = self.seconds = guess
        self.known = False

    def measured(self, seconds: float) -> float:
        """Take a measurement into account; answers what of it can be believed.

        Now and then the machine is away for some milliseconds, which no clock of a guest system shows.
        """
        if not self.known:
            self.seconds, self.known = seconds, True
            return seconds
        believed = min(seconds, LARGEST_SURPRISE * self.seconds)
        weight = WEIGHT_OF_LESS if believed < self.seconds else WEIGHT_OF_MORE
        self.seconds += weight * (believed - self.seconds)
        return believed

    def forget(self) -> None:
        """Start anew, as the work is no longer the same."""
        self.seconds, self.known = self._guess, False


def alike(points: int, before: int) -> bool:
    """Whether what an update and a frame take is about what it was, so that measuring on does."""
    return before / ALIKE <= points <= before * ALIKE


def checkpoint_seconds(crowd: int) -> float:
    """Seconds of training between two checkpoints, while so many sessions train."""
    return FEW_CHECKPOINT_SECONDS if crowd <= FEW else CHECKPOINT_SECONDS
