"""The mountain in the plane's place: the network's own cost over two of its parameters."""

import re

from playwright.sync_api import Page, expect

from tests.browser.playground import Playground

COSTS = re.compile(r"^Mountain: costs from (\S+) to (\S+) ?, now (\S+)$")


def test_the_mountain_stands_in_the_planes_place_and_tells_the_cost(page: Page) -> None:
    """By its tab and by its key, with the network's own cost, at rest and after a step."""
    playground = Playground(page)
    hills, tab = page.locator("#mountain .hills"), page.get_by_role("tab", name="Mountain")
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")
    expect(playground.plane).to_be_hidden()
    expect(page.locator("#mountain .note")).to_contain_text("there are none yet")
    page.keyboard.press("m")
    expect(playground.plane).to_be_visible()

    playground.draw_sample("Moons")
    playground.primary.click()
    playground.expect_step_beyond(40)
    page.keyboard.press("m")
    expect(hills).to_have_attribute("aria-label", COSTS)
    playground.pause()
    expect(hills).to_have_attribute("aria-label", _now(page))
    expect(playground.reading.get_by_role("heading", name=f"Step {playground.step}, on the mountain")).to_be_visible()
    expect(playground.reading).to_contain_text("Height is the cost over all 160 training points.")
    playground.make_step()
    expect(hills).to_have_attribute("aria-label", _now(page))

    page.get_by_role("button", name="as they are").click()
    page.get_by_role("radio", name="logarithmic").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="logarithmic")).to_be_visible()

    _choose_two_wires(page)
    expect(playground.reading).to_contain_text("The floor is the weight from input x1 to neuron 1 of layer 2 and")
    page.get_by_role("tab", name="Plane").click()
    expect(page.locator("#mountain")).to_be_hidden()
    expect(playground.reading).not_to_contain_text("on the mountain")


def _now(page: Page) -> re.Pattern[str]:
    """The figure's name with the cost that the page prints beside its curve."""
    printed = page.locator("#train-cost").inner_text()
    return re.compile(rf"^Mountain: costs from \S+ to \S+ ?, now {re.escape(printed)}$")


def _choose_two_wires(page: Page) -> None:
    """Shift and a click on two of the first input's wires, which leave it one above the other."""
    places = page.evaluate(
        """() => [...document.querySelectorAll('#network button')].filter(({ ariaLabel }) => /^weight from input x1/.test(ariaLabel ?? ''))
          .map((button) => button.getBoundingClientRect()).map(({ x, y, width, height }) => [x + width / 2, y + height / 2])"""
    )
    for x, y in places[:2]:
        page.keyboard.down("Shift")
        page.mouse.click(x, y)
        page.keyboard.up("Shift")
