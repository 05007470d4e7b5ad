"""One page of the article for all tests of a file: loading it and waking its figures costs most of a test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.article.article_page import WINDOW, opened
from tests.browser.conftest import RENDERER_REMARKS, surprises, watched


@pytest.fixture(scope="module")
def console() -> list[str]:
    """What the shared page has said since it was last asked."""
    return []


@pytest.fixture(scope="module")
def shared_article(browser: Browser, server: str, console: list[str]) -> Iterator[Page]:
    """The article, loaded once for the file."""
    context, page = watched(browser, console, base_url=server, viewport=WINDOW)
    yield opened(page)
    context.close()


@pytest.fixture
def article(shared_article: Page, console: list[str]) -> Iterator[Page]:
    """The file's article at its top, in its first window, with motion and on a screen.

    Its figures are as earlier tests left them: what a figure shows at first is for a test with a `page` of
    its own, or for the only one that touches it.
    """
    page = shared_article
    page.evaluate("scrollTo(0, 0)")
    yield page
    remarks = surprises(console, RENDERER_REMARKS)
    console.clear()
    page.mouse.move(0, 0)
    page.emulate_media(media="null", reduced_motion="null", color_scheme="null")
    page.set_viewport_size(WINDOW)
    assert not remarks, "the page's console is not silent:\n" + "\n".join(remarks)
