"""Connections over WebSocket as uvicorn has them, but that what comes is taken in portions that are paid for.

What a client did wrong costs one line and ends with a reason.
"""

import asyncio
import logging
import struct
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode

from app.serve.connections import BAD_REQUEST, LINGERING_SECONDS
from app.serve.intake import Intake

SEND_FRAME = "send_frame"
"""In the state of a socket: how frames are sent, which are many, without a detour."""

_BINARY = 0x82
"""The first byte of a binary message in one piece (RFC 6455, section 5.2)."""

_mute = logging.getLogger(f"{__name__}.websockets")
_mute.disabled = True


class SocketConnection(WebSocketsSansIOProtocol):
    """Speaks WebSocket."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.conn.logger = _mute  # uvicorn says the same
        self._ended = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin."""
        super().connection_made(transport)
        self._intake = Intake(transport, self._take, lambda: not self.read_paused)

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
        self._intake.add(data)
        self._go_on()

    async def receive(self) -> Any:
        """What the application is to know next. By now it has said who pays for it."""
        self._go_on()
        return await super().receive()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        super().connection_lost(exc)
        self._intake.forget()
        if hasattr(self, "scope"):  # a handshake that made no sense ended before there was one
            self.scope["state"].pop(SEND_FRAME, None)  # it holds this connection

    def _go_on(self) -> None:
        self._intake.go_on(self.scope["state"].get("payer"))

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
        if message["type"] == "websocket.accept":
            self.scope["state"][SEND_FRAME] = self.send_frame
        if message["type"] == "websocket.http.response.body" and not message.get("more_body", False):
            self.handshake_complete = True  # by a refusal, after which uvicorn would complain that it isn't

    def send_frame(self, frame: bytes) -> bool:
        """Send a binary message at once; False where the other side is to read first, or all has ended.

        It is what `send` would send, without the coroutines that lead there: they took a tenth of the time of
        a frame.
        """
        ended = self.close_sent or self.disconnected or self.transport.is_closing()
        if ended or not self.handshake_complete or not self.writable.is_set():
            return False
        self.transport.write(_binary_head(len(frame)) + frame)
        return True

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


def _binary_head(length: int) -> bytes:
    if length < 126:
        return struct.pack("!BB", _BINARY, length)
    if length < 1 << 16:
        return struct.pack("!BBH", _BINARY, 126, length)
    return struct.pack("!BBQ", _BINARY, 127, length)


def _is_utf8(parts: list[bytes]) -> bool:
    try:
        b"".join(parts).decode()
    except UnicodeDecodeError:
        return False
    return True
