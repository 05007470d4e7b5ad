"""Many points at once: sprayed, chosen with a lasso, changed in the table; each one thing to undo."""

import re

from playwright.sync_api import Page, expect

from tests.browser.own_tables import paste
from tests.browser.playground import CIRCLES, SQUARES, Playground


def stroke(playground: Playground, *places: tuple[float, float]) -> None:
    """Draws a line with the button held."""
    mouse = playground.page.mouse
    mouse.move(*playground.pixel(*places[0]))
    mouse.down()
    for place in places[1:]:
        mouse.move(*playground.pixel(*place), steps=3)
    mouse.up()


def test_many_points_are_changed_as_one(page: Page) -> None:
    playground = Playground(page)
    playground.place_two_classes()
    undo = page.locator("#undo")

    page.keyboard.press("q")
    expect(page.locator(".hand-layer")).to_be_visible()
    around_circles = [(-2.2, -2), (-0.3, -2), (-0.3, -0.3), (-2.2, -0.3)]
    stroke(playground, *around_circles)
    chosen = page.get_by_role("group", name="Chosen points")
    expect(chosen).to_contain_text(f"{len(CIRCLES)} points")
    chosen.get_by_role("button", name="Make them square").click()
    expect(undo).to_have_accessible_name("Undo: 5 points changed")
    chosen.get_by_role("button", name="For testing").click()
    expect(undo).to_have_accessible_name("Undo: 5 points made for testing")
    page.locator(".hand-layer").focus()
    page.keyboard.press("ArrowUp")
    expect(undo).to_have_accessible_name("Undo: 5 points moved")
    page.keyboard.press("Delete")
    playground.expect_points(len(SQUARES))
    for _ in range(4):
        undo.click()
    playground.expect_points(10)
    expect(undo).to_have_accessible_name("Undo: point added")

    # A rectangle, by the same key again; what is chosen is dragged, duplicated, and all of it undone.
    page.keyboard.press("q")
    stroke(playground, (-0.3, -0.3), (-2.2, -2))
    expect(chosen).to_contain_text("5 points")
    stroke(playground, (-1, -1), (-0.5, -0.5))
    expect(undo).to_have_accessible_name("Undo: 5 points moved")
    expect(chosen).to_contain_text("5 points")
    page.keyboard.press("Control+d")
    playground.expect_points(15)
    expect(undo).to_have_accessible_name("Undo: 5 points duplicated")
    expect(chosen).to_contain_text("5 points")
    for _ in range(2):
        undo.click()
    playground.expect_points(10)
    page.locator(".hand-layer").focus()
    page.keyboard.press("Control+a")
    expect(chosen).to_contain_text("10 points")
    page.keyboard.press("Escape")
    expect(chosen).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(".hand-layer")).to_be_hidden()

    page.keyboard.press("b")
    stroke(playground, (-2, 2), (-1.5, 2), (-2, 1.5))
    expect(undo).to_have_accessible_name(re.compile(r"^Undo: (point|\d+ points) added$"))
    assert int(re.sub(r"\D", "", playground.plane.get_attribute("aria-label") or "")[:2]) > 10
    undo.click()
    playground.expect_points(10)
    page.keyboard.press("v")
    expect(page.locator(".hand-layer")).to_be_hidden()

    page.get_by_role("button", name="All points as a table").click()
    rows = page.locator("#points-rows tr")
    expect(rows).to_have_count(10)
    page.get_by_role("button", name="x1", exact=True).click()
    expect(rows.first.locator("td").nth(2)).to_have_text("−1.80")
    rows.first.get_by_role("button", name="−1.80").click()
    page.keyboard.type("far")
    page.keyboard.press("Enter")
    expect(page.get_by_text("That is not a number.")).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.type("2,75")
    page.keyboard.press("Enter")
    expect(rows.last.locator("td").nth(2)).to_have_text("2.75")
    expect(undo).to_have_accessible_name("Undo: point moved")
    paste(page, "0,5\t-1,25\tsquare\nabc\t1\tcircle\n1\t1\t<b>rose</b>\n")
    expect(rows).to_have_count(11)
    expect(undo).to_have_accessible_name("Undo: 1 row pasted")
    expect(page.locator(".points-view .fault")).to_have_text(
        "2 rows stayed out: line 2: “abc” is not a number; "
        "line 3: “<b>rose</b>” is none of the classes of these points."
    )
    chosen.get_by_role("button", name="Duplicate").click()
    expect(rows).to_have_count(12)
    for _ in range(2):
        undo.click()
    expect(rows).to_have_count(10)
    page.get_by_role("checkbox", name="Choose all rows").check()
    page.keyboard.press("Control+z")  # a box that is ticked is no text: keys are the page's
    expect(rows.last.locator("td").nth(2)).to_have_text("1.80")
    page.keyboard.press("Control+Shift+z")
    page.get_by_role("group", name="Chosen points").get_by_role("button", name="Delete").click()
    playground.expect_points(0)
    undo.click()
    expect(rows).to_have_count(10)
    page.keyboard.press("Escape")
    expect(page.locator("#network")).to_be_visible()
