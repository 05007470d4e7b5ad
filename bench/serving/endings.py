"""What sessions leave in the server's memory when they have ended."""

import asyncio
from dataclasses import dataclass

from bench.serving.client import Client
from bench.serving.process import running_server

GROUP = 40
"""Sessions that are open at the same time."""

LARGEST = {"hidden": [16] * 8, "optimizer": "adam"}
POINTS = {"dataset": "arms3", "count": 2000, "noise": 0.2, "test_share": 0.2, "seed": 1}

_PAUSE_SECONDS = 0.5
_SETTLING_SECONDS = 8.0
"""Longer than the server takes to give back what it needs no more."""


@dataclass(frozen=True)
class Remains:
    """Resident memory in MB: after one session, at the most, and after all."""

    before: float
    most: float
    after: float


async def remains(sessions: int) -> Remains:
    """Open and close so many sessions of the largest kind, in groups, each after a pass through its points.

    RuntimeError where the server does not start.
    """
    with running_server(GROUP + 1) as server:
        (await _session(server.port)).close()
        await asyncio.sleep(_SETTLING_SECONDS)
        before, most = server.memory_megabytes(), 0.0
        for _ in range(sessions // GROUP):
            clients = await asyncio.gather(*(_session(server.port) for _ in range(GROUP)))
            most = max(most, server.memory_megabytes())
            for client in clients:
                client.close()
            await asyncio.sleep(_PAUSE_SECONDS)
        await asyncio.sleep(_SETTLING_SECONDS)
        return Remains(before, most, server.memory_megabytes())


async def _session(port: int) -> Client:
    client = await Client.connect(port)
    await client.command("generate", **POINTS)
    await client.command("configure", changes=LARGEST)
    await client.command("step", until="epoch")
    return client
