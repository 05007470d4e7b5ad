"""The same page works below any path of a host, in a sandboxed frame, and when the server was renewed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect

from tests.browser.playground import Playground
from tests.running_server import running_server
from tests.stripping_proxy import stripping_proxy


@pytest.fixture
def below(server: str) -> Iterator[str]:
    """The site's address behind a proxy that strips a prefix; the server knows nothing of it."""
    with stripping_proxy(server) as address:
        yield address


def test_below_a_prefix_the_playground_learns(below: str, page: Page) -> None:
    playground = Playground(page, f"{below}/")
    playground.place_two_classes()
    playground.primary.click()
    playground.expect_correct()
    assert [worker.url.startswith(f"{below}/static/") for worker in page.workers] == [True]
    page.locator(".top").get_by_text("The maths").click()
    expect(page).to_have_url(f"{below}/maths")


def test_below_a_prefix_the_article_lives_and_leads_to_the_playground(below: str, page: Page) -> None:
    page.goto(f"{below}/maths")
    figure = page.locator("[data-figure=open]").first
    figure.scroll_into_view_if_needed()
    figure.get_by_role("button", name="Open this network in the playground").click()
    expect(page).to_have_url(f"{below}/")
    expect(page.locator("#connection")).to_have_attribute("data-status", "live")


def test_below_a_prefix_an_address_that_leads_nowhere_shows_the_way(
    below: str, page: Page, expected_remarks: list[str]
) -> None:
    expected_remarks.append("Failed to load resource")
    page.goto(f"{below}/no/such/page")
    page.get_by_role("link", name="Read the maths").click()
    expect(page).to_have_url(f"{below}/maths")


def test_behind_a_proxy_that_cuts_sockets_the_page_says_so(
    server: str, page: Page, expected_remarks: list[str]
) -> None:
    expected_remarks.append("WebSocket connection to")
    with stripping_proxy(server, cuts_sockets=True) as address:
        page.goto(f"{address}/")
        expect(page.locator(".lost")).to_contain_text("The server answers, but opens no WebSocket:")
        expect(page.locator("body")).not_to_contain_text("does not answer")


@pytest.fixture
def framed(page: Page) -> Iterator[FrameLocator]:
    """The playground in a sandboxed frame of another page, which makes its origin `null`."""
    with (
        running_server(settings={"CHAINRULE_FRAME_ANCESTORS": "*"}) as address,
        _Course.of(address) as course,
    ):
        page.goto(course)
        yield page.frame_locator("iframe")


class _Course(BaseHTTPRequestHandler):
    """Another site's page, which has the playground in a frame."""

    framed = ""

    @classmethod
    @contextmanager
    def of(cls, framed: str) -> Iterator[str]:
        cls.framed = f'<iframe sandbox="allow-scripts" src="{framed}/" width="640" height="420"></iframe>'
        with ThreadingHTTPServer(("127.0.0.1", 0), cls) as server:
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
            thread.start()
            yield f"http://localhost:{server.server_port}/"
            server.shutdown()
            thread.join()

    def do_GET(self) -> None:
        content = f'<!doctype html><link rel="icon" href="data:,">{self.framed}'.encode()
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.thorough
def test_in_a_sandboxed_frame_the_playground_learns(framed: FrameLocator) -> None:
    expect(framed.locator("#connection")).to_have_attribute("data-status", "live")
    framed.locator("#gallery").get_by_role("button", name="2 blobs").click()
    framed.locator("#train").click()
    expect(framed.locator("#train-accuracy")).to_have_text("100%", timeout=15_000)
    icon = framed.locator("#train svg use").first
    assert icon.evaluate("use => use.getBoundingClientRect().width") > 0


def test_a_page_that_is_older_than_its_server_is_loaded_anew_with_what_it_holds(
    page: Page, expected_remarks: list[str]
) -> None:
    """What it has yet to fetch is there under other names by now."""
    expected_remarks += ["Failed to load resource"]

    def older(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r"(/playground-\w+\.js)", r"\1?older", answer.text()))

    page.route("**/", older, times=1)
    page.route("**/built/view-*.js", lambda route: route.fulfill(status=404), times=1)
    playground = Playground(page)
    playground.place_two_classes()
    with page.expect_event("load"):
        page.keyboard.press("o")
    expect(page.locator(".instead .take-out")).to_be_visible()
    assert "?older" not in page.content()
    playground.expect_points(10)


def test_a_part_that_only_failed_to_come_does_not_load_the_page_anew(
    page: Page, expected_remarks: list[str]
) -> None:
    expected_remarks += ["Failed to load resource"]
    page.route("**/built/view-*.js", lambda route: route.fulfill(status=404), times=1)
    playground = Playground(page)
    playground.place_two_classes()
    page.evaluate("window.isTheSame = true")
    page.keyboard.press("o")
    expect(playground.reading.locator(".trouble")).to_contain_text("could not be fetched")
    assert page.evaluate("window.isTheSame")
