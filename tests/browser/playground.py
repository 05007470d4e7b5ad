"""The playground as its users meet it: by what is on the screen, by mouse, finger and keyboard."""

import re
from collections.abc import Iterable

from playwright.sync_api import Locator, Page, expect

EXTENT = 3
"""The plane shows −3..3 in both directions."""

CIRCLES = [(-1, -1), (-1.4, -0.6), (-1.2, -1.6), (-0.6, -1.2), (-1.8, -1.1)]
SQUARES = [(1, 1), (1.4, 0.6), (1.2, 1.6), (0.6, 1.2), (1.8, 1.1)]
CLICK_ALL = """(plane, places) => {
  for (const [clientX, clientY] of places) {
    const place = { clientX, clientY, pointerId: 1, bubbles: true };
    plane.dispatchEvent(new PointerEvent('pointerdown', { ...place, button: 0, buttons: 1 }));
    plane.dispatchEvent(new PointerEvent('pointerup', { ...place, button: 0 }));
  }
}"""
"""The left button at each of these places of the window."""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
FITS = "width => innerWidth === width && document.documentElement.scrollWidth === width"
"""That nothing is wider than the window: a figure takes a new size in a frame of its own, so that waits."""
TRIANGLES = [(-1.5, 1.5), (-1.9, 1.9), (-1.2, 2), (-2.2, 1.2), (-1.7, 2.3)]


CELLS = """(rows) => [...rows.rows].map((row) => [...row.querySelectorAll('td')].slice(0, 5).map(
  (cell) => cell.innerText.trim()))"""


class Playground:
    """What a person does on the page, and what they can read from it."""

    def __init__(self, page: Page, address: str = "/") -> None:
        self.page = page
        page.goto(address)
        self.plane = page.locator("#plane")
        self.primary = page.locator("#train")
        self.reading = page.locator("#reading")
        self.run_sentence = page.locator("#run-recipe")
        self.network_sentence = page.locator("#network-recipe")
        self.data_sentence = page.locator("#data-recipe")
        self.popover = page.locator(".pop:popover-open")
        self.expect_live()

    def expect_live(self) -> None:
        """Waits for the connection to stand."""
        expect(self.page.locator("#connection")).to_have_attribute("data-status", "live")
        expect(self.primary).to_be_visible()

    def pixel(self, x1: float, x2: float) -> tuple[float, float]:
        """Where a place of the plane lies in the window."""
        box = self.plane.bounding_box()
        assert box
        right, down = (x1 / EXTENT + 1) / 2, (1 - x2 / EXTENT) / 2
        return box["x"] + right * box["width"], box["y"] + down * box["height"]

    def click(self, *places: tuple[float, float]) -> None:
        """Presses the left button at each place in turn."""
        for place in places:
            self.page.mouse.click(*self.pixel(*place))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drags what lies at one place to another."""
        self.page.mouse.move(*self.pixel(*start))
        self.page.mouse.down()
        self.page.mouse.move(*self.pixel((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), steps=4)
        self.page.mouse.move(*self.pixel(*end), steps=4)
        self.page.mouse.up()

    def draw_sample(self, title: str, count: int = 200) -> None:
        """Presses a data set in the gallery, which may be folded into a button, and waits for its points."""
        folded = self.page.locator("#data-sets")
        if folded.is_visible():
            folded.click()
        self.page.locator("#gallery").get_by_role("button", name=title, exact=True).click()
        self.expect_points(count)

    def place_two_classes(self) -> None:
        """Ten points: five circles, five squares.

        Each is clicked within one frame of the last: what the page draws of ten clicks by a hand, a frame or
        more for each, takes three times as long as to load it.
        """
        self.plane.hover()  # the pointer is known
        for brush, places in (("1", CIRCLES), ("2", SQUARES)):
            self.page.keyboard.press(brush)
            self.plane.evaluate(CLICK_ALL, [[*self.pixel(*place)] for place in places])
        self.expect_points(10)

    def expect_points(self, count: int) -> None:
        """The plane says, to those who can't see it, how many points there are."""
        words = "1 point" if count == 1 else f"{count} points"
        expect(self.plane).to_have_attribute("aria-label", re.compile(f"^Plane, {words}, "))

    def expect_correct(self, share: str = "100%") -> None:
        """The share of training points that are classified right, as printed."""
        expect(self.page.locator("#train-accuracy")).to_have_text(share, timeout=15_000)

    @property
    def step(self) -> int:
        """The step counter of the header."""
        return _integer(self.page.locator("#step-count").inner_text())

    @property
    def epoch(self) -> int:
        """The epoch counter of the header."""
        return _integer(self.page.locator("#epoch-count").inner_text())

    def expect_step(self, step: int) -> None:
        """Waits for the step counter."""
        expect(self.page.locator("#step-count")).to_have_text(str(step))

    def expect_step_beyond(self, step: int) -> None:
        """Waits until training has passed a step."""
        self.page.wait_for_function(
            "least => Number(document.getElementById('step-count').textContent.replace(/\\D/g, '')) > least",
            arg=step,
        )

    def pause(self) -> None:
        """Presses Pause and waits until training stands still and its last numbers are there."""
        expect(self.primary).to_have_text("Pause")
        self.primary.click()
        expect(self.primary).to_have_text("Continue")
        self.page.evaluate(DRAWN)  # the server says that it stands, and right behind where

    def make_step(self) -> None:
        """Makes one step: what the page shows then is of all that was asked for before it."""
        step = self.step
        self.page.keyboard.press(".")
        self.expect_step(step + 1)

    def table(self) -> list[list[str]]:
        """The points as the page's table lists them: class, use, x1, x2, the network's answer."""
        self.page.get_by_role("button", name="All points as a table").click()
        expect(self.page.get_by_role("table", name="Points", exact=True)).to_be_visible()
        cells: list[list[str]] = self.page.locator("#points-rows").evaluate(CELLS)
        self.page.keyboard.press("Escape")
        return cells

    def open_setting(self, phrase: str | re.Pattern[str]) -> Locator:
        """Opens the popover of an underlined phrase."""
        self.page.locator(".recipe").get_by_role("button", name=phrase, exact=True).click()
        expect(self.popover).to_be_visible()
        return self.popover

    def press(self, control: Locator) -> None:
        """Puts the mouse down on a control's middle, and leaves it down."""
        box = control.bounding_box()
        assert box is not None
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.mouse.down()

    def type_number(self, label: str | re.Pattern[str], text: str) -> Locator:
        """Types into a field of the open popover and leaves it; answers the field."""
        field = self.popover.get_by_role("textbox", name=label)
        field.fill(text)
        field.press("Tab")
        return field


def classes(rows: Iterable[list[str]]) -> list[str]:
    """The first column of the table."""
    return [row[0] for row in rows]


def _integer(text: str) -> int:
    return int(re.sub(r"\D", "", text))
