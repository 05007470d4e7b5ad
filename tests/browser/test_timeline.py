"""The cost curve is the timeline: every moment of the run can be looked at, and the newest stays."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.playground import DRAWN, Playground


class Timeline:
    """A run whose curve is drawn, and the handle on its axis."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.playground = Playground(page)
        self.playground.place_two_classes()
        self.playground.primary.click()
        self.playground.expect_step_beyond(120)
        self.playground.pause()
        self.handle: Locator = page.get_by_role("slider", name="Moment")
        expect(self.handle).to_be_visible()
        self.newest = self.playground.step

    def numbers(self) -> list[str]:
        """What the page says of its moment, in numbers."""
        ids = ("step-count", "epoch-count", "train-cost", "train-accuracy")
        return [self.page.locator(f"#{each}").inner_text() for each in ids]

    def drag(self, *shares: float) -> None:
        """Takes the curve at the first share of its width and lets it go at the last."""
        box = self.page.locator("#chart .u-over").bounding_box()
        assert box
        for at, share in enumerate(shares):
            self.page.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
            if at == 0:
                self.page.mouse.down()
        self.page.mouse.up()

    @property
    def step(self) -> int:
        """The step of the handle."""
        return int(self.handle.get_attribute("aria-valuenow") or -1)


@pytest.fixture
def timeline(page: Page) -> Timeline:
    """A run of some steps."""
    return Timeline(page)


def test_any_moment_shows_as_a_whole(timeline: Timeline) -> None:
    page, handle, newest = timeline.page, timeline.handle, timeline.newest
    at_newest = timeline.numbers()
    assert timeline.step == newest
    timeline.drag(0.9, 0.3)
    past = page.locator("#step-newest")
    expect(past).to_have_text(f"of {newest}")
    step = timeline.step
    assert 0.2 * newest < step < 0.4 * newest
    expect(page.locator("#step-count")).to_have_text(str(step))
    expect(page.locator("#reading h3").first).to_have_text(f"Step {step} of {newest}, in words")
    said = re.compile(rf"Step {step} of {newest}, train cost .*, rate 0\.1")
    expect(handle).to_have_attribute("aria-valuetext", said)
    assert timeline.numbers() != at_newest

    handle.press("Home")
    expect(page.locator("#step-count")).to_have_text("0")
    handle.press("End")
    expect(past).to_have_text("")
    assert timeline.numbers() == at_newest
    page.mouse.wheel(0, -400)
    timeline.page.mouse.move(0, 0)

    timeline.drag(0.5)
    expect(past).not_to_have_text("")
    page.get_by_role("button", name="Back to the newest", exact=True).click()
    expect(past).to_have_text("")
    assert timeline.numbers() == at_newest


def test_what_was_shown_at_a_step_is_shown_again(timeline: Timeline) -> None:
    """Numbers, points and settings of then, whatever was changed since."""
    page, playground = timeline.page, timeline.playground
    then = timeline.numbers()
    sentence = playground.run_sentence.inner_text()
    playground.click((0, 2.5))
    playground.expect_points(11)
    page.keyboard.press("Escape")
    for _ in range(3):
        playground.make_step()
    timeline.handle.press("Home")
    playground.expect_points(10)
    timeline.handle.press("]")
    expect(page.locator("#step-count")).to_have_text(str(timeline.newest))
    playground.expect_points(11)
    timeline.handle.press("ArrowLeft")
    playground.expect_points(10)
    assert playground.run_sentence.inner_text() == sentence
    timeline.handle.press("End")
    playground.expect_points(11)
    assert then[0] == str(timeline.newest)


def test_scrubbing_while_it_trains_pauses_and_the_newest_goes_on(page: Page) -> None:
    timeline = Timeline(page)
    timeline.playground.primary.click()
    timeline.playground.expect_step_beyond(timeline.newest + 20)
    timeline.drag(0.5, 0.4)
    expect(page.locator("#step-newest")).to_have_text(re.compile(r"of \d+"))
    page.evaluate(DRAWN)
    step = timeline.step
    page.evaluate(DRAWN)
    assert timeline.step == step
