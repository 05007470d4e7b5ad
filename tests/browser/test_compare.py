"""Runs beside each other: the same with another setting, in step, from the same start."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.playground import Playground


@pytest.fixture
def playground(page: Page) -> Playground:
    """A page with ten points, and a run of some steps."""
    playground = Playground(page)
    playground.place_two_classes()
    for _ in range(3):
        playground.make_step()
    return playground


def compare(page: Page, kind: str, values: list[str]) -> Locator:
    """Lays the same with other values beside the run."""
    page.get_by_role("button", name="Compare", exact=True).click()
    chooser = page.get_by_role("dialog", name="Lay another run beside this one")
    chooser.get_by_role("radio", name=kind, exact=True).click()
    for value in values:
        chooser.get_by_role("button", name=value, exact=True).click()
    chooser.get_by_role("button", name=re.compile("Train the")).click()
    dialog = page.get_by_role("dialog", name="Side by side")
    expect(dialog).to_be_visible()
    return dialog


def table(dialog: Locator) -> dict[str, list[str]]:
    """The rows of what differs and what came out, by their titles."""
    rows = dialog.locator("table tr").all_inner_texts()
    return {cells[0]: cells[1:] for cells in (row.split("\t") for row in rows)}


def test_two_runs_train_in_step_and_one_is_gone_on_with(playground: Playground) -> None:
    page = playground.page
    before = page.locator("#train-cost").inner_text()
    dialog = compare(page, "rate", ["1"])
    heading = dialog.get_by_role("rowgroup", name="What came out").or_(dialog.locator(".between"))
    expect(heading.first).to_contain_text(re.compile(r"step [2-9]\d"))
    dialog.get_by_role("button", name="Pause both").click()
    dialog.get_by_role("button", name="Continue both").wait_for()
    step = dialog.get_by_role("slider", name="Moment")
    one_more = dialog.get_by_role("button", name="Step: one update of each")
    # The updates that were under way come first.
    one_more.click()
    expect(one_more).to_be_enabled()
    at = int(step.get_attribute("aria-valuenow") or 0)
    one_more.click()
    expect(step).to_have_attribute("aria-valuenow", str(at + 1))
    expect(dialog.locator(".between")).to_have_text(f"What came out at step {at + 1}")
    newest = table(dialog)
    assert newest["Rate"] == ["0.1", "1"]
    assert newest["Cost, train"][0] != newest["Cost, train"][1]
    expect(dialog.locator(".words")).to_contain_text(
        "Both began with the same weights and see the same batches"
    )
    # The past of both at once, by the one handle.
    step.focus()
    page.keyboard.press("Home")
    expect(dialog.locator(".between")).to_have_text("What came out at step 0")
    first = table(dialog)
    assert first["Cost, train"][0] == first["Cost, train"][1]
    page.keyboard.press("End")
    expect(dialog.locator(".between")).to_have_text(f"What came out at step {at + 1}")
    assert table(dialog) == newest
    # Swapped, the table is too; each plane has the other's boundary.
    dialog.get_by_role("button", name="Swap").click()
    expect(dialog.locator("thead th").nth(1)).to_have_text("rate 1")
    assert table(dialog)["Cost, train"] == newest["Cost, train"][::-1]
    for line in dialog.locator("path.other").all():
        expect(line).to_have_attribute("d", re.compile("^M"))
    # The page's own run was left alone until now; going on with the other can be undone.
    expect(page.locator("#step-count")).to_have_text("3")
    other = dialog.get_by_role("region", name="Rate 1", exact=True)
    other.get_by_role("button", name="Go on with this one").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("#step-count")).to_have_text(str(at + 1))
    expect(page.locator("#train-cost")).to_have_text(newest["Cost, train"][1])
    expect(playground.run_sentence).to_contain_text("rate 1")
    page.keyboard.press("Control+z")
    expect(page.locator("#step-count")).to_have_text("3")
    expect(page.locator("#train-cost")).to_have_text(before)


def test_a_branch_lies_beside_the_run_that_left_it_by_its_record(playground: Playground) -> None:
    page = playground.page
    page.get_by_role("slider", name="Moment").press("ArrowLeft")
    expect(page.locator(".moment")).not_to_have_class(re.compile("waits"))
    rate = playground.open_setting("0.1").get_by_role("textbox", name="Learning rate")
    rate.fill("1")
    rate.press("Tab")
    expect(playground.run_sentence).to_contain_text("rate 1")
    page.keyboard.press("Escape")
    for _ in range(4):
        playground.make_step()
    expect(page.locator("#branches")).to_be_visible()
    page.get_by_role("button", name="Compare", exact=True).click()
    there = page.locator(".choose-run .there")
    there.get_by_role("button", name="“first”").click()
    dialog = page.get_by_role("dialog", name="Side by side")
    expect(dialog.locator(".words")).to_contain_text("Both are one run up to step 2.")
    rows = table(dialog)
    assert rows["Rate"] == ["1", "0.1"]
    expect(dialog.get_by_role("region", name="First")).to_contain_text("ends at step 3")
    expect(dialog.get_by_role("button", name="Continue both")).to_be_hidden()
    dialog.get_by_role("slider", name="Moment").press("Home")
    rows = table(dialog)
    assert rows["Cost, train"][0] == rows["Cost, train"][1]
    first = dialog.get_by_role("region", name="First")
    first.get_by_role("button", name="Go on with this one").click()
    expect(page.locator("#step-count")).to_have_text("3")
    expect(playground.primary).to_have_text("Go on from here")


def test_four_runs_stand_in_a_row_and_networks_of_another_shape_have_their_own_weights(
    playground: Playground,
) -> None:
    page = playground.page
    dialog = compare(page, "layers", ["2 and 2", "8 and 6"])
    expect(dialog.locator(".words")).to_contain_text("Each of the 3 began with its own weights")
    expect(dialog.locator(".half")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    dialog = compare(page, "seed", ["2", "3", "4"])
    expect(dialog.locator(".half")).to_have_count(4)
    expect(dialog.locator(".between")).to_contain_text(re.compile(r"step [1-9]\d"))
    dialog.get_by_role("button", name="Pause all").click()
    dialog.get_by_role("button", name="Close the comparison").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("#step-count")).to_have_text("3")
