"""What pointer and keyboard do on the network, and that it stays in step with its controls."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.figures.conftest import PHONE, PLAIN, Figures


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


ALL_FEATURES = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin x1", "sin x2"]
LARGEST: dict[str, Any] = {"features": ALL_FEATURES, "hidden": [16] * 8, "classes": 4}


def calls(page: Page, *names: str) -> list[Any]:
    return [call for call in page.evaluate("figures.calls") if call[0] in names]


EDITS = ("onAddNeuron", "onRemoveNeuron", "onAddLayer", "onRemoveLayer")


def box_of(locator: Locator) -> Box:
    found = locator.bounding_box()
    assert found
    return Box(found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"])


def box(page: Page, key: str) -> Box:
    """Where an element's button lies in the window."""
    return box_of(page.locator(f'[data-key="{key}"]'))


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def test_pointing_at_a_neuron_and_clicking_it(figures: Figures) -> None:
    page = figures()
    neuron = box(page, "a:3:1")
    page.mouse.click(neuron.left + 5, neuron.middle)
    page.mouse.move(neuron.left + 5, 590)
    assert calls(page, "onOpen") == [["onOpen", "a:3:1"]]
    keys = [call[1] for call in calls(page, "onHover")]
    assert keys[0] == "a:3:1"
    assert keys[-1] is None


def test_a_wire_is_opened_beside_its_line(figures: Figures) -> None:
    """Without hidden layers the wire from x1 to the first output is nearly level."""
    page = figures(experiment={"hidden": []})
    start, end = box(page, "x:0"), box(page, "a:2:0")
    page.mouse.click((start.right + end.left) / 2, (start.middle + end.middle) / 2 - 10)
    assert calls(page, "onOpen") == [["onOpen", "w:2:0:0"]]


def test_the_steppers_add_and_remove(figures: Figures) -> None:
    page = figures()
    page.get_by_role("button", name="Add a neuron to layer 2").click()
    page.get_by_role("button", name="Remove a neuron from layer 3").click()
    page.get_by_role("button", name="Add a layer here").nth(1).click()
    assert calls(page, *EDITS) == [["onAddNeuron", 2], ["onRemoveNeuron", 3, 2], ["onAddLayer", 3]]


def test_minus_on_the_only_neuron_removes_the_layer(figures: Figures) -> None:
    page = figures(experiment={"hidden": [1]})
    page.get_by_role("button", name="Remove layer 2").click()
    assert calls(page, *EDITS) == [["onRemoveLayer", 2]]


def test_a_stepper_keeps_the_focus_while_the_network_changes(figures: Figures) -> None:
    page = figures()
    button = page.get_by_role("button", name="Add a neuron to layer 2")
    button.focus()
    page.keyboard.press("Enter")
    page.evaluate("experiment => figures.reshape(experiment)", _with_hidden([5, 3]))
    assert focused(page) == "Add a neuron to layer 2"
    page.keyboard.press("Enter")
    assert calls(page, *EDITS) == [["onAddNeuron", 2], ["onAddNeuron", 2]]


def test_at_the_limits_the_controls_say_so_and_do_nothing(figures: Figures) -> None:
    limits = {"neurons": 4, "layers": 2}
    page = figures(experiment={"hidden": [4, 3]}, figure_options={"network": {"limits": limits}})
    full = page.get_by_role("button", name="Add a neuron to layer 2")
    expect(full).to_have_accessible_description("At most 4 neurons in a layer on this server")
    full.click(force=True)
    complete = page.get_by_role("button", name="Add a layer here").first
    expect(complete).to_have_accessible_description("At most 2 hidden layers on this server")
    complete.click(force=True)
    page.get_by_role("button", name="Layer 2", exact=True).click()
    menu = page.get_by_role("dialog", name="Layer 2")
    menu.get_by_role("button", name="Add a layer before").click(force=True)
    expect(menu).to_contain_text(
        "At most 4 neurons in a layer on this server. At most 2 hidden layers on this server."
    )
    assert calls(page, *EDITS) == []


def test_the_menu_of_a_layer(figures: Figures) -> None:
    page = figures()
    page.get_by_role("button", name="Layer 3", exact=True).click()
    menu = page.get_by_role("dialog", name="Layer 3")
    menu.get_by_role("button", name="Add a layer after").click()
    assert menu.is_hidden()
    page.get_by_role("button", name="Layer 3", exact=True).click()
    menu.get_by_role("button", name="Remove this layer").click()
    assert calls(page, *EDITS) == [["onAddLayer", 4], ["onRemoveLayer", 3]]


