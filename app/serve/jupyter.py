"""What jupyter-server-proxy has to know to start Chainrule from an icon in Jupyter's launcher."""

import sys
from typing import Any

from app.serve.pages import shipped_directory

START_SECONDS = 30
"""A busy hub takes its time to start a process."""


def launcher() -> dict[str, Any]:
    """The entry `chainrule` of the group `jupyter_serverproxy_servers`, in the form that documents it.

    The server listens on this machine alone, at the port that Jupyter chooses. Jupyter strips the path under
    which it hands requests on, whatever the environment says of a base path.
    """
    options = ["--host", "127.0.0.1", "--port", "{port}", "--base-path="]
    return {
        "command": [sys.executable, "-m", "app", *options],
        "timeout": START_SECONDS,
        "new_browser_tab": True,
        "launcher_entry": {
            "title": "Chainrule",
            "icon_path": str(shipped_directory("static") / "icons" / "mark.svg"),
        },
    }
