"""The article in a browser, and its figures."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, ViewportSize, expect

NewPage = Callable[..., Page]
FIGURES = 12
WINDOW: ViewportSize = {"width": 1440, "height": 900}


INTO_SIGHT = """figure => new Promise((resolve) => {
  // What is scrolled past has its true height only then, and moves what was scrolled to.
  let [place, rests] = [NaN, 0];
  (function again() {
    rests = Math.abs(figure.getBoundingClientRect().top - place) < 1 ? rests + 1 : 0;
    if (rests === 3) return resolve(true);
    figure.scrollIntoView({ block: 'center', behavior: 'instant' });
    place = figure.getBoundingClientRect().top;
    requestAnimationFrame(again);
  })();
})"""
"""Scrolls to a figure until it stays in the middle of the window."""


def opened(page: Page) -> Page:
    """The article with its entry point loaded, and scrolling that doesn't take time."""
    page.goto("/maths")
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    return page


def awake(page: Page, number: int) -> Locator:
    """The figure, scrolled to and mounted."""
    figure = page.locator(f"#figure-{number}")
    figure.evaluate(INTO_SIGHT)
    expect(figure).to_have_class(re.compile(r"\bawake\b"))
    figure.evaluate(INTO_SIGHT)
    return figure


def all_awake(page: Page) -> Page:
    """The article, opened, with every figure mounted."""
    for number in range(1, FIGURES + 1):
        awake(page, number)
    return page
