"""Requests pay for what they make the server compute, and wait while their address owes too much."""

import asyncio
from typing import Any

import pytest

from app.serve.accounts import ALLOWANCE, Accounts
from app.serve.metered import Metered
from app.serve.tolls import Tolls
from app.serve.turnstile import Payer, Turnstile


class World:
    """A clock that computing and waiting move."""

    now = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def scope(kind: str, client: tuple[str, int] | None) -> dict[str, Any]:
    return {"type": kind, "client": client}


async def receive() -> dict[str, Any]:
    """Stands for what comes with a request."""
    return {}


async def send(_: object) -> None:
    """Stands for what is answered."""


def test_of_a_coroutine_its_own_steps_are_measured() -> None:
    world = World()
    paid: list[float] = []

    async def work() -> None:
        world.now += 1
        await asyncio.sleep(0)
        world.now += 2
        await asyncio.sleep(0)
        world.now += 4

    async def others() -> None:
        for _ in range(10):
            world.now += 100
            await asyncio.sleep(0)

    async def scenario() -> None:
        async def measured() -> None:
            await Metered(work(), world.clock, paid.append)

        await asyncio.gather(measured(), others())

    asyncio.run(scenario())
    assert paid == [1, 2, 4]


def test_a_cancellation_reaches_the_coroutine_and_an_error_comes_out_of_it() -> None:
    reached: list[str] = []

    async def waits() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            reached.append("cancelled")
            raise

    async def fails() -> None:
        await asyncio.sleep(0)
        raise ValueError("told")

    async def measured(work: Any) -> None:
        await Metered(work, World().clock, lambda _: None)

    async def scenario() -> None:
        task = asyncio.create_task(measured(waits()))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(ValueError, match="told"):
            await measured(fails())

    asyncio.run(scenario())
    assert reached == ["cancelled"]


@pytest.mark.parametrize("pipelined", [1, 20])
def test_who_asks_for_pages_all_the_time_takes_a_part_of_it_and_others_do_not_wait(pipelined: int) -> None:
    """Each page takes 2 ms, and another address asks for one every 100 ms while it trains."""
    world = World()
    accounts = Accounts(world.clock)
    turnstile = Turnstile(accounts, world.sleep)
    asked = {"10.0.0.1": 0, "10.0.0.2": 0}
    waits: list[float] = []

    async def application(scope: Any, *_: object) -> None:
        asked[scope["client"][0]] += 1
        world.now += 0.002

    tolls = Tolls(application, turnstile, world.clock)

    async def attacks() -> None:
        while world.now < 20:
            await tolls(scope("http", ("10.0.0.1", 1)), receive, send)

    async def asks_now_and_then() -> None:
        with accounts.session("10.0.0.2") as training:
            training.trains = True
            accounts.engage(training)
            for number in range(200):
                while world.now < number * 0.1:  # noqa: ASYNC110  (others move this clock)
                    await asyncio.sleep(0)
                began = world.now
                await tolls(scope("http", ("10.0.0.2", 1)), receive, send)
                waits.append(world.now - began)

    async def scenario() -> None:
        await asyncio.gather(asks_now_and_then(), *(attacks() for _ in range(pipelined)))

    asyncio.run(scenario())
    assert asked["10.0.0.2"] == 200
    assert asked["10.0.0.1"] * 0.002 == pytest.approx(20 / 8, rel=0.1), "a quarter of its half of the time"
    assert max(waits) < 0.02


def test_a_socket_finds_who_pays_and_is_not_measured_itself() -> None:
    world = World()
    accounts = Accounts(world.clock)
    payers: list[Payer] = []

    async def application(scope: Any, *_: object) -> None:
        payers.append(scope["state"]["payer"])
        world.now += 1

    async def scenario() -> None:
        tolls = Tolls(application, Turnstile(accounts, world.sleep), world.clock)
        await tolls(scope("websocket", None), receive, send)

    asyncio.run(scenario())
    assert payers[0].account.address.name == ""
    assert payers[0].account.debt == 0 < ALLOWANCE
