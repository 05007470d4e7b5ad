"""Firefox and WebKit are found, installed where they can be, and done without elsewhere."""

import pytest

from tests.tools.fake_machine import FIREFOX, INSTALL_FIREFOX, INSTALL_WEBKIT, WEBKIT, FakeMachine
from tools.engines import WebKitPrograms, firefox, missing, obtain, webkit
from tools.machine import UPDATE_APT

APT = "/usr/bin/apt-get"


def test_what_is_installed_is_taken_and_nothing_installed() -> None:
    fake = FakeMachine(APT, FIREFOX, *WEBKIT)
    obtain(fake.machine(is_root=True))
    assert fake.ran == []
    assert firefox(fake.machine()) == FIREFOX
    assert webkit(fake.machine()) == WebKitPrograms(*WEBKIT)


def test_a_firefox_that_does_not_start_is_passed_over() -> None:
    stub = "/usr/bin/firefox"
    assert firefox(FakeMachine(stub, broken=[stub]).machine()) is None
    assert firefox(FakeMachine(stub, FIREFOX, broken=[FIREFOX]).machine()) == stub


@pytest.mark.parametrize("absent", WEBKIT)
def test_webkit_takes_all_its_programs(absent: str) -> None:
    fake = FakeMachine(FIREFOX, *(path for path in WEBKIT if path != absent))
    assert missing(fake.machine()) == ["WebKit"]


def test_root_gets_what_is_missing_from_debian() -> None:
    fake = FakeMachine(APT, works=[UPDATE_APT, INSTALL_FIREFOX, INSTALL_WEBKIT])
    obtain(fake.machine(is_root=True))
    assert fake.ran == [UPDATE_APT, INSTALL_FIREFOX, INSTALL_WEBKIT]
    assert missing(fake.machine()) == []


def test_one_that_can_not_be_installed_does_not_keep_the_other_away() -> None:
    fake = FakeMachine(APT, works=[INSTALL_WEBKIT])
    obtain(fake.machine(is_root=True))
    assert missing(fake.machine()) == ["Firefox"]


def test_others_than_root_do_without() -> None:
    fake = FakeMachine(APT, works=[INSTALL_FIREFOX, INSTALL_WEBKIT])
    obtain(fake.machine())
    assert fake.ran == []
    assert missing(fake.machine()) == ["Firefox", "WebKit"]
