"""A point's pass is followed phase by phase; what the page prints is what a calculation by hand gives."""

import math
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.keeping import left
from tests.browser.known_network import open_known
from tests.browser.playground import Playground

# A network 2-2-2. Block of layer 2: a row for x1, one for x2, the biases; then the same of layer 3.
PARAMETERS = [0.5, -1.0, -0.25, 0.5, 0.5, -1.0, 1.0, 0.5, -0.5, 1.0, 0.0, 0.25]
POINT = (1.0, 2.0, 1)
RATE = 0.5

# Forward by hand.
Z2 = [0.5 * 1 - 0.25 * 2 + 0.5, -1.0 * 1 + 0.5 * 2 - 1.0]
A2 = [math.tanh(z) for z in Z2]
Z3 = [1.0 * A2[0] - 0.5 * A2[1] + 0.0, 0.5 * A2[0] + 1.0 * A2[1] + 0.25]
A3 = [math.exp(z) / (math.exp(Z3[0]) + math.exp(Z3[1])) for z in Z3]
COST = -math.log(A3[1])
# Backward by hand: the true class is the second.
D3 = [A3[0] - 0, A3[1] - 1]
D2 = [
    (1 - A2[0] ** 2) * (1.0 * D3[0] + 0.5 * D3[1]),
    (1 - A2[1] ** 2) * (-0.5 * D3[0] + 1.0 * D3[1]),
]
STATIONS = ["Input", "Layer 2", "Output", "Cost", "Delta 3", "Delta 2", "Gradients", "Update"]


REMEMBER_STATIONS = """() => {
  window.seen = [];
  new MutationObserver(() => {
    const now = document.querySelector('.strip [aria-current]')?.getAttribute('aria-label');
    if (now && window.seen.at(-1) !== now) window.seen.push(now);
  }).observe(document.getElementById('reading'), {subtree: true, attributes: true, childList: true});
}"""
"""From now on, the stations that a pass comes by."""


def title(page: Page) -> Locator:
    return page.locator(".pass h3")


def results(page: Page) -> list[float]:
    """What the ledger comes to, and the last number of each printed line, as they stand on the screen."""
    reckoned = page.locator(".pass .ledger tfoot tr:last-child td:nth-child(4):visible").all_text_contents()
    lines = page.locator(".pass .line .katex-html").all_text_contents()
    return [as_number(re.split("[=←]", line)[-1]) for line in [*reckoned, *lines]]


def as_number(text: str) -> float:
    plain = re.sub(r"[\u200b\s]", "", text).replace("−", "-")
    return float(plain)


def follow(page: Page) -> Locator:
    """Follows the one point, stands still at its first phase, and answers the strip of stations."""
    page.get_by_role("button", name="Follow a point").click()
    strip = page.get_by_role("group", name="Phases of this pass")
    strip.get_by_role("button", name="Input").click()
    expect(strip.get_by_role("button", name="Input")).to_have_attribute("aria-current", "step")
    return strip


def go_on(page: Page, expected: str | re.Pattern[str]) -> None:
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text(expected)


