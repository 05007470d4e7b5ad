"""A connection over HTTP: reading what came takes computing, which is paid for and waits its turn."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

from uvicorn import Config
from uvicorn.server import ServerState

from app.serve.accounts import Accounts
from app.serve.connections import HttpConnection
from app.serve.doors import Doors
from app.serve.intake import PORTION
from app.serve.tolls import READ_SECONDS, Tolls
from app.serve.turnstile import Turnstile
from tests.serve.line import Line

ATTACKER, PROXY = "203.0.113.7", "198.51.100.1"

STRANGE = b"GET /" + b"%2e" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
"""Dear to read, and in many portions."""


class Peer(Line):
    """One that comes from an address."""

    def __init__(self, host: str) -> None:
        super().__init__()
        self.host = host

    def get_extra_info(self, name: str) -> Any:
        return (self.host, 1) if name == "peername" else None

    def close(self) -> None:
        """It was the one to leave."""


class World:
    """Connections to one server, whose clock stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0
        self.accounts = Accounts(lambda: self.now)
        self.asked: list[dict[str, Any]] = []

    async def application(self, scope: Any, _receive: object, send: Callable[[Any], Any]) -> None:
        self.asked.append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)

    def connection(self, host: str) -> tuple[HttpConnection, Peer]:
        parts = {"doors": Doors(100, [PROXY]), "turnstile": Turnstile(self.accounts, self.sleep)}
        config = Config(cast("Any", self.application), log_config=None, lifespan="off", interface="asgi3")
        config.load()
        made = type("Connection", (HttpConnection,), parts)(config, ServerState(), {})
        peer = Peer(host)
        made.connection_made(cast("Any", peer))
        return made, peer


async def until(reached: Callable[[], bool]) -> None:
    """Wait in passes of the loop, which move the world's clock; not for ever."""
    for _ in range(100_000):
        if reached():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came")


def test_who_is_read_pays_for_it() -> None:
    async def scenario() -> None:
        world = World()
        connection, _ = world.connection(ATTACKER)
        connection.data_received(STRANGE[:PORTION])
        with world.accounts.session(ATTACKER) as account:
            assert account.address.debt > 0
        connection.connection_lost(None)

    asyncio.run(scenario())


def test_of_who_owes_nothing_more_is_read_before_time_has_worked_it_off() -> None:
    async def scenario() -> None:
        world = World()
        with world.accounts.session(ATTACKER) as debtor, world.accounts.session("other") as other:
            other.trains = True
            world.accounts.engage(other)
            world.accounts.debit(debtor, 0.1)
            connection, peer = world.connection(ATTACKER)
            connection.data_received(STRANGE)
            assert not peer.is_read
            assert not world.asked
            await until(lambda: bool(world.asked))
            assert world.now > 0.1, "an eighth of the time is what it may use"
            await until(lambda: peer.is_read)
            connection.connection_lost(None)

    asyncio.run(scenario())


def test_others_have_their_turns_while_one_is_read() -> None:
    """Twenty connections bring a quarter of a megabyte each at one moment."""

    async def scenario() -> None:
        world = World()
        lines = [world.connection(ATTACKER) for _ in range(20)]
        for connection, _ in lines:
            connection.data_received(9 * STRANGE)
        assert not all(peer.is_read for _, peer in lines)
        for connection, _ in lines:
            connection.connection_lost(None)

    asyncio.run(scenario())


def test_a_proxy_owes_nothing_for_its_clients_and_they_owe_what_reading_them_took() -> None:
    async def scenario() -> None:
        world = World()
        connection, _ = world.connection(PROXY)
        connection.data_received(STRANGE)
        await until(lambda: bool(world.asked))
        with world.accounts.session(PROXY) as proxy:
            assert proxy.address.debt == 0
        (scope,) = world.asked
        read = scope["state"][READ_SECONDS]
        assert read > 0
        scope["client"] = (ATTACKER, 0)  # as uvicorn does, by what the proxy says
        owed: list[float] = []

        async def application(scope: Any, *_: object) -> None:
            owed.append(scope["state"]["payer"].account.address.debt)

        tolls = Tolls(application, Turnstile(world.accounts, world.sleep), lambda: 0.0)
        await tolls(scope, cast("Any", None), cast("Any", None))
        assert owed == [read]
        connection.connection_lost(None)

    asyncio.run(scenario())
