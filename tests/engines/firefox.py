"""Firefox, driven by WebDriver BiDi over a WebSocket."""

import json
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.engines.engine import Actions, EngineError

PATIENCE = 60.0
"""Seconds after which an answer that did not come is a failure."""

# Scrollbars that take room, as on Windows: what is laid out by the width of the window runs over them.
_PREFERENCES = 'user_pref("widget.gtk.overlay-scrollbars.enabled", false);\n'
# Said of a formula that has arrived in part, too; tests/article/test_markup.py counts when all is there.
_IN_PART = "Invalid markup: Incorrect number of children for <"
_ADDRESS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """The one window of a Firefox, and what its console said."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._commands = 0
        self._said: list[str] = []
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._window = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def navigate(self, address: str) -> None:
        self._ask("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:
        answer = self._ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self._window},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise EngineError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def perform(self, actions: Actions) -> None:
        self._ask("input.performActions", context=self._window, actions=actions)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._window, viewport=size)

    def console(self) -> list[str]:
        self._ask("session.status")  # what was said before this answer is here with it
        said, self._said = self._said, []
        return said

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._commands += 1
        self._socket.send(json.dumps({"id": self._commands, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(PATIENCE))
            if message.get("method") == "log.entryAdded" and message["params"]["level"] in ("error", "warn"):
                text = message["params"]["text"]
                if not text.startswith(_IN_PART):
                    self._said.append(text)
            if message.get("id") == self._commands:
                break
        if message["type"] == "error":
            raise EngineError(f"{method}: {message['message']}")
        result: dict[str, Any] = message["result"]
        return result


@contextmanager
def firefox(program: str) -> Iterator[Firefox]:
    """A Firefox without a screen, with a profile of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        (Path(profile) / "user.js").write_text(_PREFERENCES)
        process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stderr is not None
            address = next(filter(None, map(_ADDRESS.search, process.stderr)))[1]
            rest = threading.Thread(target=process.stderr.read, daemon=True)
            rest.start()  # a pipe that nobody reads would stop it
            with connect(f"{address}/session", max_size=None, proxy=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)
