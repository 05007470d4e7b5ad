"""When something fails, the page says what happened and what to do, and nothing is lost."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import SERVER_GONE, NewPage
from tests.browser.playground import FITS, Playground
from tests.running_server import free_port, running_server
from tests.thoroughness import some


def test_a_killed_server_costs_nothing(new_page: NewPage, expected_remarks: list[str]) -> None:
    """The page keeps points and run, takes edits meanwhile, and goes on by itself where it was."""
    expected_remarks.extend(SERVER_GONE)
    settings = {"CHAINRULE_PORT": str(free_port())}
    with running_server(settings=settings) as address:
        page = new_page(base_url=address)
        playground = Playground(page)
        playground.place_two_classes()
        page.keyboard.press("Space")
        playground.expect_correct()
    expect(page.get_by_text("The connection dropped").first).to_be_visible()
    expect(page.locator("#connection")).to_have_text("Reconnecting")
    expect(playground.primary).to_be_hidden()
    expect(page.get_by_role("button", name="Try now")).to_be_visible()
    expect(playground.reading).to_contain_text("You can keep reading")
    stood = playground.step
    assert stood > 0
    playground.click((2.5, -2.5))
    playground.expect_points(11)
    with running_server(settings=settings):
        # It tries again by itself, at the latest eight seconds after the try before.
        expect(page.locator("#connection")).to_have_attribute("data-status", "live", timeout=15_000)
        expect(playground.primary).to_have_text("Pause")
        playground.expect_step_beyond(stood)
        playground.pause()
        rows = playground.table()
        assert len(rows) == 11
        assert rows[10][2:4] == ["2.50", "−2.50"]


def test_the_socket_has_a_thread_of_its_own_and_waits_for_nothing_of_the_page(page: Page) -> None:
    """Where memory may be shared, as on this machine: its worker is started by the page's head.

    The one socket is that which the page goes on with, and answers don't wait for the page's tasks.
    """
    held: list[Route] = []
    page.route("**/playground-*.js", lambda route: held.append(route))  # noqa: PLW0108  (Playwright looks at its parameters)
    with page.expect_worker() as started:
        page.goto("/", wait_until="commit")
    assert "/built/socket_worker-" in started.value.url
    (entry,) = held
    entry.continue_()
    expect(page.locator("#connection")).to_have_attribute("data-status", "live")
    assert page.evaluate("crossOriginIsolated")
    assert len(page.workers) == 1


@pytest.mark.thorough
def test_without_shared_memory_the_socket_is_an_ordinary_one(page: Page) -> None:
    """As over plain HTTP in a classroom: everything works, an answer comes a little later."""
    page.add_init_script("Object.defineProperty(window, 'crossOriginIsolated', { value: false })")
    playground = Playground(page)
    playground.place_two_classes()
    playground.primary.click()
    playground.expect_correct()
    assert page.workers == []


@pytest.mark.parametrize("worker", some(["export {}", "throw new Error('broken')"], 1, 1))
def test_a_worker_that_does_not_come_up_is_done_without(
    page: Page, worker: str, expected_remarks: list[str]
) -> None:
    """Within a few seconds the page has an ordinary socket, and nobody is told of a fault."""
    expected_remarks.append("broken")
    page.route(
        "**/socket_worker-*.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body=worker,
            headers={"cross-origin-embedder-policy": "require-corp"},
        ),
    )
    playground = Playground(page)
    playground.place_two_classes()
    playground.primary.click()
    playground.expect_correct()
    assert page.workers == []


def test_training_without_points_says_what_is_missing(page: Page) -> None:
    """The reason stands in the reading pane, and goes when it no longer holds."""
    playground = Playground(page)
    playground.primary.click()
    trouble = playground.reading.locator(".trouble")
    expect(trouble).to_contain_text("point")
    expect(playground.primary).to_have_text("Train")
    playground.click((1, 1))
    page.keyboard.press(".")
    playground.expect_step(1)
    expect(trouble).to_be_empty()


def test_dark_and_light_are_remembered(new_page: NewPage) -> None:
    """The system's wish holds until a person has one."""
    page = new_page(color_scheme="dark")
    playground = Playground(page)
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(root).to_have_attribute("data-theme", "light")
    page.reload()
    playground.expect_live()
    expect(root).to_have_attribute("data-theme", "light")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(root).to_have_attribute("data-theme", "light")


def test_an_address_that_leads_nowhere(page: Page, expected_remarks: list[str]) -> None:
    """It says so and leads to the pages there are."""
    expected_remarks.append("404")
    page.goto("/no-such-page")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address.")
    page.get_by_role("link", name="Open the playground").click()
    expect(page.locator("#plane")).to_be_visible()


SAYS = """([status, word]) => {
  const connection = document.getElementById('connection');
  connection.dataset.status = status;
  connection.querySelector('span').textContent = word;
}"""


def test_the_header_has_room_for_whatever_it_says_of_the_connection(page: Page) -> None:
    """A page that is wider than its window has its buttons beyond the edge."""
    Playground(page)
    for width in (320, 390, 430, 560, 561, 768, 1000):
        page.set_viewport_size({"width": width, "height": 844})
        for status, word in (("connecting", "Connecting"), ("offline", "Reconnecting")):
            page.evaluate(SAYS, [status, word])
            page.wait_for_function(FITS, arg=width)