def test_every_phase_prints_what_a_calculation_by_hand_gives(page: Page) -> None:
    """On 2-2-2 with known weights, by the arrow keys alone, input to update; then all as text."""
    open_known(page, PARAMETERS, [POINT])
    follow(page)
    expect(title(page)).to_have_text("The point enters the network")
    assert results(page) == [1.0, 2.0]

    go_on(page, "Neuron 1 of layer 2 adds up what reaches it")
    assert results(page) == pytest.approx([Z2[0], A2[0]], rel=1e-3)
    page.keyboard.press("ArrowDown")
    expect(title(page)).to_have_text("Neuron 2 of layer 2 adds up what reaches it")
    assert results(page) == pytest.approx([Z2[1], A2[1]], rel=1e-3)
    page.keyboard.press("ArrowUp")

    go_on(page, "Output neuron 1 adds up what reaches it")
    assert results(page) == pytest.approx([Z3[0], A3[0]], rel=1e-3)
    rows = page.locator(".truth tbody tr")
    for neuron in range(2):
        output, truth = rows.nth(neuron).locator("td").all_inner_texts()
        assert as_number(output) == pytest.approx(A3[neuron], abs=1e-4)
        assert as_number(truth) == neuron

    go_on(page, "The cost says how wrong that was")
    assert results(page) == pytest.approx([COST], rel=1e-3)

    go_on(page, "Blame reaches output neuron 1")
    assert results(page) == pytest.approx([D3[0]], rel=1e-3)

    go_on(page, "Neuron 1 of layer 2 collects its blame")
    assert results(page) == pytest.approx([D2[0]], rel=1e-3)

    go_on(page, "Neuron 1 of layer 2 shares out its blame")
    assert results(page) == pytest.approx([1.0 * D2[0], 2.0 * D2[0], D2[0]], rel=1e-3)

    go_on(page, "All 12 weights and biases move")
    page.get_by_role("button", name="from 2", exact=True).click()
    updated = -0.25 - RATE * 2.0 * D2[0]
    assert results(page)[-1] == pytest.approx(updated, rel=1e-3)

    page.get_by_role("button", name="The whole pass as text").click()
    text = page.get_by_role("region", name="Pass of the point").inner_text()
    headings = ("Input", "Forward, layer 2", "Cost", "Backward, layer 3", "Gradients of this point", "Update")
    for heading in headings:
        assert heading in text
    assert f"The cost of this point is {COST:.4g}." in text


def test_the_step_that_was_shown_is_the_step_that_is_made(page: Page) -> None:
    playground = open_known(page, PARAMETERS, [POINT])
    strip = follow(page)
    strip.get_by_role("button", name="Update").click()
    page.get_by_role("button", name="from 2", exact=True).click()
    shown = results(page)[-1]
    page.get_by_role("button", name="Make this step").click()
    playground.expect_step(1)
    expect(title(page)).to_have_text("The point enters the network")
    expect(strip.get_by_role("button", name="Layer 2")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".pass .ledger")).to_contain_text(f"{shown:.4g}".replace("-", "−"))


@pytest.mark.thorough
def test_a_pass_plays_through_its_stations(new_page: NewPage) -> None:
    """From the input to the update, each station in turn, the clock alone driving it."""
    page = new_page()
    open_known(page, PARAMETERS, [POINT])
    page.evaluate(REMEMBER_STATIONS)
    page.get_by_role("button", name="Follow a point").click()
    page.get_by_role("button", name="Speed of the pass").click()
    page.get_by_role("menuitemradio", name="4×").click()
    expect(page.locator(".strip [aria-current]")).to_have_text("Update", timeout=15_000)
    assert page.evaluate("window.seen") == STATIONS


def test_reduced_motion_shows_stills(new_page: NewPage) -> None:
    """A phase that is entered stands as it ends: the sum's activation is there at once."""
    page = new_page(reduced_motion="reduce")
    open_known(page, PARAMETERS, [POINT])
    follow(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".strip [aria-current]")).to_have_text("Layer 2")
    passed = page.locator(".strip .passed")
    lengths = passed.evaluate_all("all => all.map(one => one.getAttribute('stroke-dasharray'))")
    assert lengths[0] == "1 2"


def test_a_pass_ends_with_its_point_or_its_network(page: Page) -> None:
    open_known(page, PARAMETERS, [POINT, (-1.0, 0.5, 0)])
    follow(page)
    page.keyboard.press("Delete")
    expect(page.locator(".pass")).to_be_hidden()
    expect(page.get_by_role("alert")).to_have_text(re.compile("The point of this pass is gone"))
    follow(page)
    page.get_by_role("button", name=re.compile("Add a neuron")).first.click()
    expect(page.locator(".pass")).to_be_hidden()
    expect(page.get_by_role("alert")).to_have_text(re.compile("another shape"))


@pytest.mark.thorough
def test_a_moved_point_takes_its_pass_along(page: Page) -> None:
    """The pass stays in its phase and shows the point where it is now."""
    playground = open_known(page, PARAMETERS, [POINT])
    follow(page)
    playground.drag((1, 2), (-1.5, 2))
    expect(page.locator(".pass .line").first).to_contain_text("−1.5")
    expect(title(page)).to_have_text("The point enters the network")


