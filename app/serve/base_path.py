"""The path below which everything is, for a proxy that hands its prefix on instead of stripping it."""

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket


class BelowBasePath:
    """The application below a path such as "/courses/ml"; elsewhere, words that say where it is."""

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] == "lifespan" or scope["path"].startswith(f"{self._base_path}/"):
            await self._app({**scope, "root_path": self._base_path}, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).send_denial_response(self._elsewhere(scope))
        else:
            await self._elsewhere(scope)(scope, receive, send)

    def _elsewhere(self, scope: Scope) -> Response:
        if scope["path"] == self._base_path:
            query = scope["query_string"].decode("latin-1")
            return RedirectResponse(f"{self._base_path}/" + (f"?{query}" if query else ""), 308)
        words = (
            f"There is nothing here. This server has Chainrule below {self._base_path}/, as its base path "
            "(CHAINRULE_BASE_PATH) says. Where a proxy strips that path before it asks, leave it unset.\n"
        )
        return PlainTextResponse(words, 404, {"x-content-type-options": "nosniff"})
