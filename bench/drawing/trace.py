"""Chromium's trace of the main thread: what each animation frame took, and for what."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

CATEGORIES = ["devtools.timeline", "v8.execute", "__metadata"]

SCRIPT = frozenset(
    {
        "FunctionCall",
        "FireAnimationFrame",
        "TimerFire",
        "EventDispatch",
        "RunMicrotasks",
        "EvaluateScript",
        "v8.callFunction",
        "FireIdleCallback",
        "MinorGC",
        "MajorGC",
    }
)
RENDERING = frozenset({"Layout", "UpdateLayoutTree", "PrePaint", "Paint", "Layerize", "HitTest"})
FRAME = "AnimationFrame"
_MICROSECONDS = 1000.0


@dataclass(frozen=True)
class FrameCost:
    """Milliseconds of one animation frame and of what led to it: computed, and script also by the clock.

    What script makes the browser lay out at once counts as script.
    """

    script: float
    script_wall: float
    rendering: float


Event = Mapping[str, Any]


def frame_costs(events: Iterable[Event]) -> list[FrameCost]:
    """The cost of each frame from the end of the frame before to its own, for the busiest main thread.

    The first frame is left out, as nothing says where it began.
    """
    on_main = _main_thread(list(events))
    ends = sorted(event["ts"] for event in on_main if event["name"] == FRAME and event["ph"] == "e")
    script = _outermost(event for event in on_main if event["ph"] == "X" and event["name"] in SCRIPT)
    work = _outermost(
        event for event in on_main if event["ph"] == "X" and event["name"] in SCRIPT | RENDERING
    )
    rendering = [event for event in work if event["name"] in RENDERING]
    return [
        FrameCost(
            script=_sum(script, begin, end, "tdur"),
            script_wall=_sum(script, begin, end, "dur"),
            rendering=_sum(rendering, begin, end, "tdur"),
        )
        for begin, end in pairwise(ends)
    ]


def _main_thread(events: Sequence[Event]) -> list[Event]:
    named = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    busy = Counter((event["pid"], event["tid"]) for event in events if event["name"] == "FireAnimationFrame")
    busiest = max(named, key=lambda thread: busy[thread], default=None)
    return [event for event in events if (event["pid"], event["tid"]) == busiest]


def _outermost(events: Iterable[Event]) -> list[Event]:
    """Those that lie in no other one."""
    found: list[Event] = []
    end = -1
    for event in sorted(events, key=lambda event: (event["ts"], -event["dur"])):
        if event["ts"] >= end:
            found.append(event)
            end = event["ts"] + event["dur"]
    return found


def _sum(events: Sequence[Event], begin: int, end: int, duration: str) -> float:
    """Milliseconds of the events that start in this time."""
    return float(sum(event[duration] for event in events if begin <= event["ts"] < end)) / _MICROSECONDS
