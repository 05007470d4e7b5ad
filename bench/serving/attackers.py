"""What an innocent session has left beside clients that send the dearest commands, or anything else."""

import asyncio
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

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


Answer: TypeAlias = tuple[float, float]
"""Seconds until it came, and of the server's computing meanwhile."""


@dataclass(frozen=True)
class Remainder:
    """What the innocent session got: updates and frames a second, and how soon it was answered.

    `computed_p95_ms` is what the server computed between question and answer, whoever it was for: how soon it
    answers where nothing else takes its processor, nor the client's.
    """

    updates_per_second: float
    frames_per_second: float
    answer_p50_ms: float
    answer_p95_ms: float
    computed_p95_ms: float


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
            answers: list[Answer] = []
            moving = asyncio.create_task(_move(innocent, server, answers))
            started = time.perf_counter()
            await asyncio.sleep(seconds)
            passed = time.perf_counter() - started
            moving.cancel()
            await asyncio.gather(moving, return_exceptions=True)
        record = innocent.record
        waited, computed = 1000 * np.array(answers).T
        return Remainder(
            (record.last_step - (record.first_step or 0.0)) / passed,
            len(record.arrivals) / passed,
            float(np.percentile(waited, 50)),
            float(np.percentile(waited, 95)),
            float(np.percentile(computed, 95)),
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


async def _move(client: Client, server: ServerProcess, answers: list[Answer]) -> None:
    """Move points, and note what each took, also where no answer has come when this is ended."""
    draw = random.Random(1)

    async def move() -> None:
        place = {"id": draw.randrange(_INNOCENT_POINTS), "x1": draw.uniform(-3, 3), "x2": draw.uniform(-3, 3)}
        asked, computed = time.perf_counter(), server.computed_seconds()
        try:
            await client.command("move_points", points=[place])
        finally:
            answers.append((time.perf_counter() - asked, server.computed_seconds() - computed))

    async with asyncio.TaskGroup() as group:
        while True:
            group.create_task(move())
            await asyncio.sleep(COMMAND_SECONDS)
