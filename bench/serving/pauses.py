"""How soon a `pause` is answered while the longest step is being made on the largest network."""

import asyncio
import time
from statistics import median

from bench.serving.client import Client
from bench.serving.endings import LARGEST, POINTS
from bench.serving.process import running_server

UPDATES = 10_000
_AT_WORK_SECONDS = 0.3


async def pause_seconds(times: int) -> tuple[float, float]:
    """Median and longest wait; RuntimeError where the server does not start."""
    with running_server(1) as server:
        client = await Client.connect(server.port)
        await client.command("generate", **POINTS)
        await client.command("configure", changes={**LARGEST, "batch_size": POINTS["count"]})
        waits = []
        for _ in range(times):
            step = client.command("step", updates=UPDATES)
            await asyncio.sleep(_AT_WORK_SECONDS)
            asked = time.perf_counter()
            await client.command("pause")
            waits.append(time.perf_counter() - asked)
            await step
        client.close()
        return median(waits), max(waits)
