"""Which pages may open the socket: those of this server, and those that the settings name."""

from collections.abc import Collection
from urllib.parse import urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}


def origin_allowed(origin: str | None, host: str | None, allowed_origins: Collection[str]) -> bool:
    """Whether a request with these `Origin` and `Host` headers comes from an own page.

    Browsers always send `Origin` with a WebSocket and no page can change it, so a request without one is not
    a browser's (RFC 6455, section 10.2). Only host and port count, as a proxy may speak TLS for the server.
    """
    if origin is None:
        return True
    if origin in allowed_origins:
        return True
    try:
        parts = urlsplit(origin)
        default_port = _DEFAULT_PORTS.get(parts.scheme)
        if default_port is None or host is None:
            return False
        own = urlsplit(f"//{host}")
        return (parts.hostname, parts.port or default_port) == (own.hostname, own.port or default_port)
    except ValueError:
        return False
