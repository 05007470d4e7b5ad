"""The figures by themselves, on a page that serves nothing else, fed with scenes by the test."""

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.repository import ROOT

PLAIN: dict[str, Any] = {
    "features": ["x1", "x2"],
    "hidden": [4, 3],
    "task": "classification",
    "classes": 2,
    "activation": "tanh",
    "output": "softmax",
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 600}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

Figures = Callable[..., Page]


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@pytest.fixture(scope="module")
def files() -> Iterator[str]:
    """The address of a server of the repository's files."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(ROOT))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def pages(browser: Browser, files: str) -> Iterator[Callable[[dict[str, Any]], Page]]:
    """Pages by their context's options, each opened once; they must say nothing on their console."""
    said: list[str] = []
    opened: dict[str, Page] = {}

    def page_of(options: dict[str, Any]) -> Page:
        key = json.dumps(options, sort_keys=True)
        if key not in opened:
            page = opened[key] = browser.new_page(**options)
            page.set_default_timeout(10_000)
            page.on("pageerror", lambda error: said.append(error.message))
            page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
            page.goto(f"{files}/tests/browser/figures/page.html")
            page.wait_for_selector("body[data-ready]")
        return opened[key]

    yield page_of
    for page in opened.values():
        page.close()
    assert not said, f"the page's console is not silent: {said}"


@pytest.fixture
def figures(pages: Callable[[dict[str, Any]], Page]) -> Figures:
    """Mounts a plane and a network: `figures(scene, experiment, figure_options, context)`."""

    def mount(
        scene: dict[str, Any] | None = None,
        experiment: dict[str, Any] | None = None,
        figure_options: dict[str, Any] | None = None,
        context: dict[str, Any] = DESKTOP,
    ) -> Page:
        page = pages(context)
        page.mouse.move(0, 0)
        page.evaluate(
            "([experiment, scene, options]) => figures.start(experiment, scene, options)",
            [{**PLAIN, **(experiment or {})}, scene or {}, figure_options or {}],
        )
        page.wait_for_selector("#plane[aria-label]")
        return page

    return mount
