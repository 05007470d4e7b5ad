"""Every close code of docs/protocol.md, by what leads to it, and what keeps a connection alive."""

import asyncio
import contextlib
import json
import re
from collections.abc import Callable, MutableMapping
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from app.serve.factory import create_app
from app.serve.life import CLOSE_CODES, Ending
from app.serve.server import PING_SECONDS, Server
from app.serve.settings import Settings
from tests.serve.browser import PATIENCE, Browser
from tests.serve.conftest import StartServer, server_in_a_thread
from tests.serve.unruly_client import UnrulyClient

Way = Callable[[StartServer], int]


def leave(start_server: StartServer) -> int:
    with Browser(start_server()) as browser:
        browser.connection.close()
        assert browser.connection.close_code is not None
        return browser.connection.close_code


def shut_down(_: StartServer) -> int:
    with server_in_a_thread() as (port, server), Browser(port) as browser:
        server.should_exit = True
        return browser.close_code()


def ask_much(client: UnrulyClient) -> None:
    """Commands that the server has yet to answer when it reads what follows."""
    for number in range(20):
        client.write_text(json.dumps({"type": "pause", "id": number}).encode())


def break_the_rules(start_server: StartServer) -> int:
    with UnrulyClient(start_server()) as client:
        ask_much(client)
        client.send(b"\xff\xff\xff\xff")
        return client.close_code()


def speak_latin(start_server: StartServer) -> int:
    with UnrulyClient(start_server()) as client:
        ask_much(client)
        client.write_text('{"type": "é"}'.encode("latin-1"))
        client.send()
        return client.close_code()


def flood(start_server: StartServer) -> int:
    with Browser(start_server(max_commands_per_second=10)) as browser:
        with contextlib.suppress(ConnectionClosed):
            for _ in range(30):
                browser.send("pause")
        return browser.close_code()


def send_too_much_at_once(start_server: StartServer) -> int:
    with Browser(start_server(max_message_bytes=4096)) as browser:
        browser.connection.send("x" * 4097)
        return browser.close_code()


def send_too_much_in_parts(start_server: StartServer) -> int:
    with UnrulyClient(start_server(max_message_bytes=4096)) as client:
        ask_much(client)
        client.write_text(b"x" * 2000, b"x" * 2000, b"x" * 2000)
        client.send()
        return client.close_code()


def say_nothing(_: StartServer) -> int:
    with server_in_a_thread() as (port, server):
        server.config.ws_ping_interval, server.config.ws_ping_timeout = 0.01, 0.05
        with UnrulyClient(port) as client:
            code = client.close_code()
            assert client.pings == 1
            return code


def come_too_late(start_server: StartServer) -> int:
    port = start_server(max_sessions=1)
    with Browser(port) as first, Browser(port) as second:
        first.event("welcome")
        return second.close_code()


def come_in_crowds(start_server: StartServer) -> int:
    port = start_server(max_sessions_per_address=1)
    with Browser(port) as first, Browser(port) as second:
        first.event("welcome")
        return second.close_code()


def do_nothing(start_server: StartServer) -> int:
    with Browser(start_server(idle_seconds=0.05)) as browser:
        return browser.close_code()


def come_from_elsewhere(start_server: StartServer) -> int:
    with Browser(start_server(), origin="http://elsewhere.example") as browser:
        return browser.close_code()


WAYS: list[tuple[int, Way]] = [
    (1000, leave),
    (1001, shut_down),
    (1002, break_the_rules),
    (1007, speak_latin),
    (1008, flood),
    (1009, send_too_much_at_once),
    (1009, send_too_much_in_parts),
    (1011, say_nothing),
    (1013, come_too_late),
    (1013, come_in_crowds),
    (4408, do_nothing),
    (4403, come_from_elsewhere),
]


def test_each_code_that_is_documented_is_led_to_here() -> None:
    assert set(CLOSE_CODES) == {code for code, _ in WAYS} >= {ending.code for ending in Ending}


@pytest.mark.parametrize(("code", "way"), WAYS)
def test_what_leads_to_a_close_code(start_server: StartServer, code: int, way: Way) -> None:
    assert way(start_server) == code


@pytest.mark.parametrize("way", [break_the_rules, flood, send_too_much_at_once, send_too_much_in_parts])
@pytest.mark.parametrize("level", ["warning", "info"])
def test_a_clients_fault_is_in_the_log_at_level_info_alone(
    start_server: StartServer, capsys: pytest.CaptureFixture[str], way: Way, level: str
) -> None:
    way(lambda **settings: start_server(log_level=level, **settings))
    said = capsys.readouterr().err
    assert not re.search("Traceback|ERROR|WARNING", said)
    assert bool(said) == (level == "info")


def test_a_connection_that_the_shutdown_could_not_wait_for_is_closed_with_1012() -> None:
    with server_in_a_thread() as (port, server), Browser(port) as browser:
        browser.event("welcome")

        async def give_up() -> None:
            """What a lobby does whose sessions have not ended in time."""

        server._lobby.close = give_up  # type: ignore[method-assign]
        server.should_exit = True
        assert browser.close_code() == 1012


def test_who_answers_pings_stays_and_pings_are_answered() -> None:
    with server_in_a_thread() as (port, server):
        server.config.ws_ping_interval, server.config.ws_ping_timeout = 0.01, 5.0
        with Browser(port) as browser, UnrulyClient(port) as client:
            assert client.ping(b"are you there") == b"are you there"
            for _ in range(20):
                browser.ask("pause")


def test_pings_and_their_answers_have_the_documented_time() -> None:
    config = Server(Settings()).config
    assert config.ws_ping_interval == config.ws_ping_timeout == PING_SECONDS == 20


def test_what_is_sent_after_uvicorn_closed_by_itself_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    """As it does where a browser breaks the rules while the session has something to say."""
    told: list[str] = []

    async def receive() -> dict[str, Any]:
        if not told:
            return {"type": "websocket.connect"}
        return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append(message["type"])
        if message["type"] != "websocket.accept":
            raise RuntimeError(
                f"Unexpected ASGI message '{message['type']}', after sending 'websocket.close'."
            )

    async def scenario() -> None:
        server = create_app(Settings())
        scope = {"type": "websocket", "path": "/socket", "headers": [(b"host", b"here")], "query_string": b""}
        async with asyncio.timeout(PATIENCE), server.router.lifespan_context(server):
            await server(scope, receive, send)

    asyncio.run(scenario())
    assert told[:2] == ["websocket.accept", "websocket.send"]
    assert caplog.records == []
