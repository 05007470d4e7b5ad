"""Finds Firefox and WebKit, the other engines that the pages must run in; installs them where root may.

WebKit is Safari's engine. On Linux there is its port to GTK, with a browser made for tests and a driver; it
needs a screen, which `Xvfb` pretends to be.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tools.machine import UPDATE_APT, Machine, install_with_apt

FIREFOX_COMMANDS = ("firefox-esr", "firefox")
MAC_FIREFOX = "/Applications/Firefox.app/Contents/MacOS/firefox"
MINI_BROWSERS = ("usr/lib*/*/webkit2gtk-4.1/MiniBrowser", "usr/lib*/webkit2gtk-4.1/MiniBrowser")
"""Where Debian and others put it, from the root of the file system."""


@dataclass(frozen=True)
class WebKitPrograms:
    """The three programs that it takes to drive WebKit, by their paths."""

    driver: str
    browser: str
    screen: str


def firefox(machine: Machine) -> str | None:
    """The first Firefox that starts, or None."""
    installed = [path for path in map(machine.which, FIREFOX_COMMANDS) if path]
    return next(filter(machine.starts, (*installed, MAC_FIREFOX)), None)


def webkit(machine: Machine) -> WebKitPrograms | None:
    """WebKit's programs where all are installed, or None."""
    driver, screen = machine.which("WebKitWebDriver"), machine.which("Xvfb")
    browsers = [path for pattern in MINI_BROWSERS for path in machine.glob(pattern)]
    return WebKitPrograms(driver, browsers[0], screen) if driver and browsers and screen else None


ENGINES: dict[str, tuple[Callable[[Machine], object], tuple[str, ...]]] = {
    "Firefox": (firefox, ("firefox-esr",)),
    "WebKit": (webkit, ("webkit2gtk-driver", "xvfb")),
}
"""By name: how to find it, and Debian's packages that bring it."""


def missing(machine: Machine) -> list[str]:
    """The names of the engines that are not installed."""
    return [name for name, (find, _) in ENGINES.items() if find(machine) is None]


def obtain(machine: Machine) -> None:
    """Install what is missing, where that can be done; what can't is left out, and no error."""
    absent = missing(machine)
    if absent and machine.has_apt:
        machine.run(UPDATE_APT)
        for name in absent:
            machine.run(install_with_apt(*ENGINES[name][1]))
