"""The turnstile: a session in debt waits, and those that owe nothing do not."""

import asyncio

import pytest

from app.serve.accounts import Accounts
from app.serve.turnstile import Turnstile

COMMANDS = 400


class World:
    """A clock that sleeping moves; commands move it by what they take."""

    def __init__(self) -> None:
        self.now = 0.0
        self.carried_out: list[str] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def carried_out(commands: dict[str, tuple[str, float]], each: int, until: float) -> list[str]:
    """Who was let through, in order: by name an address and what each of its `each` commands takes."""
    world = World()
    accounts = Accounts(world.clock)
    turnstile = Turnstile(accounts, world.sleep)

    async def send(name: str, address: str, seconds: float) -> None:
        with accounts.session(address) as account:
            for _ in range(each):
                await turnstile.enter(account)
                if world.now >= until:
                    return
                world.carried_out.append(name)
                world.now += seconds
                turnstile.pay(account, seconds)

    async def scenario() -> None:
        await asyncio.gather(*(send(name, *of_it) for name, of_it in commands.items()))

    asyncio.run(scenario())
    return world.carried_out


def test_who_is_alone_never_waits_for_more_than_it_took() -> None:
    assert carried_out({"heavy": ("a", 0.05)}, each=20, until=2.1) == ["heavy"] * 20


def test_light_commands_overtake_those_of_a_session_in_debt() -> None:
    order = carried_out({"heavy": ("a", 0.05), "light": ("b", 0.0002)}, each=50, until=10)
    assert order.count("light") == 50
    last_light = len(order) - order[::-1].index("light")
    assert order[:last_light].count("heavy") <= 3


def test_twenty_of_one_address_get_what_one_of_another_gets() -> None:
    crowd = {f"crowd {number}": ("a", 0.02) for number in range(20)}
    order = carried_out({**crowd, "single": ("b", 0.02)}, each=1000, until=20)
    single = order.count("single")
    assert 0.4 < single / len(order) < 0.6


@pytest.mark.parametrize("seconds", [0.0005, 0.005, 0.015, 0.03, 0.06, 0.1])
@pytest.mark.parametrize("attackers", [1, 20])
def test_beside_any_commands_one_that_trains_is_answered_soon(attackers: int, seconds: float) -> None:
    """It moves a point every 100 ms, which takes 1 ms; of 20 answers 19 come within 20 ms."""
    world = World()
    accounts = Accounts(world.clock)
    turnstile = Turnstile(accounts, world.sleep)
    waits: list[float] = []

    async def attack() -> None:
        with accounts.session("attackers") as account:
            while len(waits) < COMMANDS:
                await turnstile.enter(account)
                world.now += seconds
                turnstile.pay(account, seconds)
                await asyncio.sleep(0)

    async def move() -> None:
        with accounts.session("innocent") as account:
            account.trains = True
            accounts.engage(account)
            for number in range(COMMANDS):
                while world.now < 0.1003 * number:  # noqa: ASYNC110  (others move this clock)
                    await asyncio.sleep(0)
                await turnstile.enter(account)
                world.now += 0.001
                turnstile.pay(account, 0.001)
                waits.append(world.now - 0.1003 * number)

    async def scenario() -> None:
        await asyncio.gather(move(), *(attack() for _ in range(attackers)))

    asyncio.run(scenario())
    assert sorted(waits)[int(0.95 * COMMANDS)] < 0.02
