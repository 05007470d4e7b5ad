"""Who counts as one: an IPv4 address, an IPv6 network; and a client that lies about it is not believed."""

import pytest
from starlette.datastructures import Address

from app.serve.address import address_of
from tests.serve.conftest import StartServer
from tests.serve.raw_client import RawClient, request


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("somebody", "somebody"),
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


def test_what_a_client_adds_before_its_proxy_counts_for_nothing(start_server: StartServer) -> None:
    port = start_server(trusted_proxies="127.0.0.1", max_sessions_per_address=1)
    first = RawClient(port)
    first.send(request("X-Forwarded-For: 198.51.100.1, 192.0.2.1"))
    first.opened()
    second = RawClient(port)
    second.send(request("X-Forwarded-For: 198.51.100.2, 192.0.2.1"))
    second.opened()
    assert second.closed_with()[0] == 1013
    first.connection.close()
