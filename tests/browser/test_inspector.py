"""The inspector: a weight under the glass, as its user sees it."""

import math
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.known_network import open_known

# A network 2-2-2. Block of layer 2: a row for x1, one for x2, the biases; then the same of layer 3.
PARAMETERS = [0.5, -1.0, -0.25, 0.5, 0.5, -1.0, 1.0, 0.5, -0.5, 1.0, 0.0, 0.25]
POINTS = [(1.0, 2.0, 1), (-1.0, 0.5, 0), (0.5, -0.5, 0)]

# The first point by hand.
A2 = [math.tanh(0.5), math.tanh(-1.0)]
Z3 = [A2[0] - 0.5 * A2[1], 0.5 * A2[0] + A2[1] + 0.25]
A3 = [math.exp(z) / (math.exp(Z3[0]) + math.exp(Z3[1])) for z in Z3]
D3 = [A3[0], A3[1] - 1]
SLOPE = 1 - A2[0] ** 2
BLAME = 1.0 * D3[0] + 0.5 * D3[1]


def open_weight(page: Page, *keys: str) -> Locator:
    """Walks the network from its first input by keys, opens what is reached, answers the pane."""
    page.locator(".focus-layer button[tabindex='0']").focus()
    for key in keys:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    pane = page.get_by_role("region", name="Under the glass")
    expect(pane).to_be_visible()
    return pane


def open_first_weight(page: Page) -> Locator:
    """The weight from x1 to the first neuron of layer 2, looked at through the first point's pass."""
    plane = page.locator("#plane").bounding_box()
    assert plane
    x1, x2, _ = POINTS[0]
    page.mouse.click(
        plane["x"] + (x1 / 3 + 1) / 2 * plane["width"], plane["y"] + (1 - x2 / 3) / 2 * plane["height"]
    )
    page.get_by_role("button", name="Follow a point").click()
    expect(page.locator(".pass")).to_be_visible()
    pane = open_weight(page, "Shift+ArrowRight")
    expect(pane.locator(".term").first).to_be_visible()
    return pane


def numbers(pane: Locator) -> list[float]:
    return [float(text.replace("−", "-")) for text in pane.locator(".term b").all_inner_texts()]


def test_the_factors_are_those_of_a_calculation_by_hand(page: Page) -> None:
    """∂C/∂w = a · σ'(z) · Σ w δ, the brace over the last two is δ; so are the paths and the pushes."""
    open_known(page, PARAMETERS, POINTS)
    pane = open_first_weight(page)
    expect(pane).to_contain_text("input x1 → neuron 1 of layer 2")
    derivative, incoming, slope, blame = numbers(pane)
    assert incoming == 1
    assert slope == pytest.approx(SLOPE, rel=1e-3)
    assert blame == pytest.approx(BLAME, rel=1e-3)
    assert derivative == pytest.approx(1.0 * SLOPE * BLAME, rel=1e-3)
    assert float(f"{incoming * slope * blame:.4g}") == pytest.approx(derivative, rel=1e-9)
    brace = pane.locator(".brace b").inner_text()
    assert float(brace) == pytest.approx(SLOPE * BLAME, rel=1e-3)
    expect(pane.locator(".check")).to_contain_text("Checked by nudging")
    expect(pane.locator(".check.agrees")).to_be_visible()
    expect_every_path_down_to_the_output(pane)
    expect_a_bar_for_each_point_of_the_batch(pane)


def expect_every_path_down_to_the_output(pane: Locator) -> None:
    pane.get_by_text("The sum, path by path down to the output").click()
    paths = pane.locator(".path")
    expect(paths).to_have_count(2)
    for index, (weight, delta) in enumerate(zip([1.0, 0.5], D3, strict=True)):
        text = paths.nth(index).locator("summary").inner_text()
        share = float(text.split("=")[-1].replace("−", "-"))
        assert share == pytest.approx(weight * delta, rel=1e-3)
    paths.first.locator("summary").click()
    expect(paths.first.locator(".lines .mathbf")).to_have_text(f"{D3[0]:.4f}")


def expect_a_bar_for_each_point_of_the_batch(pane: Locator) -> None:
    """Up where minus its own derivative is positive; the words say so when it is pointed at."""
    bars = pane.locator(".push-bars .bar")
    expect(bars).to_have_count(3)
    mine = pane.locator(".push-bars .bar.mine")
    push = -1.0 * SLOPE * BLAME
    expect(mine).to_have_attribute("aria-label", re.compile(f"pushes it {'up' if push > 0 else 'down'}, by"))
    mine.hover()
    expect(pane.locator(".push p").first).to_contain_text("A square pushes it")


