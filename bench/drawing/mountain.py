"""The mountain of a network: until its heights are there, coarse and fine, and how it turns."""

from playwright.sync_api import Page

from bench.drawing.stage import Stage, train
from bench.report import Report, Spread, Table
from bench.training.cases import Case

NETWORK = Case((8, 8), 3, 500, 10)
LEVELS = (17, 33, 65)
TURNS = 180
STRETCH_MS = 4000
SETTLING_MS = 1000
TABS = ("plane", "mountain")


def measure_mountain(stage: Stage, runs: int, report: Report) -> None:
    """Stand it in the plane's place several times on one page, then turn it."""
    print("the mountain ...", flush=True)
    with stage.playground(NETWORK.checkpoint(), "mountain.js") as page:
        found = [
            dict(page.evaluate("most => window.standMountain(most)", LEVELS[-1])) for _ in range(runs + 1)
        ]
        devices = page.context.new_cdp_session(page)
        devices.send("Performance.enable")

        def script_seconds() -> float:
            metrics = devices.send("Performance.getMetrics")["metrics"]
            return next(float(metric["value"]) for metric in metrics if metric["name"] == "ScriptDuration")

        before = script_seconds()
        gaps = sorted(page.evaluate("count => window.turnMountain(count)", TURNS))
        script = 1000 * (script_seconds() - before) / TURNS
        lost = _training_beside_it(page, runs)
    first, *later = found
    rows = [
        [f"{nodes}² heights", f"{first[nodes]:.0f}", Spread.of([one[nodes] for one in later]).shown()]
        for nodes in LEVELS
    ]
    turning = f"{gaps[len(gaps) // 2]:.1f} ms, {gaps[len(gaps) * 95 // 100]:.1f} ms for 95 of 100"
    note = (
        f"Milliseconds from the press on the tab, for 2-8-8-3 and 500 points, median (least–most) of {runs} "
        f"times. While it is turned a frame takes {turning}; its script {script:.1f} ms."
    )
    report.add(
        Table("The mountain", ["", "the first time", "later"], rows, note),
        mountain={"levels": found, "frames": gaps, "script": script},
    )
    report.add(
        Table(
            "Training beside the mountain",
            ["shown", "updates a second", "frames a second"],
            [[tab, *(Spread.of(list(row)).shown() for row in zip(*lost[tab], strict=True))] for tab in TABS],
            f"At full speed, median (least–most) of {runs} stretches of {STRETCH_MS / 1000:.0f} s, in turn.",
        ),
        mountain_training=lost,
    )


def _training_beside_it(page: Page, runs: int) -> dict[str, list[tuple[float, float]]]:
    """Updates and frames a second at full speed, with the plane and with the mountain in sight, in turn."""
    found: dict[str, list[tuple[float, float]]] = {tab: [] for tab in TABS}
    page.locator("#plane-tab").click()
    train(page)
    for _ in range(runs):
        for tab in TABS:
            page.locator(f"#{tab}-tab").click()
            page.wait_for_timeout(SETTLING_MS)
            steps, frames = page.evaluate("time => window.progress(time)", STRETCH_MS)
            found[tab].append((steps, frames))
    page.locator("#train").click()
    return found
