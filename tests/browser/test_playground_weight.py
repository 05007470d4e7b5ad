"""The first load is light, and no module waits for another to be read."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.been_here import BEEN_HERE
from tests.browser.conftest import NewPage
from tests.browser.playground import Playground
from tests.running_server import running_server

MOST_BYTES = 230_000
MOST_REQUESTS = 25
LATE = re.compile(
    r"/(?:explained|late|uPlot\.esm|source-serif-4-[\w-]+|katex|open|plot|bring)-[A-Z0-9]{8}\.(?:js|css|woff2)$"
)
"""What explains a step, draws curves and formulas, the face of headlines, settings, what reads tables:
fetched when idle."""

REMEMBER_ALL = "performance.setResourceTimingBufferSize(1000)"
"""A browser notes 250 requests of a page unless it is told to note more."""


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A browser's that has no file of the server's yet."""
    return new_page(cold=True)


def test_the_first_load_is_light(page: Page) -> None:
    """All that crosses the wire until training can begin, as it was sent: compressed."""
    asked: list[tuple[str, int]] = []

    def weigh(response: Response) -> None:
        asked.append((response.url, int(response.headers.get("content-length", 0))))

    page.on("response", weigh)
    with page.expect_response(LATE):
        Playground(page)
    first_late = next(at for at, (url, _) in enumerate(asked) if LATE.search(url))
    early = dict(asked[:first_late])
    assert set(_preloaded(page)) <= set(early)
    assert len(early) <= MOST_REQUESTS
    assert sum(early.values()) < MOST_BYTES


def test_every_module_is_preloaded(page: Page) -> None:
    """The list in the page is what its entry imports; a worker fetches its own."""
    _expect_all_preloaded(page, r"/built/explained-")


@pytest.fixture
def unbuilt(browser: Browser) -> Iterator[Page]:
    """A page of a server that serves the sources as they stand."""
    with running_server(settings={"CHAINRULE_SOURCES": "1"}) as address:
        context = browser.new_context(base_url=address)
        context.add_init_script(BEEN_HERE)
        yield context.new_page()
        context.close()


@pytest.mark.thorough
def test_the_sources_run_as_they_stand(unbuilt: Page) -> None:
    _expect_all_preloaded(unbuilt, r"/page/explaining/explained\.js$")
    assert "/js/socket_worker.js" in unbuilt.workers[0].url
    unbuilt.goto("/maths")
    unbuilt.locator("#figure-1").scroll_into_view_if_needed()
    expect(unbuilt.locator("#figure-1")).to_have_class(re.compile(r"\bawake\b"))


def _expect_all_preloaded(page: Page, first_late: str) -> None:
    page.add_init_script(REMEMBER_ALL)
    Playground(page)
    page.wait_for_function(
        "late => performance.getEntriesByType('resource').some(({ name }) => new RegExp(late).test(name))",
        arg=first_late,
    )
    started = page.eval_on_selector_all("script[src]", "scripts => scripts.map(script => script.src)")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    scripts = [address for address in loaded if re.search(r"\.m?js$", address) and "katex" not in address]
    early = scripts[: next(at for at, address in enumerate(scripts) if re.search(first_late, address))]
    workers = {worker.url for worker in page.workers}
    assert set(early) - set(started) - workers <= set(_preloaded(page)) <= set(scripts)
    assert _preloaded(page)


def _preloaded(page: Page) -> list[str]:
    addresses: list[str] = page.eval_on_selector_all(
        "link[rel=modulepreload]", "links => links.map(link => link.href)"
    )
    return addresses
