"""A real server and a real Chromium; a page that says anything on its console fails its test."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    expect,
    sync_playwright,
)

from tests.been_here import BEEN_HERE
from tests.browser.tab import ALIKE, Tab
from tests.running_server import running_server
from tools.browser import find_for_tests
from tools.machine import this_machine

ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
)
# What headless WebGL says about its own software renderer, not about the page.
RENDERER_REMARKS = ("GPU stall due to ReadPixels",)
SERVER_GONE = ("WebSocket connection to", "net::ERR_CONNECTION_REFUSED")
"""What a browser says where a test ends the server: of the socket, and of what is fetched when idle."""

NewPage = Callable[..., Page]

# Two browsers at once on a busy machine: patience costs nothing where a condition is met.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that runs for all browser tests."""
    with running_server() as address:
        yield address


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a headless Chromium, with options of Playwright's."""
    path = find_for_tests(this_machine())
    assert path, "no browser is installed: `python -m tools.browser` installs one"
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        yield lambda **options: playwright.chromium.launch(
            executable_path=path, args=[*ARGUMENTS, *sandbox], **options
        )


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """One headless Chromium for all browser tests."""
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture
def expected_remarks() -> list[str]:
    """Parts of console messages that a test provokes, such as by ending the server; the test adds its own."""
    return list(RENDERER_REMARKS)


@pytest.fixture(scope="session")
def tab(browser: Browser, server: str) -> Iterator[Tab]:
    """The tab that tests share where they need nothing of their own."""
    shared = Tab(browser, server)
    yield shared
    shared.close()


@pytest.fixture
def new_page(browser: Browser, server: str, expected_remarks: list[str], tab: Tab) -> Iterator[NewPage]:
    """Opens pages with the options given (viewport, color_scheme, ...), each as in a context of its own.

    The browser remembers earlier visits, but where it is asked for the `first_visit`, and may have files of
    the server's in its cache, but where the page shall be `cold`.
    """
    said: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(first_visit: bool = False, cold: bool = False, **options: Any) -> Page:
        if not (first_visit or cold or tab.is_lent) and options.keys() <= ALIKE:
            return tab.lend(_listen, said, options)
        context, page = watched(
            browser,
            said,
            first_visit,
            **{"base_url": server, "viewport": {"width": 1440, "height": 900}, **options},
        )
        contexts.append(context)
        return page

    yield open_page
    if tab.is_lent:
        tab.take_back()
    for context in contexts:
        context.close()
    remarks = surprises(said, expected_remarks)
    assert not remarks, "the page's console is not silent:\n" + "\n".join(remarks)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page of 1440 × 900 that no address is loaded in yet; "/" is the playground."""
    return new_page()


def watched(
    browser: Browser, said: list[str], first_visit: bool = False, **options: Any
) -> tuple[BrowserContext, Page]:
    """A page in a context of its own, which adds to `said` what it says on its console."""
    context = browser.new_context(**options)
    if not first_visit:
        context.add_init_script(BEEN_HERE)
    page = context.new_page()
    _listen(page, lambda: said)
    return context, page


def _listen(page: Page, said: Callable[[], list[str]]) -> None:
    page.on("console", lambda message: said().extend(_remarks(message)))
    page.on("pageerror", lambda error: said().append(_page_error(error)))


def surprises(said: Sequence[str], expected: Sequence[str]) -> list[str]:
    """What of it nobody expected: without any of these parts."""
    return [remark for remark in said if not any(part in remark for part in expected)]


def _remarks(message: ConsoleMessage) -> list[str]:
    return (
        [f"{message.type}: {message.text} ({message.location})"]
        if message.type in ("error", "warning")
        else []
    )


def _page_error(error: Error) -> str:
    return f"page error: {error.stack or error.message}"
