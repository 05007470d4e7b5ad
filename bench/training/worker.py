"""An engine in a process of its own, told over its standard input what to do."""

import json
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.training.cases import Case

ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
PATIENCE = 60.0
"""Seconds after which an engine that does not answer is given up."""


class WorkerError(RuntimeError):
    """An engine did not do what it was told; the message says why, as far as it is known."""


@dataclass(frozen=True)
class Timing:
    """Seconds on the clock, and seconds that the process computed: they differ where others computed too."""

    wall: float
    processor: float


class Worker:
    """A running engine. `close` ends it."""

    def __init__(self, command: Sequence[str], case: Case, folder: Path) -> None:
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the worker)
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | ONE_THREAD,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
        )
        self._received = b""
        try:
            self.version = str(self._ask(case.message())["version"])
        except WorkerError:
            self.close()
            raise

    def run(self, updates: int) -> Timing:
        """Make this many updates."""
        return Timing(**self._ask({"updates": updates}))

    def parameters(self) -> NDArray[np.float64]:
        """θ as it is now."""
        return np.array(self._ask({"parameters": True})["parameters"], dtype=np.float64)

    def close(self) -> None:
        """End the process, also one that hangs."""
        self._process.kill()
        self._process.communicate()
        self._complaints.close()

    def _ask(self, message: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise WorkerError(self._last_complaint()) from None
        answer: dict[str, Any] = json.loads(self._line())
        return answer

    def _line(self) -> bytes:
        assert self._process.stdout is not None
        deadline = time.monotonic() + PATIENCE
        while b"\n" not in self._received:
            ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise WorkerError(f"no answer within {PATIENCE:g} seconds")
            more = os.read(self._process.stdout.fileno(), 1 << 16)
            if not more:
                raise WorkerError(self._last_complaint())
            self._received += more
        line, _, self._received = self._received.partition(b"\n")
        return line

    def _last_complaint(self) -> str:
        self._process.wait()
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"it ended with status {self._process.returncode}"
