"""`python -m tests.engines.listening`: the server, with an ear before the first script of each page (ear.js).

WebKit's driver tells nothing of what stands on the console, so the page has to keep it itself.
"""

import os
import sys
from pathlib import Path

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.serve.body import EMBEDDING, EVERYWHERE
from app.serve.listener import listen
from app.serve.server import Server
from app.serve.settings import Settings

_EAR = Path(__file__).with_name("ear.js")
_HEAD = b"<head>"


SANDBOXED = "LISTENING_SANDBOXED"
"""A variable of the environment: every page then is as in a frame with `sandbox="allow-scripts"`."""


class Listening:
    """The application, but that every page runs another script first."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._application(scope, receive, send)
        elif scope["path"] == f"/{_EAR.name}":
            headers = {**EMBEDDING, **EVERYWHERE}
            script = Response(_EAR.read_text(), media_type="text/javascript", headers=headers)
            await script(scope, receive, send)
        else:
            await self._application(_taking_plain_text(scope), receive, _with_ear(send))


def _taking_plain_text(scope: Scope) -> Scope:
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}


def _with_ear(send: Send) -> Send:
    """Sends an answer, which comes whole, with the ear in it if that is a page."""
    started: list[Message] = []

    async def send_both(message: Message) -> None:
        if message["type"] == "http.response.start":
            started.append(message)
            return
        start = started.pop()
        body = message["body"].replace(_HEAD, _HEAD + f'<script src="/{_EAR.name}"></script>'.encode(), 1)
        headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
        if os.environ.get(SANDBOXED):
            headers.append((b"content-security-policy", b"sandbox allow-scripts"))
        await send({**start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
        await send({**message, "body": body})

    return send_both


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
