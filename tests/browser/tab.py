"""A tab that tests have one after the other: to load a page again costs half of what it does in a new one."""

from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from tests.been_here import BEEN_HERE

ALIKE = {"viewport", "color_scheme", "reduced_motion"}
"""What of a new context's options a tab takes on as well."""
WINDOW: ViewportSize = {"width": 1440, "height": 900}

LASTING = {
    "page": ("add_init_script", "close", "expose_binding", "expose_function", "on", "once", "route"),
    "context": ("add_init_script", "close", "new_cdp_session", "new_page", "on", "route"),
}
"""After any of these a tab is no longer like a new one, and the next test has another."""

FORGET = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  window.name = '';
  const forgotten = ({ name }) => new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = done;
    request.onerror = request.onblocked = () => failed(new Error(`${name} is still open`));
  });
  await Promise.all((await indexedDB.databases()).map(forgotten));
}"""
"""What the browser keeps for the server's pages, asked from a page of it that keeps nothing."""


class Tab:
    """Lends its page to one test at a time; what it says on its console goes to `said`."""

    def __init__(self, browser: Browser, server: str) -> None:
        self._browser = browser
        self._server = server
        self._page: Page | None = None
        self._is_used_up = False
        self.is_lent = False
        self.said: list[str] = []

    def lend(self, watch: Any, said: list[str], options: dict[str, Any]) -> Page:
        """A page like that of a new context with these options, in which no address is loaded yet."""
        self.is_lent = True
        self.said = said
        if self._page is None:
            context = self._browser.new_context(base_url=self._server, viewport=WINDOW)
            context.add_init_script(BEEN_HERE)
            self._page = context.new_page()
            watch(self._page, lambda: self.said)
            self._is_used_up = False
            for owner, names in ((self._page, LASTING["page"]), (context, LASTING["context"])):
                for name in names:
                    self._mark(owner, name)
        page = self._page
        page.set_viewport_size(options.get("viewport", WINDOW))
        page.emulate_media(
            media="null",
            color_scheme=options.get("color_scheme", "null"),
            reduced_motion=options.get("reduced_motion", "null"),
            forced_colors="null",
            contrast="null",
        )
        return page

    def take_back(self) -> None:
        """Leaves the page, so that all that it does at its end is done, and forgets it."""
        self.is_lent = False
        page = self._page
        assert page is not None
        if not self._is_used_up:
            page.mouse.up()
            page.mouse.move(-10, -10)
            self.said = []
            page.goto(f"{self._server}/nowhere")
            page.evaluate(FORGET)
            return
        self.close()

    def close(self) -> None:
        """Ends it."""
        if self._page is not None:
            self._page.context.close()
        self._page = None

    def _mark(self, owner: object, name: str) -> None:
        """Has a method say that the tab was changed for good."""
        method = getattr(owner, name)

        def marked(*given: Any, **named: Any) -> Any:
            self._is_used_up = True
            return method(*given, **named)

        setattr(owner, name, marked)
