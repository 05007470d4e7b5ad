"""`python -m bench.serving.attacks NAME CLIENTS PORT ADDRESS`: clients that take a server's time."""

import asyncio
import itertools
import json
import random
import sys
from collections.abc import Iterator
from typing import Any

from bench.serving.client import Client
from bench.serving.endings import LARGEST, POINTS
from bench.serving.requests import REQUESTS, Attack

ATTACK_SECONDS = 1 / 60
"""Between two commands: half of what the limit allows, answered or not."""

MOST_UNSENT = 1_000_000
"""Bytes that may wait to be sent: more are only memory here."""

SETTLED = "attacking"
"""What is printed once all attack."""

_FLOOD = 200
"""Frames at once."""


def _places(count: int) -> list[dict[str, float]]:
    draw = random.Random(1)
    return [{"id": number, "x1": draw.uniform(-3, 3), "x2": draw.uniform(-3, 3)} for number in range(count)]


def _points(count: int) -> list[dict[str, float]]:
    return [{**place, "target": int(place["id"]) % 3} for place in _places(count)]


def _command(type_: str, **fields: object) -> str:
    return json.dumps({"type": type_, "id": 1, **fields})


def _sends(*texts: str) -> Attack:
    """An attack by these messages, one after the other, over and over."""

    async def attack(port: int, address: str) -> None:
        client = await _prepared(port, address)
        await _send(client, itertools.cycle([text.encode() for text in texts]))

    return attack


async def _loads(port: int, address: str) -> None:
    """Load what the server has told itself, over and over."""
    client = await _prepared(port, address)
    client.keeping_state = True
    await client.command("reset")
    assert client.state is not None
    kept = {name: client.state[name] for name in ("experiment", "points", "progress")}
    await _send(client, itertools.repeat(_command("load", checkpoint={"version": 1, **kept}).encode()))


async def _pings(port: int, address: str) -> None:
    """Ask whether anybody is there, in as many tiny frames as the line takes."""
    client = await Client.connect(port, address=address)
    while True:
        if client.transport.get_write_buffer_size() < MOST_UNSENT:
            client.transport.write(bytes([0x89, 0x80, 0, 0, 0, 0]) * 10_000)
        await asyncio.sleep(ATTACK_SECONDS)


async def _comes_and_goes(port: int, address: str) -> None:
    """Open a session, leave, and begin anew."""
    while True:
        try:
            client = await Client.connect(port, address=address)
        except (OSError, TimeoutError):
            continue
        client.close()


async def _floods(port: int, address: str) -> None:
    """Send more commands than are allowed, and come back when thrown out."""
    while True:
        try:
            client = await Client.connect(port, address=address)
        except (OSError, TimeoutError):
            continue
        while client.close_code is None and not client.transport.is_closing():
            for _ in range(_FLOOD):
                client.send_text(b"{")
            await asyncio.sleep(ATTACK_SECONDS)
        client.close()


ATTACKS: dict[str, Attack] = {
    "generate": _sends(_command("generate", **POINTS)),
    "configure": _sends(*(_command("configure", changes={**LARGEST, "seed": seed}) for seed in range(9))),
    "inspect": _sends(_command("inspect", parameter={"layer": 2, "neuron": 0, "source": 0}, point=None)),
    "load": _loads,
    "replace_points": _sends(_command("replace_points", points=_points(2000))),
    "move_points": _sends(_command("move_points", points=_places(2000))),
    "trace": _sends(_command("trace", point=0)),
    "step": _sends(_command("step", until="epoch")),
    "train and pause": _sends(_command("train"), _command("pause")),
    "long garbage": _sends('{"type":"train","id":1,"x":[' + "1.1e9," * 150_000 + "1]}"),
    "floods": _floods,
    "pings": _pings,
    "new sessions": _comes_and_goes,
    **REQUESTS,
}
"""What strangers do, by a name for people."""

MIXED = "one of each"


async def _prepared(port: int, address: str) -> Client:
    client = await Client.connect(port, address=address)
    await client.command("generate", **POINTS)
    await client.command("configure", changes=LARGEST)
    return client


async def _send(client: Client, texts: Iterator[bytes]) -> None:
    while not client.transport.is_closing():
        if client.transport.get_write_buffer_size() < MOST_UNSENT:
            client.send_text(next(texts))
        await asyncio.sleep(ATTACK_SECONDS)


async def main(name: str, clients: int, port: int, address: str) -> None:
    """Attack until this process is ended."""
    kinds = itertools.cycle(ATTACKS.values()) if name == MIXED else itertools.repeat(ATTACKS[name])
    attacking: list[asyncio.Future[Any]] = [
        asyncio.ensure_future(attack(port, address)) for attack in itertools.islice(kinds, clients)
    ]
    print(SETTLED, flush=True)
    await asyncio.gather(*attacking)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]))
