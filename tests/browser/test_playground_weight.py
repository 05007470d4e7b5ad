"""The first load is light, and no module waits for another to be read."""

from playwright.sync_api import Page, Response

from tests.browser.playground import Playground

MOST_BYTES = 350_000
LATE = (
    "/page/explaining/explained.js",
    "/css/popover.css",
    "/vendor/uplot/",
    "/vendor/source-serif-4/",
    "/katex/katex.m",
    "/page/settings/open.js",
)
"""What explains a step, draws curves and formulas, the face of headlines, settings: fetched when idle."""

REMEMBER_ALL = "performance.setResourceTimingBufferSize(1000)"
"""A browser notes 250 requests of a page unless it is told to note more."""

LIBRARY_AT_THE_START = "/vendor/signals-core/"
"""The one library that the page can't begin without."""


def test_the_first_load_is_light(page: Page) -> None:
    """All that crosses the wire until training can begin, as it was sent: compressed."""
    asked: list[tuple[str, int]] = []

    def weigh(response: Response) -> None:
        asked.append((response.url, int(response.headers.get("content-length", 0))))

    page.on("response", weigh)
    Playground(page)
    page.wait_for_load_state("networkidle")
    first_late = next(at for at, (url, _) in enumerate(asked) if any(part in url for part in LATE))
    early = dict(asked[:first_late])
    assert set(_preloaded(page)) <= set(early)
    assert sum(early.values()) < MOST_BYTES


def test_every_module_is_preloaded(page: Page) -> None:
    """The list in the template is what the page imports at first; a worker fetches its own."""
    page.add_init_script(REMEMBER_ALL)
    Playground(page)
    page.wait_for_function(
        "late => performance.getEntriesByType('resource').some(({ name }) => name.includes(late))",
        arg=LATE[0],
    )
    listed = _preloaded(page)
    started = page.eval_on_selector_all("script[src]", "scripts => scripts.map(script => script.src)")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    scripts = [
        address
        for address in loaded
        if LIBRARY_AT_THE_START in address or (address.endswith(".js") and "/vendor/" not in address)
    ]
    late = scripts[next(at for at, address in enumerate(scripts) if LATE[0] in address) :]
    workers = {worker.url for worker in page.workers}
    assert set(scripts) - set(started) - set(late) - workers == set(listed)


def _preloaded(page: Page) -> list[str]:
    addresses: list[str] = page.eval_on_selector_all(
        "link[rel=modulepreload]", "links => links.map(link => link.href)"
    )
    return addresses
