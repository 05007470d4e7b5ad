"""The server under load: a process of its own, and what it takes of the machine."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.waiting import until_it_answers

_TICKS = os.sysconf("SC_CLK_TCK")


class ServerProcess:
    """A running server, its workers included."""

    def __init__(self, port: int, process: subprocess.Popen[bytes]) -> None:
        self.port = port
        self._process = process

    def cpu_seconds(self) -> float:
        """Processor time that it has used so far."""
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self._pids()]
        return sum(int(fields[11]) + int(fields[12]) for fields in stats) / _TICKS

    def computed_seconds(self) -> float:
        """Processor time of the thread that serves (Linux; finer than `cpu_seconds`)."""
        fields = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/schedstat").read_text().split()
        return int(fields[0]) / 1e9

    def memory_megabytes(self) -> float:
        """Resident memory now; what processes share counts for each."""
        return sum(_resident_kilobytes(pid) for pid in self._pids()) / 1024

    def _pids(self) -> list[int]:
        own = self._process.pid
        return [own, *map(int, Path(f"/proc/{own}/task/{own}/children").read_text().split())]


def free_port() -> int:
    """A loopback port that nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def launch(port: int, **settings: int) -> subprocess.Popen[bytes]:
    """Start a server with these settings (without their prefix) on a loopback port; it may not answer yet."""
    named = {f"CHAINRULE_{name}": str(value) for name, value in settings.items()}
    environment = os.environ | {"CHAINRULE_HOST": "127.0.0.1", "CHAINRULE_PORT": str(port)} | named
    return subprocess.Popen([sys.executable, "-m", "app"], env=environment, stdout=subprocess.DEVNULL)


def until_it_listens(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait for a server that was started; RuntimeError where it ends or takes too long."""
    until_it_answers(
        "the server", process, lambda: socket.create_connection(("127.0.0.1", port), timeout=1).close()
    )


@contextlib.contextmanager
def running_server(max_sessions: int, *, sources: bool = False, workers: int = 1) -> Iterator[ServerProcess]:
    """A server on a free loopback port, which ends with the block; `sources`: with the page unbuilt."""
    port = free_port()
    process = launch(
        port,
        MAX_SESSIONS=max_sessions,
        WORKERS=workers,
        SOURCES=int(sources),
        MAX_SESSIONS_PER_ADDRESS=max_sessions,
    )
    try:
        until_it_listens(port, process)
        yield ServerProcess(port, process)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _resident_kilobytes(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1])
