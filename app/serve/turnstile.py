"""Lets commands through: who owes the least first, and never so much at once that others wait long."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.serve.accounts import Accounts, SessionAccount
from app.serve.scheduler import LONGEST_SLICE, PASSES

RETRY_SECONDS = 0.01
"""Between two looks whether those that wait have worked off enough."""


class Turnstile:
    """One for all sessions. A session enters, carries a command out without a pause, and pays for it."""

    def __init__(self, accounts: Accounts, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.accounts = accounts
        self._sleep = sleep
        self._waiting: dict[asyncio.Future[None], SessionAccount] = {}
        self._spent = 0.0
        self._attendant: asyncio.Task[None] | None = None

    def is_open_to(self, account: SessionAccount) -> bool:
        """Whether one of this account may pass without waiting."""
        return account.permitted and self._spent < LONGEST_SLICE

    async def enter(self, account: SessionAccount) -> None:
        """Wait for as long as the session or its address owes too much, or others owe less."""
        if self.is_open_to(account):
            return
        let_in: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[let_in] = account
        account.waiting += 1
        self.accounts.engage(account)
        self._attend()
        try:
            await let_in
        finally:
            account.waiting -= 1
            self._waiting.pop(let_in, None)

    def pay(self, account: SessionAccount, seconds: float) -> None:
        """Debit computing without a pause, such as a command's, to the session that caused it."""
        self.accounts.debit(account, seconds)
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
            self.accounts.settle()
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


@dataclass(frozen=True)
class Payer:
    """Who pays for what a connection makes the server compute, and where."""

    turnstile: Turnstile
    account: SessionAccount

    @property
    def may_pass(self) -> bool:
        """Whether it may compute now."""
        return self.turnstile.is_open_to(self.account)

    async def enter(self) -> None:
        """Wait until it may."""
        await self.turnstile.enter(self.account)

    def pay(self, seconds: float) -> None:
        """Owe what was computed."""
        self.turnstile.pay(self.account, seconds)
