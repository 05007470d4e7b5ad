"""Below a base path there is everything, and elsewhere words that say where it is."""

import json
from http.client import HTTPConnection

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.serve.conftest import StartServer

BASE = "/courses/ml"


def get(port: int, path: str) -> tuple[int, dict[str, str], str]:
    """Status, headers by their names in small letters, and text; a redirection is not followed."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


@pytest.fixture
def port(start_server: StartServer) -> int:
    return start_server(base_path=f"{BASE}/")


@pytest.mark.parametrize("path", ["/", "/maths", "/health", "/ready", "/static/css/tokens.css"])
def test_pages_and_files_are_below_it(port: int, path: str) -> None:
    assert get(port, BASE + path)[0] == 200
    assert get(port, f"{BASE}/nowhere")[0] == 404


def test_the_socket_is_below_it(port: int) -> None:
    with connect(f"ws://127.0.0.1:{port}{BASE}/socket", proxy=None) as socket:
        assert json.loads(socket.recv(timeout=10))["type"] == "welcome"


@pytest.mark.parametrize("path", ["/", "/maths", "/health", "/courses", "/courses/mlx/", "/courses/ml.css"])
def test_elsewhere_it_says_where_it_is(port: int, path: str) -> None:
    status, headers, text = get(port, path)
    assert (status, headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert f"below {BASE}/" in text
    assert "CHAINRULE_BASE_PATH" in text


def test_a_socket_elsewhere_is_refused_with_the_same_words(port: int) -> None:
    with pytest.raises(InvalidStatus) as refusal, connect(f"ws://127.0.0.1:{port}/socket", proxy=None):
        pass
    assert refusal.value.response.status_code == 404
    assert f"below {BASE}/".encode() in refusal.value.response.body


def test_without_its_last_slash_it_leads_there(port: int) -> None:
    status, headers, _ = get(port, f"{BASE}?points=1")
    assert (status, headers["location"]) == (308, f"{BASE}/?points=1")
