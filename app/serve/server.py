"""The server process: uvicorn with the options that this application needs."""

import gc
import signal
import socket
from types import FrameType

import uvicorn

from app.serve.address import networks
from app.serve.connections import HttpConnection
from app.serve.doors import CONNECTIONS_A_PAGE, Doors
from app.serve.factory import create_app
from app.serve.headcount import Headcount
from app.serve.lobby import Lobby
from app.serve.log import log_config
from app.serve.metrics import Numbers
from app.serve.settings import Settings
from app.serve.socket_connection import SocketConnection

PING_SECONDS = 20.0
"""Between two pings, and how long each may stay unanswered: what a connection that is gone costs."""


class Server(uvicorn.Server):
    """Runs the application. At shutdown its sessions end first, with code 1001: browsers then come back.

    Meanwhile it answers as ever, but that it is not ready for new ones. A second signal cuts that short.
    """

    def __init__(self, settings: Settings, headcount: Headcount | None = None) -> None:
        application = create_app(settings, headcount)
        self._drain_seconds = settings.drain_seconds
        self._lobby: Lobby = application.state.lobby
        self.numbers: Numbers = application.state.numbers
        """What it has counted so far."""
        trusted = networks(settings.trusted_proxies)
        turnstile = application.state.turnstile
        doors = Doors(CONNECTIONS_A_PAGE * settings.max_sessions_per_address, trusted)
        super().__init__(
            uvicorn.Config(
                application,
                http=type("Connection", (HttpConnection,), {"doors": doors, "turnstile": turnstile}),
                ws=SocketConnection,
                ws_max_size=settings.max_message_bytes,
                ws_ping_interval=PING_SECONDS,
                ws_ping_timeout=PING_SECONDS,
                ws_per_message_deflate=False,  # parameters don't compress, and each connection would pay
                log_config=log_config(settings.log_level, settings.log_format),
                log_level=settings.log_level,
                access_log=False,
                server_header=False,
                forwarded_allow_ips=trusted,
                timeout_graceful_shutdown=5,
            )
        )

    def serve_alone(self, listener: socket.socket) -> None:
        """Serve until a signal ends it: this process does nothing else."""
        # What is loaded stays. Sessions hold no cycles, and a look at them all takes a tenth of a second.
        gc.freeze()
        gc.set_threshold(20_000, 20, 100)
        # Until uvicorn listens to signals, and when it raises once more the one that it was told to end by.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, self.handle_exit)
        self.run(sockets=[listener])

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End in good order; at the second signal, whichever it is, at once."""
        if self.should_exit:
            self.force_exit = True
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the sessions, drop those whose browsers take nothing any more, then end the rest."""
        await self._lobby.drain(self._drain_seconds, lambda: self.force_exit)
        await self._lobby.close()
        for connection in self.server_state.connections:
            if isinstance(connection, SocketConnection) and connection.transport.get_write_buffer_size():
                connection.transport.abort()
        await super().shutdown(sockets)
