"""The first load is light, and no module waits for another to be read."""

from playwright.sync_api import Page, Response

from tests.browser.playground import Playground

MOST_BYTES = 350_000
WHEN_IDLE = ("/source-serif-4/files/", "/uplot/uPlot.esm.js", "/katex/katex.mjs")
"""The face of the notes' headlines, what draws curves and formulas: the page asks for them last of all."""


def test_the_first_load_is_light(page: Page) -> None:
    """All that crosses the wire until training can begin, as it was sent: compressed."""
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = int(response.headers.get("content-length", 0))

    page.on("response", weigh)
    Playground(page)
    page.wait_for_load_state("networkidle")
    asked = list(sizes)
    late = [url for url in asked if any(part in url for part in WHEN_IDLE)]
    assert asked[len(asked) - len(late) :] == late
    assert sum(size for url, size in sizes.items() if url not in late) < MOST_BYTES


def test_every_module_is_preloaded(page: Page) -> None:
    """The list in the template is what the page imports at first, neither more nor less."""
    Playground(page)
    page.wait_for_load_state("networkidle")
    listed = page.eval_on_selector_all("link[rel=modulepreload]", "links => links.map(link => link.href)")
    started = page.eval_on_selector_all("script[src]", "scripts => scripts.map(script => script.src)")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    scripts = {address for address in loaded if address.endswith(".js") and "/vendor/" not in address}
    assert scripts - set(started) == set(listed)
