"""Connections over WebSocket as uvicorn has them, but that what comes is taken in portions that are paid for.

What a client did wrong costs one line and ends with a reason.
"""

import asyncio
import logging
import time
from collections import deque
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode

from app.serve.connections import BAD_REQUEST, LINGERING_SECONDS, PORTION
from app.serve.scheduler import LONGEST_SLICE
from app.serve.turnstile import Payer

_mute = logging.getLogger(f"{__name__}.websockets")
_mute.disabled = True


class SocketConnection(WebSocketsSansIOProtocol):
    """Speaks WebSocket."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.conn.logger = _mute  # uvicorn says the same
        self._ended = False
        self._untaken: deque[bytes] = deque()
        self._waiting: asyncio.Task[None] | None = None

    def data_received(self, data: bytes) -> None:
        """Take what came, in portions; nothing more of a client that broke the rules."""
        if self._ended:
            return
        if not self.handshake_initiated:
            self._take(data)
            if not self.handshake_initiated:
                # The request is always whole here. It is one that HTTP allows and WebSocket does not.
                self._end("the socket was asked for in a way that no browser does", BAD_REQUEST)
            return
        self._untaken.extend(data[start : start + PORTION] for start in range(0, len(data), PORTION))
        self._go_on()

    async def receive(self) -> Any:
        """What the application is to know next. By now it has said who pays for it."""
        self._go_on()
        return await super().receive()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        super().connection_lost(exc)
        self._untaken.clear()
        if self._waiting is not None:
            self._waiting.cancel()

    def _go_on(self, *, at_least: int = 0) -> None:
        """Take what came for as long as its payer may pass; the rest waits, and so does the line."""
        payer: Payer | None = self.scope["state"].get("payer")
        if payer is not None and self._untaken and self._waiting is None:
            started = time.thread_time()
            spent = 0.0
            while self._untaken and (at_least > 0 or (spent < LONGEST_SLICE and payer.may_pass)):
                self._take(self._untaken.popleft())
                spent = time.thread_time() - started
                at_least -= 1
            payer.pay(spent)
            if self._untaken:
                self._waiting = self.loop.create_task(self._wait(payer), name="line")
        if self._untaken and not self.transport.is_closing():
            self.transport.pause_reading()

    async def _wait(self, payer: Payer) -> None:
        await payer.enter()
        self._waiting = None
        self._go_on(at_least=1)
        if not (self._untaken or self.read_paused or self.transport.is_closing()):
            self.transport.resume_reading()

    def _take(self, portion: bytes) -> None:
        if self._ended:
            return
        self.conn.receive_data(portion)
        if self.conn.parser_exc is not None:
            self.handle_parser_exception()
            return
        self.handle_events()

    def send_receive_event_to_app(self) -> None:
        """Hand on a whole message."""
        if self.close_sent or self.curr_msg_data_type != "text" or _is_utf8(self.frames):
            super().send_receive_event_to_app()
            return
        self.frames = []
        self.conn.fail(CloseCode.INVALID_DATA, "A text message has to be UTF-8; this one was not.")
        self.handle_parser_exception()

    def handle_parser_exception(self) -> None:
        """End the connection of a client that broke the rules, and tell it which."""
        close = self.conn.close_sent
        if close is None:
            self._end("the rules of WebSocket were broken", b"")
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": close.code, "reason": close.reason})
        self._end(f"closed with {int(close.code)}: {close.reason}", b"")

    async def send(self, message: Any) -> None:
        """Send what the application has to say."""
        if message["type"] == "websocket.close":
            self.writable.set()  # A few bytes, and the last ones: they don't wait until the rest is read.
        await super().send(message)
        if message["type"] == "websocket.http.response.body" and not message.get("more_body", False):
            self.handshake_complete = True  # by a refusal, after which uvicorn would complain that it isn't

    def _end(self, why: str, last_words: bytes) -> None:
        """Take and send nothing more after what the protocol has to say, or else these last words."""
        self._ended = self.close_sent = self.disconnected = self.handshake_complete = True
        self.logger.info("%s:%s - %s", *(self.client or ("", "")), why)
        self.stop_keepalive()
        self.writable.set()
        self.transport.write(b"".join(self.conn.data_to_send()) or last_words)
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.transport.resume_reading()
        if self.close_timer is not None:
            self.close_timer.cancel()
        self.close_timer = self.loop.call_later(LINGERING_SECONDS, self.transport.close)


def _is_utf8(parts: list[bytes]) -> bool:
    try:
        b"".join(parts).decode()
    except UnicodeDecodeError:
        return False
    return True
