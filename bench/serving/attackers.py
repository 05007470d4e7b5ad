"""What an innocent session has left beside clients that send the dearest commands, or anything else."""

import asyncio
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from bench.serving.attacks import SETTLED
from bench.serving.client import Client, Record
from bench.serving.endings import POINTS
from bench.serving.process import ServerProcess, running_server

ASKED = 100
"""Updates a second that the innocent session asks for."""

COMMAND_SECONDS = 0.1
"""Between two points that it moves."""

ATTACKING_ADDRESS = "127.0.0.2"
_INNOCENT_POINTS = 200
_WARM_UP_SECONDS = 1.5


@dataclass(frozen=True)
class Remainder:
    """What the innocent session got: updates and frames a second, and how soon it was answered.

    `own_p95_ms` is without the time in which the server was ready to compute and the machine had no processor
    for it: what remains is the server's own doing, whatever else the machine computes.
    """

    updates_per_second: float
    frames_per_second: float
    answer_p50_ms: float
    answer_p95_ms: float
    own_p95_ms: float


async def remainder(
    attack: str | None, attackers: int, seconds: float, address: str = ATTACKING_ADDRESS
) -> Remainder:
    """Measure. Attackers come from one address, which is not the innocent session's; None: there are none.

    RuntimeError where the server does not start.
    """
    with running_server(2 * attackers + 100) as server:
        innocent = await Client.connect(server.port)
        await innocent.command("generate", **{**POINTS, "count": _INNOCENT_POINTS})
        await innocent.command("speed", updates_per_second=ASKED)
        await innocent.command("train")
        with _attacking(attack, attackers, server.port, address):
            await asyncio.sleep(_WARM_UP_SECONDS)
            innocent.record, innocent.recording = Record(), True
            waits: list[tuple[float, float]] = []
            moving = asyncio.create_task(_move(innocent, server, waits))
            started = time.perf_counter()
            await asyncio.sleep(seconds)
            passed = time.perf_counter() - started
            unanswered = innocent.waiting_seconds()
            moving.cancel()
            await asyncio.gather(moving, return_exceptions=True)
        record = innocent.record
        answers = 1000 * np.array([*(answer for answer, _ in waits), *unanswered])
        own = 1000 * np.array([*(answer - away for answer, away in waits), *unanswered])
        return Remainder(
            (record.last_step - (record.first_step or 0.0)) / passed,
            len(record.arrivals) / passed,
            float(np.percentile(answers, 50)),
            float(np.percentile(answers, 95)),
            float(np.percentile(own, 95)),
        )


@contextmanager
def _attacking(attack: str | None, attackers: int, port: int, address: str) -> Iterator[None]:
    """Attackers in a process of their own, so that they don't hold up the innocent one's clock."""
    if attack is None:
        yield
        return
    command = [sys.executable, "-m", "bench.serving.attacks", attack, str(attackers), str(port), address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            if process.stdout.readline().strip() != SETTLED:
                raise RuntimeError("the attackers did not start")
            yield
        finally:
            process.kill()


async def _move(client: Client, server: ServerProcess, waits: list[tuple[float, float]]) -> None:
    """Move points; notes for each how long its answer took, and how long the server lacked a processor."""
    draw = random.Random(1)

    async def move() -> None:
        place = {"id": draw.randrange(_INNOCENT_POINTS), "x1": draw.uniform(-3, 3), "x2": draw.uniform(-3, 3)}
        asked, away = time.perf_counter(), server.waited_seconds()
        await client.command("move_points", points=[place])
        waits.append((time.perf_counter() - asked, server.waited_seconds() - away))

    async with asyncio.TaskGroup() as group:
        while True:
            group.create_task(move())
            await asyncio.sleep(COMMAND_SECONDS)
