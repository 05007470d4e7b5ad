"""That training has paused by itself, as it crosses the wire."""

from typing import Annotated, Literal, TypedDict

from app.training.until import Reached, Why
from app.wire.marks import Doc


class ReachedEvent(TypedDict):
    """Training has paused by itself, as the experiment asked: what it came to, at this very step."""

    revision: int
    type: Literal["reached"]
    why: Annotated[Why, Doc("the setting `until_...` that was met first")]
    step: int
    asked: float
    value: Annotated[float, Doc("what it came to; for `patience` the lowest cost")]
    at: Annotated[int, Doc("the step of `value`: an earlier one for `patience`")]


def reached(found: Reached, revision: int) -> ReachedEvent:
    """Training has paused by itself, and why."""
    return {
        "type": "reached",
        "revision": revision,
        "why": found.why,
        "step": found.step,
        "asked": found.asked,
        "value": found.value,
        "at": found.at,
    }
