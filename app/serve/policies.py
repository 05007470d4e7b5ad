"""What browsers are told a page may do: load its own files, run its own scripts, nothing of the device.

Who may show it in a frame is said in `framing.py`.
"""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_GENERAL = {
    "content-security-policy": "default-src 'none'",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
}
"""Of every answer that says nothing else."""

WORKING = {"content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'"}
"""Of a script, for where it is that of a worker: what a worker may do is said with it, not with its page."""

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)


def content_policy(page: str) -> str:
    """The Content-Security-Policy of this HTML: what stands in it may run, by its hash, and no more."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, attributes, content in _INLINE.findall(page):
        if not re.search(r"\bsrc\s*=", attributes):
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            hashes[kind.lower()].append(f"'sha256-{digest}'")
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes["script"]],
        "style-src": ["'self'", *hashes["style"]],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "frame-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(dict.fromkeys(sources))}" for name, sources in directives.items())


class Policies:
    """Gives every answer the headers that it does not have by itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def send_with_policies(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                headers = MutableHeaders(scope=message)
                for name, value in _GENERAL.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        else:
            await self._app(scope, receive, send_with_policies)
