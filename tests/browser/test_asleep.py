"""A page that nobody touches is let go, says so, and at the next touch is there again with all it had."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.playground import Playground
from tests.running_server import fetch, running_server


@pytest.fixture(scope="module")
def impatient() -> Iterator[str]:
    """The address of a server that lets pages go after a second."""
    with running_server(settings={"CHAINRULE_IDLE_SECONDS": "1"}) as address:
        yield address


def press_a_key(page: Page) -> None:
    page.keyboard.press("Shift")


def move_the_pointer(page: Page) -> None:
    page.mouse.move(300, 5)


def come_back_to_the_tab(page: Page) -> None:
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def expect_word(page: Page, word: str) -> None:
    expect(page.locator("#connection")).to_have_text(word)


TOUCHES: list[Callable[[Page], None]] = [press_a_key, move_the_pointer, come_back_to_the_tab]


def test_a_page_that_sleeps_is_there_again_with_all_that_it_had(new_page: NewPage, impatient: str) -> None:
    """Whatever it is touched by, and as often as it sleeps."""
    page = new_page(base_url=impatient)
    playground = Playground(page)
    playground.place_two_classes()
    page.locator("#step").click()
    playground.expect_step(1)
    cost = page.locator("#train-cost").inner_text()
    for touch in TOUCHES:
        expect_word(page, "Asleep")
        assert json.loads(fetch(f"{impatient}/health"))["sessions"] == 0
        touch(page)
        expect_word(page, "Online")
        playground.expect_step(1)
        expect(page.locator("#train-cost")).to_have_text(cost)
        playground.expect_points(10)
    page.keyboard.press("Control+z")
    playground.expect_points(9)
    page.keyboard.press("Control+y")
    playground.expect_points(10)
    playground.expect_step(1)


def test_what_is_done_while_it_sleeps_is_done(new_page: NewPage, impatient: str) -> None:
    page = new_page(base_url=impatient)
    playground = Playground(page)
    playground.place_two_classes()
    expect_word(page, "Asleep")
    playground.click((0.2, 0.3))
    playground.expect_points(11)
    expect_word(page, "Online")


def test_a_page_that_trains_is_not_let_go(new_page: NewPage, impatient: str) -> None:
    page = new_page(base_url=impatient)
    playground = Playground(page)
    playground.draw_sample("Circle")
    slider = page.get_by_role("slider", name="Speed")
    slider.focus()
    slider.press("Home")  # one update a second
    playground.primary.click()
    playground.expect_step_beyond(3)
    expect_word(page, "Online")
