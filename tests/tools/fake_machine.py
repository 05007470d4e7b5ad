"""A machine with some programs, on which some installers work; it remembers what was run."""

from collections.abc import Sequence
from fnmatch import fnmatch

from tools.browser import INSTALL_SHELL, INSTALL_WITH_APT, INSTALL_WITH_PLAYWRIGHT
from tools.machine import Machine, install_with_apt

PLAYWRIGHT = "/cache/of-playwright"
CHROMIUM = "/usr/bin/chromium"
SHELL = "/usr/bin/chromium-headless-shell"
FIREFOX = "/usr/bin/firefox-esr"
WEBKIT = ("/usr/bin/WebKitWebDriver", "/usr/lib/some-cpu/webkit2gtk-4.1/MiniBrowser", "/usr/bin/Xvfb")
INSTALL_FIREFOX = install_with_apt("firefox-esr")
INSTALL_WEBKIT = install_with_apt("webkit2gtk-driver", "xvfb")
INSTALLED_BY: dict[tuple[str, ...], set[str]] = {
    INSTALL_WITH_PLAYWRIGHT: {PLAYWRIGHT},
    INSTALL_WITH_APT: {CHROMIUM},
    INSTALL_SHELL: {SHELL},
    INSTALL_FIREFOX: {FIREFOX},
    INSTALL_WEBKIT: set(WEBKIT),
}


class FakeMachine:
    """Its programs are paths; the commands in `works` succeed."""

    def __init__(
        self, *programs: str, works: Sequence[Sequence[str]] = (), broken: Sequence[str] = ()
    ) -> None:
        self.programs = set(programs)
        self.works = list(works)
        self.broken = set(broken)
        self.ran: list[Sequence[str]] = []

    def machine(self, *, is_root: bool = False, chosen: str | None = None) -> Machine:
        return Machine(
            environment={"CHAINRULE_BROWSER": chosen} if chosen else {},
            which=self.which,
            glob=lambda pattern: sorted(path for path in self.programs if fnmatch(path, f"/{pattern}")),
            starts=lambda path: path in self.programs and path not in self.broken,
            playwright_browser=lambda: PLAYWRIGHT,
            run=self.run,
            is_root=is_root,
        )

    def which(self, command: str) -> str | None:
        return next((path for path in sorted(self.programs) if path.endswith(f"/{command}")), None)

    def run(self, command: Sequence[str]) -> bool:
        self.ran.append(command)
        if command not in self.works:
            return False
        self.programs |= INSTALLED_BY.get(tuple(command), set())
        return True
