"""The socket: who may open it, and the tasks that read from it and write to it."""

import asyncio
import contextlib
import time
from typing import Any

from fastapi import FastAPI
from starlette.websockets import WebSocket, WebSocketDisconnect

from app.serve.life import Ending
from app.serve.lobby import Lobby
from app.serve.origin import origin_allowed
from app.serve.outbox import Outbox
from app.serve.rate import TokenBucket
from app.serve.receiver import receive
from app.serve.scheduler import Scheduler
from app.serve.session import Session
from app.serve.settings import Settings

CLOSING_SECONDS = 10.0
"""Time that a browser gets to take the last bytes and the close code before its connection is dropped."""

BURST_SECONDS = 2.0
"""Seconds' worth of commands that may come at once."""


LIGHT_SECONDS = 0.002
REST = 3.0
"""A command that took more computing than the first: the next one waits this many times as long."""


def add_socket(server: FastAPI, lobby: Lobby, scheduler: Scheduler, settings: Settings) -> None:
    """Add the route of the socket."""

    @server.websocket("/socket")
    async def socket(websocket: WebSocket) -> None:
        headers = websocket.headers
        await websocket.accept()
        if not origin_allowed(headers.get("origin"), headers.get("host"), settings.allowed_origins):
            await _close(websocket, Ending.FOREIGN_PAGE)
            return
        if lobby.full:
            await _close(websocket, Ending.FULL)
            return
        outbox = Outbox(settings.max_waiting_messages)
        session = Session(settings.limits, scheduler, outbox)
        with lobby.admit(session):
            session.report.welcome()
            ending = await _converse(websocket, session, outbox)
        if ending is not Ending.LEFT:
            await _close(websocket, ending)


async def _converse(websocket: WebSocket, session: Session, outbox: Outbox) -> Ending:
    """Read and write until the session ends or the browser leaves; both tasks are over when this returns."""
    reader = asyncio.create_task(_read(websocket, session), name="reader")
    writer = asyncio.create_task(_write(websocket, outbox), name="writer")
    waiting: set[asyncio.Future[Any]] = {reader, writer, session.ended}
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        reader.cancel()
        writer.cancel()
        results = await asyncio.gather(reader, writer, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception) and not isinstance(result, WebSocketDisconnect):
            raise result
    return session.ended.result() if session.ended.done() else Ending.LEFT


async def _read(websocket: WebSocket, session: Session) -> None:
    rate = session.limits.max_commands_per_second
    bucket = TokenBucket(rate, BURST_SECONDS * rate, time.monotonic)
    while True:
        message = await websocket.receive()
        if message["type"] == "websocket.disconnect":
            return
        if not bucket.take():
            session.end(Ending.TOO_MANY_COMMANDS)
            return
        spent = await receive(session, message.get("text"))
        if spent > LIGHT_SECONDS:
            await asyncio.sleep(REST * spent)


async def _write(websocket: WebSocket, outbox: Outbox) -> None:
    while True:
        message = await outbox.get()
        if isinstance(message, bytes):
            await websocket.send_bytes(message)
        else:
            await websocket.send_text(message)


async def _close(websocket: WebSocket, ending: Ending) -> None:
    """Tell the browser why; one that takes nothing any more, or has left, is not waited for."""
    with contextlib.suppress(TimeoutError, WebSocketDisconnect, RuntimeError):
        async with asyncio.timeout(CLOSING_SECONDS):
            await websocket.close(ending.code, ending.reason)
