"""`python -m tests.forking SOCKET`: reads the server's sources once, and is each server that a test asks for.

Reading them takes longer than most of what a test asks of a server. A request is a line of JSON over the
socket, with the ends of three pipes: the server's standard output, its errors, and who hears how it ended.
"""

import json
import os
import runpy
import selectors
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import_module("app.__main__")
del sys.modules["app.__main__"]  # each runs it anew

LONGEST = 1 << 20
"""Bytes of the longest request: a whole environment."""


def requested(requests: socket.socket) -> list[str]:
    """In a process that is forked off, its module and arguments; nothing once nobody asks any more."""
    heard: dict[int, int] = {}
    with selectors.DefaultSelector() as selector:
        ended, on_end = os.pipe()
        for end in (ended, on_end):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(on_end)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the tests, which end this one
        selector.register(requests, selectors.EVENT_READ)
        selector.register(ended, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj == ended:
                    os.read(ended, LONGEST)
                    _tell_of_the_ended(heard)
                    continue
                text, pipes = _request(requests)
                if not text:
                    for process in heard:
                        os.kill(process, signal.SIGTERM)
                    return []
                output, errors, hears = pipes
                process = os.fork()
                if not process:
                    signal.set_wakeup_fd(-1)
                    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                    signal.signal(signal.SIGINT, signal.default_int_handler)
                    for end in (ended, on_end, requests.fileno(), hears, *heard.values()):
                        os.close(end)
                    return _become(json.loads(text), output, errors)
                os.write(hears, b"%d\n" % process)
                heard[process] = hears
                for end in (output, errors):
                    os.close(end)


def _request(requests: socket.socket) -> tuple[bytes, list[int]]:
    """A line, and the pipes that came with its first part; nothing once nobody asks any more."""
    text, pipes, _, _ = socket.recv_fds(requests, LONGEST, 3)
    while text and not text.endswith(b"\n"):
        text += requests.recv(LONGEST)
    return text, pipes


def _become(request: dict[str, Any], output: int, errors: int) -> list[str]:
    """The standard streams and the environment that were asked for; answers the module and its arguments."""
    sys.stdout.flush()
    for end, own in ((output, 1), (errors, 2)):
        os.dup2(end, own)
        os.close(end)
    os.environ.clear()
    os.environ.update(request["environment"])
    command: list[str] = request["command"]
    return command


def _tell_of_the_ended(heard: dict[int, int]) -> None:
    while heard:
        process, status = os.waitpid(-1, os.WNOHANG)
        if not process:
            return
        hears = heard.pop(process)
        with suppress(BrokenPipeError):
            os.write(hears, b"%d\n" % os.waitstatus_to_exitcode(status))
        os.close(hears)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as asked:
        sys.argv = requested(asked)
        if sys.argv:
            asked.detach()
    if sys.argv:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
