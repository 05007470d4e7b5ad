"""Accounts of the computing that commands took: one for each address, in it one for each session."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

ALLOWANCE = 0.02
"""Seconds that an account may owe before its commands wait: a hand on a slider never gets there."""

COMMANDS_SHARE = 0.25
"""Of a fair part of the time, what heavy commands may take while others want some: each holds all up."""

LONG_SECONDS = 0.02
"""Computing without a pause that counts more than once: how long others wait for it grows with its square."""

SETTLING_SECONDS = 0.01
"""Between two looks at what all accounts have worked off."""


class AddressAccount:
    """What the sessions of one address owe together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.debt = 0.0
        self.sessions = 0
        self.busy: set[SessionAccount] = set()


class SessionAccount:
    """What one session owes, and whether it trains or has commands that wait."""

    def __init__(self, address: AddressAccount) -> None:
        self.address = address
        self.debt = 0.0
        self.trains = False
        self.waiting = 0

    @property
    def engaged(self) -> bool:
        """Whether it wants computing now."""
        return self.trains or self.waiting > 0

    @property
    def permitted(self) -> bool:
        """Whether a command of it may be carried out now."""
        return self.debt <= ALLOWANCE and self.address.debt <= ALLOWANCE

    @property
    def rank(self) -> tuple[float, float]:
        """Who comes first: whose address owes less, and among those of one address who itself owes less."""
        return self.address.debt, self.debt


class Accounts:
    """All of them. Time works debts off: at full speed for who is alone, else at a quarter of a fair part.

    Fair is first among the addresses that want computing, then among the sessions of each.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._settled_at = clock()
        self._addresses: dict[str, AddressAccount] = {}
        self._busy: set[AddressAccount] = set()

    @contextmanager
    def session(self, address: str) -> Iterator[SessionAccount]:
        """An account for as long as the block runs; what it owes then stays with its address."""
        kept = self._addresses.setdefault(address, AddressAccount(address))
        kept.sessions += 1
        account = SessionAccount(kept)
        try:
            yield account
        finally:
            kept.sessions -= 1
            kept.busy.discard(account)
            self._busy.add(kept)  # Until what it owes is worked off; then it is forgotten.
            self.settle()

    def engage(self, account: SessionAccount) -> None:
        """Count a session among those that want computing, until it is seen to want none and to owe none."""
        self._work_off()
        account.address.busy.add(account)
        self._busy.add(account.address)

    def debit(self, account: SessionAccount, seconds: float) -> None:
        """Let the session and its address owe for so much computing without a pause."""
        self.engage(account)
        if not len(self._busy) == len(account.address.busy) == 1:
            seconds *= max(1.0, seconds / LONG_SECONDS)
        account.debt += seconds
        account.address.debt += seconds

    def settle(self) -> None:
        """Let time work off what all owe."""
        self._work_off(least=0.0)

    def _work_off(self, least: float = SETTLING_SECONDS) -> None:
        now = self._clock()
        elapsed = now - self._settled_at
        if elapsed < least:
            return
        self._settled_at = now
        addresses = len(self._busy)
        for address in list(self._busy):
            part = elapsed / addresses
            address.debt = max(0.0, address.debt - part * (1.0 if addresses == 1 else COMMANDS_SHARE))
            sessions = len(address.busy)
            speed = 1.0 if addresses == sessions == 1 else COMMANDS_SHARE
            # Most are busy and owe nothing: hundreds of them are looked at a few hundred times a second.
            for account in [one for one in address.busy if one.debt or not (one.trains or one.waiting)]:
                account.debt = max(0.0, account.debt - part / sessions * speed)
                if not account.engaged and account.debt == 0:
                    address.busy.discard(account)
            if not address.busy and address.debt == 0:
                self._busy.discard(address)
                if not address.sessions:
                    self._addresses.pop(address.name, None)
