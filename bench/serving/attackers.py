"""What an innocent session has left beside clients that send the dearest commands."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.serving.client import Client, Record
from bench.serving.endings import LARGEST, POINTS
from bench.serving.process import running_server

ASKED = 100
"""Updates a second that the innocent session asks for."""

COMMAND_SECONDS = 0.1
"""Between two points that it moves."""

ATTACK_SECONDS = 1 / 60
"""Between two commands of an attacker: half of what the limit allows, answered or not."""

MOST_UNANSWERED = 100
"""Commands of an attacker that may wait: more are only memory."""

ATTACKING_ADDRESS = "127.0.0.2"
_INNOCENT_POINTS = 200
_WARM_UP_SECONDS = 1.0

Send = Callable[[Client], Awaitable[Any]]


@dataclass(frozen=True)
class Remainder:
    """What the innocent session got: updates and frames a second, and how soon it was answered."""

    updates_per_second: float
    frames_per_second: float
    answer_p50_ms: float
    answer_p95_ms: float


def _points(count: int) -> list[dict[str, float]]:
    draw = random.Random(1)
    return [
        {"id": number, "x1": draw.uniform(-3, 3), "x2": draw.uniform(-3, 3), "target": number % 3}
        for number in range(count)
    ]


_POINTS = _points(2000)

ATTACKS: dict[str, Send] = {
    "generate": lambda client: client.command("generate", **POINTS),
    "configure": lambda client: client.command(
        "configure", changes={**LARGEST, "seed": random.getrandbits(20)}
    ),
    "inspect": lambda client: client.command(
        "inspect", parameter={"layer": 2, "neuron": 0, "source": 0}, point=None
    ),
    "replace_points": lambda client: client.command("replace_points", points=_POINTS),
    "trace": lambda client: client.command("trace", point=0),
    "step": lambda client: client.command("step", until="epoch"),
}


async def remainder(
    attack: str, attackers: int, seconds: float, address: str = ATTACKING_ADDRESS
) -> Remainder:
    """Measure; the attackers come from one address, which is not the innocent session's.

    RuntimeError where the server does not start.
    """
    with running_server(attackers + 2) as server:
        innocent = await Client.connect(server.port)
        await innocent.command("generate", **{**POINTS, "count": _INNOCENT_POINTS})
        hostile = [await Client.connect(server.port, address=address) for _ in range(attackers)]
        for client in hostile:
            await client.command("generate", **POINTS)
            await client.command("configure", changes=LARGEST)
        await innocent.command("speed", updates_per_second=ASKED)
        await innocent.command("train")
        attacking = [asyncio.create_task(_attack(client, ATTACKS[attack])) for client in hostile]
        await asyncio.sleep(_WARM_UP_SECONDS)
        innocent.record, innocent.recording = Record(), True
        moving = asyncio.create_task(_move(innocent))
        started = time.perf_counter()
        await asyncio.sleep(seconds)
        passed = time.perf_counter() - started
        unanswered = innocent.waiting_seconds()
        for task in (moving, *attacking):
            task.cancel()
        await asyncio.gather(moving, *attacking, return_exceptions=True)
        record = innocent.record
        answers = np.array([*record.answer_seconds, *unanswered]) * 1000
        return Remainder(
            (record.last_step - (record.first_step or 0.0)) / passed,
            len(record.arrivals) / passed,
            float(np.percentile(answers, 50)),
            float(np.percentile(answers, 95)),
        )


async def _attack(client: Client, send: Send) -> None:
    waiting: set[asyncio.Future[Any]] = set()
    while True:
        if len(waiting) < MOST_UNANSWERED:
            answer = asyncio.ensure_future(send(client))
            waiting.add(answer)
            answer.add_done_callback(waiting.discard)
        await asyncio.sleep(ATTACK_SECONDS)


async def _move(client: Client) -> None:
    draw = random.Random(1)
    while True:
        place = {"id": draw.randrange(_INNOCENT_POINTS), "x1": draw.uniform(-3, 3), "x2": draw.uniform(-3, 3)}
        client.command("move_points", points=[place])
        await asyncio.sleep(COMMAND_SECONDS)
