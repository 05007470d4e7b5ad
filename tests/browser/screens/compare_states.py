"""The states of runs beside each other."""

from playwright.sync_api import expect

from tests.browser.playground import Playground


def compared_with(playground: Playground) -> None:
    page = playground.page
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".choose-run").first).to_be_visible()


def side_by_side(playground: Playground) -> None:
    chooser = playground.page.locator(".choose-run").last
    chooser.get_by_role("button", name="0.3", exact=True).click()
    chooser.get_by_role("button", name="Train the two in step").click()
    expect(playground.page.locator("dialog.compare .words h3")).not_to_be_empty()
    playground.page.get_by_role("button", name="Pause both").click()


def luck(playground: Playground) -> None:
    page = playground.page
    page.keyboard.press("Escape")
    compared_with(playground)
    page.get_by_role("button", name="How much is luck?").click()
    expect(page.locator(".luck .seed")).to_have_count(20)


COMPARED = [
    ("what to compare", compared_with),
    ("runs side by side", side_by_side),
    ("how much is luck", luck),
]
