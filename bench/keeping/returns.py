"""From the live socket to the same picture of the plane: after a reload, and where a link is opened elsewhere."""

import re
import time

from playwright.sync_api import Page

from bench.drawing.stage import Stage
from bench.report import Report, Spread, Table
from bench.training.cases import Case

CASE = Case((8, 8), 3, 250, 10, "adam")
_WATCHED_MS = 3500
_LEFT_OUT = 'document.querySelectorAll(".arrived").length'


def measure_returns(stage: Stage, runs: int, report: Report) -> None:
    """Train, look, come back and open the link, several times."""
    print("coming back and opening links ...", flush=True)
    script = "../keeping/returns.js"
    backs: list[float] = []
    links: list[float] = []
    lengths: list[int] = []
    with stage.playground(CASE.checkpoint(), script) as page:
        _train(page)
        for _ in range(runs):
            picture = _settled(page)
            page.evaluate("() => sessionStorage.removeItem('checkpoint handed over')")
            page.reload()
            backs.append(_same_after(page, picture))
        link = _link(page)
        picture = _settled(page)
        for _ in range(runs):
            with stage.context(script) as receiver:
                other = receiver.new_page()
                other.goto(link)
                links.append(_same_after(other, picture))
                lengths.append(len(link))
    rows = [
        [what, f"{found[0]:.0f}", Spread.of(found).shown()]
        for what, found in (("after a reload", backs), (f"a link of {lengths[0]:,} characters", links))
    ]
    note = (
        f"Milliseconds from the live socket to the first frame in which the plane looks as it did before, for "
        f"{CASE.name} and {CASE.points} points by hand: median (least–most) of {runs} times."
    )
    headings = ["", "the first time", "all"]
    report.add(Table("There again", headings, rows, note), reload=backs, link=links, link_length=lengths[0])
