"""Connections over HTTP as uvicorn has them, but that what a client did wrong costs one line with a reason.

Nor does one that has ended hold itself: uvicorn's refer to themselves by way of their parser and their last
request, and would wait for the garbage collector, which hardly runs here.
"""

import asyncio
import random
import time
from contextlib import ExitStack
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from app.serve.accounts import Accounts
from app.serve.doors import Doors
from app.serve.intake import Intake
from app.serve.tolls import READ_SECONDS
from app.serve.turnstile import Payer, Turnstile

LINGERING_SECONDS = 5.0
"""Time in which a client that did wrong may finish sending: closed at once, it might never read why."""

HEAD_SECONDS = 10.0
"""Time for a request's head to arrive whole, from the connection's begin or the request's first byte."""

SPREAD = 1.5
"""Up to so many times as long some have."""

TAKING_SECONDS = 120.0
"""Time for a client to take what waits for it: 64 kB, or the rest of an answer after the last one."""

LARGEST_HEAD_BYTES = 32 * 1024
"""Of a request's address and headers together; cookies of a whole site fit in."""

_INVALID_REQUEST = "Invalid HTTP request received."
BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"

_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"

MOST_HEADERS = 128
"""Of a request; a browser behind a few proxies sends thirty."""

MOST_WAITING_REQUESTS = 32
"""Requests that may wait for the answer to an earlier one. Browsers wait for each answer."""

LARGEST_CONTENT_BYTES = 64 * 1024
MOST_PARTS = 64
"""Of what comes with a request, and of how many pieces: nothing here takes any."""


