"""A page behind Caddy, below a path: its server is killed while it trains, and another goes on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.playground import Playground
from tests.deploy.caddy import caddy, servers
from tests.serve.browser import sessions


@pytest.mark.thorough
def test_when_its_server_is_killed_the_page_trains_on(
    new_page: NewPage, tmp_path: Path, expected_remarks: list[str]
) -> None:
    expected_remarks.append("WebSocket connection to")
    with servers(2) as running, caddy(tmp_path, running, "/courses/ml") as address:
        page = new_page()
        playground = Playground(page, address)  # without a slash at its end
        assert page.url == f"{address}/"
        playground.draw_sample("XOR")
        playground.primary.click()
        playground.expect_step_beyond(60)
        next(server for server in running if sessions(server.port)).kill()
        expect(page.locator("#connection")).to_have_attribute("data-status", "offline")
        playground.expect_live()
        expect(playground.primary).to_have_text(re.compile("Pause"))
        playground.expect_step_beyond(playground.step)
        playground.expect_points(200)
