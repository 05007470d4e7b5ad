"""The pages of a real server: compressed, remembered by browsers, and a helpful one where there is none."""

import gzip
import json
import queue
import re
import threading
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import pytest

import app
from app.serve.body import Body
from app.serve.factory import create_app
from app.serve.front_end import NotBuiltError
from app.serve.pages import Pages, shipped_directory
from app.serve.settings import Settings
from tests.serve.browser import PATIENCE, Browser
from tests.serve.conftest import StartServer
from tests.serve.raw_client import RawClient

EMBEDDER = "cross-origin-embedder-policy"


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers by their names in small letters, and content."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        answer = urlopen(Request(f"http://127.0.0.1:{port}{path}", headers=named))
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def test_the_playground_comes_compressed_and_is_known_again(port: int) -> None:
    status, headers, content = get(port, "/", accept_encoding="gzip")
    assert (status, headers["content-encoding"], headers["cache-control"]) == (200, "gzip", "no-cache")
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert b"<html" in gzip.decompress(content)
    status, _, content = get(port, "/", accept_encoding="gzip", if_none_match=headers["etag"])
    assert (status, content) == (304, b"")


def test_every_file_that_the_playground_names_is_there_to_be_kept(port: int) -> None:
    page = get(port, "/")[2].decode()
    addresses = set(re.findall(r'"\./(static/[^"#]+)', page))
    assert addresses
    for address in addresses:
        status, headers, _ = get(port, f"/{address}")
        assert status == 200, address
        assert "immutable" in headers["cache-control"], address


@pytest.mark.parametrize("path", ["/", "/by-hand", "/maths", "/nowhere"])
def test_pages_may_share_memory_with_their_workers(port: int, path: str) -> None:
    headers = get(port, path)[1]
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-embedder-policy"] == "require-corp"


def test_every_script_may_run_where_memory_is_shared(port: int) -> None:
    """WebKit refuses a worker's module without this header, whatever the worker itself says."""
    static = shipped_directory("static")
    scripts = [path.relative_to(static) for suffix in ("js", "mjs") for path in static.rglob(f"*.{suffix}")]
    policies = {get(port, f"/static/{path.as_posix()}")[1].get(EMBEDDER) for path in scripts}
    assert len(scripts) > 200
    assert policies == {"require-corp"}


@pytest.mark.parametrize("path", ["css/base.css", "icons/mark.svg", "vendor/formulas.json"])
def test_files_can_be_had_by_a_page_from_nowhere_as_in_a_sandboxed_frame(port: int, path: str) -> None:
    headers = get(port, f"/static/{path}")[1]
    assert EMBEDDER not in headers
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["access-control-allow-origin"] == "*"


def test_health_counts_the_sessions(port: int, browser: Browser) -> None:
    browser.ask("pause")
    status, _, content = get(port, "/health")
    health = json.loads(content)
    assert (status, health["status"]) == (200, "ok")
    assert health["sessions"] >= 1
    assert health["version"]


def test_ready_says_whether_new_pages_may_come(start_server: StartServer) -> None:
    port = start_server(max_sessions=1)
    assert get(port, "/ready")[0] == 200
    with Browser(port) as browser:
        browser.event("welcome")
        status, _, content = get(port, "/ready")
        assert (status, json.loads(content)) == (503, {"status": "full"})
        assert get(port, "/health")[0] == 200


