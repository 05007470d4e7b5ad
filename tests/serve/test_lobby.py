"""Places: how many an address may have, and that who does nothing for long gives its place up."""

import asyncio
from contextlib import ExitStack

from app.serve.accounts import AddressAccount, SessionAccount
from app.serve.life import Ending
from app.serve.lobby import HELD_SECONDS, Lobby, Place


class Clock:
    """A clock that the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def account(address: str) -> SessionAccount:
    return SessionAccount(AddressAccount(address))


def ending(place: Place) -> Ending | None:
    return place.ending.result() if place.ending.done() else None


def test_an_address_has_so_many_places_and_no_more() -> None:
    async def scenario() -> None:
        lobby = Lobby(10, per_address=2)
        with lobby.admit(account("a")):
            with lobby.admit(account("a")):
                assert lobby.refusal("a") is Ending.CROWDED_ADDRESS
                assert lobby.refusal("b") is None
            assert lobby.refusal("a") is None

    asyncio.run(scenario())


def test_silent_ones_keep_nobody_out() -> None:
    async def scenario() -> None:
        clock = Clock()
        lobby = Lobby(3, clock=clock)
        with ExitStack() as sessions:
            trains, touched, silent = (sessions.enter_context(lobby.admit(account(name))) for name in "abc")
            trains.account.trains = True
            clock.now = HELD_SECONDS - 1
            lobby.touch(touched)
            assert lobby.refusal("d") is Ending.FULL
            clock.now = HELD_SECONDS
            assert lobby.refusal("d") is None
            assert [ending(place) for place in (trains, touched, silent)] == [None, None, Ending.IDLE]
            sessions.enter_context(lobby.admit(account("d")))
            assert lobby.refusal("e") is Ending.FULL, "the others are no idlers"

    asyncio.run(scenario())


def test_an_idle_page_is_let_go_after_a_while() -> None:
    async def scenario() -> None:
        clock = Clock()
        lobby = Lobby(3, clock=clock)
        with ExitStack() as sessions:
            trains, touched, silent = (sessions.enter_context(lobby.admit(account(name))) for name in "abc")
            trains.account.trains = True
            clock.now = 500
            lobby.touch(touched)
            clock.now = 900
            lobby.end_idle(900)
            assert [ending(place) for place in (trains, touched, silent)] == [None, None, Ending.IDLE]

    asyncio.run(scenario())
