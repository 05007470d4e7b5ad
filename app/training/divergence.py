"""Divergence: the first update that leads to numbers that are not finite."""

from dataclasses import dataclass

from app.training.checkpoint import Progress
from app.training.loop import Broken, Loop


@dataclass(frozen=True, eq=False)
class Divergence:
    """Update number `step` failed: its batch's cost ("cost") or what it made of θ ("parameter") isn't finite.

    `progress` is the last finite one, before this update.
    """

    step: int
    what: Broken
    progress: Progress


def first_divergence(loop: Loop, origin: Progress) -> Divergence:
    """The divergence of a loop that broke after `origin`; leaves the loop before the update that failed.

    Training repeats bit for bit, so that the same updates one at a time come to the same break.
    """
    loop.restore(origin)
    earlier = before = origin
    loop.advance(1)
    while (what := loop.broken()) is None:
        earlier, before = before, loop.standing()
        loop.advance(1)
    if before is origin:
        loop.restore(origin)
    else:  # by one update, which makes its batch known again
        loop.restore(earlier)
        loop.advance(1)
    return Divergence(before.step + 1, what, loop.progress())
