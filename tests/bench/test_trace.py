"""Chromium's events become milliseconds a frame, counted by hand."""

from typing import Any

import numpy as np
import pytest

from app.data.points import Points
from bench.drawing.clicks import MARGIN, free_places
from bench.drawing.frames import summary
from bench.drawing.trace import FrameCost, frame_costs

MAIN, OTHER = (1, 10), (2, 20)


def thread(where: tuple[int, int]) -> dict[str, Any]:
    return {"name": "thread_name", "ph": "M", "pid": where[0], "tid": where[1], "ts": 0,
            "args": {"name": "CrRendererMain"}}  # fmt: skip


def work(name: str, start: int, wall: int, computed: int, where: tuple[int, int] = MAIN) -> dict[str, Any]:
    return {
        "name": name,
        "ph": "X",
        "ts": start,
        "dur": wall,
        "tdur": computed,
        "pid": where[0],
        "tid": where[1],
    }


def frame_end(at: int) -> dict[str, Any]:
    return {"name": "AnimationFrame", "ph": "e", "ts": at, "pid": MAIN[0], "tid": MAIN[1]}


def test_script_of_a_frame_is_what_ran_since_the_frame_before() -> None:
    events = [
        thread(MAIN), thread(OTHER),
        work("FunctionCall", 100, 900, 900),  # before the first frame: nobody knows since when
        frame_end(1_000),
        work("FunctionCall", 2_000, 3_000, 1_000),
        work("FireAnimationFrame", 6_000, 4_000, 2_000),
        work("FunctionCall", 6_100, 3_000, 1_500),  # lies in the animation frame
        work("Layout", 6_500, 500, 500),  # script asked for it
        work("Layout", 10_500, 700, 600),
        frame_end(12_000),
        work("FireAnimationFrame", 20_000, 500, 500),
        frame_end(21_000),
        work("FunctionCall", 2_000, 9_000, 9_000, OTHER),
    ]  # fmt: skip
    first, second = frame_costs(events)
    assert first == FrameCost(script=3.0, script_wall=7.0, rendering=0.6)
    assert second == FrameCost(script=0.5, script_wall=0.5, rendering=0.0)


def test_a_trace_without_frames_has_no_costs() -> None:
    assert frame_costs([thread(MAIN)]) == []
    assert frame_costs([]) == []


def test_a_run_is_summed_up_by_its_median_and_95th_percentile() -> None:
    costs = [FrameCost(float(n), 2.0 * n, 1.0) for n in range(101)]
    drawn = summary(costs, 2.0)
    assert (drawn.script_p50, drawn.script_p95, drawn.script_wall_p95) == (50.0, 95.0, 190.0)
    assert drawn.frames_per_second == pytest.approx(50.5)


def test_clicks_go_where_no_point_is_near() -> None:
    points = Points(np.arange(2), np.array([0.0, 1.5]), np.array([0.0, -1.5]), np.zeros(2), np.zeros(2, bool))
    places = free_places(points, 1000)
    assert len(places) == len(set(places)) > 300
    for x1, x2 in places:
        assert abs(x1) < 3
        assert abs(x2) < 3
        assert min(np.hypot(x1, x2), np.hypot(x1 - 1.5, x2 + 1.5)) >= MARGIN
    assert free_places(points, 5) == places[:5]
