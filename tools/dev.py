"""Runs the server on the front end's sources as they stand, and starts it anew when Python's change."""

import os
import shlex
import sys
from pathlib import Path

from watchfiles import PythonFilter, run_process

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Serve until Ctrl+C; what is edited of pages, styles and scripts shows on reload anyway."""
    os.environ.setdefault("CHAINRULE_SOURCES", "1")
    command = f"{shlex.quote(sys.executable)} -m app"
    run_process(ROOT / "app", target=command, target_type="command", watch_filter=PythonFilter())
    return 0


if __name__ == "__main__":
    sys.exit(main())
