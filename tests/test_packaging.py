"""The wheel is all that a server needs: page, assets and socket work from it in an environment of its own."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin

import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.assets import page_references, references
from tests.repository import ROOT, committed, name
from tests.running_server import fetch, free_port, running_server


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built as `make wheel` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of an environment that the wheel is installed in."""
    return install(wheel, tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="module")
def address(python: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the installed wheel, started far from the checkout."""
    with running_server(python, tmp_path_factory.mktemp("elsewhere")) as address:
        yield address


def install(wheel: Path, folder: Path) -> str:
    """Installs a wheel in a new environment and answers its Python.

    Libraries come from the tests' environment by a path file: nothing is downloaded, and the checkout is not
    on the path.
    """
    venv.create(folder, with_pip=False)
    python = str(folder / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    own = said(python, "import sysconfig; print(sysconfig.get_path('purelib'))", folder)
    Path(own, "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return python


def said(python: str, program: str, folder: Path) -> str:
    """What a short program prints when a Python runs it in a folder."""
    done = subprocess.run([python, "-c", program], cwd=folder, capture_output=True, check=True, text=True)
    return done.stdout.strip()


def test_the_wheel_holds_every_file_that_is_served(contents: set[str]) -> None:
    ours = {name(path) for path in committed("app", "templates", "static")}
    assert {path if path.startswith("app/") else f"app/{path}" for path in ours} <= contents
    made = [
        path for part in ("vendor", "built") for path in (ROOT / "static" / part).rglob("*") if path.is_file()
    ]
    assert {f"app/{name(path)}" for path in made} <= contents


def test_the_wheel_holds_nothing_else(contents: set[str]) -> None:
    tops = {path.split("/")[0] for path in contents}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"app"}
    assert [path for path in contents if "node_modules" in path or "__pycache__" in path] == []


def test_every_library_in_the_wheel_comes_with_its_licence(contents: set[str]) -> None:
    libraries = {
        path.split("/")[3]
        for path in contents
        if path.startswith("app/static/vendor/") and path.count("/") > 3
    }
    libraries.remove("faces")  # cut of the fonts of three others
    assert libraries == {
        "fflate", "idb", "inter", "jsep", "katex", "lean-qr", "papaparse", "signals-core", "source-serif-4",
        "uplot",
    }  # fmt: skip
    assert {f"app/static/vendor/{library}/LICENSE" for library in libraries} <= contents


@pytest.mark.parametrize("page", ["/", "/maths"])
def test_a_page_and_all_that_it_loads_arrive(address: str, page: str) -> None:
    links, import_map = page_references(fetch(f"{address}{page}"))
    waiting = {urljoin(f"{address}{page}", link) for link in links | set(import_map.values())}
    seen: set[str] = set()
    missing: list[str] = []
    while waiting:
        here = urldefrag(waiting.pop()).url
        if here in seen:
            continue
        seen.add(here)
        if not here.startswith(address):
            missing.append(f"{here}: on another server")
            continue
        try:
            waiting |= references(here, fetch(here), import_map)
        except HTTPError as error:
            missing.append(f"{here}: {error.code}")
    assert missing == []
    assert {".css" if page == "/" else ".js", ".js", ".svg", ".woff2"} <= {Path(here).suffix for here in seen}


def test_the_socket_welcomes(address: str) -> None:
    endpoint = f"{address.replace('http', 'ws', 1)}/socket"
    with connect(endpoint, origin=Origin(address), proxy=None) as socket:
        event = json.loads(socket.recv(timeout=10))
    assert event["type"] == "welcome"
    assert event["state"]["experiment"]["hidden"] == [4, 3]


def test_the_installed_server_is_not_the_checkout(python: str, tmp_path: Path) -> None:
    found = said(python, "import app; print(app.__file__)", tmp_path)
    assert Path(found).is_relative_to(Path(python).parents[1])


def test_jupyter_finds_how_to_start_it(python: str, tmp_path: Path) -> None:
    """The way from the wheel's metadata to a server that answers, as jupyter-server-proxy goes it."""
    program = (
        "import json; from importlib.metadata import entry_points\n"
        "(found,) = entry_points(group='jupyter_serverproxy_servers', name='chainrule')\n"
        "print(json.dumps(found.load()()))"
    )
    entry = json.loads(said(python, program, tmp_path))
    icon = Path(entry["launcher_entry"]["icon_path"])
    assert icon.suffix == ".svg"
    assert icon.is_relative_to(Path(python).parents[1])
    assert icon.read_text().startswith("<svg")
    port = free_port()
    command = [part.format(port=port) for part in entry["command"]]
    environment = os.environ | {"CHAINRULE_BASE_PATH": "/elsewhere", "CHAINRULE_HOST": "192.0.2.1"}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith(f"Chainrule is on http://127.0.0.1:{port} ")
        assert json.loads(fetch(f"http://127.0.0.1:{port}/health"))["status"] == "ok"
        server.terminate()
