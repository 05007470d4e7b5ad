"""Your data: a spreadsheet's table is previewed, mended, taken in, named everywhere, undone as one."""

import re

from playwright.sync_api import Page, expect

from tests.browser.own_tables import bring, paste
from tests.browser.playground import Playground

FLOWERS = "\r\n".join(
    [
        "sepal length (cm);petal length (cm);petal width (cm);species",
        *(f"{5 + at % 5 / 10:.1f};1,{at % 7};0,{1 + at % 4};setosa".replace(".", ",") for at in range(20)),
        "5,6;4,1 cm;1,3;versicolor",
        "5,6;;1,3;versicolor",
        *(f"6,{at % 9};4,{at % 8};1,{2 + at % 4};versicolor" for at in range(18)),
        "5,0;4,0;1,1;<b onclick='alert(1)'>other</b>",
        "",
    ]
)
"""40 rows as a German spreadsheet writes them, three classes, two rows with faults."""


def test_a_table_of_a_spreadsheet_is_previewed_and_taken_in(page: Page) -> None:
    """Nothing changes before it is used; then its names are everywhere, and one undo takes all back."""
    playground = Playground(page)
    playground.draw_sample("Moons")
    preview = page.get_by_role("region", name="Preview of flowers.csv", exact=True)

    bring(page, "flowers.xlsx", b"PK\x03\x04 and more")
    expect(page.get_by_role("alert").first).to_have_text(re.compile("flowers.xlsx .* save the sheet as CSV"))

    bring(page, "flowers.csv", b"\xef\xbb\xbf" + FLOWERS.encode())
    expect(preview).to_contain_text(
        "Semicolons between columns, commas in decimals, names in the first line."
    )
    expect(page.locator("#network")).to_be_hidden()
    expect(preview.locator(".own-rows tbody tr").first.locator("td")).to_have_text(
        ["2", "5,0", "1,0", "0,1", "setosa"]
    )
    preview.get_by_role("button", name="sepal length, to the right").click()
    page.get_by_role("radio", name="not used").click()
    preview.get_by_role("button", name="petal length, upwards").click()
    page.get_by_role("radio", name="to the right").click()
    preview.get_by_role("button", name="petal width, not used").click()
    page.get_by_role("radio", name="upwards").click()
    faults = preview.locator(".own-faults tr")
    expect(faults).to_have_count(2)
    assert [fault.inner_text().split("\t") for fault in faults.all()] == [
        ["line 22", "5,6; 4,1 cm; 1,3; versicolor", "“4,1 cm” is not a number", "mend"],
        ["line 23", "5,6; \u00a0\u00a0\u00a0; 1,3; versicolor", "petal length is empty", "mend"],
    ]
    mend = faults.get_by_role("button", name="mend")
    mend.first.click()
    page.keyboard.press("Escape")
    expect(mend.first).to_be_focused()
    mend.first.click()
    page.keyboard.type("4,x")
    mend.last.click()  # takes what was typed, and goes on there
    page.keyboard.press("Escape")
    expect(faults.first).to_contain_text("“4,x” is not a number")
    mend.first.click()
    page.keyboard.type("4,1")
    page.keyboard.press("Enter")
    expect(faults).to_have_count(1)
    expect(mend).to_be_focused()  # so that another Enter goes on mending, and does not use the table
    preview.get_by_role("button", name="Show more").click()
    expect(preview.get_by_role("region", name="Rows of the table")).to_be_focused()
    labels = preview.get_by_role("button", name="3 labels")
    labels.click()
    page.get_by_role("checkbox", name="versicolor").click()
    expect(preview.locator(".own-rows thead .marks .glyph")).to_have_count(2)
    page.get_by_role("checkbox", name="versicolor").click()
    page.keyboard.press("Escape")
    expect(labels).to_be_focused()
    expect(page.locator(".own-key")).to_contain_text("<b onclick=")
    playground.expect_points(200)  # the page's own plane is behind, as it was
    page.get_by_role("button", name="Use 40 points").click()

    playground.expect_points(40)
    expect(page.locator("#network")).to_be_visible()
    expect(playground.data_sentence).to_have_text("flowers.csv, 40 points, 20% for testing")
    expect(playground.network_sentence).to_contain_text("3 classes")
    expect(page.get_by_role("radio", name="Class 2, versicolor")).to_be_visible()
    playground.plane.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowRight")
    said = playground.plane.locator("[aria-live]")
    expect(said).to_have_text(re.compile(r"^petal length \d\.\d+ cm, petal width \d\.\d+ cm"))

    page.get_by_role("button", name="Undo: flowers.csv taken in").click()
    playground.expect_points(200)
    expect(playground.network_sentence).to_contain_text("2 classes")
    expect(playground.data_sentence).to_contain_text("Moons")
    page.get_by_role("button", name="Redo: flowers.csv taken in").click()
    playground.expect_points(40)
    expect(playground.data_sentence).to_contain_text("flowers.csv")

    page.locator("#gallery").get_by_role("button", name="Your data").click()
    formula = page.get_by_role("textbox", name="Formula")
    formula.fill("y > foo(x)")
    formula.press("Enter")
    expect(page.get_by_text("“foo” is not known here.")).to_be_visible()
    formula.fill("y > sin(2x)")
    formula.press("Enter")
    playground.expect_points(200)
    expect(playground.data_sentence).to_contain_text("y > sin(2x)")
    curve = page.locator(".formula-curve path")
    expect(curve).to_have_attribute("d", re.compile(r"^M-?\d\.\d{4} "))
    page.get_by_role("button", name="Undo: y > sin(2x) taken in").click()
    playground.expect_points(40)
    expect(curve).to_have_attribute("d", "")

    paste(page, "a\tb\theight\n1\t2\t10\n3\t5\t20\n2\t4\t12,5\n7\t1\t19,5\n8\t3\t11\n")
    expect(page.get_by_role("region", name="Preview of Pasted table", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    playground.expect_points(40)
    paste(page, "a\tb\theight\n1\t2\t10\n3\t5\t20\n2\t4\t12,5\n7\t1\t19,5\n8\t3\t11\n")
    expect(page.get_by_role("button", name="Use 5 points")).to_be_enabled()
    page.keyboard.press("Enter")
    playground.expect_points(5)
    expect(playground.network_sentence).to_contain_text("a real number")
    height = page.locator("#brush").get_by_role("textbox", name="points of height")
    expect(height).to_have_value("20")  # in the table's own units, of which 10 to 20 are −1 to 1
    height.fill("200")
    height.press("Enter")
    expect(page.get_by_text("A height goes from −35 to 65.")).to_be_visible()
    height.fill("12.5")
    height.press("Enter")
    page.keyboard.press("Escape")
    playground.click((0, 0))
    playground.expect_points(6)
    page.get_by_role("button", name="All points as a table").click()
    expect(page.get_by_role("table", name="Points").locator("tbody tr").last).to_contain_text("12.5")
    page.get_by_role("button", name="All points as a table").click()
    page.get_by_role("button", name="Undo", exact=False).first.click()
    playground.expect_points(5)
    page.get_by_role("button", name="Undo: Pasted table taken in").click()
    playground.expect_points(40)