def test_an_open_menu_closes_when_its_layer_is_gone(figures: Figures) -> None:
    page = figures()
    page.get_by_role("button", name="Layer 3", exact=True).click()
    page.evaluate("experiment => figures.reshape(experiment)", _with_hidden([]))
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_arrows_walk_the_neurons_and_shift_their_wires(figures: Figures) -> None:
    page = figures()
    page.locator(".focus-layer [tabindex='0']").focus()
    assert focused(page) == "input x1"
    for key, start in [
        ("ArrowRight", "neuron 2 of layer 2, bias "),
        ("ArrowRight", "neuron 2 of layer 3, bias "),
        ("Shift+ArrowDown", "weight from neuron 1 of layer 2 to neuron 2 of layer 3, "),
        ("Shift+ArrowUp", "weight from neuron 2 of layer 3 to output 2, square, "),
        ("ArrowRight", "output 2, square, bias "),
        ("ArrowRight", "cost, 0.09"),
    ]:
        page.keyboard.press(key)
        assert focused(page).startswith(start), key
    page.keyboard.press("Enter")
    assert calls(page, "onOpen") == [["onOpen", "C"]]
    assert page.locator(".focus-layer button").count() == 2 + 4 + 3 + 2 + 1


def test_delete_removes_the_focused_neuron_of_a_hidden_layer_only(figures: Figures) -> None:
    page = figures()
    page.locator(".focus-layer [tabindex='0']").focus()
    page.keyboard.press("Delete")
    for key in ("ArrowRight", "ArrowUp", "Delete"):
        page.keyboard.press(key)
    assert calls(page, *EDITS) == [["onRemoveNeuron", 2, 0]]


def test_the_focus_goes_to_the_nearest_neuron_when_its_own_is_removed(figures: Figures) -> None:
    page = figures()
    page.locator(".focus-layer [tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    page.evaluate("experiment => figures.reshape(experiment)", _with_hidden([2]))
    name = re.compile("^neuron 2 of layer 2")  # in the frame that shows it
    expect(page.locator(":focus")).to_have_attribute("aria-label", name)


def test_the_largest_network_fits_on_a_phone(figures: Figures) -> None:
    page = figures(experiment=LARGEST, context=PHONE)
    frame = box_of(page.locator("#network"))
    for key in ("x:0", "a:2:0", "a:9:15", "a:10:3", "C"):
        element = box(page, key)
        assert frame.left <= element.left < element.right <= frame.right
        assert frame.top <= element.top < element.bottom <= frame.bottom
    counts = [box_of(count) for count in page.locator("#network button.count:visible").all()]
    assert len(counts) == 8
    assert all(left.right <= right.left for left, right in pairwise(counts))
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_phone_edits_a_layer_by_its_menu(figures: Figures) -> None:
    page = figures(context=PHONE)
    page.get_by_role("button", name="Layer 2, 4 neurons").tap()
    page.get_by_role("dialog", name="Layer 2").get_by_role("button", name="Add a neuron to layer 2").tap()
    assert calls(page, *EDITS) == [["onAddNeuron", 2]]


def test_the_thread_ties_the_chosen_point_to_the_inputs_on_wide_pages_only(figures: Figures) -> None:
    scene = {"points": [{"id": 1, "x1": 1, "x2": 1, "target": 0, "test": False}], "chosen": 1}
    page = figures(scene)
    assert page.locator(".thread .curve").count() == 2
    page.evaluate("figures.update({ chosen: null })")
    assert page.locator(".thread .curve").count() == 0
    assert figures(scene, context=PHONE).locator(".thread .curve").count() == 0


def _with_hidden(hidden: list[int]) -> dict[str, Any]:
    return {**PLAIN, "hidden": hidden}


# How opaque each pixel of the wires is, and whether none differs by more than the edge of a line does.
WIRES = """() => {
  const canvas = document.querySelector("#network .wires");
  const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return Uint8Array.from({ length: width * height }, (_, pixel) => data[4 * pixel + 3]);
}"""
LIKE = f"() => ({WIRES})().every((opacity, pixel) => Math.abs(opacity - window.atOnce[pixel]) <= 24)"


def test_a_crowd_of_wires_drawn_block_by_block_looks_as_if_drawn_at_once(figures: Figures) -> None:
    led = {"rest": 0.08, "keep": [["w:4:0:3", 0.95], ["w:4:0:5", 0.42], ["layer:4", 1]]}
    elsewhere = {"rest": 0.3, "keep": [["w:9:2:2", 1]]}
    page = figures({"dim": led}, LARGEST)
    page.evaluate(f"() => {{ window.atOnce = ({WIRES})(); }}")
    page.evaluate("dim => figures.update({ dim })", elsewhere)
    page.wait_for_function(f"() => !({LIKE})()")
    page.evaluate("dim => figures.update({ dim })", led)
    page.wait_for_function(LIKE)
