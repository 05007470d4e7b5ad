"""Where Caddy leads, with a path and without one, and what it says where it leads nowhere."""

from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from websockets.sync.client import connect

from tests.deploy.caddy import Server, caddy, servers
from tests.running_server import fetch


@pytest.fixture(scope="module")
def behind() -> Iterator[list[Server]]:
    with servers(2, CHAINRULE_ALLOWED_HOSTS="127.0.0.1,ml.school.example") as running:
        yield running


@pytest.mark.parametrize("path", ["", "/courses/ml"])
def test_the_page_its_files_and_its_socket_are_below_the_path(
    behind: list[Server], path: str, tmp_path: Path
) -> None:
    with caddy(tmp_path, behind, path) as address:
        assert "<title>" in fetch(f"{address}/")
        assert fetch(f"{address}/static/icons/mark.svg").startswith("<svg")
        with connect(f"{address.replace('http', 'ws', 1)}/socket", proxy=None) as socket:
            assert '"welcome"' in str(socket.recv(timeout=10))


def test_without_its_last_slash_the_path_leads_there_and_others_nowhere(
    behind: list[Server], tmp_path: Path
) -> None:
    with caddy(tmp_path, behind, "/courses/ml") as address:
        with urlopen(address) as answer:
            assert answer.url == f"{address}/"
        with pytest.raises(HTTPError) as refusal:
            urlopen(f"{address}s/")
        with refusal.value as answer:
            assert answer.code == 404
            assert b"Chainrule is below /courses/ml/." in answer.read()


def test_without_any_server_it_says_so(behind: list[Server], tmp_path: Path) -> None:
    with caddy(tmp_path, behind) as address:
        for server in behind:
            server.kill()
        with pytest.raises(HTTPError) as refusal:
            urlopen(f"{address}/")
        with refusal.value as answer:
            assert (answer.code, answer.headers["Retry-After"]) == (503, "10")
            assert answer.read() == b"Chainrule's servers are full or being started. Try again in a moment."
