"""How many connections an address may have open at a time, whatever for: there are only so many."""

import ipaddress
from collections import Counter
from collections.abc import Collection

from starlette.datastructures import Address

from app.serve.address import address_of

CONNECTIONS_A_PAGE = 8
"""A browser opens six, and one more for the socket, which counts as a page only once it is open."""


class Doors:
    """Counts connections by address. A trusted proxy may have any number: they are its clients'."""

    def __init__(self, per_address: int, trusted_proxies: Collection[str]) -> None:
        self._per_address = per_address
        self._everybody = "*" in trusted_proxies
        self._trusted = [ipaddress.ip_network(proxy) for proxy in trusted_proxies if proxy != "*"]
        self._open: Counter[str] = Counter()

    def enter(self, client: tuple[str, int] | None) -> str | None:
        """The name under which a connection is counted, for when it leaves; None: it may not enter."""
        name = "" if client is None or self._is_trusted(client[0]) else address_of(Address(*client))
        if name and self._open[name] >= self._per_address:
            return None
        self._open[name] += 1
        return name

    def leave(self, name: str) -> None:
        """One of these is gone."""
        self._open -= Counter([name])

    def _is_trusted(self, host: str) -> bool:
        address = ipaddress.ip_address(host.partition("%")[0])
        return self._everybody or any(address in network for network in self._trusted)
