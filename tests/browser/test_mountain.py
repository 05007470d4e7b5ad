"""The mountain in the plane's place: the network's own cost over two of its parameters."""

import re

from playwright.sync_api import Page, expect

from tests.browser.playground import Playground

COSTS = re.compile(r"^Mountain: costs from (\S+) to (\S+), now (\S+)$")


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
    expect(
        playground.reading.get_by_role("heading", name=f"Step {playground.step}, on the mountain")
    ).to_be_visible()
    expect(playground.reading).to_contain_text("Height is the cost over all 160 training points.")
    playground.make_step()
    expect(hills).to_have_attribute("aria-label", _now(page))

    page.get_by_role("button", name="as they are").click()
    page.get_by_role("radio", name="logarithmic").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="logarithmic")).to_be_visible()

    _choose_two_wires(page)
    page.get_by_role("tab", name="Mountain").focus()
    expect(playground.reading).to_contain_text(
        "The floor is the weight from input x1 to neuron 1 of layer 2"
        " and the weight from input x1 to neuron 2 of layer 2."
    )
    page.get_by_role("tab", name="Plane").click()
    expect(page.locator("#mountain")).to_be_hidden()
    expect(page.locator(".on-mountain")).to_be_hidden()


def _now(page: Page) -> re.Pattern[str]:
    """The figure's name with the cost that the page prints beside its curve."""
    printed = page.locator("#train-cost").inner_text()
    return re.compile(rf"^Mountain: costs from \S+ to \S+, now {re.escape(printed)}$")


def _choose_two_wires(page: Page) -> None:
    """Walks to two wires of the first input by keys, and takes each for a direction."""
    page.locator(".focus-layer button[tabindex='0']").focus()
    for key in ("Shift+ArrowRight", "Shift+Enter", "Shift+ArrowDown", "Shift+Enter"):
        page.keyboard.press(key)


def test_the_network_is_put_elsewhere_and_back_and_ways_down_are_tried(page: Page) -> None:
    """Two clicks put it where the map says, undo takes it back; three methods walk from where it is."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    page.keyboard.press("m")
    name = page.locator("#mountain .hills")
    expect(name).to_have_attribute("aria-label", COSTS)
    before = page.locator("#train-cost").inner_text()
    box = page.locator(".on-mountain .map").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.45, box["y"] + box["height"] * 0.25)
    chosen = page.locator(".elsewhere .chosen")
    expect(chosen).to_contain_text(" the cost is ")
    cost = chosen.inner_text().removesuffix(".").split(" ")[-1]
    assert cost != before
    page.get_by_role("button", name="Put the network here").click()
    expect(page.locator("#train-cost")).to_have_text(cost)
    expect(page.locator("#undo")).to_have_accessible_name("Undo: network put elsewhere on the mountain")
    page.locator("#undo").click()
    expect(page.locator("#train-cost")).to_have_text(before)

    page.get_by_role("button", name="Walk down from now").click()
    rows = page.locator(".walks tbody tr")
    expect(rows).to_have_count(3)
    expect(page.get_by_role("button", name="Walk down from now")).to_be_enabled()
    expect(page.locator(".walks caption")).to_contain_text(f"from {before}")
    for found in rows.locator("td:last-child").all_inner_texts():
        assert re.search(r"10⁻", found) or float(found) < float(before)
    page.get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(0)
