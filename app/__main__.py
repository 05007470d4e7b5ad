"""`python -m app`: serves Chainrule on the address that the settings name."""

import contextlib
import gc
import signal
import sys

from pydantic import ValidationError

from app.serve.listener import listen
from app.serve.server import Server
from app.serve.settings import Settings


def main() -> int:
    """Serve until a signal ends it; answer the process's exit status."""
    try:
        settings = Settings()
    except ValidationError as error:
        for problem in error.errors():
            name = "_".join(str(part) for part in problem["loc"])
            _complain(f"The setting {name} can't be {problem['input']!r}: {problem['msg']}.")
        return 2
    try:
        listener = listen(settings.host, settings.port)
    except OSError as error:
        _complain(
            f"Can't listen on {settings.host}, port {settings.port}: {error.strerror}. "
            "Free it, or choose another one, such as CHAINRULE_PORT=8001."
        )
        return 1
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    sys.stdout.write(f"Chainrule is on http://{host}:{listener.getsockname()[1]} (Ctrl+C ends it)\n")
    sys.stdout.flush()
    # What is loaded by now stays. Sessions hold no cycles, and a look at them all takes a tenth of a second.
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    # The server has ended in good order when it raises the signal that it was told to end by once more.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        Server(settings).run(sockets=[listener])
    return 0


def _complain(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
