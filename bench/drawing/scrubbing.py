"""Script a frame while a hand moves along the curve, and how long a step of the past takes to be exact."""

import json
from random import Random

import numpy as np

from bench.drawing.frames import summary
from bench.drawing.stage import Stage, train
from bench.drawing.trace import CATEGORIES, frame_costs
from bench.report import Report, Table
from bench.training.cases import Case, network_name

CASE = Case((8, 8), 3, 250, 10)
STEPS_BACK = 60
SEED = 17


def measure_scrubbing(stage: Stage, trained: float, seconds: float, report: Report) -> None:
    """A run of some seconds at full speed, then the past of it."""
    print(f"scrubbing after {trained:.0f} s ...", flush=True)
    with stage.playground(CASE.checkpoint(), "scrubbing.js") as page:
        train(page)
        page.wait_for_timeout(1000 * trained)
        page.locator("#train").click()
        page.locator(".moment:not([hidden])").wait_for(state="attached")
        page.wait_for_timeout(1000)
        stage.browser.start_tracing(page=page, categories=CATEGORIES)
        page.evaluate("milliseconds => window.scrub(milliseconds)", 1000 * seconds)
        events = json.loads(stage.browser.stop_tracing())["traceEvents"]
        random = Random(SEED)
        exact = [
            page.evaluate("share => window.stepBackFrom(share)", random.random()) for _ in range(STEPS_BACK)
        ]
        step = page.locator("#step-newest").inner_text()
    drawn = summary(frame_costs(events), seconds)
    p50, p95 = np.percentile(exact, [50, 95])
    numbers = (drawn.script_p50, drawn.script_p95, drawn.rendering_p50, drawn.frames_per_second, p50, p95)
    headings = ["network", "script p50", "script p95", "rendering p50", "frames/s", "exact p50", "exact p95"]
    rows = [[f"{network_name(CASE.hidden, CASE.classes)}, {step}", *(f"{number:.1f}" for number in numbers)]]
    note = (
        f"In milliseconds, after {trained:.0f} s at full speed; {STEPS_BACK} steps back from random moments."
    )
    report.add(Table("Moving along the curve", headings, rows, note), scrubbing=[*numbers])