def test_training_is_paused_for_a_pass_and_ends_it(page: Page) -> None:
    playground = open_known(page, PARAMETERS, [POINT, (-1.0, 0.5, 0)])
    playground.primary.click()
    playground.expect_step_beyond(2)
    page.get_by_role("button", name="Follow a point").click()
    expect(page.get_by_text("Training is paused, so that the pass stands still.")).to_be_visible()
    expect(playground.primary).to_have_text("Continue")
    playground.primary.click()
    expect(page.locator(".pass")).to_be_hidden()
    playground.pause()


def test_a_new_point_plays_its_pass_until_that_is_turned_off(page: Page) -> None:
    """Remembered by the browser."""
    playground = Playground(page)
    page.keyboard.press("?")
    page.get_by_role("switch", name="Points that are added while training is paused play their pass").click()
    page.keyboard.press("Escape")
    playground.click((-1, 1))
    expect(page.get_by_text("A new point plays its pass once.")).to_be_visible()
    page.get_by_role("button", name="Turn this off").click()
    left(page, 1)
    page.reload()
    playground.expect_live()
    playground.click((1, 1))
    playground.expect_points(2)
    expect(page.get_by_role("button", name="Follow its pass")).to_be_visible()
    expect(page.locator(".pass")).to_be_hidden()


def test_a_symbol_and_its_element_light_each_other(page: Page) -> None:
    """By pointer and by keyboard; a symbol that is pressed opens what it stands for."""
    open_known(page, PARAMETERS, [POINT])
    follow(page)
    page.keyboard.press("ArrowRight")
    formula = page.locator(".pass .formula")
    bias = formula.locator("[data-el='b:2:0']")
    page.get_by_role("button", name="bias of neuron 1 of layer 2").focus()
    expect(bias).to_have_class(re.compile("linked"))
    page.locator(".focus-layer button[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    expect(formula.locator("[data-el='a:2:0']")).to_have_class(re.compile("linked"))
    page.get_by_role("button", name="bias of neuron 1 of layer 2").press("Enter")
    expect(page.get_by_role("textbox", name="Value")).to_have_value("0.5")


@pytest.mark.thorough
def test_the_keyboard_alone_follows_a_pass_and_a_reader_hears_it(page: Page) -> None:
    """From the plane: crosshair to a point, F, arrows, Esc."""
    open_known(page, PARAMETERS, [(0.0, 0.0, 0)])
    page.locator("#plane").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("f")
    expect(title(page)).to_have_text("The point enters the network")
    page.keyboard.press("p")
    heard = page.locator("#announcements")
    for _ in STATIONS[1:3]:
        page.keyboard.press("ArrowRight")
    expect(heard).to_contain_text("Output neuron 1: the sum z is")
    page.keyboard.press("Escape")
    expect(page.locator(".pass")).to_be_hidden()


def test_slow_motion_makes_one_step_after_each_pass(page: Page) -> None:
    playground = open_known(page, PARAMETERS, [POINT, (-1.0, 0.5, 0)], batch_size=1)
    page.evaluate(REMEMBER_STATIONS)
    page.get_by_role("switch", name="Slow motion").click()
    page.get_by_role("button", name="Speed of the pass").click()
    page.get_by_role("menuitemradio", name="4×").click()
    expect(page.locator("#step-count")).to_have_text("1", timeout=20_000)
    assert page.evaluate("seen.slice(0, 8)") == STATIONS
    # Train and Pause are slow motion's own as long as it is on.
    expect(playground.primary).to_have_text("Pause")
    playground.primary.click()
    expect(page.get_by_role("button", name="Play the pass")).to_be_visible()
    playground.primary.click()
    expect(playground.primary).to_have_text("Pause")
    expect(page.get_by_role("switch", name="Slow motion")).to_have_attribute("aria-checked", "true")
    expect(page.locator("#step-count")).to_have_text("2", timeout=20_000)
    page.get_by_role("switch", name="Slow motion").click()
    expect(page.locator(".pass")).to_be_hidden()
    assert playground.step == 2


@pytest.mark.thorough
def test_on_a_phone_network_and_words_come_into_sight_together(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_known(page, PARAMETERS, [POINT])
    page.get_by_role("button", name="Follow a point").click()
    expect(page.locator(".pass .sentences")).to_be_in_viewport(ratio=1)
    expect(page.locator("#network")).to_be_in_viewport(ratio=0.9)
