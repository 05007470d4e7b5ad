"""Every state in every window: nothing overlaps, is cut, leaves the window or fades into its ground."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from tests.been_here import BEEN_HERE
from tests.browser.playground import Playground
from tests.browser.screens.pasting import overfitting
from tests.browser.screens.screen import screen
from tests.browser.screens.sizes import DESKTOPS, TOUCH, Window
from tests.browser.screens.states import WALK
from tests.running_server import running_server

KINDS = pytest.mark.parametrize(
    ("windows", "touch"), [(DESKTOPS, False), (TOUCH, True)], ids=["mouse", "touch"]
)


@pytest.fixture(scope="module")
def eye(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser whose scrollbars take room, as on most desktops."""
    with_bars = launch(ignore_default_args=["--hide-scrollbars"])
    yield with_bars
    with_bars.close()


@KINDS
def test_every_state_holds_in_every_window(eye: Browser, windows: Sequence[Window], touch: bool) -> None:
    """The whole walk, and at its end the page whose server has gone."""
    faults = []
    with ExitStack() as stack:
        server = stack.enter_context(ExitStack())
        address = server.enter_context(running_server())
        seen = stack.enter_context(screen(eye, address, windows, touch, BEEN_HERE))
        playground = Playground(seen.page)
        for state, reach in WALK:
            reach(playground)
            faults += seen.faults(state)
        server.close()
        expect(seen.page.locator("#connection")).to_have_text("Reconnecting")
        faults += seen.faults("offline")
    assert faults == [], "\n" + "\n".join(faults)


@KINDS
def test_the_first_visit_holds_in_every_window(
    eye: Browser, server: str, windows: Sequence[Window], touch: bool
) -> None:
    """A pale sample that is learned, one's own first point beside the key, the key beside words of steps."""
    with screen(eye, server, windows, touch) as seen:
        playground = Playground(seen.page)
        playground.expect_step(600)
        faults = seen.faults("sample of the first visit")
        playground.click((-2, 2))
        playground.expect_points(1)
        expect(seen.page.locator(".pass")).to_be_visible()
        seen.page.keyboard.press("Escape")
        faults += seen.faults("one's own first point")
        playground.draw_sample("Moons")
        playground.primary.click()
        playground.expect_step_beyond(30)
        playground.pause()
        faults += seen.faults("what a newcomer trained, with the key in a line")
        overfitting(playground)
        faults += seen.faults("overfitting")
        playground.draw_sample("Bumps")
        faults += seen.faults("the key of heights")
    assert faults == [], "\n" + "\n".join(faults)
