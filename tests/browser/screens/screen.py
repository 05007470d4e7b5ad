"""A page that can be looked at in every window, and what is wrong with what it shows there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.screens.sizes import Window
from tests.repository import ROOT
from tests.thoroughness import THOROUGH, some

_HERE = Path(__file__).parent
SCRIPTS = tuple(_HERE / name for name in ("canvas_text.js", "contrast.js", "faults.js"))
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ASKED = {
    "iframes": False,
    "resultTypes": ["violations"],
    "rules": {
        "target-size": {"enabled": True},
        "color-contrast": {"enabled": False},
        "label-content-name-mismatch": {"enabled": False},
    },
}
"""All that axe knows but for contrast, measured in both schemes here, and signs (δ), which names spell.

What lies in a frame is a page of its own, which may not have started yet.
"""
SCHEMES = ("light", "dark")


class Screen:
    """One page and the windows in which it is looked at; where it was reached is the first of them."""

    def __init__(self, page: Page, windows: Sequence[Window], touch: bool) -> None:
        self.page = page
        self.windows = windows
        self._touch = touch
        self._looked = 0
        self._devices = page.context.new_cdp_session(page)

    def fit(self, window: Window) -> None:
        """Gives the window this size."""
        self._devices.send(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": window.width,
                "height": window.height,
                "deviceScaleFactor": 1,
                "mobile": self._touch,
            },
        )

    def faults(self, state: str) -> list[str]:
        """What is wrong with this state: places in every window, contrast in both schemes in the first; axe.

        Whole in `make test-all` (tests/thoroughness.py). Else with a mouse or with fingers, and of four
        states two in the first window, in one scheme, one in another window, and one is asked of axe.
        """
        found = []
        first, *others = self.windows
        turn, odd = divmod(self._looked, 2)
        self._looked += 1
        if odd != self._touch and not THOROUGH:
            return []
        # The first comes last: there the next state is reached.
        looks: list[list[Window]] = [[first], some(others, turn // 4, 1), [first], []]
        seen = [*others, first] if THOROUGH else looks[turn % 4]
        asks_axe = THOROUGH or not seen
        for window in seen:
            tones = window == first
            schemes = some(SCHEMES, turn // 2, 1) if tones else SCHEMES[:1]
            self.fit(window)
            faults = self.page.evaluate("findAllFaults", {"schemes": schemes, "contrast": tones})
            found += [f"{state}, {window}: {fault}" for fault in faults]
        if seen and seen[-1] != first:
            self.fit(first)
        return found + [f"{state}: {violation}" for violation in (self._violations() if asks_axe else [])]

    def _violations(self) -> list[str]:
        """What axe complains of in the first window, in few words."""
        report = self.page.evaluate("asked => axe.run(document, asked)", ASKED)
        return [
            f"{violation['id']}: {node['target']}, {node['failureSummary']}"
            for violation in report["violations"]
            for node in violation["nodes"]
        ]


@contextmanager
def screen(
    browser: Browser, address: str, windows: Sequence[Window], touch: bool, memory: str | None = None
) -> Iterator[Screen]:
    """A page without motion, in the first window; `memory` is a script for what its browser remembers."""
    first = windows[0]
    context = browser.new_context(
        base_url=address,
        viewport={"width": first.width, "height": first.height},
        reduced_motion="reduce",
        has_touch=touch,
        is_mobile=touch,
    )
    for script in (AXE, *SCRIPTS):
        context.add_init_script(path=script)
    if memory:
        context.add_init_script(memory)
    page = context.new_page()
    yield Screen(page, windows, touch)
    context.close()
