"""Finds the browsers that tests drive, and installs those that are not there.

Chromium, without which the browser tests can't be, in this order: CHAINRULE_BROWSER, an installed Chromium or
Chrome, Playwright's own, then `playwright install chromium`, then Debian's package `chromium` when root. And
Firefox and WebKit, without which some checks are left out: see `tools/engines.py`. `python -m tools.browser`
prints where Chromium is.

Where Debian's `chromium-headless-shell` is or can be installed, tests take that: the same engine without a
window, for half of the processor time. Measurements take the browser that people have.
"""

import sys

from tools import engines
from tools.machine import UPDATE_APT, Machine, install_with_apt, this_machine

SHELL = "chromium-headless-shell"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
INSTALL_WITH_PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "chromium")
INSTALL_WITH_APT = install_with_apt("chromium")
INSTALL_SHELL = install_with_apt(SHELL)


class BrowserError(RuntimeError):
    """There is no browser to test with; the message says what was tried and what helps."""


def find(machine: Machine) -> str | None:
    """The first browser that starts, or None; raises BrowserError when the chosen one does not start."""
    chosen = machine.environment.get("CHAINRULE_BROWSER")
    if chosen:
        if not machine.starts(chosen):
            raise BrowserError(
                f"CHAINRULE_BROWSER is {chosen}, which does not start. Name another one, or unset it."
            )
        return chosen
    installed = [path for path in map(machine.which, COMMANDS) if path]
    for candidate in (*installed, *MAC_APPLICATIONS, machine.playwright_browser()):
        if machine.starts(candidate):
            return candidate
    return None


def find_for_tests(machine: Machine) -> str | None:
    """The browser that tests start: the chosen one, the one without a window, or any other."""
    shell = None if machine.environment.get("CHAINRULE_BROWSER") else machine.which(SHELL)
    return shell if shell and machine.starts(shell) else find(machine)


def obtain_for_tests(machine: Machine) -> str:
    """As `obtain`, with the one without a window where it can be had."""
    found = obtain(machine)
    if machine.has_apt and not machine.environment.get("CHAINRULE_BROWSER") and not machine.which(SHELL):
        machine.run(UPDATE_APT)
        machine.run(INSTALL_SHELL)
    return find_for_tests(machine) or found


def obtain(machine: Machine) -> str:
    """A browser that starts, installed if need be; raises BrowserError."""
    found = find(machine)
    if found is None and machine.run(INSTALL_WITH_PLAYWRIGHT):
        found = find(machine)
    if found is None and machine.has_apt:
        machine.run(UPDATE_APT)
        machine.run(INSTALL_WITH_APT)
        found = find(machine)
    if found is None:
        raise BrowserError(
            "The browser tests need Chromium or Chrome: none is installed, and installing one did not work "
            "(what was tried is shown above). Install Chromium or Google Chrome, or name one: "
            "CHAINRULE_BROWSER=/path/to/chromium make test"
        )
    return found


def main() -> int:
    """Prints where Chromium is, after installing it and the other engines if need be."""
    machine = this_machine()
    try:
        sys.stdout.write(f"{obtain_for_tests(machine)}\n")
    except BrowserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    engines.obtain(machine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
