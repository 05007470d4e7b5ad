"""Click points, train, and watch the boundary follow."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.been_here import PLAYS_PASSES
from tests.browser.playground import CIRCLES, SQUARES, TRIANGLES, Playground, classes


def test_it_invites_the_first_click(page: Page) -> None:
    """An empty plane says what to do, and the first click answers at once."""
    playground = Playground(page)
    invitation = page.get_by_text("Click anywhere to place your first point.")
    expect(invitation).to_be_visible()
    playground.click((0.5, 0.5))
    expect(invitation).to_be_hidden()
    playground.expect_points(1)


def test_ten_points_of_two_classes_are_learned(page: Page) -> None:
    """Ten clicks and the space bar are all it takes, though each new point plays its pass."""
    page.add_init_script(PLAYS_PASSES)
    playground = Playground(page)
    playground.click(*CIRCLES)
    page.keyboard.press("2")
    playground.click(*SQUARES)
    playground.expect_points(10)
    page.keyboard.press("Space")
    playground.expect_correct()
    playground.pause()
    answers = [row[4] for row in playground.table()]
    assert [answer.split(",")[0] for answer in answers] == ["circle"] * 5 + ["square"] * 5


def test_a_third_class_joins_while_it_trains(page: Page) -> None:
    """Brushing a class beyond those that exist adds it, and training goes on through it."""
    playground = Playground(page)
    playground.place_two_classes()
    page.keyboard.press("Space")
    playground.expect_correct()
    page.keyboard.press("3")
    playground.click(*TRIANGLES)
    playground.expect_points(15)
    expect(playground.network_sentence).to_contain_text("3 classes")
    expect(playground.primary).to_have_text("Pause")
    before = playground.step
    playground.expect_step_beyond(before + 30)
    playground.expect_correct()
    playground.pause()
    rows = playground.table()
    assert classes(rows) == ["circle"] * 5 + ["square"] * 5 + ["triangle"] * 5
    assert all(row[4].startswith(row[0]) for row in rows)


@pytest.mark.thorough
def test_the_space_bar_pauses_and_goes_on(page: Page) -> None:
    """One key is enough for both, and after a click on a data set it means the page, not that."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    page.keyboard.press("Space")
    playground.expect_step_beyond(5)
    page.keyboard.press("Space")
    expect(playground.primary).to_have_text("Continue")
    stood = playground.step
    page.keyboard.press("Space")
    playground.expect_step_beyond(stood)
    playground.expect_points(200)


def test_steps_are_counted_as_they_are_made(page: Page) -> None:
    """One, ten, and as many as complete the epoch: 160 training points in batches of 10 are 16 updates."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    page.keyboard.press(".")
    playground.expect_step(1)
    page.get_by_role("button", name="More ways to step").click()
    page.get_by_role("menuitem", name="10 updates").click()
    playground.expect_step(11)
    assert playground.epoch == 0
    page.get_by_role("button", name="More ways to step").click()
    page.get_by_role("menuitem", name="To the end of the epoch").click()
    playground.expect_step(16)
    assert playground.epoch == 1
    expect(playground.reading).to_contain_text("Step 16, in words")
    expect(playground.reading).to_contain_text("A batch of 10 points was shown.")


def test_reset_goes_back_to_the_same_weights(page: Page) -> None:
    """The same seed gives the same first cost; new weights are another seed's."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    loss = page.locator("#train-cost")
    expect(loss).to_have_text(re.compile(r"\d\.\d{3}"))
    first = loss.inner_text()
    page.keyboard.press(".")
    playground.expect_step(1)
    expect(loss).not_to_have_text(first)
    page.get_by_role("button", name="Reset to the same initial weights").click()
    playground.expect_step(0)
    expect(loss).to_have_text(first)
    page.get_by_role("button", name="More ways to reset").click()
    page.get_by_role("menuitem", name="New initial weights").click()
    expect(playground.network_sentence).not_to_contain_text(re.compile(r"seed 1$"))
    expect(loss).not_to_have_text(first)


def test_the_speed_goes_up_to_no_limit(page: Page) -> None:
    """The slider's last position means as fast as it goes, and it is."""
    playground = Playground(page)
    playground.place_two_classes()
    slider = page.get_by_role("slider", name="Speed")
    slider.focus()
    slider.press("End")
    expect(page.locator("#speed-text")).to_have_text("as fast as it goes")
    playground.primary.click()
    playground.expect_step_beyond(1000)


@pytest.mark.thorough
def test_the_cost_curve_draws_itself_in_a_browser_without_a_language(page: Page) -> None:
    """Under LANG=C there are browsers that say they speak "C"."""
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'language', { get: () => 'C' })")
    playground = Playground(page)
    playground.place_two_classes()
    playground.primary.click()
    expect(page.locator("#chart canvas")).to_be_visible()
    assert page.evaluate("navigator.language") == "C"


READ_ON = """(chart, wanted) => new Promise((resolve) => {
  let left = 1000;
  (function further() {
    chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    if (document.querySelector('.readout').textContent.includes(wanted)) resolve(true);
    else if (left-- > 0) requestAnimationFrame(further);
    else resolve(false);
  })();
})"""
"""To the right until it is reached, frame after frame: the curve is drawn a moment after the numbers are."""


def test_the_cost_curve_is_read_by_keyboard(page: Page) -> None:
    """The last value of the curve is the cost that the numbers show."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    for step in range(1, 4):
        page.keyboard.press(".")
        playground.expect_step(step)
    chart = page.get_by_role("group", name=re.compile("Cost curve"))
    chart.focus()
    chart.press("ArrowRight")
    assert chart.evaluate(READ_ON, "step 3: train ")
    readout = page.locator(".readout")
    read = re.search(r"train (\d\.\d+)", readout.inner_text())
    assert read
    assert abs(float(read[1]) - float(page.locator("#train-cost").inner_text())) <= 0.0005
