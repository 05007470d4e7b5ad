"""The socket: who may open it, and the tasks that read from it and write to it."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, TypeAlias

from fastapi import FastAPI
from starlette.websockets import WebSocket, WebSocketDisconnect

from app.serve.inbox import Inbox
from app.serve.life import Ending
from app.serve.lobby import Lobby, Place
from app.serve.metered import Metered
from app.serve.origin import Doorkeeper
from app.serve.outbox import Outbox
from app.serve.rate import TokenBucket
from app.serve.receiver import receive
from app.serve.scheduler import Scheduler
from app.serve.session import Session
from app.serve.settings import Settings
from app.serve.socket_connection import SEND_FRAME
from app.serve.tally import Tally
from app.serve.turnstile import Payer, Turnstile

BURST_SECONDS = 2.0
"""Seconds' worth of commands that may come at once."""


PARTING_SECONDS = 1.0
"""Time in which a page that is sent elsewhere may take what it was told before."""

LIGHT_SECONDS = 0.002
REST = 3.0
"""A command that took more computing than the first: the next one waits this many times as long."""

Metering: TypeAlias = Callable[[Coroutine[Any, Any, None]], Awaitable[None]]
"""Awaits, and lets the session pay for it."""

_log = logging.getLogger(__name__)


def add_socket(server: FastAPI, lobby: Lobby, scheduler: Scheduler, settings: Settings) -> None:
    """Add the route of the socket."""
    doorkeeper = Doorkeeper(settings.allowed_origins, settings.frame_ancestors)

    @server.websocket("/socket")
    async def socket(websocket: WebSocket) -> None:
        headers = websocket.headers
        await websocket.accept()
        if not doorkeeper.admits(headers.get("origin"), headers.get("host")):
            await _close(websocket, Ending.FOREIGN_PAGE)
            return
        payer: Payer = websocket.state.payer
        refusal = lobby.refusal(payer.account.address.name)
        if refusal is not None:
            await _close(websocket, refusal)
            return
        with lobby.admit(payer.account) as place:
            ending = await _converse(
                websocket, place, scheduler, payer.turnstile, partial(lobby.touch, place), settings
            )
        if ending is not Ending.LEFT:
            await _close(websocket, ending)


async def _converse(
    websocket: WebSocket,
    place: Place,
    scheduler: Scheduler,
    turnstile: Turnstile,
    touch: Callable[[], None],
    settings: Settings,
) -> Ending:
    """A session, from its welcome until it has to end or the browser leaves; nothing of it is left then."""
    outbox = Outbox(settings.max_waiting_messages, partial(place.end, Ending.TOO_SLOW))
    inbox = Inbox(settings.max_message_bytes)
    account = place.account
    await turnstile.enter(account)
    started = scheduler.work_clock()
    session = Session(settings.limits, scheduler, outbox, account)
    session.welcome()
    turnstile.pay(account, scheduler.work_clock() - started)

    async def metered(work: Coroutine[Any, Any, None]) -> None:
        await Metered(work, scheduler.work_clock, partial(turnstile.pay, account))

    reading = _read(websocket, inbox, place, settings.max_commands_per_second, touch)
    tasks = [
        asyncio.create_task(metered(reading), name="reader"),
        asyncio.create_task(_carry_out(session, inbox, outbox, turnstile), name="commands"),
        asyncio.create_task(_write(websocket, outbox, metered, scheduler.tally), name="writer"),
    ]
    waiting: set[asyncio.Future[Any]] = {*tasks, place.ending}
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if place.ending.done() and place.ending.result() is Ending.SHUTDOWN:
            session.part()
            emptied = asyncio.create_task(outbox.emptied(), name="parting")
            tasks.append(emptied)
            await asyncio.wait({*tasks}, timeout=PARTING_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    finally:
        session.end()
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception) and not isinstance(result, WebSocketDisconnect):
            _log.error("a session failed", exc_info=result)
            place.end(Ending.FAILED)
    return place.ending.result() if place.ending.done() else Ending.LEFT


async def _read(
    websocket: WebSocket, inbox: Inbox, place: Place, rate: float, touch: Callable[[], None]
) -> None:
    """Read until the browser leaves, or sends too much."""
    bucket = TokenBucket(rate, BURST_SECONDS * rate, time.monotonic)
    while True:
        message = await websocket.receive()
        if message["type"] == "websocket.disconnect":
            return
        if not bucket.take():
            place.end(Ending.TOO_MANY_COMMANDS)
            return
        touch()
        await inbox.put(message.get("text"))


async def _carry_out(session: Session, inbox: Inbox, outbox: Outbox, turnstile: Turnstile) -> None:
    """Carry out what comes, one after the other, each when it is its turn among those of all sessions.

    Who reads no answers has the next command wait: what they tell may be large.
    """
    while True:
        text = await inbox.get()
        await outbox.room()
        await turnstile.enter(session.account)
        spent = receive(session, text)
        turnstile.pay(session.account, spent)
        # At least one pass of the event loop, in which the answer is written.
        await asyncio.sleep(REST * spent if spent > LIGHT_SECONDS else 0)


async def _write(websocket: WebSocket, outbox: Outbox, metered: Metering, tally: Tally) -> None:
    """Write until the connection ends. Frames are paid for as the turns' part, what else is told here.

    uvicorn closes it by itself where a browser breaks the rules or leaves a ping unanswered, and raises a
    `RuntimeError` for what is sent until that is read.
    """
    send_frame: Callable[[bytes], bool] | None = websocket.scope["state"].get(SEND_FRAME)
    with contextlib.suppress(RuntimeError):
        while True:
            message = await outbox.get()
            if isinstance(message, bytes):
                tally.frames += 1
                if send_frame is None or not send_frame(message):
                    await websocket.send_bytes(message)
            else:
                await metered(websocket.send_text(message))


async def _close(websocket: WebSocket, ending: Ending) -> None:
    """Tell the browser why, unless it has left."""
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        await websocket.close(ending.code, ending.reason)
