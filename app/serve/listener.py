"""The listening socket, with options that every connection inherits."""

import socket
import sys

UNSENT_BYTES = 16 * 1024
"""Bytes that may wait in the kernel for a slow network: frames are replaced rather than grow old there."""

UNREAD_MILLISECONDS = 30_000
"""Time after which a connection whose other side takes nothing any more is dropped."""


WAITING_CONNECTIONS = 2048
"""Connections that may wait to be accepted: more than a class that opens the page at one moment."""

_LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104  (compared, not listened on)
"""Who listens everywhere is reached here."""


def listen_each(host: str, port: int, workers: int) -> list[socket.socket]:
    """A socket for each worker, at one address; raises OSError where another process has it.

    Connections are spread among them on Linux; elsewhere it is one, from which each takes what it can.
    """
    alone = listen(host, port)
    if workers == 1 or not sys.platform.startswith("linux"):
        return [alone] * workers
    # Another server may share its port as well: one that shares it with none finds out.
    port = alone.getsockname()[1]
    alone.close()
    return [listen(host, port, shared=True) for _ in range(workers)]


def listen(host: str, port: int, *, shared: bool = False) -> socket.socket:
    """A socket that takes connections at this address; raises OSError where that can't be done.

    `shared`: with others of this user that share it too.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        for option, value in (("TCP_NOTSENT_LOWAT", UNSENT_BYTES), ("TCP_USER_TIMEOUT", UNREAD_MILLISECONDS)):
            if hasattr(socket, option):  # Not every system has them, and none needs them.
                listener.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
        listener.bind((host, port))
        listener.listen(WAITING_CONNECTIONS)
    except OSError:
        listener.close()
        raise
    return listener


def page_address(host: str, port: int, base_path: str = "", *, here: bool = False) -> str:
    """The address of the page; `here`: one by which this machine reaches it, wherever the server listens."""
    if here:
        host = _LOOPBACK.get(host, host)
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}" + (f"{base_path}/" if base_path else "")
