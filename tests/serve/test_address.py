"""Who counts as one: an IPv4 address, an IPv6 network; and a client that lies about it is not believed."""

import asyncio
from typing import Any, cast

import pytest
from starlette.datastructures import Address
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.serve.address import address_of, networks
from tests.serve.conftest import StartServer
from tests.serve.raw_client import CLOSE, RawClient, request


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("somebody", ""),
        ("", ""),
        ("192.0.2.7.8", ""),
        ("a" * 20_000, ""),
    ],
)
def test_the_name_of_an_address(host: str, name: str) -> None:
    assert address_of(Address(host, 1)) == name


def test_a_connection_without_an_address_has_a_name_as_well() -> None:
    assert address_of(None) == ""


@pytest.mark.parametrize(("trusted", "code"), [("127.0.0.1", None), ("10.0.0.0/8", 1013)])
def test_only_a_trusted_proxy_says_who_is_behind_it(
    start_server: StartServer, trusted: str, code: int | None
) -> None:
    port = start_server(trusted_proxies=trusted, max_sessions_per_address=1)
    first = RawClient(port)
    first.send(request("X-Forwarded-For: 192.0.2.1"))
    first.opened()
    second = RawClient(port)
    second.send(request("X-Forwarded-For: 192.0.2.2"))
    second.opened()
    if code is None:
        assert next(second.messages())[0] == 1, "it is welcomed"
        second.connection.close()
    else:
        assert second.closed_with()[0] == code
    first.connection.close()


def code_of_the_second(port: int, first: str, second: str) -> int | None:
    """The code with which a second page is closed, None where it is welcomed; each says who it is."""
    one, other = RawClient(port), RawClient(port)
    with one.connection, other.connection:
        one.send(request(f"X-Forwarded-For: {first}"))
        one.opened()
        next(one.messages())
        other.send(request(f"X-Forwarded-For: {second}"))
        other.opened()
        kind, content = next(other.messages())
        return int.from_bytes(content[:2], "big") if kind == CLOSE else None


SAME = {
    "what a client adds before its proxy": ("198.51.100.1, 192.0.2.1", "198.51.100.2, 192.0.2.1"),
    "nonsense before its proxy": ("<script>, ,, 192.0.2.1", "192.0.2.1"),
    "many hops": (", ".join(f"10.0.{n % 256}.1" for n in range(400)) + ", 192.0.2.1", "192.0.2.1"),
    "trusted proxies in a row": ("192.0.2.1, 127.0.0.1", "192.0.2.1, 127.0.0.1, 127.0.0.1"),
    "ports": ("192.0.2.1:4711", "192.0.2.1:4712"),
    "ports of IPv6": ("[2001:db8::1]:4711", "2001:db8::1"),
    "one network of IPv6": ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2"),
    "zones": ("fe80::1%eth0", "fe80::1%eth1"),
    "IPv4 as IPv6": ("::ffff:192.0.2.1", "192.0.2.1"),
    "nonsense": ("unknown", "a" * 5000),
    "nobody": ("", "127.0.0.1"),
}


@pytest.mark.parametrize("lie", SAME)
def test_by_no_lie_does_one_become_two(start_server: StartServer, lie: str) -> None:
    port = start_server(trusted_proxies="127.0.0.1", max_sessions_per_address=1)
    assert code_of_the_second(port, *SAME[lie]) == 1013


def test_two_behind_a_proxy_are_two(start_server: StartServer) -> None:
    port = start_server(trusted_proxies="127.0.0.1", max_sessions_per_address=1)
    assert code_of_the_second(port, "192.0.2.1", "192.0.2.2") is None


@pytest.mark.parametrize("named", ["127.0.0.1", "127.0.0.0/8", "::ffff:127.0.0.1"])
def test_a_proxy_of_ipv4_is_known_where_the_server_listens_to_both_versions(named: str) -> None:
    believed: list[object] = []

    async def application(scope: Any, *_: object) -> None:
        believed.append(scope["client"][0])

    async def ask() -> None:
        hosts = networks([named])
        headers = [(b"x-forwarded-for", b"192.0.2.1")]
        for proxy in ("::ffff:127.0.0.1", "::ffff:198.51.100.1"):
            scope: Any = {"type": "http", "client": (proxy, 1), "headers": headers}
            await ProxyHeadersMiddleware(application, hosts)(scope, cast("Any", None), cast("Any", None))

    asyncio.run(ask())
    assert believed == ["192.0.2.1", "::ffff:198.51.100.1"]
