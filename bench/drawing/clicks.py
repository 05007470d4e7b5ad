"""From a click to the pixels: the point in the same animation frame, and the boundary that it moves."""

from dataclasses import dataclass

import numpy as np
from playwright.sync_api import Page

from app.data.points import Points
from bench.drawing.stage import Stage, train
from bench.report import Report, Table
from bench.training.cases import Case, network_name

CASE = Case((8, 8), 3, 250, 10)
EXTENT = 3.0
"""The plane shows −3..3 in both directions."""

MARGIN = 0.3
"""Clicks stay as far from points and from each other: a click on a point is another gesture."""

UNDISTURBED_MS = 300
"""Time after a click in which nobody asks the page how far it is: asking takes its time, too."""

Place = tuple[float, float]


@dataclass(frozen=True)
class Clicked:
    """Milliseconds from a click to its point's pixels, and to a boundary that was trained with it."""

    same_frame: bool
    drawn: float
    moved: float


def free_places(points: Points, count: int) -> list[Place]:
    """As many places of the plane, at most, where no point is near."""
    taken = list(zip(points.x1.tolist(), points.x2.tolist(), strict=True))
    free: list[Place] = []
    line = np.arange(-EXTENT + MARGIN, EXTENT, MARGIN).tolist()
    for place in ((x1, x2) for x1 in line for x2 in line):
        if len(free) < count and all(np.hypot(place[0] - x1, place[1] - x2) >= MARGIN for x1, x2 in taken):
            free.append(place)
    return free


def measure_clicks(stage: Stage, count: int, report: Report) -> None:
    """Click here and there while a network trains as fast as it goes."""
    print("clicks ...", flush=True)
    checkpoint = CASE.checkpoint()
    with stage.playground(checkpoint, "clicks.js") as page:
        train(page)
        clicked = [_click(page, place) for place in free_places(checkpoint.points, count)]
    drawn, moved = [one.drawn for one in clicked], [one.moved for one in clicked]
    in_time = sum(one.same_frame for one in clicked)
    rows = [
        ["the point is drawn", *_percentiles(drawn), f"{in_time} of {len(clicked)} in the same frame"],
        ["the boundary has moved", *_percentiles(moved), ""],
    ]
    title = f"Milliseconds from a click, while {network_name(CASE.hidden, CASE.classes)} trains"
    note = (
        f"{len(clicked)} clicks on a plane with {CASE.points} points, from the event's time stamp to the end "
        "of the animation frame. The boundary: painted with parameters that were trained with the new point."
    )
    table = Table(title, ["until", "p50", "p95", "most", "remark"], rows, note)
    report.add(table, clicks={"same_frame": in_time, "drawn": drawn, "moved": moved})


def _click(page: Page, place: Place) -> Clicked:
    box = page.locator("#plane").bounding_box()
    assert box is not None
    right, down = (place[0] / EXTENT + 1) / 2, (1 - place[1] / EXTENT) / 2
    page.mouse.click(box["x"] + right * box["width"], box["y"] + down * box["height"])
    page.wait_for_timeout(UNDISTURBED_MS)
    page.wait_for_function(
        "() => clicks.length > 0 && clicks.at(-1).drawn !== null && clicks.at(-1).moved !== null"
    )
    seen = page.evaluate("clicks.at(-1)")
    return Clicked(seen["same_frame"], seen["drawn"], seen["moved"])


def _percentiles(milliseconds: list[float]) -> list[str]:
    return [f"{value:.1f}" for value in np.percentile(milliseconds, [50, 95, 100])]
