"""A real Caddy before real servers, with the very file of deploy/."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from tests.repository import ROOT
from tests.running_server import fetch
from tests.server_process import ServerProcess

CADDYFILE = ROOT / "deploy" / "Caddyfile"
PATIENCE = 60.0
BINARY = Path(sys.executable).with_name("caddy")


class Port:
    """A port that stays ours while nobody listens on it: no connection of another process begins there."""

    def __init__(self) -> None:
        self._holder = socket.socket()
        self._holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._holder.bind(("127.0.0.1", 0))
        self.number = int(self._holder.getsockname()[1])

    def release(self) -> None:
        self._holder.close()


class Server:
    """A server on a port of its own, which can be ended and started again."""

    def __init__(self, **settings: str) -> None:
        self._port = Port()
        self.port = self._port.number
        self._settings = {"CHAINRULE_PORT": str(self.port), **settings}
        self._process: ServerProcess | None = None

    def start(self) -> None:
        """Start it; `await_ready` waits until it takes pages."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CHAINRULE_")}
        self._process = ServerProcess(environment | self._settings, errors=sys.__stderr__)

    def await_ready(self) -> None:
        await_answer(f"http://127.0.0.1:{self.port}/ready")

    def tell_to_end(self) -> None:
        """As `systemctl restart`, or `docker stop`, begins."""
        assert self._process is not None
        self._process.terminate()
        self._process.communicate(PATIENCE)
        assert self._process.returncode == 0
        self._process = None

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate(PATIENCE)
            self._process = None

    def end(self) -> None:
        """For good."""
        self.kill()
        self._port.release()


@contextmanager
def servers(count: int, **settings: str) -> Iterator[list[Server]]:
    """Servers that take pages."""
    running = [Server(**settings) for _ in range(count)]
    try:
        for server in running:
            server.start()
        for server in running:
            server.await_ready()
        yield running
    finally:
        for server in running:
            server.end()


@contextmanager
def caddy(folder: Path, behind: Sequence[Server], path: str = "") -> Iterator[str]:
    """Caddy on a free port, with what it keeps in a folder; the address below which the page is."""
    port = Port()
    address = f"127.0.0.1:{port.number}"
    environment = os.environ | {
        "CHAINRULE_SITE": f"http://{address}",
        "CHAINRULE_PATH": path,
        "CHAINRULE_SERVERS": " ".join(f"127.0.0.1:{server.port}" for server in behind),
        "CADDY_ADMIN": f"unix/{folder / 'admin'}",
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    with (folder / "log").open("wb") as log:
        command = [str(BINARY), "run", "--config", str(CADDYFILE)]
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            await_answer(f"http://{address}{path}/health")
            yield f"http://{address}{path}"
        finally:
            process.terminate()
            process.wait(PATIENCE)
            port.release()


def await_answer(address: str) -> None:
    """Wait until there is an answer that is a success."""
    deadline = time.monotonic() + PATIENCE
    while not _answers(address):
        assert time.monotonic() < deadline, f"{address} does not answer"


def _answers(address: str) -> bool:
    try:
        fetch(address)
    except (URLError, TimeoutError, ConnectionError):
        return False
    return True
