"""Looking closer: what neurons, wires and words say when they are pointed at, by mouse, keys and finger."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.known_network import open_known
from tests.browser.playground import Playground

# A network 2-2-2. Block of layer 2: a row for x1, one for x2, the biases; then the same of layer 3.
# The first neuron of layer 2 is tanh(2 x1): above 0 right of the middle.
PARAMETERS = [2.0, 0.1, 0.0, 0.1, 0.0, 0.0, -1.5, 1.5, 0.05, -0.05, 0.0, 0.25]
POINTS = [(-1.0, 0.5, 0), (-2.0, -1.0, 0), (-0.5, 1.0, 0), (1.0, 0.5, 1), (2.0, -1.0, 1), (0.5, 1.0, 1)]


def button(page: Page, key: str) -> Locator:
    """The invisible button that stands for a neuron."""
    return page.locator(f".focus-layer button[data-key='{key}']")


def middle(page: Page, key: str) -> tuple[float, float]:
    box = button(page, key).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def point_at(page: Page, x: float, y: float) -> None:
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)


def corner(page: Page) -> list[int]:
    """The colour of the plane near its upper left corner, as it is drawn."""
    colour: list[int] = page.evaluate(
        "() => [...document.querySelector('#plane .field').getContext('2d').getImageData(8, 60, 1, 1).data]"
    )
    return colour


COUNT_FADES = """() => {
  window.fades = 0;
  const count = ({ addedNodes }) => {
    window.fades += [...addedNodes].filter(({ className }) => /leaving/.test(className)).length;
  };
  const plane = document.querySelector('#plane');
  const observer = new MutationObserver((changes) => changes.forEach(count));
  observer.observe(plane, { childList: true, subtree: true });
}"""
"""Counts the pictures of the plane that fade over the next one."""


def test_what_the_pointer_rests_on_explains_itself(page: Page, expected_remarks: list[str]) -> None:
    """A neuron by map, thread, scale and verdict, a wire by its equation; then all is as it was."""
    expected_remarks.append("Multiple readback operations")  # the test's own
    open_known(page, PARAMETERS, POINTS)
    pane, mapped = page.locator(".closer"), page.locator("#plane-frame.mapped")
    expect(page.get_by_role("img", name="Colours of the plane: from 50%, pale")).to_be_visible()
    before = corner(page)
    page.evaluate(COUNT_FADES)

    point_at(page, *middle(page, "a:2:0"))
    expect(pane.get_by_role("heading")).to_have_text("Neuron 1 of layer 2 tells the kinds apart")
    page.wait_for_function("() => window.fades === 1 && !document.querySelector('#plane .leaving')")
    expect(pane).to_contain_text("It rises above 0 for 0 of 3 circles and for 3 of 3 squares.")
    expect(mapped.locator(".map-name")).to_contain_text("Neuron 1 of layer 2")
    expect(page.get_by_role("img", name="Colours of this neuron’s map, from −1 to 1")).to_be_visible()
    page.wait_for_function(
        "() => { const [r, , b] = document.querySelector('#plane .field').getContext('2d')"
        ".getImageData(8, 60, 1, 1).data; return r > b + 60; }"  # clay: the neuron is below 0 there
    )
    thread = page.locator(".thread.of-tile .curve")
    expect(thread).to_have_attribute("d", re.compile("^M"))
    plane = page.locator("#plane-frame").bounding_box()
    dot = page.locator(".thread.of-tile circle").bounding_box()
    assert plane
    assert dot
    assert abs(dot["x"] + dot["width"] / 2 - plane["x"] - plane["width"]) <= 1

    page.keyboard.press("Escape")
    expect(pane).to_be_hidden()
    expect(mapped).to_have_count(0)

    (x0, y0), (x1, y1) = middle(page, "a:2:0"), middle(page, "a:3:1")
    point_at(page, (x0 + x1) / 2, (y0 + y1) / 2)
    expect(pane.get_by_role("heading")).to_have_text(
        "A strong wire, from neuron 1 of layer 2 to the square’s output"
    )
    expect(pane).to_contain_text("Solid: where the neuron is high, the answer “square” gets likelier.")
    expect(pane.locator(".factor")).to_have_text("1.50")
    expect(pane.locator(".extent").first).to_have_text("−1.0 to 1.0")
    expect(pane.locator(".op")).to_have_text(["×", "=", "+ 1 other + bias ="])
    expect(mapped).to_have_count(0)

    page.mouse.move(5, 5)
    expect(pane).to_be_hidden()
    expect(page.locator(".say h3").first).to_be_visible()
    page.wait_for_function(
        "before => document.querySelector('#plane .field').getContext('2d').getImageData(8, 60, 1, 1)"
        ".data.every((value, at) => Math.abs(value - before[at]) <= 2)",
        arg=before,
    )


def test_keys_reach_it_and_a_glass_keeps_the_map(page: Page) -> None:
    """Arrows walk from neuron to neuron, Shift with them to a wire; Enter holds the map, Escape lets go."""
    open_known(page, PARAMETERS, POINTS)
    pane, mapped = page.locator(".closer"), page.locator("#plane-frame.mapped .map-name")
    button(page, "x:0").focus()
    expect(mapped).to_contain_text("Input x1")
    page.keyboard.press("ArrowRight")
    expect(mapped).to_contain_text("Neuron 1 of layer 2")
    expect(page.locator("#announcements")).to_contain_text("tells the kinds apart")
    page.keyboard.press("Shift+ArrowRight")
    expect(pane.get_by_role("heading")).to_contain_text("wire, from")
    expect(mapped).to_be_hidden()
    button(page, "a:2:1").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Under the glass")).to_contain_text("neuron 2 of layer 2")
    expect(pane).to_be_hidden()
    expect(mapped).to_contain_text("Neuron 2 of layer 2")
    page.keyboard.press("Escape")
    expect(mapped).to_be_hidden()


def test_a_finger_shows_a_wire_before_it_opens_it_and_the_plane_stays_in_sight(new_page: NewPage) -> None:
    """The first tap tells, the second opens; a neuron's map and a pass keep the plane at the top."""
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    playground = open_known(page, PARAMETERS, POINTS)
    page.locator("#network").scroll_into_view_if_needed()
    pane, glass = page.locator(".closer"), page.get_by_role("region", name="Under the glass")
    (x0, y0), (x1, y1) = middle(page, "a:2:0"), middle(page, "a:3:1")
    wire = (x0 + x1) / 2, (y0 + y1) / 2
    page.touchscreen.tap(*wire)
    expect(pane.get_by_role("heading")).to_contain_text("wire, from neuron 1 of layer 2")
    expect(glass).to_be_hidden()
    page.touchscreen.tap(*wire)
    expect(glass).to_contain_text("neuron 1 of layer 2 → output 2, square")
    glass.get_by_role("button", name="Close").tap()

    page.touchscreen.tap(*middle(page, "a:2:0"))
    expect(glass).to_contain_text("neuron 1 of layer 2")
    in_strip(playground)
    glass.get_by_role("button", name="Close").tap()
    expect(page.locator("html")).not_to_have_attribute("data-strip", re.compile(""))

    page.locator("#follow").tap()
    expect(page.locator(".pass")).to_be_visible()
    in_strip(playground)
    expect(page.locator(".pass .taken")).to_have_text(
        re.compile(r"^A (circle|square), taken for a \w+: \d+%$")
    )
    expect(page.locator(".thread:not(.of-tile) .curve")).to_have_count(2)
    page.locator(".pass .close").tap()
    expect(page.locator("html")).not_to_have_attribute("data-strip", re.compile(""))


def in_strip(playground: Playground) -> None:
    """The plane is at the top of the window, and what is below it has the page's width."""
    playground.page.wait_for_function(
        "() => { const { top, bottom } = document.getElementById('plane').getBoundingClientRect();"
        " return top >= 0 && bottom <= 136; }"
    )


def test_every_underlined_word_tells_what_it_is(page: Page) -> None:
    """On hover and on focus, until Escape or the setting itself."""
    open_known(page, PARAMETERS, POINTS)
    note, word = page.get_by_role("tooltip"), page.locator("#run-recipe").get_by_role("button", name="0.5")
    expect(page.locator("#word-hint")).to_be_attached()  # what comes late is there
    word.hover()
    expect(note).to_contain_text("Learning rate")
    expect(word).to_have_attribute("aria-describedby", "word-hint")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.mouse.move(5, 5)
    phrases = page.locator("#run-recipe button")
    phrases.first.focus()
    for at in range(1, phrases.count()):
        page.keyboard.press("Tab")
        expect(phrases.nth(at)).to_have_attribute("aria-describedby", "word-hint")
        expect(note).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".pop")).to_be_visible()
    expect(note).to_be_hidden()
