"""No session can take the time of the others by what it sends: heavy commands wait for each other."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest

from app.serve import socket
from app.serve.outbox import Outbox
from app.serve.receiver import receive
from app.serve.scheduler import Scheduler
from app.serve.session import Session
from app.serve.settings import Settings


class Messages:
    """A WebSocket of which only the receiving end is there."""

    def __init__(self, count: int) -> None:
        self._left: Iterator[dict[str, Any]] = iter(
            [
                *({"type": "websocket.receive", "text": "{}"} for _ in range(count)),
                {"type": "websocket.disconnect"},
            ]
        )

    async def receive(self) -> dict[str, Any]:
        return next(self._left)


def session(ticks: Iterator[float]) -> Session:
    """A session whose clock of computing tells these times."""
    return Session(Settings().limits, Scheduler(work_clock=lambda: next(ticks)), Outbox(100))


def test_after_a_heavy_command_its_session_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    spent = iter([0.0005, 0.02, 0.001])
    rests: list[float] = []

    async def received(_session: Session, _text: str | None) -> float:
        return next(spent)

    async def sleep(seconds: float) -> None:
        rests.append(seconds)

    async def scenario() -> None:
        monkeypatch.setattr(socket, "receive", received)
        monkeypatch.setattr(asyncio, "sleep", sleep)
        await socket._read(Messages(3), session(iter([])))  # type: ignore[arg-type]

    asyncio.run(scenario())
    assert rests == [pytest.approx(0.06)]


def test_a_command_tells_what_it_took() -> None:
    async def scenario() -> list[float]:
        ticking = session(iter([1.0, 1.5, 2.0, 2.25]))
        configure = json.dumps({"type": "speed", "id": 1, "updates_per_second": 5})
        return [await receive(ticking, configure), await receive(ticking, "no command")]

    assert asyncio.run(scenario()) == [0.5, 0.25]


def test_the_turns_of_a_step_are_not_counted_twice() -> None:
    async def scenario() -> float:
        scheduler = Scheduler()
        stepping = Session(Settings().limits, scheduler, Outbox(100))
        stepping.trainer.generate("xor", 100, 0.1, 0.2, 1)
        turns = asyncio.create_task(scheduler.run())
        seconds = await receive(stepping, json.dumps({"type": "step", "id": 1, "updates": 500}))
        turns.cancel()
        await asyncio.gather(turns, return_exceptions=True)
        assert stepping.trainer.step == 500
        return seconds

    assert asyncio.run(scenario()) == 0
