"""Connections as uvicorn has them, but that what a client did wrong costs one line and ends with a reason.

Nor does one that has ended hold itself: uvicorn's refer to themselves by way of their parser and their last
request, and would wait for the garbage collector, which hardly runs here.
"""

import logging
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode

LINGERING_SECONDS = 5.0
"""Time in which a client that did wrong may finish sending: closed at once, it might never read why."""

_INVALID_REQUEST = "Invalid HTTP request received."
_BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"

_mute = logging.getLogger(f"{__name__}.websockets")
_mute.disabled = True


class HttpConnection(HttpToolsProtocol):
    """Speaks HTTP until a page asks for the socket."""

    def data_received(self, data: bytes) -> None:
        """Take what came."""
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            # Any other protocol that a client offers is passed over: it has its answer over HTTP.
            if self._should_upgrade():
                self.handle_websocket_upgrade()
        except httptools.HttpParserError:
            self.logger.info("%s:%s - %s", *(self.client or ("", "")), _INVALID_REQUEST)
            self.send_400_response(_INVALID_REQUEST)

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection over."""
        super().handle_websocket_upgrade()
        self._let_go()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        super().connection_lost(exc)
        self._let_go()

    def _let_go(self) -> None:
        self._unset_keepalive_if_required()
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
