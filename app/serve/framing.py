"""Who may show the pages in a frame, and what a sandboxed frame needs to load them."""

from collections.abc import Collection

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "content-security-policy"

_OPEN = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
"""A page in a frame with `sandbox="allow-scripts"` has no origin, not even that of its own scripts and fonts.

Nothing here is anybody's own, and no request bears a cookie: what the server sends, anyone may read.
"""


class Framing:
    """The application, with every answer's policy saying who may frame it as well."""

    def __init__(self, app: ASGIApp, frame_ancestors: Collection[str]) -> None:
        self._app = app
        self._directive = " ".join(["frame-ancestors", "'self'", *sorted(frame_ancestors)])
        self._headers = _OPEN if frame_ancestors else {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                said = headers.get(_POLICY)
                headers[_POLICY] = f"{said}; {self._directive}" if said else self._directive
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
