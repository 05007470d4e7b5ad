"""`chainrule`, or `python -m app`: serves Chainrule as the settings say."""

import os
import socket
import sys
from collections.abc import Sequence

from app.serve.command_line import WrongSettingsError, settings_from
from app.serve.front_end import NotBuiltError
from app.serve.headcount import Board, Headcount
from app.serve.listener import listen, listen_each, page_address
from app.serve.log import worker_number
from app.serve.metrics import serve_metrics
from app.serve.opening import open_in_browser
from app.serve.processors import processors
from app.serve.server import Server
from app.serve.settings import Settings
from app.serve.workers import GIVE_UP, Workers


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until a signal ends it; answer the process's exit status."""
    try:
        settings = settings_from(sys.argv[1:] if arguments is None else arguments)
    except WrongSettingsError as error:
        return _give_up(*error.lines)
    if settings.workers > 1 and not hasattr(os, "fork"):
        return _give_up(
            f"This system can't have {settings.workers} workers: start as many servers, each on its own port."
        )
    try:
        listeners = listen_each(settings.host, settings.port, settings.workers)
    except (OSError, UnicodeError) as error:
        return _give_up(
            f"Can't listen on {settings.host}, port {settings.port}: {getattr(error, 'strerror', error)}. "
            "Free it, or choose another one, such as --port 8001 (CHAINRULE_PORT=8001)."
        )
    try:
        return (
            _serve_one(settings, listeners[0]) if settings.workers == 1 else _serve_many(settings, listeners)
        )
    except (NotBuiltError, _NoMetricsError) as error:
        for listener in listeners:
            listener.close()
        return _give_up(str(error))


class _NoMetricsError(Exception):
    """Metrics can't be served."""

    def __init__(self, settings: Settings, port: int, error: OSError | OverflowError) -> None:
        super().__init__(
            f"Can't serve metrics on {settings.host}, port {port}: {getattr(error, 'strerror', error)}. "
            "Free it, or choose another one by --metrics-port (CHAINRULE_METRICS_PORT)."
        )


def _serve_one(settings: Settings, listener: socket.socket) -> int:
    server = Server(settings)
    _serve_metrics(settings, server, 0)
    _tell(settings, listener)
    server.serve_alone(listener)
    return 0


def _serve_many(settings: Settings, listeners: Sequence[socket.socket]) -> int:
    Server(settings)  # What keeps one from being made keeps all, and is told once.
    for number in range(settings.workers if settings.metrics_port else 0):
        port = settings.metrics_port + number
        try:
            listen(settings.host, port).close()
        except (OSError, OverflowError) as error:
            raise _NoMetricsError(settings, port, error) from error
    if settings.workers > (present := processors()):
        sys.stderr.write(
            f"{settings.workers} workers are more than the {present} processors here, and no faster than "
            f"{present}: --workers auto takes as many as there are (CHAINRULE_WORKERS=auto).\n"
        )
    workers = Workers(settings, listeners, lambda *own: _work(settings, *own))
    _tell(settings, listeners[0])
    return workers.run()


def _work(settings: Settings, number: int, listener: socket.socket, board: Board) -> int:
    worker_number.set(number + 1)
    server = Server(settings, Headcount(board, number))
    try:
        _serve_metrics(settings, server, number)
    except _NoMetricsError as error:
        return _give_up(str(error))
    server.serve_alone(listener)
    return 0


def _serve_metrics(settings: Settings, server: Server, number: int) -> None:
    """Each worker has a port of its own."""
    if not settings.metrics_port:
        return
    port = settings.metrics_port + number
    try:
        serve_metrics(settings.host, port, server.numbers)
    except (OSError, OverflowError) as error:
        raise _NoMetricsError(settings, port, error) from error


def _tell(settings: Settings, listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    sys.stdout.write(
        f"Chainrule is on {page_address(settings.host, port, settings.base_path)} (Ctrl+C ends it)\n"
    )
    sys.stdout.flush()
    if settings.open:
        open_in_browser(page_address(settings.host, port, settings.base_path, here=True))


def _give_up(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return GIVE_UP


if __name__ == "__main__":
    raise SystemExit(main())
