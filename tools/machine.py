"""What a search for browsers asks of the machine, so that a test can stand in for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

UPDATE_APT = ("apt-get", "update")
_INSTALL_WITH_APT = ("apt-get", "install", "--yes", "--no-install-recommends")


@dataclass(frozen=True)
class Machine:
    """A machine with programs, and ways to get more."""

    environment: Mapping[str, str]
    which: Callable[[str], str | None]
    glob: Callable[[str], Sequence[str]]
    starts: Callable[[str], bool]
    playwright_browser: Callable[[], str]
    run: Callable[[Sequence[str]], bool]
    is_root: bool

    @property
    def has_apt(self) -> bool:
        """Whether Debian's packages may be installed."""
        return self.is_root and self.which("apt-get") is not None


def this_machine() -> Machine:
    """The machine that this process runs on."""
    return Machine(
        environment=os.environ,
        which=shutil.which,
        glob=lambda pattern: sorted(map(str, Path("/").glob(pattern))),
        starts=_starts,
        playwright_browser=_playwright_browser,
        run=_run,
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


def install_with_apt(*packages: str) -> tuple[str, ...]:
    """The command that installs Debian's packages."""
    return (*_INSTALL_WITH_APT, *packages)


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
