"""Script a frame and frames a second, while networks of several sizes train as fast as they can."""

import json
from dataclasses import asdict, dataclass

import numpy as np

from bench.drawing.stage import Stage, train
from bench.drawing.trace import CATEGORIES, FrameCost, frame_costs
from bench.report import Report, Spread, Table
from bench.training.cases import Case, network_name

NETWORKS = (((4,), 2), ((8, 8), 3), ((8,) * 6, 3), ((16,) * 8, 4))
POINTS = (250, 2000)
MOST_POINTS = Case((8, 8), 3, 5000, 10)
"""As many points as a server takes by itself."""
WARM_UP_MS = 1500


@dataclass(frozen=True)
class Drawn:
    """One run: milliseconds a frame at the median and at p95, and frames a second."""

    script_p50: float
    script_p95: float
    script_wall_p95: float
    rendering_p50: float
    frames_per_second: float


def measure_frames(stage: Stage, runs: int, seconds: float, report: Report) -> None:
    """Every network with few and with many points, in turn, several times."""
    cases = [Case(hidden, classes, points, 10) for points in POINTS for hidden, classes in NETWORKS]
    cases.append(MOST_POINTS)
    drawn: dict[Case, list[Drawn]] = {case: [] for case in cases}
    for run in range(runs):
        for case in cases:
            print(f"frames of {_name(case)}, run {run + 1} of {runs} ...", flush=True)
            drawn[case].append(_drawn(stage, case, seconds))
    rows = [[_name(case), *(_spread(found, field) for field in Drawn.__dataclass_fields__)]
            for case, found in drawn.items()]  # fmt: skip
    note = (
        "Milliseconds that the main thread computed for a frame, median (least–most) of the runs; the column "
        "“by the clock” holds what others took from it as well. Rendering is style, layout and painting."
    )
    headings = ["network", "script p50", "script p95", "p95 by the clock", "rendering p50", "frames/s"]
    report.add(
        Table("While training as fast as it goes", headings, rows, note),
        frames={_name(case): [asdict(one) for one in found] for case, found in drawn.items()},
    )


def _drawn(stage: Stage, case: Case, seconds: float) -> Drawn:
    with stage.playground(case.checkpoint()) as page:
        train(page)
        page.wait_for_timeout(WARM_UP_MS)
        stage.browser.start_tracing(page=page, categories=CATEGORIES)
        page.wait_for_timeout(seconds * 1000)
        events = json.loads(stage.browser.stop_tracing())["traceEvents"]
    return summary(frame_costs(events), seconds)


def summary(costs: list[FrameCost], seconds: float) -> Drawn:
    """The frames of one run of so many seconds."""
    script = [cost.script for cost in costs]
    return Drawn(
        script_p50=float(np.percentile(script, 50)),
        script_p95=float(np.percentile(script, 95)),
        script_wall_p95=float(np.percentile([cost.script_wall for cost in costs], 95)),
        rendering_p50=float(np.percentile([cost.rendering for cost in costs], 50)),
        frames_per_second=len(costs) / seconds,
    )


def _name(case: Case) -> str:
    return f"{network_name(case.hidden, case.classes)}, {case.points:,} points"


def _spread(found: list[Drawn], field: str) -> str:
    return Spread.of([getattr(one, field) for one in found]).shown("{:.1f}")
