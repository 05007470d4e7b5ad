"""WebKit, Safari's engine: GTK's MiniBrowser on a screen that nobody sees, driven by WebDriver over HTTP."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx

from tests.engines.engine import Actions, EngineError
from tests.running_server import free_port
from tools.engines import WebKitPrograms

PATIENCE = 60.0
"""Seconds after which an answer that did not come is a failure."""

_SCREEN = "1600x1200x24"
_SURROUNDINGS = {
    "LANG": "en_US.UTF-8",
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",  # without a graphics processor that way takes 0.3 s for a picture
}
_EVALUATE = """
const done = arguments[arguments.length - 1];
(async () => JSON.stringify(await ({expression})))().then(
  (value) => done({{ value: value ?? 'null' }}), (error) => done({{ error: `${{error}}` }}));
"""


class WebKit:
    """The one window of a MiniBrowser. Its console can't be read: the ear keeps what pages complain about."""

    def __init__(self, client: httpx.Client, programs: WebKitPrograms) -> None:
        options = {"binary": programs.browser, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        answer = client.post("/session", json={"capabilities": wanted}).raise_for_status().json()
        self._client = client
        self._session = f"/session/{answer['value']['sessionId']}"

    def navigate(self, address: str) -> None:
        self._ask("url", url=address)

    def evaluate(self, expression: str) -> Any:
        answer = self._ask("execute/async", script=_EVALUATE.format(expression=expression), args=[])
        if "error" in answer:
            raise EngineError(answer["error"])
        return json.loads(answer["value"])

    def perform(self, actions: Actions) -> None:
        self._ask("actions", actions=actions)

    def resize(self, width: int, height: int) -> None:
        self._ask("window/rect", width=width, height=height)

    def console(self) -> list[str]:
        return []

    def close(self) -> None:
        """End the browser."""
        self._client.delete(self._session)

    def _ask(self, command: str, **parameters: Any) -> Any:
        return self._answer(self._client.post(f"{self._session}/{command}", json=parameters))

    def _answer(self, response: httpx.Response) -> Any:
        value = response.json()["value"]
        if response.is_error:
            raise EngineError(f"{value['error']}: {value['message']}")
        return value


@contextmanager
def webkit(programs: WebKitPrograms, settings: Mapping[str, str] | None = None) -> Iterator[WebKit]:
    """A MiniBrowser with a screen and a home of its own; the engine takes settings from its environment."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, _screen(programs.screen) as screen:
        quiet = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        surroundings = {**quiet, **_SURROUNDINGS, "DISPLAY": screen, "HOME": home, **(settings or {})}
        port = free_port()
        driver = subprocess.Popen(
            [programs.driver, f"--port={port}"],
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            with httpx.Client(
                base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE, trust_env=False
            ) as client:
                _wait_for(client, driver)
                browser = WebKit(client, programs)
                try:
                    yield browser
                finally:
                    browser.close()
        finally:
            driver.terminate()
            driver.wait(PATIENCE)


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """A screen in memory; its name, which the program chooses itself, comes through a pipe."""
    reader, writer = os.pipe()
    with os.fdopen(reader) as told:
        process = subprocess.Popen(
            [program, "-displayfd", str(writer), "-screen", "0", _SCREEN, "-nolisten", "tcp"],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        try:
            os.close(writer)
            yield f":{told.readline().strip()}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait_for(client: httpx.Client, driver: subprocess.Popen[bytes]) -> None:
    """Return once the driver answers."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            client.get("/status")
        except httpx.TransportError:
            assert time.monotonic() < deadline, "WebKit's driver does not answer"
        else:
            return
        try:
            driver.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError("WebKit's driver ended before it answered")
