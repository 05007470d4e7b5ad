"""`python -m tests.engines.listening`: the server, with an ear in the first script of each page (ear.js).

WebKit's driver tells nothing of what stands on the console, so the page has to keep it itself.
"""

import sys
from pathlib import Path

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.serve.body import EMBEDDING
from app.serve.listener import listen
from app.serve.server import Server
from app.serve.settings import Settings
from tests.repository import ROOT

_FIRST_SCRIPT = "js/ui/first_theme.js"
_EAR = Path(__file__).with_name("ear.js")


class Listening:
    """The application, but for the script that every page runs first."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application
        self._script = _EAR.read_text() + (ROOT / "static" / _FIRST_SCRIPT).read_text()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._application
        if scope["type"] == "http" and scope["path"].endswith(_FIRST_SCRIPT):
            answer = Response(self._script, media_type="text/javascript", headers=EMBEDDING)
        await answer(scope, receive, send)


def main() -> None:
    """Serve, and say where, as `python -m app` does."""
    settings = Settings()
    listener = listen(settings.host, settings.port)
    sys.stdout.write(f"http://{settings.host}:{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    server = Server(settings)
    server.config.app = Listening(server.config.app)  # type: ignore[arg-type]
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
