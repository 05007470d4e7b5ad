"""Whoever asks for something pays for it: a request waits while its address owes much, and adds to that."""

from collections.abc import Callable, Coroutine
from typing import Any, cast

from starlette.datastructures import Address
from starlette.types import ASGIApp, Receive, Scope, Send

from app.serve.address import address_of
from app.serve.metered import Metered
from app.serve.turnstile import Payer, Turnstile

READ_SECONDS = "read_seconds"
"""In the state of a request that came through a proxy: what reading it took, which its client owes."""


class Tolls:
    """The application behind the turnstile.

    What is asked for over HTTP pays as it goes. A socket finds its payer in its state, and pays by itself.
    """

    def __init__(self, app: ASGIApp, turnstile: Turnstile, work_clock: Callable[[], float]) -> None:
        self._app = app
        self._turnstile = turnstile
        self._work_clock = work_clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        turnstile = self._turnstile
        with turnstile.accounts.session(address_of(Address(*client) if client else None)) as account:
            state = scope.setdefault("state", {})
            state["payer"] = Payer(turnstile, account)
            turnstile.accounts.debit(account, state.pop(READ_SECONDS, 0.0))
            await turnstile.enter(account)
            work = cast("Coroutine[Any, Any, None]", self._app(scope, receive, send))
            if scope["type"] == "websocket":
                await work
            else:
                await Metered(work, self._work_clock, lambda seconds: turnstile.pay(account, seconds))
