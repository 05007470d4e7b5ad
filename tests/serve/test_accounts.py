"""Accounts: what commands took is owed by session and address, and worked off by fair parts of time."""

import pytest

from app.serve.accounts import ALLOWANCE, COMMANDS_SHARE, Accounts


class Clock:
    """A clock that the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_who_is_alone_works_off_a_debt_as_fast_as_time_passes() -> None:
    clock = Clock()
    accounts = Accounts(clock)
    with accounts.session("a") as alone:
        accounts.debit(alone, 1.0)
        assert not alone.permitted
        clock.now = 1.0 - ALLOWANCE
        accounts.settle()
        assert alone.debt == pytest.approx(ALLOWANCE)
        clock.now = 1.0
        accounts.settle()
        assert alone.debt == alone.address.debt == 0


def test_beside_one_that_trains_it_takes_its_share_of_half_the_time() -> None:
    clock = Clock()
    accounts = Accounts(clock)
    with accounts.session("a") as heavy, accounts.session("b") as innocent:
        innocent.trains = True
        accounts.engage(innocent)
        for _ in range(100):
            accounts.debit(heavy, 0.01)
        clock.now = 1.0
        accounts.settle()
        assert heavy.debt == pytest.approx(1 - COMMANDS_SHARE / 2)
        assert innocent.permitted


def test_twenty_of_one_address_are_one_among_equals() -> None:
    clock = Clock()
    accounts = Accounts(clock)
    with accounts.session("b") as innocent:
        innocent.trains = True
        accounts.engage(innocent)
        contexts = [accounts.session("a") for _ in range(20)]
        crowd = [context.__enter__() for context in contexts]
        for one in crowd:
            accounts.debit(one, 0.01)
        assert all(one.debt <= ALLOWANCE for one in crowd)
        assert not any(one.permitted for one in crowd), "their address owes 0.2 s"
        clock.now = 0.4
        accounts.settle()
        assert crowd[0].address.debt == pytest.approx(0.2 - 0.4 * COMMANDS_SHARE / 2)
        for context in contexts:
            context.__exit__(None, None, None)


def test_who_leaves_and_comes_back_owes_what_it_owed() -> None:
    clock = Clock()
    accounts = Accounts(clock)
    with accounts.session("a") as first:
        accounts.debit(first, 1.0)
    with accounts.session("a") as second:
        assert second.debt == 0
        assert not second.permitted
    clock.now = 2.0
    accounts.settle()
    with accounts.session("a") as third:
        assert third.permitted
        assert third.address is not first.address, "an address without debt and session is forgotten"


@pytest.mark.parametrize(("seconds", "owed"), [(0.01, 0.01), (0.02, 0.02), (0.04, 0.08), (0.1, 0.5)])
def test_what_holds_others_up_for_long_is_owed_more_than_once(seconds: float, owed: float) -> None:
    """Twice as long, and twice as many are held up."""
    accounts = Accounts(Clock())
    with accounts.session("a") as heavy, accounts.session("b") as innocent:
        accounts.debit(innocent, 0.001)
        accounts.debit(heavy, seconds)
        assert heavy.debt == heavy.address.debt == pytest.approx(owed)


def test_who_holds_nobody_up_owes_what_it_took() -> None:
    accounts = Accounts(Clock())
    with accounts.session("a") as alone:
        accounts.debit(alone, 0.1)
        assert alone.debt == pytest.approx(0.1)
