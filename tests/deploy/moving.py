"""Pages that are moved: three servers behind Caddy are restarted one after the other, and one is killed."""

from pathlib import Path
from typing import Any

from tests.deploy.caddy import caddy, servers
from tests.deploy.pages import Outcome, pages
from tests.serve.browser import sessions

DRAIN_SECONDS = 2.0


def moved(cases: list[dict[str, Any]], folder: Path) -> list[Outcome]:
    """What became of pages that trained and edited all the while."""
    with (
        servers(3, CHAINRULE_DRAIN_SECONDS=str(DRAIN_SECONDS)) as running,
        caddy(folder, running, "/courses/ml") as address,
        pages(address, cases) as crowd,
    ):
        for server in running:
            server.tell_to_end()
            server.start()
            server.await_ready()
            crowd.settle()
        max(running, key=lambda server: sessions(server.port)).kill()
        crowd.settle()
        return crowd.end()
