"""A table of as many rows as a server takes: until its preview is shown, and until its points are."""

import random
from dataclasses import asdict, dataclass

from bench.drawing.stage import Stage
from bench.report import Report, Spread, Table
from bench.training.cases import Case

ROWS = 5000
BEFORE = Case((4,), 2, 250, 10)


@dataclass(frozen=True)
class TakenIn:
    """Milliseconds from the paste to the preview, and from the press on Use to the points."""

    preview: float
    use: float


def measure_taking_in(stage: Stage, runs: int, report: Report) -> None:
    """Take the table in and undo it, several times on one page; what it needs comes with the ways in."""
    print("tables taken in ...", flush=True)
    with stage.playground(BEFORE.checkpoint(), "taking_in.js") as page:
        page.get_by_role("button", name="Your data").click()
        page.get_by_role("textbox", name="Formula").wait_for()
        page.keyboard.press("Escape")
        found = [
            TakenIn(**page.evaluate("([text, rows]) => window.takeIn(text, rows)", [_table(), ROWS]))
            for _ in range(runs + 1)
        ]
    first, *later = found
    rows = [
        [what, f"{getattr(first, name):.0f}", Spread.of([getattr(one, name) for one in later]).shown()]
        for what, name in (("from the paste to the preview", "preview"), ("from Use to the points", "use"))
    ]
    note = (
        f"Milliseconds for {ROWS:,} rows of five columns with decimal commas, median (least–most) of {runs} "
        "times."
    )
    report.add(
        Table("A table that is brought along", ["", "the first time", "later"], rows, note),
        taken_in=[asdict(one) for one in found],
    )


def _table() -> str:
    draw = random.Random(7)
    lines = (
        ";".join(
            [*(f"{draw.uniform(0, most):.3f}".replace(".", ",") for most in (10, 5, 3, 90)), "abc"[row % 3]]
        )
        for row in range(ROWS)
    )
    return "\r\n".join(["length (cm);width (cm);height;age;kind", *lines])
