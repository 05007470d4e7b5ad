"""Clients that take a server's time over HTTP alone."""

import asyncio
import contextlib
import itertools
import json
from collections.abc import Awaitable, Callable

from app.serve.front_end import MANIFEST
from app.serve.pages import shipped_directory
from bench.serving.client import SMALL_BUFFER, connected

_AT_ONCE = 30
"""Requests over a connection, all of which are answered: who sends more is cut off."""

_LARGE = 30_000
"""Characters of one thing in a head, which may have 32 KiB."""

_HEADERS = 120
"""Of a request, which may have 128."""

_SIPS_SECONDS = 0.05
"""Between two looks of who reads slowly."""

Attack = Callable[[int, str], Awaitable[None]]


def asks(path: str, *headers: str, method: str = "GET") -> Attack:
    """Ask for something, many times at once, over one connection."""

    async def attack(port: int, address: str) -> None:
        asked = _request(port, path, *headers, method=method) * _AT_ONCE
        while True:
            reader, writer = await _opened(port, address)
            with contextlib.suppress(ConnectionError):
                while not reader.at_eof():
                    writer.write(asked)
                    await _answers(reader, _AT_ONCE)
            writer.close()

    return attack


async def asks_for_files(port: int, address: str) -> None:
    """Ask for all files of the built page, over and over."""
    built = json.loads((shipped_directory("static") / MANIFEST).read_text(encoding="utf-8"))["files"]
    requests = itertools.cycle([_request(port, f"/static/{path}") for path in sorted(built.values())])
    while True:
        reader, writer = await _opened(port, address)
        with contextlib.suppress(ConnectionError):
            while not reader.at_eof():
                writer.write(b"".join(itertools.islice(requests, _AT_ONCE)))
                await _answers(reader, _AT_ONCE)
        writer.close()


async def reads_slowly(port: int, address: str) -> None:
    """Ask for much, and take a few kilobytes of it at a time."""
    while True:
        with contextlib.suppress(ConnectionError):
            connection = await connected(port, SMALL_BUFFER, address)
            reader, writer = await asyncio.open_connection(sock=connection, limit=SMALL_BUFFER)
            writer.write(_request(port, "/maths") * _AT_ONCE)
            while not reader.at_eof():
                _, _ = await asyncio.gather(reader.read(SMALL_BUFFER), asyncio.sleep(_SIPS_SECONDS))
            writer.close()


async def drips(port: int, address: str) -> None:
    """Send a head in pieces of a few bytes, as often as the loop allows."""
    request = _request(port, "/", f"X-Padding: {'x' * _LARGE}")
    while True:
        reader, writer = await _opened(port, address)
        with contextlib.suppress(ConnectionError):
            while not reader.at_eof():
                for start in range(0, len(request), 16):
                    writer.write(request[start : start + 16])
                    await asyncio.sleep(0)
                await _answers(reader, 1)
        writer.close()


async def half_asks(port: int, address: str) -> None:
    """Ask for half of something, leave, and begin anew."""
    half = _request(port, "/")[:30]
    while True:
        with contextlib.suppress(ConnectionError):
            _, writer = await _opened(port, address)
            writer.write(half)
            await asyncio.sleep(0)
            writer.close()


async def connects(port: int, address: str) -> None:
    """Connect and leave without a word."""
    while True:
        (await connected(port, address=address)).close()


async def _opened(port: int, address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection(sock=await connected(port, address=address))


def _request(port: int, path: str, *headers: str, method: str = "GET") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept-Encoding: gzip", *headers]
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()


async def _answers(reader: asyncio.StreamReader, count: int) -> None:
    """Read past so many answers."""
    while count > 0 and (content := await reader.read(1 << 20)):
        count -= content.count(b"HTTP/1.1 ")


REQUESTS: dict[str, Attack] = {
    "new connections": connects,
    "half requests": half_asks,
    "dripped requests": drips,
    "page loads": asks("/"),
    "article loads": asks("/maths"),
    "missing pages": asks("/1/2/3/4/5/6"),
    "files": asks_for_files,
    "slow readers": reads_slowly,
    "heads": asks("/maths", method="HEAD"),
    "long queries": asks(f"/?{'q=1&' * (_LARGE // 4)}"),
    "conditions": asks("/", "If-None-Match: " + '"0",' * (_LARGE // 4)),
    "ranges": asks("/maths", f"Range: bytes={'0-1,' * (_LARGE // 4)}5-6"),
    "many headers": asks("/health", *(f"X-Header-{number}: {number}" for number in range(_HEADERS))),
    "strange paths": asks("/static/" + "../%2e%2e%2f" * (_LARGE // 12)),
    "forwarded": asks("/health", f"X-Forwarded-For: {'10.0.0.1,' * (_LARGE // 9)}10.0.0.2"),
    "other methods": asks("/", method="POST"),
    "refused sockets": asks("/socket", "Upgrade: websocket", "Connection: Upgrade"),
}
"""What strangers do, by a name for people."""
