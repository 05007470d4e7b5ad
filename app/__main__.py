"""`chainrule`, or `python -m app`: serves Chainrule as the settings say."""

import contextlib
import gc
import signal
import sys
from collections.abc import Sequence

from app.serve.command_line import WrongSettingsError, settings_from
from app.serve.front_end import NotBuiltError
from app.serve.listener import listen, page_address
from app.serve.metrics import serve_metrics
from app.serve.opening import open_in_browser
from app.serve.server import Server

_WRONG = 2
"""The exit status where it can't start as it was told to."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until a signal ends it; answer the process's exit status."""
    try:
        settings = settings_from(sys.argv[1:] if arguments is None else arguments)
    except WrongSettingsError as error:
        return _give_up(*error.lines)
    try:
        listener = listen(settings.host, settings.port)
    except (OSError, UnicodeError) as error:
        return _give_up(
            f"Can't listen on {settings.host}, port {settings.port}: {getattr(error, 'strerror', error)}. "
            "Free it, or choose another one, such as --port 8001 (CHAINRULE_PORT=8001)."
        )
    try:
        server = Server(settings)
    except NotBuiltError as error:
        listener.close()
        return _give_up(str(error))
    if settings.metrics_port:
        try:
            serve_metrics(settings.host, settings.metrics_port, server.numbers)
        except OSError as error:
            listener.close()
            return _give_up(
                f"Can't serve metrics on {settings.host}, port {settings.metrics_port}: {error.strerror}. "
                "Free it, or choose another one by --metrics-port (CHAINRULE_METRICS_PORT)."
            )
    port = listener.getsockname()[1]
    sys.stdout.write(
        f"Chainrule is on {page_address(settings.host, port, settings.base_path)} (Ctrl+C ends it)\n"
    )
    sys.stdout.flush()
    if settings.open:
        open_in_browser(page_address(settings.host, port, settings.base_path, here=True))
    # What is loaded by now stays. Sessions hold no cycles, and a look at them all takes a tenth of a second.
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    # The server has ended in good order when it raises the signal that it was told to end by once more.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
    return 0


def _give_up(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return _WRONG


if __name__ == "__main__":
    raise SystemExit(main())
