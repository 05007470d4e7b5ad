"""Lets commands through: who owes the least first, and never so much at once that others wait long."""

import asyncio
from collections.abc import Awaitable, Callable

from app.serve.accounts import Accounts, SessionAccount
from app.serve.scheduler import LONGEST_SLICE, PASSES

RETRY_SECONDS = 0.01
"""Between two looks whether those that wait have worked off enough."""


class Turnstile:
    """One for all sessions. A session enters, carries a command out without a pause, and pays for it."""

    def __init__(self, accounts: Accounts, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._accounts = accounts
        self._sleep = sleep
        self._waiting: dict[asyncio.Future[None], SessionAccount] = {}
        self._spent = 0.0
        self._attendant: asyncio.Task[None] | None = None

    async def enter(self, account: SessionAccount) -> None:
        """Wait for as long as the session or its address owes too much, or others owe less."""
        if account.permitted and self._spent < LONGEST_SLICE:
            return
        let_in: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[let_in] = account
        account.waiting += 1
        self._accounts.engage(account)
        self._attend()
        try:
            await let_in
        finally:
            account.waiting -= 1
            self._waiting.pop(let_in, None)

    def pay(self, account: SessionAccount, seconds: float) -> None:
        """Debit the computing that a command took to the session that sent it."""
        self._accounts.debit(account, seconds)
        self._spent += seconds
        self._attend()

    def _attend(self) -> None:
        if self._attendant is None or self._attendant.done():
            self._attendant = asyncio.create_task(self._let_in(), name="turnstile")

    async def _let_in(self) -> None:
        """Let those that wait in, as time allows, until nobody waits."""
        while self._spent or self._waiting:
            for _ in range(PASSES):
                await self._sleep(0)
            self._spent = 0.0
            self._accounts.settle()
            while self._spent < LONGEST_SLICE and (first := self._first()) is not None:
                first.set_result(None)
                await self._sleep(0)  # It carries out its command, and pays.
            if self._waiting and not self._spent:
                await self._sleep(RETRY_SECONDS)

    def _first(self) -> asyncio.Future[None] | None:
        ready = [
            (account.rank, let_in)
            for let_in, account in self._waiting.items()
            if account.permitted and not let_in.done()
        ]
        return min(ready, key=lambda one: one[0])[1] if ready else None
