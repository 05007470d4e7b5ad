"""Going on from the past begins a branch: what came later stays, to be looked at and gone on with."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.playground import Playground

KEPT = """async () => {
  const opened = indexedDB.open('chainrule runs');
  const database = await new Promise((done) => { opened.onsuccess = () => done(opened.result); });
  const asked = database.transaction('outlines').objectStore('outlines').getAll();
  const outlines = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  database.close();
  const isWhole = (line) => line?.stretches.some(({ marks }) => marks.length === 2);
  return outlines.some(({ lines }) => lines.length === 2 && isWhole(lines[1]));
}"""
"""Whether the run's record is kept, with both of its branches."""


class Run:
    """A run of some steps, with the handle on its curve."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.playground = Playground(page)
        self.playground.place_two_classes()
        self.train(60)
        self.handle: Locator = page.get_by_role("slider", name="Moment")
        expect(self.handle).to_be_visible()
        self.newest = self.playground.step

    def train(self, steps: int) -> None:
        """Trains for so many steps at least."""
        self.playground.primary.click()
        self.playground.expect_step_beyond(steps)
        self.playground.pause()
        self.playground.make_step()  # what the page shows then is the last of it

    def expect_step(self, step: int, newest: int | None) -> None:
        """Waits for a moment, and for the numbers of just that step."""
        expect(self.page.locator("#step-count")).to_have_text(str(step))
        expect(self.page.locator("#step-newest")).to_have_text("" if newest is None else f"of {newest}")
        expect(self.page.locator(".moment")).not_to_have_class(re.compile("waits"))

    def numbers(self) -> list[str]:
        """Cost and share of right answers."""
        return self.page.locator("#numbers td").all_inner_texts()

    @property
    def names(self) -> Locator:
        """The branches' names at the ends of their lines."""
        return self.page.locator(".branch-end")


@pytest.fixture
def run(page: Page) -> Run:
    """A run of some steps."""
    return Run(page)


def test_one_steps_back_exactly_and_the_steps_come_again(run: Run) -> None:
    page, newest = run.page, run.newest
    at_newest = run.numbers()
    for _ in range(3):
        page.keyboard.press(",")
    run.expect_step(newest - 3, newest)
    then = run.numbers()
    page.get_by_role("button", name="Step back").click()
    run.expect_step(newest - 4, newest)
    page.keyboard.press(".")
    run.expect_step(newest - 3, None)
    assert run.numbers() == then
    for _ in range(3):
        run.playground.make_step()
    assert run.numbers() == at_newest


def test_a_branch_is_begun_looked_at_gone_on_with_and_undone(run: Run) -> None:
    page, newest, playground = run.page, run.newest, run.playground
    run.handle.press("Home")
    for _ in range(2):
        run.handle.press("Shift+ArrowRight")
    run.expect_step(20, newest)
    expect(run.playground.primary).to_have_text("Go on from here")
    rate = playground.open_setting("0.1").get_by_role("textbox", name="Learning rate")
    rate.fill("1")
    rate.press("Tab")
    page.keyboard.press("Escape")
    run.expect_step(20, None)
    run.train(40)
    branch = playground.step
    expect(run.names).to_have_text(["rate 1", "first"])

    run.names.get_by_text("first").click()
    run.expect_step(newest, newest)
    run.train(newest + 5)
    further = playground.step
    expect(page.locator("#branches")).to_have_text("2 branches")

    run.handle.press("ArrowDown")
    run.expect_step(min(branch, further), branch)
    run.handle.press("Home")
    run.expect_step(0, branch)
    run.handle.press("End")
    run.expect_step(further, None)

    page.locator("#undo").click()
    run.expect_step(branch, None)
    expect(run.names).to_have_text(["rate 1", "first"])


def test_a_branch_is_named_deleted_and_brought_back(run: Run) -> None:
    page = run.page
    run.handle.press("Home")
    page.keyboard.press(".")
    run.expect_step(1, None)
    page.locator("#branches").click()
    listed = page.get_by_role("listbox", name="Branches").get_by_role("option")
    expect(listed).to_have_count(2)
    listed.nth(0).click()
    run.expect_step(run.newest, run.newest)
    name = page.get_by_role("textbox", name="Name")
    name.fill("the long one")
    name.press("Tab")
    expect(listed.nth(0)).to_contain_text("the long one")
    page.get_by_role("button", name=f"Delete these {run.newest} steps").click()
    run.expect_step(1, None)
    expect(listed).to_have_count(1)
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(listed).to_have_count(2)
    page.keyboard.press("Escape")
    expect(run.names).to_have_text(["from 0", "the long one"])


def test_an_edit_in_the_past_begins_a_branch(run: Run) -> None:
    page, playground = run.page, run.playground
    run.handle.press("Home")
    run.handle.press("Shift+ArrowRight")
    run.expect_step(10, run.newest)
    playground.click((0.5, -2.5))
    playground.expect_points(11)
    run.expect_step(10, None)
    page.keyboard.press("Escape")
    playground.make_step()
    expect(run.names).to_have_text(["other points", "first"])


def test_what_was_recorded_comes_back_with_the_page(run: Run) -> None:
    page = run.page
    run.handle.press("Home")
    run.handle.press("Shift+ArrowRight")
    run.expect_step(10, run.newest)
    page.keyboard.press(".")
    run.expect_step(11, None)
    page.wait_for_function(KEPT)
    page.reload()
    run.playground.expect_live()
    expect(run.names).to_have_text(["from 10", "first"])
    run.handle.press("ArrowUp")
    run.handle.press("End")
    run.handle.press("Home")
    run.expect_step(0, 11)
