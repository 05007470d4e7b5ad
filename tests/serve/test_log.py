"""The log as text and as JSON: each line says what it is about, and nobody's address in full."""

import json
import logging
import logging.config
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.serve.log import JsonLog, TextLog, log_config, session_number, without_addresses, worker_number
from app.serve.run import Run
from tests.serve.browser import Browser
from tests.serve.conftest import StartServer


@contextmanager
def session(number: int) -> Iterator[None]:
    token = session_number.set(number)
    yield
    session_number.reset(token)


@contextmanager
def worker(number: int) -> Iterator[None]:
    token = worker_number.set(number)
    yield
    worker_number.reset(token)


def record(message: str, *values: object) -> logging.LogRecord:
    """A warning of the last second of 2024, with the exception that is handled just now."""
    made = logging.LogRecord("app.serve.x", logging.WARNING, "x.py", 1, message, values, None)
    made.created = 1735689599.5
    made.exc_info = sys.exc_info() if sys.exc_info()[0] else None
    return made


def test_a_line_of_text() -> None:
    said = record("asked by %s", "203.0.113.77")
    assert TextLog().format(said) == "2024-12-31T23:59:59.500+00:00 WARNING asked by 203.0.113.x"
    with session(12):
        assert TextLog().format(said).endswith(" WARNING session 12: asked by 203.0.113.x")
        with worker(2):
            assert TextLog().format(said).endswith(" WARNING worker 2 session 12: asked by 203.0.113.x")


def test_a_line_of_json() -> None:
    said = record('a "page"\nof %s', "203.0.113.77")
    with session(12):
        line = JsonLog().format(said)
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2024-12-31T23:59:59.500+00:00",
        "level": "warning",
        "logger": "app.serve.x",
        "message": 'a "page"\nof 203.0.113.x',
        "session": 12,
    }
    with worker(2), session(12):
        entry = json.loads(JsonLog().format(said))
    assert (entry["worker"], entry["session"]) == (2, 12)
    assert "session" not in json.loads(JsonLog().format(said))


def test_a_traceback_is_a_part_of_it() -> None:
    try:
        raise ValueError("from 203.0.113.77")
    except ValueError:
        said = record("failed")
    assert "ValueError: from 203.0.113.x" in TextLog().format(said)
    assert "ValueError: from 203.0.113.x" in json.loads(JsonLog().format(said))["traceback"]


@pytest.mark.parametrize(
    ("words", "shortened"),
    [
        ("203.0.113.77:50123 - gone", "203.0.113.x:50123 - gone"),
        ("[2001:db8:abcd:12::7]:443", "[2001:0db8:abcd:x]:443"),
        ("by 2001:db8::1, 198.51.100.3", "by 2001:0db8:0000:x, 198.51.100.x"),
        ("http://127.0.0.1:8000 and ::1", "http://127.0.0.1:8000 and ::1"),
        ("12:30:59 of version 1.2.3, a::b::c, x:y", "12:30:59 of version 1.2.3, a::b::c, x:y"),
        ("999.1.1.1", "999.1.1.1"),
    ],
)
def test_addresses_are_cut_short_and_nothing_else(words: str, shortened: str) -> None:
    assert without_addresses(words) == shortened


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_fails_in_a_session_is_told_with_its_number(
    start_server: StartServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def fail(_: Run) -> None:
        raise RuntimeError("broken")

    port = start_server(log_format=form)
    with Browser(port) as first, Browser(port) as second:
        first.event("welcome")
        second.event("welcome")
        monkeypatch.setattr(Run, "tell_checkpoint", fail)
        second.send("pause")
        second.event("error")
    said = capsys.readouterr().err
    if form == "json":
        (entry,) = map(json.loads, said.splitlines())
        assert (entry["session"], entry["level"]) == (2, "error")
        assert entry["traceback"].endswith("RuntimeError: broken")
    else:
        assert re.match(r"\S+ ERROR session 2: the command \w+ failed\nTraceback", said)


@pytest.fixture
def restored_level() -> Iterator[None]:
    """Loggers belong to the whole process."""
    level = logging.getLogger("app").level
    yield
    logging.getLogger("app").setLevel(level)


@pytest.mark.usefixtures("restored_level")
def test_what_is_less_than_the_level_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logging.config.dictConfig(log_config("error", "text"))
    logging.getLogger("app.serve.x").warning("quiet")
    logging.getLogger("app.serve.x").error("loud")
    said = capsys.readouterr().err
    assert "quiet" not in said
    assert said.count("loud") == 1
