"""The page offers what its server allows, and says beside a control that is shut what that is."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SERVER_GONE, NewPage
from tests.browser.playground import CIRCLES, Playground
from tests.running_server import running_server
from tests.thoroughness import some

OpenAt = Callable[..., Playground]

FEW = {"max_neurons": 3, "max_hidden_layers": 2, "max_points": 30}
LEAST = {"max_neurons": 1, "max_hidden_layers": 1, "max_points": 3}
NONE = {"max_hidden_layers": 0, "max_points": 5}
"""What servers allow here: each of these limits is for other tests."""


@pytest.fixture(scope="module")
def server_with() -> Iterator[Callable[..., str]]:
    """The address of a server with these limits (max_points=30, ...), one for all who ask for the same."""
    with ExitStack() as closing:

        @cache
        def address(**limits: int) -> str:
            settings = {f"CHAINRULE_{name.upper()}": str(value) for name, value in limits.items()}
            return closing.enter_context(running_server(settings=settings))

        yield address


@pytest.fixture
def open_at(new_page: NewPage, server_with: Callable[..., str]) -> Iterator[OpenAt]:
    """Opens the playground of a server with such limits."""
    pages: list[Page] = []

    def open_playground(**limits: int) -> Playground:
        page = new_page(base_url=server_with(**limits))
        pages.append(page)
        return Playground(page)

    yield open_playground
    for page in pages:
        page.close()  # before its server goes


def _troubles(page: Page) -> list[str]:
    """Every refusal that stands somewhere on the page."""
    texts = page.locator(".trouble, .wrong").all_inner_texts()
    return [text for text in texts if re.search("at most|between|server", text, re.IGNORECASE)]


def test_neurons_and_layers_end_where_the_server_ends(open_at: OpenAt) -> None:
    """Smaller than the defaults, they hold for the first network too; a shut control asks nothing."""
    playground = open_at(**FEW)
    page = playground.page
    plus = page.get_by_role("button", name="Add a neuron to layer 2")
    expect(plus).to_have_attribute("aria-disabled", "true")
    expect(plus).to_have_accessible_description("At most 3 neurons in a layer on this server")
    insert = page.get_by_role("button", name="Add a layer here").first
    expect(insert).to_have_attribute("aria-disabled", "true")
    expect(insert).to_have_accessible_description("At most 2 hidden layers on this server")
    plus.click(force=True)
    insert.click(force=True)
    page.get_by_role("button", name="Remove a neuron from layer 2").click()
    expect(plus).to_have_attribute("aria-disabled", "false")
    plus.click()
    expect(plus).to_have_attribute("aria-disabled", "true")
    assert _troubles(page) == []


@pytest.mark.thorough
def test_a_new_layer_is_no_wider_than_the_server_takes(open_at: OpenAt) -> None:
    """One neuron a layer, and no hidden layer at first: a new one has one."""
    playground = open_at(**LEAST)
    page = playground.page
    page.get_by_role("button", name="Remove layer 2").click()
    insert = page.get_by_role("button", name="Add a layer here")
    expect(insert).to_have_count(1)
    insert.click()
    expect(page.get_by_role("button", name="Add a neuron to layer 2")).to_have_accessible_description(
        "At most 1 neuron in a layer on this server"
    )
    assert _troubles(page) == []


def test_no_hidden_layer_is_offered_where_none_is_allowed(open_at: OpenAt) -> None:
    """The only ⊕ says so."""
    playground = open_at(**NONE)
    insert = playground.page.get_by_role("button", name="Add a layer here")
    expect(insert).to_have_accessible_description("No hidden layers on this server")
    expect(insert).to_have_attribute("aria-disabled", "true")


def test_points_end_where_the_server_ends(open_at: OpenAt) -> None:
    """A click too many adds nothing, not even for a moment, and says why until there is room again."""
    playground = open_at(**LEAST)
    page = playground.page
    note = page.locator("#brush .limit")
    playground.click(*CIRCLES[:2])
    playground.expect_points(2)
    expect(note).to_be_hidden()
    playground.click(CIRCLES[2])
    expect(note).to_have_text("At most 3 points on this server")
    expect(playground.plane).to_have_accessible_description("At most 3 points on this server")
    playground.click((2, 2))
    expect(playground.reading.locator(".trouble")).to_have_text(
        "At most 3 points on this server. Remove some before you add others."
    )
    playground.expect_points(3)
    page.get_by_role("button", name="Undo").click()
    playground.expect_points(2)
    expect(note).to_be_hidden()
    assert _troubles(page) == []
    page.get_by_role("button", name="Redo").click()
    playground.expect_points(3)
    assert _troubles(page) == []


def test_data_sets_have_as_many_points_as_the_server_takes(open_at: OpenAt) -> None:
    """The gallery asks for 200 usually; the slider ends at what is allowed, a typed number says what is."""
    playground = open_at(**FEW)
    page = playground.page
    moons = page.locator("#gallery").get_by_role("button", name="Moons")
    expect(moons).to_have_attribute("title", "Moons. At most 30 points on this server")
    moons.click()
    playground.expect_points(30)
    assert _troubles(page) == []
    popover = playground.open_setting(re.compile("Moons"))
    slider = popover.get_by_role("slider", name="Number of points, slider")
    expect(slider).to_have_attribute("max", "30")
    expect(popover.get_by_text("At most 30 points on this server.")).to_be_visible()
    playground.type_number("Number of points", "31")
    expect(popover.locator(".field .wrong").first).to_have_text("Between 1 and 30 points.")
    assert _troubles(page) == ["Between 1 and 30 points."]
    playground.type_number("Number of points", "12")
    playground.expect_points(12)
    assert _troubles(page) == []


@pytest.mark.thorough
def test_a_data_set_of_very_few_points(open_at: OpenAt) -> None:
    """Fewer than a slider's usual steps."""
    playground = open_at(**NONE)
    playground.draw_sample("XOR", 5)
    slider = playground.open_setting(re.compile("XOR")).get_by_role("slider", name="Number of points, slider")
    assert [slider.get_attribute(name) for name in ("min", "max", "step")] == ["1", "5", "1"]


