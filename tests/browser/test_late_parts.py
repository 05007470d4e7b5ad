"""What is there at the first paint stays where it is when faces, styles and the rest of the page come."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewPage
from tests.browser.playground import DRAWN, Playground

NOTICED = 3
"""Browsers count what moves by as many pixels."""
PARTS = [".top nav", "#follow", "#invitation h2", "#invitation p", "#reading"]
PLACES = """(parts) => parts.map((part) => {
  const { left, top } = document.querySelector(part).getBoundingClientRect();
  return [left, top];
})"""
FACE_THERE = "() => document.fonts.check('16px \"Inter Variable\"')"
WITHOUT_RUN = "(without) => { document.getElementById('run').style.display = without ? 'none' : ''; }"
FETCHED = """(part) => performance.getEntriesByType('resource')
  .some(({ name, responseEnd }) => name.includes(part) && responseEnd > 0)"""


class Held:
    """Requests that wait until they are let go."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._waiting: list[Route] = []
        self._free = False
        page.route(pattern, self._take)

    def let_go(self) -> None:
        """Those that wait, and all that come."""
        self._free = True
        for route in self._waiting:
            route.continue_()

    def _take(self, route: Route) -> None:
        if self._free:
            route.continue_()
        else:
            self._waiting.append(route)


def test_nothing_of_the_first_picture_moves_for_what_comes_later(new_page: NewPage) -> None:
    """Nor does it while the page itself is still coming: the run is its last part."""
    page = new_page(cold=True)
    faces, late = Held(page, "**/*.woff2"), Held(page, "**/late*.css")
    page.goto("/", wait_until="commit")
    expect(page.locator("#connection")).to_have_attribute("data-status", "live")
    page.evaluate(WITHOUT_RUN, True)
    first = page.evaluate(PLACES, PARTS)
    page.evaluate(WITHOUT_RUN, False)
    faces.let_go()
    late.let_go()
    page.wait_for_function(FACE_THERE)
    page.wait_for_load_state("networkidle")
    page.evaluate(DRAWN)
    assert page.evaluate(PLACES, PARTS) == [pytest.approx(place, abs=NOTICED) for place in first]


def test_the_curve_waits_for_the_styles_that_hold_it_together(new_page: NewPage) -> None:
    """Without them its canvas stood below its frame, and below the window."""
    page = new_page(cold=True)
    late = Held(page, "**/late*.css")
    playground = Playground(page)
    playground.place_two_classes()
    playground.primary.click()
    playground.expect_step_beyond(10)
    page.wait_for_function(FETCHED, arg="/uPlot")
    page.evaluate(DRAWN)
    canvas = page.locator("#chart canvas")
    expect(canvas).to_have_count(0)
    late.let_go()
    expect(canvas).to_be_visible()
    frame, drawn = page.locator("#chart").bounding_box(), canvas.bounding_box()
    assert frame
    assert drawn
    assert abs(drawn["y"] - frame["y"]) < 1
    assert drawn["height"] <= frame["height"] + 1