@pytest.mark.parametrize("path", ["/nowhere", "/static/none.js", "/maths/x", "/a/b/c/d?e=/f", "/a%2Fb"])
def test_an_address_that_leads_nowhere_has_a_page_that_helps(port: int, path: str) -> None:
    status, headers, content = get(port, path)
    assert status == 404
    assert headers["content-type"] == "text/html; charset=utf-8"
    links = re.findall(r'<a class="\w+" href="([^"#]+)"', content.decode())
    assert {urljoin(f"http://host/under/a/prefix{path}", link) for link in links} == {
        "http://host/under/a/prefix/", "http://host/under/a/prefix/maths",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/by-hand", "/maths", "/nowhere"])
def test_a_page_names_no_address_that_begins_at_the_hosts_root(port: int, path: str) -> None:
    """So it works below any path of a host, whatever the proxies on the way make of it."""
    page = get(port, path)[2].decode()
    assert re.findall(r"""(?:\b(?:href|src|data-late)=["']?|url\(["']?)(/[^"')]*)""", page) == []


def test_the_maths_with_a_slash_too_many_leads_to_the_maths_wherever_the_site_is(port: int) -> None:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", "/maths/")
        answer = connection.getresponse()
        assert (answer.status, answer.headers["location"]) == (308, "../maths")


def test_a_front_end_that_is_not_built_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped(tmp_path)
    monkeypatch.setattr(app, "__file__", str(tmp_path / "app" / "__init__.py"))
    with pytest.raises(NotBuiltError, match=r"Build it with `make front-end`"):
        create_app(Settings())


def test_a_page_that_takes_long_is_rendered_once_for_all_who_ask_meanwhile(
    start_server: StartServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    asked = threading.Semaphore(0)
    render = Pages._render

    def slow(pages: Pages, name: str, root: str) -> Body:
        rendered.append(name)
        assert asked.acquire(timeout=PATIENCE)
        return render(pages, name, root)

    monkeypatch.setattr(Pages, "_render", slow)
    port = start_server()
    clients = [RawClient(port) for _ in range(20)]
    for client in clients:
        client.send(b"GET /maths HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    with urlopen(f"http://127.0.0.1:{port}/health"):  # behind them, as it came later
        asked.release(20)
    assert all(client.rest().startswith(b"HTTP/1.1 200 ") for client in clients)
    assert rendered == ["article.html"]


def test_an_installed_package_has_its_pages_before_anyone_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start_server: StartServer
) -> None:
    """The article takes half a second: the first who asks is not to wait for that."""
    shipped(tmp_path)
    monkeypatch.setattr(app, "__file__", str(tmp_path / "__init__.py"))
    rendered: queue.SimpleQueue[str] = queue.SimpleQueue()
    render = Pages._render

    def watched(pages: Pages, name: str, root: str) -> Body:
        body = render(pages, name, root)
        rendered.put(name)
        return body

    monkeypatch.setattr(Pages, "_render", watched)
    port = start_server(sources=True)
    names = {rendered.get(timeout=PATIENCE) for _ in range(5)}
    assert names == {"404.html", "article.html", "by_hand.html", "embed.html", "playground.html"}
    assert get(port, "/maths")[2] == b"the maths"
    assert rendered.empty()


def test_only_reading_is_allowed(port: int) -> None:
    with pytest.raises(HTTPError) as refusal:
        urlopen(Request(f"http://127.0.0.1:{port}/", method="POST", data=b""))
    with refusal.value:
        assert refusal.value.code == 405


def shipped(folder: Path) -> Path:
    """Pages and a style sheet."""
    for path, content in (
        ("templates/404.html", "old {{ static_url('page.css') }}"),
        ("templates/article.html", "the maths"),
        ("templates/by_hand.html", "by hand"),
        ("templates/embed.html", "the playground in a frame"),
        ("templates/playground.html", "the playground"),
        ("static/page.css", "a { }"),
        ("static/vendor/formulas.json", "{}"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content)
    return folder


def asked_twice(folder: Path, start_server: StartServer) -> tuple[str, str]:
    """The page before and after it was edited."""
    port = start_server(sources=True)
    before = get(port, "/nowhere")[2].decode()
    (folder / "templates" / "404.html").write_text("new {{ static_url('page.css') }}")
    (folder / "static" / "page.css").write_text("a { color: red; }")
    return before, get(port, "/nowhere")[2].decode()


def test_in_a_checkout_edits_show_on_reload(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start_server: StartServer
) -> None:
    shipped(tmp_path)
    monkeypatch.setattr(app, "__file__", str(tmp_path / "app" / "__init__.py"))
    before, after = asked_twice(tmp_path, start_server)
    assert (before[:4], after[:4]) == ("old ", "new ")
    assert before[4:] != after[4:], "the style sheet has another address"


def test_an_installed_package_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start_server: StartServer
) -> None:
    shipped(tmp_path)
    monkeypatch.setattr(app, "__file__", str(tmp_path / "__init__.py"))
    before, after = asked_twice(tmp_path, start_server)
    assert before == after


def test_a_wheels_own_files_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "app"
    (package / "static").mkdir(parents=True)
    monkeypatch.setattr(app, "__file__", str(package / "__init__.py"))
    assert shipped_directory("static") == package / "static"
    assert shipped_directory("templates") == tmp_path / "templates"
