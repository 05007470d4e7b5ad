"""Points are added, moved, removed and brought back, by mouse, finger and keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.playground import Playground, classes


def test_a_point_is_dragged(page: Page) -> None:
    """It goes where the mouse goes, and undo takes the whole way back at once."""
    playground = Playground(page)
    playground.click((-1, 0.5))
    playground.drag((-1, 0.5), (1.5, -2))
    [row] = playground.table()
    assert row[2:4] == ["1.50", "−2.00"]
    page.keyboard.press("Control+z")
    [row] = playground.table()
    assert row[2:4] == ["−1.00", "0.50"]


def test_three_ways_to_remove_a_point(page: Page) -> None:
    """The right button, the Delete key on the chosen one, and its button."""
    playground = Playground(page)
    playground.click((-1, 0), (0, 0), (1, 0))
    playground.expect_points(3)
    page.mouse.click(*playground.pixel(0, 0), button="right")
    playground.expect_points(2)
    playground.click((-1, 0))
    page.keyboard.press("Delete")
    playground.expect_points(1)
    playground.click((1, 0))
    page.get_by_role("button", name="Delete the chosen point").click()
    playground.expect_points(0)
    expect(page.get_by_text("Click anywhere to place your first point.")).to_be_visible()


@pytest.mark.thorough
def test_undo_and_redo(page: Page) -> None:
    """Buttons and keys walk the same history; what can't be taken back is not offered."""
    playground = Playground(page)
    undo, redo = page.locator("#undo"), page.locator("#redo")
    expect(undo).to_be_disabled()
    playground.click((-1, 0))
    page.keyboard.press("2")
    playground.click((1, 0))
    playground.expect_points(2)
    undo.click()
    playground.expect_points(1)
    page.keyboard.press("Control+z")
    playground.expect_points(0)
    expect(undo).to_be_disabled()
    page.keyboard.press("Control+Shift+z")
    playground.expect_points(1)
    redo.click()
    playground.expect_points(2)
    expect(redo).to_be_disabled()
    assert classes(playground.table()) == ["circle", "square"]


@pytest.mark.thorough
def test_picking_a_point_shows_its_own_numbers(page: Page) -> None:
    """While it trains, the pane says what the network makes of it; Escape lets it go."""
    playground = Playground(page)
    playground.place_two_classes()
    page.keyboard.press("Space")
    playground.expect_step_beyond(0)
    playground.click((-1, -1))
    expect(playground.reading).to_contain_text("A circle at −1.00, −1.00")
    verdict = re.compile(r"The network is (right|wrong): it takes it for a \w+, with \d+%")
    expect(playground.reading).to_contain_text(verdict)
    page.keyboard.press("Escape")
    expect(playground.reading).to_contain_text("in words")


@pytest.mark.thorough
def test_points_are_changed_while_it_trains(page: Page) -> None:
    """Editing never stops training."""
    playground = Playground(page)
    playground.place_two_classes()
    page.keyboard.press("Space")
    playground.expect_step_beyond(3)
    playground.click((2.5, -2.5))
    playground.expect_points(11)
    playground.drag((2.5, -2.5), (2, -1))
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    playground.expect_points(10)
    playground.expect_step_beyond(playground.step + 3)
    expect(playground.primary).to_have_text("Pause")


def test_all_by_finger(new_page: NewPage) -> None:
    """On a phone: a tap adds and picks, a long press removes, the training goes by taps."""
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    playground = Playground(page)
    page.touchscreen.tap(*playground.pixel(-1, 1))
    page.get_by_role("radio", name="Class 2, square").tap()
    page.touchscreen.tap(*playground.pixel(1, -1))
    playground.expect_points(2)
    playground.primary.tap()
    playground.expect_correct()
    playground.pause()
    x, y = playground.pixel(1, -1)
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    playground.expect_points(1)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_all_by_keyboard(page: Page) -> None:
    """Two points, training, a setting and the table without a mouse."""
    playground = Playground(page)
    playground.plane.focus()
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    playground.expect_points(1)
    page.keyboard.press("2")
    for _ in range(5):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    playground.expect_points(2)
    page.keyboard.press("Space")
    playground.expect_correct()
    page.keyboard.press("Space")
    expect(playground.primary).to_have_text("Continue")
    playground.run_sentence.get_by_role("button", name="0.1", exact=True).focus()
    page.keyboard.press("Enter")
    expect(playground.popover).to_be_visible()
    page.keyboard.press("Escape")
    expect(playground.popover).to_be_hidden()
    expect(playground.run_sentence.get_by_role("button", name="0.1", exact=True)).to_be_focused()
    rows = playground.table()
    assert classes(rows) == ["circle", "square"]
    assert float(rows[0][2].replace("−", "-")) < 0 < float(rows[1][2])


def test_single_keys_can_be_turned_off(page: Page) -> None:
    """Who speaks to the computer must not train by saying a word; the choice is remembered."""
    playground = Playground(page)
    page.keyboard.press("?")
    help_dialog = page.get_by_role("dialog", name="Keys")
    expect(help_dialog).to_be_visible()
    help_dialog.get_by_role("switch", name="Keys that are a single letter").click()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(page.get_by_role("radio", name="Class 1, circle")).to_be_checked()
    page.reload()
    playground.expect_live()
    page.keyboard.press("2")
    expect(page.get_by_role("radio", name="Class 1, circle")).to_be_checked()
