"""The browser for the tests is found or installed in the order that the README promises."""

import pytest

from tests.tools.fake_machine import CHROMIUM, PLAYWRIGHT, SHELL, FakeMachine
from tools.browser import (
    INSTALL_SHELL,
    INSTALL_WITH_APT,
    INSTALL_WITH_PLAYWRIGHT,
    BrowserError,
    find,
    find_for_tests,
    obtain,
    obtain_for_tests,
)
from tools.machine import UPDATE_APT


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
    assert obtain(fake.machine(is_root=True)) == CHROMIUM
    assert fake.ran == [INSTALL_WITH_PLAYWRIGHT, UPDATE_APT, INSTALL_WITH_APT]


def test_apt_installs_one_for_root_where_playwrights_does_not_start() -> None:
    fake = FakeMachine(
        "/usr/bin/apt-get", works=[INSTALL_WITH_PLAYWRIGHT, INSTALL_WITH_APT], broken=[PLAYWRIGHT]
    )
    assert obtain(fake.machine(is_root=True)) == CHROMIUM


def test_apt_is_left_alone_by_others_than_root() -> None:
    fake = FakeMachine("/usr/bin/apt-get", works=[INSTALL_WITH_APT])
    with pytest.raises(BrowserError, match="Install Chromium or Google Chrome"):
        obtain(fake.machine())
    assert fake.ran == [INSTALL_WITH_PLAYWRIGHT]


def test_tests_take_the_browser_without_a_window_and_measurements_do_not() -> None:
    machine = FakeMachine(CHROMIUM, SHELL).machine()
    assert (find_for_tests(machine), find(machine)) == (SHELL, CHROMIUM)
    assert find_for_tests(FakeMachine(CHROMIUM, SHELL, broken=[SHELL]).machine()) == CHROMIUM
    assert (
        find_for_tests(FakeMachine("/mine/browser", SHELL).machine(chosen="/mine/browser")) == "/mine/browser"
    )


def test_root_gets_the_browser_without_a_window_from_debian() -> None:
    fake = FakeMachine("/usr/bin/apt-get", CHROMIUM, works=[UPDATE_APT, INSTALL_SHELL])
    assert obtain_for_tests(fake.machine(is_root=True)) == SHELL
    assert obtain_for_tests(fake.machine(is_root=True)) == SHELL
    assert fake.ran == [UPDATE_APT, INSTALL_SHELL]


def test_where_there_is_none_without_a_window_the_other_does() -> None:
    fake = FakeMachine("/usr/bin/apt-get", CHROMIUM)
    assert obtain_for_tests(fake.machine(is_root=True)) == CHROMIUM
    chosen = FakeMachine("/usr/bin/apt-get", "/mine/browser")
    assert obtain_for_tests(chosen.machine(is_root=True, chosen="/mine/browser")) == "/mine/browser"
    assert chosen.ran == []
