"""What reading a message costs, counted in calls of functions: a time would fail on a busy machine."""

import json
import sys

from app.wire.limits import WireLimits
from app.wire.parse import parse
from tests.wire.messages import good_messages

LIMITS = WireLimits()


def calls(text: str) -> int:
    """How many functions reading a message calls; each costs a microsecond or less."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        parse(text, LIMITS)
    finally:
        sys.setprofile(None)
    return counted


def test_reading_a_usual_command_takes_few_calls() -> None:
    assert calls(json.dumps(good_messages()["move_points"])) <= 40


def test_reading_another_point_takes_four_calls_or_so() -> None:
    """So that thousands are read within a frame."""

    def of(count: int) -> int:
        points = [
            {"id": number, "x1": 1.25 * number / 2000, "x2": -0.5, "target": 1} for number in range(count)
        ]
        return calls(json.dumps({"type": "replace_points", "id": 1, "points": points}))

    assert of(2000) - of(1000) < 5 * 1000
