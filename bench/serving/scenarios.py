"""What the sessions do while they are measured: all train, all are idle, or one of them reads slowly."""

import asyncio
import random
import time
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bench.serving.client import SMALL_BUFFER, Client, Record
from bench.serving.process import ServerProcess, running_server

WARM_UP_SECONDS = 2.0

SLIDER_SHARE = 0.25
"""Of the commands, those that change the learning rate; the others move a point."""

SLOW_READING_SECONDS = 2.0
"""Time after which a slow reader takes a few kilobytes."""

_CONNECTING_AT_ONCE = 20


@dataclass(frozen=True)
class Load:
    """What each session trains, and how often it sends a command."""

    name: str
    hidden: list[int]
    dataset: str
    points: int
    command_seconds: float
    updates_per_second: float | None = None
    """The speed asked for; None: as fast as it goes."""


USUAL = Load("2-4-3-2", [4, 3], "blobs2", 200, command_seconds=4.0)
"""What the page starts with."""

PACED = replace(USUAL, updates_per_second=20.0)
"""A frame for each update, and nothing that more time could be used for: what serving takes."""

HEAVY = Load("2-8-8-3", [8, 8], "blobs3", 250, command_seconds=4.0)


@dataclass(frozen=True)
class Measurement:
    """One line of the table; a share of a core is 1 when the core is busy all the time."""

    sessions: int
    seconds: float
    megabytes: float
    core_share: float
    frame_bytes: int = 0
    frames_per_second: float = 0.0
    slowest_frames_per_second: float = 0.0
    gap_p50_ms: float = 0.0
    gap_p99_ms: float = 0.0
    answer_p50_ms: float = 0.0
    answer_p99_ms: float = 0.0
    answers: int = 0
    updates_per_second: float = 0.0


@dataclass(frozen=True)
class SlowReader:
    """What one slow client among quick ones got, and what it cost the server."""

    quick: Measurement
    slow_frames_per_second: float
    megabytes_grown: float


async def training(load: Load, sessions: int, seconds: float, workers: int = 1) -> Measurement:
    """All sessions train, and each sends a command now and then."""
    with running_server(sessions + 1, workers=workers) as server:
        clients = await _training_clients(server, load, sessions)
        await asyncio.sleep(WARM_UP_SECONDS)
        return await _measure(server, load, clients, seconds)


async def idle(sessions: int, seconds: float) -> Measurement:
    """All sessions are open, with points, and do nothing."""
    with running_server(sessions + 1) as server:
        await _connect(server, USUAL, sessions)
        await asyncio.sleep(WARM_UP_SECONDS)
        busy, started = server.cpu_seconds(), time.perf_counter()
        await asyncio.sleep(seconds)
        passed = time.perf_counter() - started
        share = (server.cpu_seconds() - busy) / passed
        return Measurement(sessions, passed, server.memory_megabytes(), share)


async def one_slow(quick: int, seconds: float) -> SlowReader:
    """Quick sessions beside one that reads only a little of what it is sent."""
    with running_server(quick + 2) as server:
        others = await _training_clients(server, USUAL, quick)
        slow = await Client.connect(server.port, SMALL_BUFFER)
        await _give_points(USUAL, [slow])
        await _start(USUAL, [slow])
        reading = asyncio.create_task(slow.read_slowly(SLOW_READING_SECONDS))
        await asyncio.sleep(WARM_UP_SECONDS)
        before, slow.recording = server.memory_megabytes(), True
        measured = await _measure(server, USUAL, others, seconds)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        grown = server.memory_megabytes() - before
        return SlowReader(measured, len(slow.record.arrivals) / measured.seconds, grown)


async def _training_clients(server: ServerProcess, load: Load, sessions: int) -> list[Client]:
    clients = await _connect(server, load, sessions)
    await _start(load, clients)
    return clients


async def _start(load: Load, clients: list[Client]) -> None:
    await _in_groups(client.command("configure", changes={"hidden": load.hidden}) for client in clients)
    speed = load.updates_per_second
    await _in_groups(client.command("speed", updates_per_second=speed) for client in clients)
    await _in_groups(client.command("train") for client in clients)


async def _connect(server: ServerProcess, load: Load, sessions: int) -> list[Client]:
    clients: list[Client] = await _in_groups(Client.connect(server.port) for _ in range(sessions))
    await _give_points(load, clients)
    return clients


async def _give_points(load: Load, clients: list[Client]) -> None:
    await _in_groups(
        client.command(
            "generate", dataset=load.dataset, count=load.points, noise=0.2, test_share=0.2, seed=number
        )
        for number, client in enumerate(clients)
    )


async def _measure(server: ServerProcess, load: Load, clients: list[Client], seconds: float) -> Measurement:
    for client in clients:
        client.record, client.recording = Record(), True
    busy, started = server.cpu_seconds(), time.perf_counter()
    commanding = asyncio.create_task(_send_commands(load, clients))
    await asyncio.sleep(seconds)
    passed = time.perf_counter() - started
    share, megabytes = (server.cpu_seconds() - busy) / passed, server.memory_megabytes()
    commanding.cancel()
    await asyncio.gather(commanding, return_exceptions=True)
    return _summary([client.record for client in clients], passed, megabytes, share)


async def _send_commands(load: Load, clients: list[Client]) -> None:
    """A steady stream of small commands from all clients in turn, spread evenly over time.

    What people do while they watch: they drag points, and now and then they move the learning rate's slider.
    """
    draw = random.Random(1)
    while True:
        for client in draw.sample(clients, len(clients)):
            if draw.random() < SLIDER_SHARE:
                client.command("configure", changes={"learning_rate": draw.uniform(0.05, 0.1)})
            else:
                place = {
                    "id": draw.randrange(load.points),
                    "x1": draw.uniform(-4, 4),
                    "x2": draw.uniform(-4, 4),
                }
                client.command("move_points", points=[place])
            await asyncio.sleep(load.command_seconds / len(clients))


async def _in_groups(work: Iterable[Coroutine[Any, Any, Any] | asyncio.Future[Any]]) -> list[Any]:
    """Await all, a few at a time, so that setting up is not itself a burst."""
    results: list[Any] = []
    group: list[Any] = []
    for one in work:
        group.append(one)
        if len(group) == _CONNECTING_AT_ONCE:
            results += await asyncio.gather(*group)
            group = []
    return results + list(await asyncio.gather(*group))


def _summary(records: list[Record], seconds: float, megabytes: float, core_share: float) -> Measurement:
    errors = [message for record in records for message in record.errors]
    if errors:
        raise RuntimeError(f"{len(errors)} commands were refused, the first with: {errors[0]}")
    gaps = np.concatenate([np.diff(record.arrivals) for record in records]) * 1000
    answers = np.array([answer for record in records for answer in record.answer_seconds]) * 1000
    rates = [len(record.arrivals) / seconds for record in records]
    updates = sum(record.last_step - (record.first_step or 0.0) for record in records) / seconds
    return Measurement(
        sessions=len(records),
        seconds=seconds,
        megabytes=megabytes,
        core_share=core_share,
        frame_bytes=max(record.frame_bytes for record in records),
        frames_per_second=float(np.mean(rates)),
        slowest_frames_per_second=min(rates),
        gap_p50_ms=float(np.percentile(gaps, 50)),
        gap_p99_ms=float(np.percentile(gaps, 99)),
        answer_p50_ms=float(np.percentile(answers, 50)),
        answer_p99_ms=float(np.percentile(answers, 99)),
        answers=len(answers),
        updates_per_second=updates,
    )
