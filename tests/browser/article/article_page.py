"""The article in a browser, and its figures."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, ViewportSize, expect

NewPage = Callable[..., Page]
FIGURES = 12
WINDOW: ViewportSize = {"width": 1440, "height": 900}


def opened(page: Page) -> Page:
    """The article with its entry point loaded, and scrolling that doesn't take time."""
    page.goto("/maths")
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    return page


def awake(page: Page, number: int) -> Locator:
    """The figure, scrolled to and mounted."""
    figure = page.locator(f"#figure-{number}")
    figure.evaluate("figure => figure.scrollIntoView({ block: 'center', behavior: 'instant' })")
    expect(figure).to_have_class(re.compile(r"\bawake\b"))
    figure.evaluate("figure => figure.scrollIntoView({ block: 'center', behavior: 'instant' })")
    return figure


def all_awake(page: Page) -> Page:
    """The article, opened, with every figure mounted."""
    for number in range(1, FIGURES + 1):
        awake(page, number)
    return page
