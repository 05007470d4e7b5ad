"""Every state of working by hand in every window: nothing overlaps, is cut, leaves the window or fades."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import Browser

from tests.browser.screens.by_hand_states import WALK
from tests.browser.screens.screen import screen
from tests.browser.screens.sizes import DESKTOPS, TOUCH, Window


@pytest.fixture(scope="module")
def eye(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser whose scrollbars take room, as on most desktops."""
    with_bars = launch(ignore_default_args=["--hide-scrollbars"])
    yield with_bars
    with_bars.close()


@pytest.mark.parametrize(("windows", "touch"), [(DESKTOPS, False), (TOUCH, True)], ids=["mouse", "touch"])
def test_every_state_holds_in_every_window(
    eye: Browser, server: str, windows: Sequence[Window], touch: bool
) -> None:
    faults = []
    with screen(eye, server, windows, touch) as seen:
        for state, reach in WALK:
            reach(seen.page)
            faults += seen.faults(state)
    assert faults == [], "\n" + "\n".join(faults)
