"""A proxy that hands on what lies below a prefix, without it: pages, files and WebSockets."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit

PREFIX = "/courses/ml"
_NOWHERE = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_SOCKET = b"upgrade: websocket"
_CONNECTION = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)


class _Proxy(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    behind: tuple[str, int]
    cuts_sockets: bool


class _Handler(BaseRequestHandler):
    """One connection, which bears one request."""

    server: _Proxy

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            received = self.request.recv(65536)
            if not received:
                return
            head += received
        method, path, rest = head.split(b" ", 2)
        if not path.startswith(f"{PREFIX}/".encode()) or (
            self.server.cuts_sockets and _SOCKET in head.lower()
        ):
            self.request.sendall(_NOWHERE)
            return
        if _SOCKET not in head.lower():
            rest = _CONNECTION.sub(b"", rest).replace(b"\r\n", b"\r\nconnection: close\r\n", 1)
        with socket.create_connection(self.server.behind) as server:
            server.sendall(b" ".join((method, path.removeprefix(PREFIX.encode()), rest)))
            Thread(target=_hand_on, args=(self.request, server), daemon=True).start()
            _hand_on(server, self.request)


def _hand_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):  # either side may have ended
        while received := source.recv(65536):
            target.sendall(received)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def stripping_proxy(behind: str, *, cuts_sockets: bool = False) -> Iterator[str]:
    """Runs a proxy before a server and gives the address below which that is.

    `cuts_sockets`: one that hands on no WebSocket.
    """
    parts = urlsplit(behind)
    with _Proxy(("127.0.0.1", 0), _Handler) as proxy:
        proxy.cuts_sockets = cuts_sockets
        proxy.behind = (str(parts.hostname), int(parts.port or 80))
        thread = Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{proxy.server_address[1]}{PREFIX}"
        finally:
            proxy.shutdown()
            thread.join()
