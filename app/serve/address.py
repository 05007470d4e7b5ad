"""The address that a client counts under: its own for IPv4, its network's for IPv6."""

import ipaddress

from starlette.datastructures import Address

_NETWORK_BITS = 64
"""What one customer of an IPv6 network has at least: each of its 2^64 addresses is as good as another."""


def address_of(client: Address | None) -> str:
    """The name of the account; all that have no address, as over a Unix socket, share one."""
    if client is None:
        return ""
    try:
        address = ipaddress.ip_address(client.host.partition("%")[0])
    except ValueError:
        return client.host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False).network_address)
        address = address.ipv4_mapped
    return str(address)
