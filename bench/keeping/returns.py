"""From the live socket to the same picture of the plane: after a reload, and where a link is opened."""

from dataclasses import replace

import numpy as np
from playwright.sync_api import Page

from app.data.points import Points
from app.training.checkpoint import Checkpoint, initial
from bench.drawing.stage import Stage
from bench.report import Report, Spread, Table
from bench.training.cases import Case

CASE = Case((8, 8), 3, 250, 10, "adam")
_SCRIPT = "../keeping/returns.js"
_SETTLED = "() => window.settledPicture()"
_SAME_AFTER = "(wanted) => window.sameAfter(wanted)"


def measure_returns(stage: Stage, runs: int, report: Report) -> None:
    """Train, look, open the link elsewhere and come back there, several times."""
    print("opening links and coming back ...", flush=True)
    with stage.playground(by_hand(), _SCRIPT) as page:
        _train(page)
        link = _link(page)
        picture = page.evaluate(_SETTLED)
        links, backs = zip(*(_opened(stage, link, picture) for _ in range(runs)), strict=True)
    rows = [
        [what, f"{found[0]:.0f}", Spread.of(found).shown()]
        for what, found in (("after a reload", backs), (f"by a link of {len(link):,} characters", links))
    ]
    note = (
        "Milliseconds from the live socket to the first frame in which the plane looks as before, for "
        f"{CASE.name} and {CASE.points} points by hand: median (least–most) of {runs} times."
    )
    headings = ["", "the first time", "all"]
    report.add(Table("There again", headings, rows, note), reloads=backs, links=links, link_length=len(link))


def by_hand() -> Checkpoint:
    """The case, with its points where a hand puts them: at thousandths."""
    drawn = CASE.drawn_points
    return initial(CASE.experiment, _rounded(drawn))


def _rounded(points: Points) -> Points:
    return replace(points, x1=np.round(points.x1, 3), x2=np.round(points.x2, 3))


def _train(page: Page) -> None:
    page.locator("#train").click()
    page.wait_for_function("() => Number(document.getElementById('step-count').textContent) > 50")
    page.locator("#train").click()
    page.keyboard.press("Escape")
    page.mouse.move(5, 5)


def _link(page: Page) -> str:
    page.locator("#share").click()
    page.wait_for_function("() => document.querySelector('.link-field input')?.value")
    field = page.locator(".link-field input")
    link = field.input_value()
    page.keyboard.press("Escape")
    field.wait_for(state="detached")
    page.mouse.move(5, 5)
    return link


def _opened(stage: Stage, link: str, picture: str) -> tuple[float, float]:
    with stage.context(_SCRIPT) as context:
        page = context.new_page()
        page.goto(link)
        by_link = _same_after(page, picture)
        page.reload()
        return by_link, _same_after(page, picture)


def _same_after(page: Page, picture: str) -> float:
    took = page.evaluate(_SAME_AFTER, picture)
    if took is None:
        raise RuntimeError("the plane never looked as it had before")
    return float(took)
