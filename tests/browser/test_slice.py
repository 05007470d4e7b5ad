"""Further columns of a table are inputs, which sliders hold: the plane shows a slice, a point has its own."""

import csv
import io
import re

import numpy as np
from playwright.sync_api import Page, expect

from tests.browser.keeping import left
from tests.browser.own_tables import bring
from tests.browser.playground import Playground
from tests.browser.test_take_out import chosen, saved
from tests.taken_out.runs import run

ROWS = [
    [f"{at % 7 / 2:.1f}", f"{at % 5 / 2:.1f}", f"{100 + 10 * (at % 11)}", f"{at % 3}"] for at in range(60)
]
LIGHT = "\n".join(
    [
        "width (cm),height (cm),weight (g),age,kind",
        *(",".join([*row, "heavy" if float(row[2]) > 150 else "light"]) for row in ROWS),
    ]
)
"""60 rows whose class no place on the plane tells: it is in the third column."""


def test_a_third_column_is_an_input_that_a_slider_holds(page: Page) -> None:
    playground = Playground(page)
    bring(page, "things.csv", LIGHT.encode())
    preview = page.get_by_role("region", name="Preview of things.csv", exact=True)
    preview.get_by_role("button", name="weight, not used").click()
    page.get_by_role("radio", name="a slider").click()
    expect(preview.get_by_role("button", name="weight, a slider")).to_be_focused()
    page.get_by_role("button", name="Use 60 points").click()
    playground.expect_points(60)
    expect(playground.network_sentence).to_contain_text("3 inputs")

    slider = page.get_by_role("slider", name="weight, held at")
    weights = [float(row[2]) for row in ROWS]
    mean = sum(weights) / len(weights)
    expect(slider).to_have_attribute("aria-valuetext", re.compile(rf"^{mean:.1f}\d* g$"))
    expect(page.locator("#gallery")).to_be_hidden()

    # The network learns what the plane alone can't show; at either end of the slider one class has it all.
    page.locator("#speed").fill("100")
    playground.primary.click()
    playground.expect_correct()
    playground.primary.click()
    expect(playground.primary).to_have_text(re.compile("Continue"))
    slider.focus()
    page.keyboard.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", "100 g")

    # A point of the plane lies in the slice, with its own units, and has its own columns from then on.
    playground.click((2.7, 2.7))
    playground.expect_points(61)
    page.keyboard.press("Escape")
    slider.focus()
    page.keyboard.press("End")
    expect(slider).to_have_attribute("aria-valuetext", "200 g")
    page.get_by_role("button", name="All points as a table").click()
    table = page.get_by_role("table", name="Points")
    expect(table.get_by_role("columnheader", name="weight")).to_be_visible()
    last = table.locator("tbody tr").last
    expect(last).to_contain_text("100 g")
    expect(last).to_contain_text("light,")

    # A further column is edited as the others are; a field with what can't be taken stays, with the reason.
    last.get_by_role("button", name="100 g").click()
    field = page.get_by_role("textbox", name="weight of point 61")
    field.fill("heavy")
    page.keyboard.press("Tab")
    expect(page.get_by_text("That is not a number.")).to_be_visible()
    expect(field).to_have_value("heavy")
    field.fill("150")
    page.keyboard.press("Tab")
    expect(page.get_by_text("That is not a number.")).to_be_hidden()
    expect(last.get_by_role("button", name="150 g")).to_be_visible()
    height, weight = last.locator("button").nth(2), last.locator("button").nth(3)
    height.click()
    page.keyboard.press("Tab")
    expect(weight).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(weight).to_be_focused()
    page.get_by_role("button", name="Undo", exact=False).first.click()
    expect(last.get_by_role("button", name="100 g")).to_be_visible()
    page.get_by_role("button", name="All points as a table").click()
    page.locator("#network-recipe").get_by_role("button", name="3 inputs").click()
    expect(page.get_by_role("checkbox", name="weight")).to_be_checked()
    page.keyboard.press("Escape")

    # What is taken out has them, and answers as the page does.
    page.get_by_role("link", name="Take out").click()
    chosen(page, "CSV", "things.csv")
    rows = list(csv.DictReader(io.StringIO(saved(page).decode(), newline="")))
    assert [float(row["weight (g)"]) for row in rows] == [*weights, 100]
    chosen(page, "NumPy", "things.py")
    names, printed = run(saved(page).decode())
    assert sorted(names["CLASSES"]) == ["heavy", "light"]
    assert names["titled"](names["AXES"][2]) == "weight (g)"
    assert [round(at, 9) for at in names["place"](0, 0, 200)][2] == 2.5
    assert f"the network says {names['named'](names['answer'](*names['EXAMPLE']))}" in printed
    np.testing.assert_allclose([150 + 20 * x3 for x3 in names["POINTS"][:60, 2]], weights)
    assert names["answer"](0, 0, -2.5).argmax() == 0
    assert names["answer"](0, 0, 2.5).argmax() == 1
    page.keyboard.press("Escape")

    # It comes back as it was left, and a data set of the plane leaves no slider behind.
    expect(slider).to_have_attribute("aria-valuetext", "200 g")
    far = page.get_by_role("button", name="how far off points are half faded")
    expect(far).to_have_text("12 g")
    far.click()
    page.get_by_role("slider", name="How far off points are half faded").press("End")
    expect(far).to_have_text("120 g")
    page.keyboard.press("Escape")
    left(page, 61)
    page.reload()
    playground.expect_live()
    playground.expect_points(61)
    expect(slider).to_have_attribute("aria-valuetext", "200 g")
    expect(far).to_have_text("120 g")
    expect(page.locator("#data-sets")).to_be_visible()
    page.locator("#data-sets").click()
    page.locator("#gallery").get_by_role("button", name="Moons").click()
    playground.expect_points(200)
    expect(slider).to_be_hidden()
    expect(playground.network_sentence).to_contain_text("2 inputs")
