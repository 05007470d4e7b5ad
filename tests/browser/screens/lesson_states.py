"""The states of lessons, and of the page that makes a frame, in the walk of states.py."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.playground import Playground


def lessons(playground: Playground) -> None:
    playground.page.keyboard.press("v")
    playground.page.evaluate("location.hash = 'lessons'")
    expect(playground.page.locator(".lessons")).to_be_visible()


def lesson_question(playground: Playground) -> None:
    """A step that asks and has something to do, answered."""
    page = playground.page
    page.get_by_role("button", name="What a weight does").click()
    expect(page.locator(".lesson h3")).to_have_text("Every weight is 0")
    page.get_by_role("button", name="A straight edge").click()


def lesson_step(playground: Playground) -> None:
    playground.page.get_by_role("button", name="Next: Set one").click()
    expect(playground.page.locator(".lesson-conditions li")).to_have_count(3)


def frame_maker(playground: Playground) -> None:
    page = playground.page
    page.get_by_role("button", name="Leave the lesson").click()
    expect(page.locator(".lesson-strip")).to_be_hidden()
    page.evaluate("location.hash = 'embed'")
    expect(page.locator(".maker")).to_be_visible()


LESSONS: list[tuple[str, Callable[[Playground], None]]] = [
    ("lessons", lessons),
    ("a lesson's question", lesson_question),
    ("a lesson's step", lesson_step),
    ("a frame is made", frame_maker),
]
