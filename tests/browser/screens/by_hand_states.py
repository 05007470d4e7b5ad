"""Every state of the page of working by hand, in an order in which one leads to the next."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

State = tuple[str, Callable[[Page], None]]


def first(page: Page) -> None:
    page.goto("/by-hand#mazur")
    page.locator(".slot .katex").first.wait_for()


def answer(text: str, said: str) -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        page.locator("#answer").fill(text)
        page.locator("#answer").press("Enter")
        expect(page.locator("#verdict")).to_contain_text(said)

    return reach


def choose(key: str) -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        slot = page.locator(f"#lanes [data-key='{key}']")
        slot.scroll_into_view_if_needed()
        slot.click()

    return reach


def blame(page: Page) -> None:
    for text in ("0.3775", "0.593269992", "0.3925", "0.596884378"):
        page.locator("#answer").fill(text)
        page.locator("#answer").press("Enter")
        page.locator("#answer").press("Enter")
    choose("d:0:2:0")(page)


def symbols(page: Page) -> None:
    page.get_by_role("button", name="Mazur’s").click()
    expect(page.get_by_role("button", name="Nielsen’s").locator(".katex").first).to_be_visible()


def numbers(page: Page) -> None:
    page.keyboard.press("Escape")
    settings = page.get_by_role("button", name="all settings")
    if settings.is_visible():
        settings.click()
    page.get_by_role("button", name="All numbers").click()
    expect(page.get_by_role("dialog", name="All numbers").locator(".katex").first).to_be_visible()


def updates(page: Page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Many updates").click()
    expect(page.get_by_role("dialog", name="Many updates").locator("tbody tr").first).to_be_visible()


def large(page: Page) -> None:
    page.keyboard.press("Escape")
    setup = page.locator("#setup")
    setup.get_by_label("Inputs", exact=True).select_option(value="4")
    setup.get_by_label("Hidden layers").select_option(value="3")
    for layer in (2, 3, 4):
        setup.get_by_label(f"Neurons of layer {layer}").select_option(value="4")
    setup.get_by_label("Outputs", exact=True).select_option(value="4")
    setup.get_by_label("Points of a batch").select_option(value="4")
    setup.get_by_label("Optimizer").select_option(value="momentum")
    page.locator(".slot .katex").first.wait_for()


def examples(page: Page) -> None:
    page.get_by_role("link", name="Examples").click()
    expect(page.locator(".example .katex").first).to_be_visible()


WALK: list[State] = [
    ("by hand", first),
    ("a blame to work out", blame),
    ("a slip", answer("0.0072945", "after the update")),
    ("an unknown answer", answer("0.0121", "no slip")),
    ("a rounded answer", answer("0.0088", "as far as it goes")),
    ("no number", answer("0.00.7", "one point")),
    ("symbols", symbols),
    ("all numbers", numbers),
    ("many updates", updates),
    ("a large network", large),
    ("examples", examples),
]
