"""Finds the Chromium that the browser tests drive, and installs one where there is none.

In this order: CHAINRULE_BROWSER, an installed Chromium or Chrome, Playwright's own, then
`playwright install chromium`, then Debian's package `chromium` when root. `python -m tools.browser` prints
where it is.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
INSTALL_WITH_PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "chromium")
INSTALL_WITH_APT = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium")
UPDATE_APT = ("apt-get", "update")


class BrowserError(RuntimeError):
    """There is no browser to test with; the message says what was tried and what helps."""


@dataclass(frozen=True)
class Machine:
    """What the search asks of the machine, so that a test can stand in for it."""

    environment: Mapping[str, str]
    which: Callable[[str], str | None]
    starts: Callable[[str], bool]
    playwright_browser: Callable[[], str]
    run: Callable[[Sequence[str]], bool]
    is_root: bool


def this_machine() -> Machine:
    """The machine that this process runs on."""
    return Machine(
        environment=os.environ,
        which=shutil.which,
        starts=_starts,
        playwright_browser=_playwright_browser,
        run=_run,
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


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


def obtain(machine: Machine) -> str:
    """A browser that starts, installed if need be; raises BrowserError."""
    found = find(machine)
    if found is None and machine.run(INSTALL_WITH_PLAYWRIGHT):
        found = find(machine)
    if found is None and machine.is_root and machine.which("apt-get"):
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


def _starts(path: str) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwright_browser() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _run(command: Sequence[str]) -> bool:
    sys.stderr.write(f"{' '.join(command)}\n")
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return False


def main() -> int:
    """Prints where the browser is, after installing one if need be."""
    try:
        sys.stdout.write(f"{obtain(this_machine())}\n")
    except BrowserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
