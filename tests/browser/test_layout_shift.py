"""Nothing on a page moves by itself: not when fonts arrive late, and not while it is read to its end."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.known_network import open_known
from tests.browser.playground import DRAWN
from tests.thoroughness import some

NewPage = Callable[..., Page]

LEAST = 0.01
"""What a page may shift in all, as browsers count it: a tenth of what they call good."""
PARTS_OF_A_PAGE = ["/maths#backpropagation", "/maths#worked"]
"""Where a page begins elsewhere; its reading is that of the page."""
PAGES = some(["/by-hand", "/", "/maths", "/nowhere", *PARTS_OF_A_PAGE], 0, 3)
SIZES: dict[str, ViewportSize] = {
    f"{width}x{height}": {"width": width, "height": height}
    for width, height in ((1440, 900), (1366, 768), (1024, 768), (390, 844))
}
SHIFTS = """(() => {
  window.shifts = [];
  const tag = (node) => `${node.localName}#${node.id}.${node.className}`;
  const place = ({ node }) => (node?.nodeType === 1 ? tag(node) : node?.nodeValue);
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.shifts.push([value, startTime, sources.map(place).join(' | ')]);
    }
  }).observe({ type: 'layout-shift', buffered: true });
})()"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
FONTS_THERE = "() => document.fonts.ready.then(() => true)"
ALL_FONTS = (
    "() => Promise.all([...document.fonts].map((face) => face.load().catch(() => null))).then(() => true)"
)
A_SCREEN_FURTHER = """() => {
  document.documentElement.style.scrollBehavior = 'auto';
  const read = document.querySelector('dialog[open]') ?? document.scrollingElement;
  const before = read.scrollTop;
  read.scrollBy(0, innerHeight / 2);
  return read.scrollTop > before;
}"""


@pytest.fixture(autouse=True)
def _nowhere(expected_remarks: list[str]) -> None:
    expected_remarks.append("404 (Not Found)")


def watched(new_page: NewPage, size: str) -> Page:
    """A page that keeps what shifted on it."""
    page = new_page(cold=True, viewport=SIZES[size])
    page.add_init_script(SHIFTS)
    return page


def settled(page: Page) -> None:
    """Waits until what was asked for has come, and has been drawn."""
    page.wait_for_load_state("networkidle")
    page.evaluate(FONTS_THERE)
    page.evaluate(DRAWN)


def expect_still(page: Page, most: float = LEAST) -> None:
    """What moved is named."""
    shifts: list[list[Any]] = page.evaluate("() => window.shifts")
    assert sum(value for value, *_ in shifts) < most, shifts


@pytest.mark.parametrize(
    ("address", "size"),
    [(address, size) for turn, address in enumerate(PAGES) for size in some(list(SIZES), turn, 1)],
)
def test_nothing_moves_when_fonts_arrive_late_nor_while_the_page_is_read_to_its_end(
    new_page: NewPage, address: str, size: str
) -> None:
    """Faces arrive after the page was painted; those of what is further down are there before the reading."""
    page = watched(new_page, size)
    held: list[Route] = []
    free = False

    def hold(route: Route) -> None:
        if free:
            route.continue_()
        else:
            held.append(route)

    page.route("**/*.woff2", hold)
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.wait_for_load_state("domcontentloaded")
    page.evaluate(DRAWN)
    assert held
    free = True
    for route in held:
        route.continue_()
    settled(page)
    expect_still(page)
    page.evaluate(ALL_FONTS)
    settled(page)
    if address in PARTS_OF_A_PAGE:
        return
    while page.evaluate(A_SCREEN_FURTHER):
        page.evaluate(DRAWN)
    settled(page)
    expect_still(page)


def test_nothing_moves_on_a_phone_where_points_lie(new_page: NewPage) -> None:
    """The plane's scale comes late, and has its line from the beginning."""
    page = watched(new_page, "390x844")
    open_known(
        page, [0.5, -1.0, -0.25, 0.5, 0.5, -1.0, 1.0, 0.5, -0.5, 1.0, 0.0, 0.25], [(1, 2, 0), (-1, 1, 1)]
    )
    expect(page.locator(".colours")).to_be_visible()
    settled(page)
    expect_still(page, LEAST / 5)


def test_nothing_moves_on_a_phone_where_nobody_was_before(new_page: NewPage) -> None:
    """Where no points lie the scale is hidden, and leaves its line empty."""
    page = new_page(first_visit=True, viewport=SIZES["390x844"])
    page.add_init_script(SHIFTS)
    page.goto("/")
    page.locator(".colours").wait_for(state="attached")
    settled(page)
    expect_still(page, LEAST / 5)
