"""Waits for a program that was started until it answers."""

import contextlib
import subprocess
import time
from collections.abc import Callable

_LOOK_SECONDS = 0.05


def until_it_answers(
    name: str, process: subprocess.Popen[bytes], ask: Callable[[], object], seconds: float = 20.0
) -> None:
    """Ask until that raises no OSError; RuntimeError where the program ends or takes longer than that."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"{name} ended with status {process.returncode} before it answered")
        with contextlib.suppress(OSError):
            ask()
            return
        time.sleep(_LOOK_SECONDS)
    raise RuntimeError(f"{name} did not answer within {seconds:g} seconds")
