"""The address that a client counts under: its own for IPv4, its network's for IPv6."""

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Address

_NETWORK_BITS = 64
"""What one customer of an IPv6 network has at least: each of its 2^64 addresses is as good as another."""


def address_of(client: Address | None) -> str:
    """The name of the account. All that have none, as over a Unix socket, share one, and so does nonsense."""
    if client is None:
        return ""
    try:
        address = ipaddress.ip_address(client.host.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False).network_address)
        address = address.ipv4_mapped
    return str(address)


def networks(named: Iterable[str]) -> list[str]:
    """These networks, and those of IPv4 also as a socket that listens to both versions sees them."""
    found = list(named)
    for name in named:
        network = None if name == "*" else ipaddress.ip_network(name)
        if isinstance(network, ipaddress.IPv4Network):
            found.append(f"::ffff:{network.network_address}/{network.prefixlen + 96}")
    return found
