"""Opening the page in the browser of whoever started the server."""

import sys
import threading
import webbrowser


def open_in_browser(address: str) -> None:
    """Ask the system to open an address; where it can't, say what to do. A browser may take its time."""
    threading.Thread(target=_open, args=(address,), name="browser", daemon=True).start()


def _open(address: str) -> None:
    try:
        opened = webbrowser.open(address)
    except webbrowser.Error:
        opened = False
    if not opened:
        sys.stderr.write(f"No browser could be opened here: open {address} in one.\n")
