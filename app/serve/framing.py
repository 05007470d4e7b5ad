"""Who may show the pages in a frame, and what a sandboxed frame needs to load them."""

from collections.abc import Collection

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Header = tuple[bytes, bytes]

_OPEN: list[Header] = [
    (b"access-control-allow-origin", b"*"),
    (b"cross-origin-resource-policy", b"cross-origin"),
]
"""A page in a frame with `sandbox="allow-scripts"` has no origin, not even that of its own scripts and fonts.

Nothing here is anybody's own, and no request bears a cookie: what the server sends, anyone may read.
"""


class Framing:
    """The application, with headers on every answer that say who may frame it."""

    def __init__(self, app: ASGIApp, frame_ancestors: Collection[str]) -> None:
        self._app = app
        policy = " ".join(["frame-ancestors 'self'", *sorted(frame_ancestors)])
        self._headers = [(b"content-security-policy", policy.encode()), *(_OPEN if frame_ancestors else [])]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *self._headers]}
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
