"""A server in a process of its own, as `subprocess.Popen` has them, that has read its sources already."""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from typing import IO, TextIO

from tests.repository import ROOT


class ServerProcess:
    """A server by its settings in the environment, and by arguments.

    What it writes can be read from `stdout` and `stderr`, but where its `errors` go to a file.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        arguments: Sequence[str] = (),
        module: str = "app",
        errors: IO[str] | None = None,
    ) -> None:
        self.returncode: int | None = None
        self.stdout, output = _pipe()
        self.stderr, own_errors = _pipe()
        hears, told = os.pipe()
        self._ended = os.fdopen(hears, encoding="utf-8")
        request = {"command": [module, *arguments], "environment": dict(environment)}
        given = errors.fileno() if errors else own_errors
        line = f"{json.dumps(request)}\n".encode()
        sent = socket.send_fds(_requests(), [line], [output, given, told])
        _requests().sendall(line[sent:])
        for end in (output, own_errors, told):
            os.close(end)
        self.pid = int(self._ended.readline())

    def send_signal(self, number: int) -> None:
        """Sends it a signal, where it has not ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)

    def poll(self) -> int | None:
        """The exit status, a signal's negative, or None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def wait(self, timeout: float) -> int:
        """The exit status, once it has ended; raises TimeoutExpired where that takes more seconds."""
        if self.returncode is None:
            if not select.select([self._ended], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            self.returncode = int(self._ended.readline())
            self._ended.close()
        return self.returncode

    def communicate(self, timeout: float) -> tuple[str, str]:
        """Waits for its end, and gives what it wrote and nobody has read yet."""
        self.wait(timeout)
        said = self.stdout.read(), self.stderr.read()
        self.stdout.close()
        self.stderr.close()
        return said


def _pipe() -> tuple[TextIO, int]:
    """What comes out of a pipe, and the end into which it goes."""
    reads, writes = os.pipe()
    return os.fdopen(reads, encoding="utf-8"), writes


@cache
def _requests() -> socket.socket:
    """Where servers are asked for: it starts what makes them, once for each process of the tests."""
    requests, theirs = socket.socketpair(socket.AF_UNIX)
    maker = subprocess.Popen(
        [sys.executable, "-m", "tests.forking", str(theirs.fileno())], cwd=ROOT, pass_fds=[theirs.fileno()]
    )
    theirs.close()

    def end() -> None:
        requests.close()
        maker.wait()

    atexit.register(end)
    return requests
