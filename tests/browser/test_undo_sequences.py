"""Whatever is done, undoing all and doing all again changes nothing: a real browser, a real server."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.repository import ROOT
from tests.running_server import running_server
from tests.thoroughness import THOROUGH

SEQUENCES = int(os.environ.get("UNDO_SEQUENCES", "10" if THOROUGH else "2"))
ACTIONS = 60
PREFIX = "/repository/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a server that takes commands as fast as they come; its modules come from the repository."""
    with running_server(settings={"CHAINRULE_MAX_COMMANDS_PER_SECOND": "100000"}) as address:
        page = browser.new_page(bypass_csp=True)  # a page of the server runs its own modules only
        page.route(f"**{PREFIX}**", _from_repository)
        page.goto(f"{address}/health")
        page.evaluate(f"import('{PREFIX}tests/browser/undo/page.js')")
        yield page
        page.close()


def _from_repository(route: Route) -> None:
    path = ROOT / route.request.url.split(PREFIX)[1]
    route.fulfill(path=path, content_type="application/json" if path.suffix == ".json" else "text/javascript")


def test_undoing_all_and_doing_all_again_changes_nothing(page: Page) -> None:
    """Points, experiment and weights are the same bit for bit, and the server has what the page holds."""
    socket = page.url.replace("http", "ws").replace("/health", "/socket")
    entries = 0
    for sequence in range(SEQUENCES):
        played: dict[str, Any] = page.evaluate(
            "([url, sequence, actions]) => window.play(url, sequence, actions)", [socket, sequence, ACTIONS]
        )
        assert played["differences"] == []
        entries += played["entries"]
    assert entries > SEQUENCES * ACTIONS / 4