class HttpConnection(HttpToolsProtocol):
    """Speaks HTTP until a page asks for the socket.

    Whenever it is the client's turn to ask for something, a timer runs, which parts of a head don't renew.
    Another one runs while it takes nothing of an answer. What it sends is taken in portions, for which its
    address pays. A trusted proxy's address owes nothing: each of its connections pays by itself, and tells
    with a request what reading it took, which that one's own address owes.
    """

    doors = Doors(10_000, ["*"])
    turnstile = Turnstile(Accounts(time.perf_counter))
    """Those of the server that it belongs to."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._deadline: asyncio.TimerHandle | None = None
        self._head_bytes = 0
        self._content_bytes = self._parts = 0
        self._refused = False
        self._answering: RequestResponseCycle | None = None
        self._counted_as: str | None = None
        self._taking: asyncio.TimerHandle | None = None
        self._account = ExitStack()
        self._payer: Payer | None = None
        self._read_seconds = self._began = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        super().connection_made(transport)  # type: ignore[arg-type]
        self._intake = Intake(self.transport, self._take, self._is_read)
        self._counted_as = self.doors.enter(self.client)
        if self._counted_as is None:
            self.logger.info("%s:%s - too many connections from one address", *(self.client or ("", "")))
            self._refused = True
            self.transport.abort()
            return
        account = self.turnstile.accounts.session(self._counted_as or f"proxy {id(self)}")
        self._payer = Payer(self.turnstile, self._account.enter_context(account))
        self._await_head()

    def on_message_begin(self) -> None:
        """A request's first byte has come."""
        super().on_message_begin()
        self._content_bytes = self._parts = 0
        self._await_head()

    def on_header(self, name: bytes, value: bytes) -> None:
        """One of a request's headers has come."""
        if self._refused:
            return
        super().on_header(name, value)
        if len(self.headers) > MOST_HEADERS:
            self._refuse(_TOO_LARGE, "a request had too many headers")

    def on_headers_complete(self) -> None:
        """A request's head has come; what it asks for is the server's turn."""
        if self._refused:
            return
        self._end_deadline()
        self._head_bytes = 0
        if len(self.url) + sum(len(name) + len(value) for name, value in self.headers) > LARGEST_HEAD_BYTES:
            self._refuse(_TOO_LARGE, "the head of a request was too large")
            return
        super().on_headers_complete()
        if not self._counted_as:
            now = time.thread_time()
            self.scope["state"][READ_SECONDS] = self._read_seconds + now - self._began
            self._read_seconds, self._began = 0.0, now
        if len(self.pipeline) > MOST_WAITING_REQUESTS:
            self._refuse(b"", "too many requests came at once")

    def on_body(self, body: bytes) -> None:
        """Part of a request's content; nobody waits for that of a refused one."""
        self._head_bytes = 0
        if self._refused:
            return
        super().on_body(body)
        self._content_bytes += len(body)
        self._parts += 1
        if self._content_bytes > LARGEST_CONTENT_BYTES or self._parts > MOST_PARTS:
            self._refuse(b"", "a request had too much content")

    def on_message_complete(self) -> None:
        """The request is whole."""
        if not self._refused:
            super().on_message_complete()

    def data_received(self, data: bytes) -> None:
        """Take what came, in portions; nothing more of a client that was refused."""
        self._unset_keepalive_if_required()
        self._intake.add(data)
        self._intake.go_on(self._payer)

    def on_response_complete(self) -> None:
        """An answer is complete: uvicorn reads on then."""
        super().on_response_complete()
        self._intake.hold()

    def _is_read(self) -> bool:
        return not self.flow.read_paused

    def _take(self, portion: bytes) -> None:
        if self._is_refused() or self._has_handed_over():
            return
        self._began = time.thread_time()
        self._parse(portion)
        self._read_seconds += time.thread_time() - self._began

    def _parse(self, portion: bytes) -> None:
        self._head_bytes += len(portion)  # Back at zero with each head that is whole, and with content.
        if self._is_clients_turn():
            self._await_head()
        try:
            self.parser.feed_data(portion)
        except httptools.HttpParserUpgrade:
            # Any other protocol that a client offers is passed over: it has its answer over HTTP.
            if not self._is_refused() and self._should_upgrade():
                self.handle_websocket_upgrade()
        except httptools.HttpParserError:
            self._refused = True
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

    def _has_handed_over(self) -> bool:
        return self.parser is None

    def _is_clients_turn(self) -> bool:
        cycle: Any = self.cycle  # None before the first request
        return cycle is None or bool(cycle.response_complete)

    def _await_head(self) -> None:
        if self._deadline is None:
            # Not all at the same time, where many came at once.
            seconds = HEAD_SECONDS * random.uniform(1.0, SPREAD)
            self._deadline = self.loop.call_later(seconds, self._too_late)

    def _end_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_late(self) -> None:
        self._deadline = None
        if not self.transport.is_closing():
            self._refuse(_TOO_LATE, "no whole request came in time")

    def _refuse(self, answer: bytes, why: str) -> None:
        """Answer, and take nothing more; the client may finish sending, lest it never read why.

        Who still waits for another answer gets none: it would be taken for that one.
        """
        self._refused = True
        self._end_deadline()
        self.logger.info("%s:%s - %s", *(self.client or ("", "")), why)
        if not self._is_clients_turn() or not answer:
            self._answer_no_more()
            self.transport.close()
            return
        self.transport.write(answer)
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self._deadline = self.loop.call_later(LINGERING_SECONDS, self.transport.close)

    def pause_writing(self) -> None:
        """Much waits for the client."""
        super().pause_writing()
        self._taking = self.loop.call_later(TAKING_SECONDS, self._takes_nothing)

    def resume_writing(self) -> None:
        """It has taken it."""
        super().resume_writing()
        self._end_taking()

    def timeout_keep_alive_handler(self) -> None:
        """It asks for nothing more; it may take what still waits."""
        super().timeout_keep_alive_handler()
        if self._taking is None:
            self._taking = self.loop.call_later(TAKING_SECONDS, self._takes_nothing)

    def _takes_nothing(self) -> None:
        self._taking = None
        self.logger.info("%s:%s - an answer was not taken in time", *(self.client or ("", "")))
        self.transport.abort()

    def _end_taking(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._answering = cycle
        super()._start_asgi_task(cycle, app)

    def _answer_no_more(self) -> None:
        """uvicorn tells only the last of several requests that nobody waits for its answer any more."""
        self.pipeline.clear()
        if self._answering is not None:
            self._answering.disconnected = True
            self._answering.message_event.set()
            self._answering = None

    def _let_go(self) -> None:
        self._end_taking()
        self._intake.forget()
        self._account.close()
        if self._counted_as is not None:
            self.doors.leave(self._counted_as)
            self._counted_as = None
        self._answer_no_more()
        self._unset_keepalive_if_required()
        self._end_deadline()
        self.parser = self.cycle = None  # type: ignore[assignment]
