"""How a server process starts and ends: clear lines where it can't, code 1001 for browsers when it ends."""

import asyncio
import os
import signal
import socket
import time
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from app.serve.accounts import AddressAccount, SessionAccount
from app.serve.lobby import Lobby
from tests.serve.browser import PATIENCE, Browser, Event, Frame
from tests.serve.conftest import server_in_a_thread
from tests.serve.receiver import small_receiver
from tests.serve.test_base_path import get
from tests.serve.test_resume import server_process
from tests.server_process import ServerProcess


def refused(**environment: str) -> str:
    """What is said by a server that can't start."""
    process = ServerProcess(os.environ | environment)
    written, said = process.communicate(PATIENCE)
    assert (process.returncode, written) == (2, "")
    return said


def test_sessions_are_closed_with_1001_even_while_they_train() -> None:
    with server_in_a_thread() as (port, server), Browser(port) as idle, Browser(port) as training:
        idle.event("welcome")
        training.ask("generate", dataset="xor", count=50, noise=0, test_share=0, seed=1)
        training.ask("train")
        server.should_exit = True
        assert idle.close_code() == training.close_code() == 1001


def test_while_it_drains_old_pages_go_on_and_new_ones_are_sent_elsewhere() -> None:
    with server_in_a_thread(drain_seconds=3600) as (port, server), Browser(port) as browser:
        browser.event("welcome")
        server.should_exit = True
        deadline = time.monotonic() + PATIENCE
        while get(port, "/ready")[0] != 503:
            assert time.monotonic() < deadline
        browser.ask("generate", dataset="xor", count=50, noise=0, test_share=0, seed=1)
        browser.ask("step", updates=10)
        assert get(port, "/health")[0] == 200
        with Browser(port) as newcomer:
            assert newcomer.close_code() == 1013
        server.force_exit = True
        assert browser.close_code() == 1001


def test_sessions_are_sent_elsewhere_one_after_the_other() -> None:
    """A quarter of the time is for proxies to notice; half of the rest has passed when the first goes."""

    async def scenario() -> tuple[list[float], float]:
        lobby, ends = Lobby(5), []
        account = SessionAccount(AddressAccount("somewhere"))
        loop = asyncio.get_running_loop()
        with lobby.admit(account) as first, lobby.admit(account) as second:
            started = loop.time()
            for place in (first, second):
                place.ending.add_done_callback(lambda _: ends.append(loop.time() - started))
            await lobby.drain(0.2, lambda: False)
            await asyncio.sleep(0)
        return ends, loop.time() - started

    (first, second), total = asyncio.run(scenario())
    assert 0.125 <= first < second <= total
    assert second >= 0.2


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_process_gracefully(how: signal.Signals) -> None:
    with server_process() as (port, process), Browser(port) as browser:
        browser.event("welcome")
        process.send_signal(how)
        assert browser.close_code() == 1001
        assert process.wait(PATIENCE) == 0


def test_a_browser_that_reads_nothing_does_not_hold_up_the_end() -> None:
    with server_process() as (port, process), Browser(port) as browser:
        receiver = small_receiver(port)
        with Browser(port, sock=receiver, max_queue=1, close_timeout=0) as stuck:
            stuck.ask("generate", dataset="xor", count=2000, noise=0, test_share=0, seed=1)
            for _ in range(40):
                stuck.send("configure", changes={})
            for _ in range(40):
                browser.ask("pause")
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
        assert process.stderr.read() == ""


def test_a_port_in_use_is_named_with_what_to_do() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = refused(CHAINRULE_PORT=str(port))
    assert f"port {port}" in said
    assert "CHAINRULE_PORT=" in said
    assert said.count("\n") == 1


def test_an_address_that_is_not_this_machines_is_refused() -> None:
    assert "192.0.2.1" in refused(CHAINRULE_HOST="192.0.2.1", CHAINRULE_PORT="0")


def test_a_wrong_setting_is_named() -> None:
    said = refused(CHAINRULE_MAX_SESSIONS="plenty")
    assert "max_sessions" in said.lower()
    assert "'plenty'" in said
    assert "Traceback" not in said


def everything(browser: Browser) -> list[Event | Frame]:
    """What comes until the server closes the connection."""
    seen: list[Event | Frame] = []
    with suppress(ConnectionClosed):
        while True:
            seen.append(browser.receive())
    return seen


def test_a_page_that_is_sent_elsewhere_hears_where_its_training_stands() -> None:
    """No update is lost: the last thing it is told is a checkpoint no older than the last frame."""
    with server_in_a_thread() as (port, server), Browser(port) as browser:
        browser.ask("generate", dataset="xor", count=50, noise=0, test_share=0, seed=1)
        browser.ask("train")
        kept = browser.event("checkpoint")["progress"]["step"]
        shown = browser.frame(lambda frame: frame.step > kept)
        server.should_exit = True
        seen = [shown, *everything(browser)]
        assert browser.connection.close_code == 1001
    newest = seen[-1]
    assert isinstance(newest, dict)
    assert newest["type"] == "checkpoint"
    assert newest["progress"]["step"] >= max(frame.step for frame in seen if isinstance(frame, Frame))
