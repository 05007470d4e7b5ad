"""The states of the mountain that stands in the plane's place."""

import re

from playwright.sync_api import expect

from tests.browser.playground import Playground


def mountain(playground: Playground) -> None:
    """The run's way on it, at rest."""
    playground.page.keyboard.press("Escape")
    playground.page.keyboard.press("m")
    expect(playground.page.locator("#mountain .hills")).to_have_attribute("aria-label", re.compile("now "))


def floor(playground: Playground) -> None:
    """What it stands on, as two weights."""
    playground.page.locator(".of-floor").click()
    playground.page.get_by_role("radio", name="two weights or biases").click()
