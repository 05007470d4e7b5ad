"""A real server in a process of its own, for tests that speak to it from outside."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError

from tests.repository import ROOT
from tests.server_process import ServerProcess

_ADDRESS = re.compile(r"http://\S+:\d+\S*")
_PATIENCE = 30
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@contextmanager
def running_server(
    python: str = sys.executable,
    folder: Path = ROOT,
    settings: Mapping[str, str] | None = None,
    module: str = "app",
    port_setting: str = "CHAINRULE_PORT",
) -> Iterator[str]:
    """Runs `python -m app` in a folder on a free port and gives its address once it answers.

    Whatever the server complained about by the time it ends is a failure of the test.
    """
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("CHAINRULE_")}
    surroundings |= {port_setting: "0", **(settings or {})}
    is_here = (python, folder) == (sys.executable, ROOT)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as complaints:
        process = (
            ServerProcess(surroundings, module=module, errors=complaints)
            if is_here
            else _started(python, folder, surroundings, module, complaints)
        )
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.communicate(timeout=_PATIENCE)
            complaints.seek(0)
            said = complaints.read()
            assert not said, f"the server complained:\n{said}"


def _started(
    python: str, folder: Path, environment: Mapping[str, str], module: str, complaints: IO[str]
) -> "subprocess.Popen[str]":
    """One of another Python, or from another folder."""
    return subprocess.Popen(
        [python, "-m", module],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
    )


def free_port() -> int:
    """A port that nobody listened on a moment ago, for a server that has to come back to it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(address: str) -> str:
    """The text at an address, asked for without any proxy; raises where the answer is not a success."""
    try:
        with _DIRECT.open(address, timeout=_PATIENCE) as answer:
            return str(answer.read().decode("utf-8", errors="replace"))
    except HTTPError as refusal:
        refusal.close()  # it is an answer too, with the connection that it came by
        raise


def _address(process: "ServerProcess | subprocess.Popen[str]") -> str:
    """The address that the server prints, once its health check answers."""
    assert process.stdout is not None
    found = _ADDRESS.search(process.stdout.readline())
    assert found, "the server ended before it said where it is"
    deadline = time.monotonic() + _PATIENCE
    while not _answers(found[0]):
        assert time.monotonic() < deadline, "the server does not answer"
        try:
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError("the server ended before it answered")
    return found[0]


def _answers(address: str) -> bool:
    try:
        fetch(f"{address.rstrip('/')}/health")
    except URLError:
        return False
    return True
