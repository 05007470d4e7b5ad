"""Undo takes back what was done last, whatever it was, and says what that is."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.playground import Playground
from tests.thoroughness import some


def _opened(page: Page) -> Locator:
    """The first weight into the first hidden neuron, under the glass."""
    page.locator(".focus-layer button[tabindex='0']").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    pane = page.get_by_role("region", name="Under the glass")
    expect(pane).to_be_visible()
    return pane


def test_a_typed_weight_is_taken_back_before_the_points(page: Page) -> None:
    """The weight is what it was; all 200 points are still there, until the data set is undone too."""
    playground = Playground(page)
    playground.draw_sample("Circle")
    field = _opened(page).get_by_role("textbox", name="Value")
    before = field.input_value()
    field.fill("0.75")
    field.press("Enter")
    expect(field).to_have_value("0.75")
    expect(page.locator("#undo")).to_have_accessible_name("Undo: weight set to 0.75")
    page.keyboard.press("Control+z")
    expect(field).to_have_value(before)
    playground.expect_points(200)
    page.keyboard.press("Control+Shift+z")
    expect(field).to_have_value("0.75")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    playground.expect_points(0)


def test_a_removed_layer_comes_back_as_it_was(page: Page) -> None:
    """With its weights: the cost is the same to the last digit; its name is in the tooltip and announced."""
    playground = Playground(page)
    playground.draw_sample("Circle")
    page.keyboard.press("Space")
    playground.expect_step_beyond(100)
    playground.pause()
    network, loss = page.locator(".focus-layer"), page.locator("#train-cost")
    shape, before, step = network.get_attribute("aria-label"), loss.inner_text(), playground.step
    remove_layer(page, 3)
    expect(network).not_to_have_attribute("aria-label", shape or "")
    undo, redo = page.locator("#undo"), page.locator("#redo")
    expect(undo).to_have_attribute("title", "Undo: layer 3 removed (Ctrl+Z)")
    page.keyboard.press("Control+z")
    expect(page.locator("#announcements")).to_have_text("Undo: layer 3 removed")
    expect(network).to_have_attribute("aria-label", shape or "")
    expect(loss).to_have_text(before)
    playground.expect_step(step)
    playground.expect_points(200)
    expect(redo).to_have_attribute("title", "Redo: layer 3 removed (Ctrl+Shift+Z)")
    redo.click()
    expect(page.locator("#announcements")).to_have_text("Redo: layer 3 removed")
    expect(network).not_to_have_attribute("aria-label", shape or "")


@pytest.mark.parametrize(
    ("title", "goal"),
    some([("3 blobs", "3 classes"), ("Plane", "a real number"), ("Bumps", "a real number")], 1, 1),
)
def test_points_by_hand_outlive_a_data_set_of_another_task(page: Page, title: str, goal: str) -> None:
    """Points, task and classes come back."""
    playground = Playground(page)
    playground.place_two_classes()
    before, network = playground.table(), playground.network_sentence.inner_text()
    playground.draw_sample(title)
    expect(playground.network_sentence).to_contain_text(goal)
    expect(page.locator("#undo")).to_have_accessible_name(f"Undo: data set {title}")
    page.keyboard.press("Control+z")
    playground.expect_points(10)
    expect(playground.network_sentence).to_have_text(network)
    assert playground.table() == before
    page.keyboard.press("Control+y")
    playground.expect_points(200)
    expect(playground.network_sentence).to_contain_text(goal)
    expect(playground.data_sentence).to_contain_text(title)
    for _ in range(11):
        page.keyboard.press("Control+z")
    playground.expect_points(0)
    expect(page.locator("#undo")).to_be_disabled()


def test_undo_while_training_keeps_training(page: Page) -> None:
    """The button never says anything else than Pause."""
    playground = Playground(page)
    playground.draw_sample("Circle")
    page.keyboard.press("Space")
    playground.expect_step_beyond(5)
    page.evaluate(
        """() => {
          window.faces = new Set();
          const train = document.getElementById('train');
          const look = () => window.faces.add(train.textContent);
          new MutationObserver(look).observe(train, { childList: true, characterData: true, subtree: true });
          look();
        }"""
    )
    remove_layer(page, 2)
    expect(page.locator("#undo")).to_have_accessible_name("Undo: layer 2 removed")
    page.keyboard.press("Control+z")
    expect(page.locator("#undo")).to_have_accessible_name("Undo: data set Circle")
    playground.expect_step_beyond(playground.step + 5)
    assert page.evaluate("[...window.faces]") == ["Pause"]


def test_a_setting_is_undone_where_it_is_set(page: Page) -> None:
    """With its popover open; the network keeps what it has learned, and reset is undone as well."""
    playground = Playground(page)
    playground.draw_sample("Circle")
    page.keyboard.press("Space")
    playground.expect_step_beyond(20)
    playground.pause()
    step, loss = playground.step, page.locator("#train-cost").inner_text()
    playground.open_setting("tanh").get_by_role("radio", name="ReLU", exact=False).first.click()
    expect(playground.network_sentence).to_contain_text("ReLU neurons")
    expect(page.locator("#undo")).to_have_accessible_name("Undo: activation tanh → ReLU")
    page.keyboard.press("Control+z")
    expect(playground.network_sentence).to_contain_text("tanh neurons")
    expect(page.locator("#train-cost")).to_have_text(loss)
    page.keyboard.press("Escape")
    page.locator("#reset").click()
    playground.expect_step(0)
    expect(page.locator("#undo")).to_have_accessible_name("Undo: reset")
    page.keyboard.press("Control+z")
    playground.expect_step(step)
    expect(page.locator("#train-cost")).to_have_text(loss)


def test_a_text_field_has_an_undo_of_its_own(page: Page) -> None:
    """What is being typed is the browser's to undo."""
    playground = Playground(page)
    playground.click((0, 0))
    playground.open_setting("0.1")
    field = playground.popover.get_by_role("textbox", name="Learning rate")
    field.press("End")
    field.press("5")
    expect(field).to_have_value("0.15")
    page.keyboard.press("Control+z")
    expect(field).to_have_value("0.1")
    playground.expect_points(1)


@pytest.mark.thorough
def test_what_is_refused_leaves_no_trace(page: Page) -> None:
    """Neither an entry, nor the loss of what could be done again."""
    playground = Playground(page)
    playground.click((-1, 0), (1, 0))
    page.keyboard.press("Control+z")
    playground.expect_points(1)
    playground.open_setting("0.1")
    expect(playground.type_number("Learning rate", "5000")).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#undo")).to_have_accessible_name("Undo: point added")
    expect(page.locator("#redo")).to_be_enabled()
    page.keyboard.press("Control+Shift+z")
    playground.expect_points(2)


def remove_layer(page: Page, layer: int) -> None:
    """By the button above the layer's column."""
    page.locator(".layer-headings").get_by_role("button", name=f"Layer {layer}", exact=True).click()
    page.get_by_role("button", name="Remove this layer").click()
