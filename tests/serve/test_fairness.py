"""No session can take the time of the others by what it sends: heavy commands wait for each other."""

import asyncio
import contextlib
import json
import time
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from app.serve import socket
from app.serve.accounts import Accounts
from app.serve.inbox import Inbox
from app.serve.outbox import ROOM, Outbox
from app.serve.receiver import receive
from app.serve.scheduler import Scheduler
from app.serve.session import Session
from app.serve.settings import Settings
from app.serve.turnstile import Turnstile


def session(ticks: Iterator[float]) -> Session:
    """A session whose clock of computing tells these times."""
    return Session(Settings().limits, Scheduler(work_clock=lambda: next(ticks)), Outbox(100, lambda: None))


def test_after_a_heavy_command_its_session_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    spent = iter([0.0005, 0.02, 0.001])
    rests: list[float] = []

    async def sleep(seconds: float) -> None:
        rests.append(seconds)
        if len(rests) == 3:
            raise asyncio.CancelledError

    async def scenario() -> None:
        monkeypatch.setattr(socket, "receive", lambda _session, _text: next(spent))
        # Only for what is tested: a server of other tests may sleep in a thread of its own.
        monkeypatch.setattr(socket, "asyncio", SimpleNamespace(sleep=sleep))
        inbox = Inbox(1000)
        for _ in range(3):
            await inbox.put("{}")
        with contextlib.suppress(asyncio.CancelledError):
            await socket._carry_out(
                session(iter([])), inbox, Outbox(9, lambda: None), Turnstile(Accounts(time.perf_counter))
            )

    asyncio.run(scenario())
    assert rests == [0, pytest.approx(0.06), 0]


def test_a_command_tells_what_it_took() -> None:
    ticking = session(iter([1.0, 1.5, 2.0, 2.25]))
    command = json.dumps({"type": "speed", "id": 1, "updates_per_second": 5})
    assert [receive(ticking, command), receive(ticking, "no command")] == [0.5, 0.25]


def test_the_turns_of_a_step_are_not_counted_twice() -> None:
    async def scenario() -> float:
        scheduler = Scheduler()
        outbox = Outbox(100, lambda: None)
        stepping = Session(Settings().limits, scheduler, outbox)
        stepping.run.trainer.generate("xor", 100, 0.1, 0.2, 1)
        turns = asyncio.create_task(scheduler.run())
        seconds = receive(stepping, json.dumps({"type": "step", "id": 1, "updates": 500}))
        while '"ack"' not in str(await outbox.get()):
            pass
        turns.cancel()
        await asyncio.gather(turns, return_exceptions=True)
        assert stepping.run.trainer.step == 500
        return seconds

    # 500 updates take some 10 ms.
    assert asyncio.run(scenario()) < 0.001


def test_who_does_not_read_has_the_next_command_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    carried_out: list[str | None] = []

    async def scenario() -> None:
        outbox, inbox = Outbox(9, lambda: None), Inbox(1000)

        def tells_much(_: Session, text: str | None) -> float:
            carried_out.append(text)
            outbox.put("x" * ROOM)
            return 0.0

        monkeypatch.setattr(socket, "receive", tells_much)
        turnstile = Turnstile(Accounts(time.perf_counter))
        for text in ("first", "second"):
            await inbox.put(text)
        commands = asyncio.create_task(socket._carry_out(session(iter([])), inbox, outbox, turnstile))
        for _ in range(20):
            await asyncio.sleep(0)
        assert carried_out == ["first"]
        await outbox.get()
        for _ in range(20):
            await asyncio.sleep(0)
        assert carried_out == ["first", "second"]
        commands.cancel()

    asyncio.run(scenario())


def test_what_is_under_the_glass_is_not_told_again_to_who_does_not_read() -> None:
    outbox = Outbox(100, lambda: None)
    looking = Session(Settings().limits, Scheduler(), outbox)
    looking.run.trainer.generate("xor", 100, 0.1, 0.2, 1)
    looking.watch.begin(looking.run.trainer, 1, (2, 0, 0), None)
    looking.watch.trained(looking.run.trainer, 1, now=10.0)
    told = len(outbox)
    assert told == 2, "at first, and after some updates"
    outbox.put("x" * ROOM)
    looking.watch.trained(looking.run.trainer, 1, now=20.0)
    assert len(outbox) == told + 1
