"""The browser for the tests is found or installed in the order that the README promises."""

from collections.abc import Sequence

import pytest

from tools.browser import (
    INSTALL_WITH_APT,
    INSTALL_WITH_PLAYWRIGHT,
    UPDATE_APT,
    BrowserError,
    Machine,
    find,
    obtain,
)

PLAYWRIGHT = "/cache/of-playwright"
APT = "/usr/bin/chromium"
INSTALLED_BY: dict[tuple[str, ...], set[str]] = {
    INSTALL_WITH_PLAYWRIGHT: {PLAYWRIGHT},
    INSTALL_WITH_APT: {APT},
}


class FakeMachine:
    """A machine with some programs, on which some installers work; it remembers what was run."""

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


def test_an_installed_chrome_is_taken_and_nothing_installed() -> None:
    fake = FakeMachine("/opt/google-chrome", PLAYWRIGHT)
    assert obtain(fake.machine()) == "/opt/google-chrome"
    assert fake.ran == []


def test_chromium_is_preferred_to_chrome() -> None:
    assert find(FakeMachine("/opt/google-chrome", "/opt/chromium").machine()) == "/opt/chromium"


def test_the_browser_that_is_named_comes_first() -> None:
    fake = FakeMachine("/opt/chromium", "/mine/browser")
    assert find(fake.machine(chosen="/mine/browser")) == "/mine/browser"


def test_a_named_browser_that_does_not_start_is_an_error_and_not_replaced() -> None:
    with pytest.raises(BrowserError, match="/mine/browser, which does not start"):
        find(FakeMachine("/opt/chromium").machine(chosen="/mine/browser"))


def test_playwrights_own_browser_is_taken_where_it_is_installed_already() -> None:
    fake = FakeMachine(PLAYWRIGHT)
    assert obtain(fake.machine()) == PLAYWRIGHT
    assert fake.ran == []


def test_an_installed_browser_that_does_not_start_is_passed_over() -> None:
    fake = FakeMachine("/snap/chromium", PLAYWRIGHT, broken=["/snap/chromium"])
    assert find(fake.machine()) == PLAYWRIGHT


def test_playwright_installs_one_where_there_is_none() -> None:
    fake = FakeMachine(works=[INSTALL_WITH_PLAYWRIGHT])
    assert obtain(fake.machine()) == PLAYWRIGHT


def test_apt_installs_one_for_root_where_playwright_cannot() -> None:
    fake = FakeMachine("/usr/bin/apt-get", works=[UPDATE_APT, INSTALL_WITH_APT])
    assert obtain(fake.machine(is_root=True)) == APT
    assert fake.ran == [INSTALL_WITH_PLAYWRIGHT, UPDATE_APT, INSTALL_WITH_APT]


def test_apt_installs_one_for_root_where_playwrights_does_not_start() -> None:
    fake = FakeMachine(
        "/usr/bin/apt-get", works=[INSTALL_WITH_PLAYWRIGHT, INSTALL_WITH_APT], broken=[PLAYWRIGHT]
    )
    assert obtain(fake.machine(is_root=True)) == APT


def test_apt_is_left_alone_by_others_than_root() -> None:
    fake = FakeMachine("/usr/bin/apt-get", works=[INSTALL_WITH_APT])
    with pytest.raises(BrowserError, match="Install Chromium or Google Chrome"):
        obtain(fake.machine())
    assert fake.ran == [INSTALL_WITH_PLAYWRIGHT]
