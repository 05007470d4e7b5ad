"""How training goes, where it stops, and how the layers fare: states in the walk of states.py."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.playground import Playground


def open_phrase(playground: Playground, phrase: str) -> None:
    close(playground)
    playground.page.locator(".recipe").get_by_role("button", name=phrase, exact=True).click()
    expect(playground.page.locator(".pop:popover-open, dialog.sheet[open]")).to_be_visible()


def close(playground: Playground) -> None:
    above = playground.page.locator("dialog[open], [popover]:popover-open")
    while above.count():
        playground.page.keyboard.press("Escape")
        expect(above).to_have_count(0)


def schedule(playground: Playground) -> None:
    open_phrase(playground, "0.1")
    playground.page.get_by_role("radio", name="Falls like a cosine").click()
    expect(playground.run_sentence).to_contain_text("falling")


def until(playground: Playground) -> None:
    open_phrase(playground, "+ goal")
    field = playground.page.get_by_role("textbox", name="Step", exact=True)
    field.fill("25")
    field.press("Tab")
    expect(playground.run_sentence).to_contain_text("until step 25")


def health(playground: Playground) -> None:
    close(playground)
    playground.page.keyboard.press("h")
    expect(playground.reading.get_by_role("heading", name="How the layers fare")).to_be_visible()


def stopped(playground: Playground) -> None:
    playground.page.keyboard.press("Escape")
    playground.primary.click()
    expect(playground.reading).to_contain_text("Stopped at step 25, as you asked")


COURSE: list[tuple[str, Callable[[Playground], None]]] = [
    ("schedule of the rate", schedule),
    ("until a step", until),
    ("health", health),
    ("stopped", stopped),
]
