"""Connections as uvicorn has them, but that what a client did wrong costs one line and ends with a reason.

Nor does one that has ended hold itself: uvicorn's refer to themselves by way of their parser and their last
request, and would wait for the garbage collector, which hardly runs here.
"""

import asyncio
import logging
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode

LINGERING_SECONDS = 5.0
"""Time in which a client that did wrong may finish sending: closed at once, it might never read why."""

HEAD_SECONDS = 10.0
"""Time for a request's head to arrive whole, from the connection's begin or the request's first byte."""

LARGEST_HEAD_BYTES = 32 * 1024
"""Of a request's address and headers together; cookies of a whole site fit in."""

_INVALID_REQUEST = "Invalid HTTP request received."
_BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"

_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"

_mute = logging.getLogger(f"{__name__}.websockets")
_mute.disabled = True


class HttpConnection(HttpToolsProtocol):
    """Speaks HTTP until a page asks for the socket.

    Whenever it is the client's turn to ask for something, a timer runs, which parts of a head don't renew.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._deadline: asyncio.TimerHandle | None = None
        self._head_bytes = 0
        self._refused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        super().connection_made(transport)  # type: ignore[arg-type]
        self._await_head()

    def on_message_begin(self) -> None:
        """A request's first byte has come."""
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        """A request's head has come; what it asks for is the server's turn."""
        self._end_deadline()
        self._head_bytes = 0
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > LARGEST_HEAD_BYTES:
            self._refuse(_TOO_LARGE, "the head of a request was too large")
            return
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Part of a request's content; nobody waits for that of a refused one."""
        self._head_bytes = 0
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is whole."""
        if not self._refused:
            super().on_message_complete()

    def data_received(self, data: bytes) -> None:
        """Take what came; nothing more of a client that was refused."""
        if self._is_refused():
            return
        self._unset_keepalive_if_required()
        self._head_bytes += len(data)  # Back at zero with each head that is whole, and with content.
        if self._is_clients_turn():
            self._await_head()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            # Any other protocol that a client offers is passed over: it has its answer over HTTP.
            if not self._is_refused() and self._should_upgrade():
                self.handle_websocket_upgrade()
        except httptools.HttpParserError:
            self.logger.info("%s:%s - %s", *(self.client or ("", "")), _INVALID_REQUEST)
            self.send_400_response(_INVALID_REQUEST)
        else:
            if self._head_bytes > LARGEST_HEAD_BYTES and not self._is_refused():
                self._refuse(_TOO_LARGE, "the head of a request was too large")

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection over."""
        super().handle_websocket_upgrade()
        self._let_go()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        super().connection_lost(exc)
        self._let_go()

    def _is_refused(self) -> bool:
        return self._refused

    def _is_clients_turn(self) -> bool:
        cycle: Any = self.cycle  # None before the first request
        return cycle is None or bool(cycle.response_complete)

    def _await_head(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(HEAD_SECONDS, self._too_late)

    def _end_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_late(self) -> None:
        self._deadline = None
        if not self.transport.is_closing():
            self._refuse(_TOO_LATE, "no whole request came in time")

    def _refuse(self, answer: bytes, why: str) -> None:
        """Answer, and take nothing more; the client may finish sending, lest it never read why."""
        self._refused = True
        self._end_deadline()
        self.logger.info("%s:%s - %s", *(self.client or ("", "")), why)
        self.transport.write(answer)
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self._deadline = self.loop.call_later(LINGERING_SECONDS, self.transport.close)

    def _let_go(self) -> None:
        self._unset_keepalive_if_required()
        self._end_deadline()
        self.parser = self.cycle = None  # type: ignore[assignment]


class SocketConnection(WebSocketsSansIOProtocol):
    """Speaks WebSocket."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.conn.logger = _mute  # uvicorn says the same
        self._ended = False

    def data_received(self, data: bytes) -> None:
        """Take what came; nothing more of a client that broke the rules."""
        if self._ended:
            return
        self.conn.receive_data(data)
        if self.conn.parser_exc is not None:
            self.handle_parser_exception()
            return
        self.handle_events()
        if not self.handshake_initiated:
            # The request is always whole here. It is one that HTTP allows and WebSocket does not.
            self._end("the socket was asked for in a way that no browser does", _BAD_REQUEST)

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