TYPED = [("1/3", "0.33333", 1 / 3), ("−0.75", "−0.75", -0.75), ("-1/4", "−0.25", -0.25), ("2e-1", "0.2", 0.2)]
"""What a person writes, what stands there then, and what it is."""

REFUSED = {
    "1/0": "Nothing can be divided by 0",
    "much": "is not a number",
    "1e9": "is too large",
    "Infinity": "more than the computer can hold",
    "1e999": "more than the computer can hold",
}


def test_a_typed_value_becomes_the_weight_or_is_refused_in_words(page: Page) -> None:
    """A refusal stands at the field, and nothing else changes; what is taken moves the factors."""
    open_known(page, PARAMETERS, POINTS)
    pane = open_first_weight(page)
    before = numbers(pane)
    field = pane.get_by_role("textbox", name="Value")
    for typed, reason in REFUSED.items():
        field.fill(typed)
        field.press("Enter")
        expect(pane.get_by_role("alert")).to_contain_text(reason)
        expect(field).to_have_attribute("aria-invalid", "true")
        assert numbers(pane) == before
        field.focus()
        field.press("Escape")
        expect(field).to_have_value("0.5")
        expect(pane.get_by_role("alert")).to_be_hidden()
    for typed, shown, value in TYPED:
        field.fill(typed)
        field.press("Enter")
        expect(field).to_have_value(shown)
        z = value * 1 - 0.25 * 2 + 0.5
        page.wait_for_function(
            "slope => Math.abs(Number(document.querySelectorAll('.term b')[2].textContent) - slope) < 1e-3",
            arg=1 - math.tanh(z) ** 2,
        )


def test_a_neuron_shows_its_map_and_its_wires(page: Page) -> None:
    """Opened by Enter; each of its weights is a button to the next glass; Esc leaves."""
    open_known(page, PARAMETERS, POINTS)
    pane = open_weight(page, "ArrowRight")
    expect(pane).to_contain_text("neuron 1 of layer 2")
    expect(pane.get_by_role("heading", name="Into it")).to_be_visible()
    into = pane.locator(".wires-of").first.get_by_role("button")
    expect(into).to_have_count(3)
    into.first.click()
    expect(pane).to_contain_text("input x1 → neuron 1 of layer 2")
    page.keyboard.press("Escape")
    expect(pane).to_be_hidden()


def test_it_lives_while_training_runs(page: Page) -> None:
    """The value and the factors change in place, and the history grows a line."""
    playground = open_known(page, PARAMETERS, POINTS)
    pane = open_weight(page, "Shift+ArrowRight")
    expect(pane.locator(".term b").first).to_be_visible()
    before = pane.locator(".term b").first.inner_text()
    playground.primary.click()
    page.wait_for_function(
        "before => document.querySelector('.term b').textContent !== before", arg=before, timeout=10_000
    )
    expect(pane.locator(".spark .line")).to_have_attribute("d", re.compile("L"))
    playground.pause()
    expect(pane).to_be_visible()


@pytest.mark.thorough
def test_a_removed_layer_closes_it_with_a_word(page: Page) -> None:
    open_known(page, PARAMETERS, POINTS)
    pane = open_weight(page, "Shift+ArrowRight")
    expect(pane.locator(".term b").first).to_be_visible()
    page.get_by_role("button", name=re.compile("Add a neuron")).first.click()
    expect(pane).to_be_hidden()
    expect(page.get_by_role("alert").filter(has_text="another shape")).to_be_visible()


def test_without_points_the_value_can_be_typed_all_the_same(page: Page) -> None:
    open_known(page, PARAMETERS, [])
    pane = open_weight(page, "Shift+ArrowRight")
    expect(pane).to_contain_text("Add a point first")
    field = pane.get_by_role("textbox", name="Value")
    field.fill("2")
    field.press("Enter")
    expect(field).to_have_value("2")


def test_a_finger_opens_a_bias(new_page: NewPage) -> None:
    """A tap on the stub under a neuron."""
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_known(page, PARAMETERS, POINTS)
    page.locator("#network").scroll_into_view_if_needed()
    neuron = page.locator(".focus-layer button[data-key='a:2:0']").bounding_box()
    assert neuron
    page.touchscreen.tap(neuron["x"] + neuron["width"] * 0.23, neuron["y"] + neuron["height"] + 6)
    pane = page.get_by_role("region", name="Under the glass")
    expect(pane).to_contain_text("bias of neuron 1 of layer 2")
    expect(pane.get_by_role("heading").first).to_be_in_viewport()


def test_following_a_point_takes_its_place(page: Page) -> None:
    open_known(page, PARAMETERS, POINTS)
    pane = open_weight(page, "Shift+ArrowRight")
    page.get_by_role("button", name="Follow a point").click()
    expect(page.locator(".pass h3")).to_be_visible()
    expect(pane).to_be_hidden()
