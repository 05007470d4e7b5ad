"""`python -m app.serve.check`: whether the server with these settings answers, as a container asks it."""

import sys
import urllib.request

from app.serve.listener import page_address
from app.serve.settings import Settings

PATIENCE_SECONDS = 4.0


def main() -> int:
    """The exit status: 0 where the health check answers, 1 with a line where it doesn't."""
    settings = Settings()
    address = (
        page_address(settings.host, settings.port, settings.base_path, here=True).rstrip("/") + "/health"
    )
    try:
        # Not by way of a proxy: it is this machine that is asked.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        opener.open(address, timeout=PATIENCE_SECONDS).close()
    except OSError as error:
        sys.stderr.write(f"{address} does not answer: {error}.\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
