"""A real server and a headless Chromium, with pages that open on a given network and its points."""

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from app.training.checkpoint import Checkpoint
from app.wire.checkpoint import checkpoint_to_wire
from bench.serving.process import running_server
from tools.browser import find
from tools.machine import this_machine

ARGUMENTS = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
PATIENCE_MS = 30_000
_SESSIONS = 8
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Stage:
    """Where the page is shown."""

    address: str
    browser: Browser

    @contextlib.contextmanager
    def context(self, *scripts: str) -> Iterator[BrowserContext]:
        """A browser with nothing in its caches; each page runs these files of this folder first."""
        context = self.browser.new_context(base_url=self.address, viewport={"width": 1440, "height": 900})
        context.set_default_timeout(PATIENCE_MS)
        for script in scripts:
            context.add_init_script(path=_FOLDER / script)
        try:
            yield context
        finally:
            context.close()

    @contextlib.contextmanager
    def playground(self, checkpoint: Checkpoint, *scripts: str) -> Iterator[Page]:
        """The playground, live, with this checkpoint loaded: handed over as by a page of the article."""
        handed_over = json.dumps(json.dumps(checkpoint_to_wire(checkpoint)))
        with self.context(*scripts) as context:
            context.add_init_script(f"sessionStorage.setItem('checkpoint handed over', {handed_over})")
            page = context.new_page()
            page.goto("/")
            page.locator("#connection[data-status=live]").wait_for()
            page.locator("#train:enabled").wait_for()
            yield page


@contextlib.contextmanager
def stage() -> Iterator[Stage]:
    """A server on a free port and a browser; both end with the block. RuntimeError where one is missing."""
    path = find(this_machine())
    if path is None:
        raise RuntimeError("no Chromium or Chrome is installed: `python -m tools.browser` installs one")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with running_server(_SESSIONS) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *sandbox])
        try:
            yield Stage(f"http://127.0.0.1:{server.port}", browser)
        finally:
            browser.close()


def train(page: Page) -> None:
    """Let it train as fast as it goes."""
    page.locator("#speed").press("End")
    page.locator("#train").click()
    page.wait_for_function("() => document.getElementById('step-count').textContent !== '0'")
