"""Right and wrong by class, test points and shades: looked at on one page, counted by hand."""

import re

from playwright.sync_api import Page, expect

from tests.browser.known_network import open_known

# No hidden layer: the first class has z = 0 everywhere, the second z = x1. So squares are said on the right.
RIGHT_IS_SQUARE = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
CIRCLE, SQUARE = 0, 1
POINTS = [
    (-2.0, 0.0, CIRCLE),
    (-1.0, 1.0, CIRCLE),
    (1.5, -1.0, CIRCLE),
    (2.0, 1.0, SQUARE),
    (-1.5, -2.0, SQUARE),
]
TEST = [4]
CELLS = [
    "2 training points: circle, and taken for one",
    "1 training point: circle, taken for a square",
    "0 training points and 1 test point: square, taken for a circle",
    "1 training point: square, and taken for one",
]
SAME_COLOUR = """([wished, places]) => {
  // A copy, since a canvas that is read would draw more slowly from then on.
  const layer = document.querySelector('#plane canvas.field');
  const [one, other] = places.map(([x1, x2]) => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    pen.drawImage(layer, (x1 / 6 + 0.5) * layer.width, (0.5 - x2 / 6) * layer.height, 1, 1, 0, 0, 1, 1);
    return String(pen.getImageData(0, 0, 1, 1).data);
  });
  return (one === other) === wished;
}"""
SURE_AND_UNSURE = [[2.8, 0.0], [0.4, 0.0]]


def test_right_and_wrong_are_counted_by_class_and_looks_change_nothing_else(page: Page) -> None:
    playground = open_known(page, RIGHT_IS_SQUARE, POINTS, test=TEST, hidden=[])
    page.get_by_role("button", name="Correct").click()
    table = page.get_by_role("table", name="Right and wrong, by class")
    expect(table).to_be_visible()
    names = table.get_by_role("button").evaluate_all("all => all.map((each) => each.ariaLabel)")
    assert names == CELLS
    page.keyboard.press("Escape")
    expect(table).to_be_hidden()
    expect(page.get_by_role("button", name="Correct")).to_be_focused()

    page.wait_for_function(SAME_COLOUR, arg=[False, SURE_AND_UNSURE])
    page.keyboard.press("d")
    page.wait_for_function(SAME_COLOUR, arg=[True, SURE_AND_UNSURE])
    page.keyboard.press("d")
    page.wait_for_function(SAME_COLOUR, arg=[False, SURE_AND_UNSURE])

    shown = page.get_by_role("button", name="test points")
    shown.click()
    expect(shown).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#announcements")).to_have_text(re.compile("Test points are hidden"))
    # What is hidden is in nobody's way: a click there adds a point.
    playground.click(POINTS[TEST[0]][:2])
    playground.expect_points(6)
