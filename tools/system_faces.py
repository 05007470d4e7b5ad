"""The widths of the faces that systems have, measured by system_faces.mjs."""

from functools import cache
from pathlib import Path

from tools.node_script import run_script

ROOT = Path(__file__).resolve().parent.parent


@cache
def measured() -> str:
    """The text of system_faces.json; raises NodeScriptError with what was wrong."""
    return run_script(Path(__file__).with_suffix(".mjs"), str(ROOT))
