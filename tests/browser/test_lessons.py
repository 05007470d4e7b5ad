"""Lessons as a pupil has them: by keyboard, on a phone, resumed, from a file, and one's own work back."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.playground import Playground
from tests.repository import ROOT


def strip(page: Page) -> str:
    """The step that the strip says is current."""
    return page.locator(".lesson-steps [aria-current=step]").inner_text()


def test_a_lesson_is_done_by_keyboard_resumed_and_left_for_ones_own_points(page: Page) -> None:
    playground = Playground(page)
    playground.place_two_classes()
    page.get_by_role("link", name="Lessons").click()
    page.get_by_role("button", name="Why one neuron").click()
    playground.expect_points(200)
    lesson = page.get_by_role("region", name="Lesson, step 1 of 5")
    expect(lesson).to_contain_text("How many points can the best line get right?")
    page.keyboard.press("2")
    expect(lesson.get_by_role("button", name="About three quarters")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(lesson).to_contain_text("That is so.")
    page.keyboard.press("n")
    conditions = page.locator(".lesson-conditions li")
    expect(conditions.first).to_contain_text("not yet")
    expect(page.get_by_role("button", name="Skip")).to_be_visible()
    page.get_by_role("slider", name="Speed").press("End")
    page.locator("#train").press(" ")
    expect(page.get_by_role("button", name="Next: Add a layer")).to_be_visible()
    playground.pause()
    page.keyboard.press("n")
    assert strip(page) == "Add a layer"

    page.reload()
    expect(page.locator(".lesson h3")).to_have_text("No straight line does better than 73%")
    playground.expect_points(200)
    expect(page.locator(".lesson-steps .done")).to_have_count(2)

    page.get_by_role("button", name="Leave the lesson").click()
    playground.expect_points(10)
    expect(page.locator(".lesson-strip")).to_be_hidden()
    page.get_by_role("link", name="Lessons").click()
    row = page.get_by_role("button", name="Why one neuron")
    expect(row).to_contain_text("Go on")
    row.click()
    expect(page.locator(".lesson h3")).to_have_text("No straight line does better than 73%")
    playground.expect_points(200)


def test_a_link_to_a_lesson_leads_a_first_visitor_there_and_nothing_trains(new_page: NewPage) -> None:
    page = new_page(first_visit=True)
    page.goto("/#lesson=xor")
    expect(page.locator(".lesson h3")).to_have_text("Four heaps, two classes")
    expect(page.locator("#plane")).to_have_attribute("aria-label", re.compile("^Plane, 200 points, "))
    expect(page.locator("#train")).to_have_text("Train")
    expect(page.locator("#step-count")).to_have_text("0")
    expect(page.locator("#network-recipe")).to_be_visible()


def test_a_pass_has_the_pane_and_gives_it_back_to_the_lesson(page: Page) -> None:
    page.goto("/#lesson=pass")
    expect(page.locator(".lesson h3")).to_have_text("A point goes in")
    page.locator("#follow").click()
    strip_of_phases = page.get_by_role("group", name="Phases of this pass")
    strip_of_phases.get_by_role("button", name="Layer 2").click()
    back = page.get_by_role("button", name="Done: back to the lesson")
    expect(back).to_be_visible()
    expect(page.locator(".lesson")).to_be_hidden()
    back.click()
    expect(page.get_by_role("button", name="Next: Cost")).to_be_visible()


def test_on_a_phone_a_lesson_that_is_brought_along_runs_and_a_broken_one_says_where(
    new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto("/")
    Playground(page)
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Lessons").click()
    text = (ROOT / "lessons/08_momentum.json").read_text(encoding="utf-8").replace('momentum"', 'mine"', 1)
    line = text[: text.index('"minutes"')].count("\n") + 1
    broken = tmp_path / "broken.json"
    broken.write_text(text.replace('"minutes": 6', '"minutes": 600'), encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a lesson").click()
    chooser.value.set_files(broken)
    expect(page.get_by_role("alert").filter(has_text="broken.json")).to_contain_text(
        f"Line {line}: “minutes”"
    )
    whole = tmp_path / "mine.json"
    whole.write_text(json.dumps(json.loads(text)), encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a lesson").click()
    chooser.value.set_files(whole)
    expect(page.locator(".lesson h3")).to_have_text("Two long rows, close together")
    page.get_by_role("button", name="It adds up").tap()
    expect(page.locator(".lesson-verdict")).to_contain_text("That is so.")
    page.get_by_role("button", name="Next: Plain").tap()
    expect(page.locator(".lesson h3")).to_have_text("Plain descent")