def test_a_hand_is_not_quicker_than_the_server_takes(open_at: OpenAt) -> None:
    """Four commands a second: clicks, a drag and the slider of speed wait, and the connection holds."""
    playground = open_at(max_commands_per_second=4)
    page = playground.page
    playground.click(*((x / 4, x / 5) for x in range(-3, 3)))
    playground.expect_points(6)
    playground.drag((0, 0), (2, -2))
    slider = page.get_by_role("slider", name="Speed")
    slider.focus()
    for _ in range(6):
        slider.press("ArrowRight")
    page.keyboard.press(".")
    expect(page.locator("#step-count")).to_have_text("1", timeout=20_000)
    expect(page.locator("#connection")).to_have_attribute("data-status", "live")
    rows = playground.table()
    assert len(rows) == 6
    assert ["2.00", "−2.00"] in [row[2:4] for row in rows]


def test_a_full_server_says_so(open_at: OpenAt, new_page: NewPage, expected_remarks: list[str]) -> None:
    """The second page waits, and comes in when the first has gone."""
    expected_remarks.extend(SERVER_GONE)
    first = open_at(max_sessions=1).page
    second = new_page(base_url=first.url)
    second.goto(first.url)
    run = second.get_by_role("region", name="The run")
    expect(run.get_by_text("The server is full just now, or has too many pages")).to_be_visible()
    first.close()
    # By then the page may have tried by itself, and its note have gone.
    second.get_by_role("button", name="Try now", include_hidden=True).dispatch_event("click")
    expect(second.locator("#connection")).to_have_attribute("data-status", "live")
    second.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(
    ("limits", "why", "fits", "points"),
    some(
        [
            ({"MAX_POINTS": "30"}, "At most 30 points", "30 of 200 points", 30),
            ({"MAX_NEURONS": "2"}, "At most 2 neurons in a layer", "hidden layers of 2, 2 neurons", 200),
            ({"MAX_MESSAGE_BYTES": "6000"}, "at most 6 kB", " of 200 points", None),
        ],
        0,
        1,
    ),
)
def test_a_server_that_is_smaller_after_a_reconnect(
    new_page: NewPage,
    expected_remarks: list[str],
    limits: dict[str, str],
    why: str,
    fits: str,
    points: int | None,
) -> None:
    """It does not take what the page holds: the page says so, offers what fits, and doesn't try again."""
    expected_remarks.extend(SERVER_GONE)
    port = {"CHAINRULE_PORT": str(_free_port())}
    with running_server(settings=port) as address:
        page = new_page(base_url=address)
        playground = Playground(page)
        playground.draw_sample("Moons")
        page.keyboard.press(".")
        playground.expect_step(1)
        page.wait_for_load_state("networkidle")  # what comes late is there
    expect(page.locator("#connection")).to_have_text("Reconnecting")
    small = {f"CHAINRULE_{name}": value for name, value in limits.items()}
    with running_server(settings={**port, **small}):
        note = page.get_by_role("alert").filter(has_text="This server does not take what the page held.")
        expect(note).to_be_visible(timeout=15_000)
        expect(note).to_contain_text(why)
        expect(note).to_contain_text(fits)
        expect(page.locator("#connection")).to_have_attribute("data-status", "live")
        note.get_by_role("button", name="Take over what fits").click()
        expect(note).to_be_hidden()
        if points is not None:
            playground.expect_points(points)
        page.keyboard.press(".")
        expect(page.locator("#train-cost")).to_have_text(re.compile(r"\d"))
        assert _troubles(page) == []
