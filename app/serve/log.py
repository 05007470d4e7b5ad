"""The log: lines of text or JSON, with the session that they are about and nobody's address in full."""

import ipaddress
import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Literal

session_number: ContextVar[int | None] = ContextVar("session_number", default=None)
"""The session on whose behalf something is done: they are numbered as they come."""

worker_number: ContextVar[int | None] = ContextVar("worker_number", default=None)
"""The worker, from 1, where there are several: each numbers its own sessions."""

_PERHAPS_ADDRESS = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)"
)
_KEPT_BITS = {4: 24, 6: 48}


def without_addresses(words: str) -> str:
    """The words with the end of every address cut off, as in 203.0.113.x, but for this machine's own."""
    return _PERHAPS_ADDRESS.sub(_shortened, words)


class TextLog(logging.Formatter):
    """A line with time and level, and worker and session where there are any; a traceback below it."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        about = "".join(f" {name} {number}" for name, number in _whose().items())
        line = f"{_time(record)} {record.levelname}{about and f'{about}:'} {record.getMessage()}"
        return without_addresses("\n".join([line, *_traceback(self, record)]))


class JsonLog(logging.Formatter):
    """An object in a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON: time, level, logger, message; worker, session, traceback if there are any."""
        entry: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_addresses(record.getMessage()),
        }
        entry |= _whose()
        for text in _traceback(self, record):
            entry["traceback"] = without_addresses(text)
        return json.dumps(entry, ensure_ascii=False)


def log_config(level: str, form: Literal["text", "json"]) -> dict[str, Any]:
    """What `logging.config.dictConfig` takes: our log and uvicorn's on standard error."""
    formatter = {"text": TextLog, "json": JsonLog}[form]
    logger = {"handlers": ["stderr"], "level": level.upper()}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"ours": {"()": formatter}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "ours", "stream": "ext://sys.stderr"}
        },
        "loggers": {"app": logger, "uvicorn": {**logger, "propagate": False}, "asyncio": logger},
    }


def _shortened(found: re.Match[str]) -> str:
    text = found[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return text
    if address.is_loopback or address.is_unspecified:
        return text
    network = ipaddress.ip_network(f"{text}/{_KEPT_BITS[address.version]}", strict=False).network_address
    if address.version == 4:
        return f"{str(network).rpartition('.')[0]}.x"
    return f"{':'.join(network.exploded.split(':')[:3])}:x"


def _whose() -> dict[str, int]:
    numbers = {"worker": worker_number.get(), "session": session_number.get()}
    return {name: number for name, number in numbers.items() if number is not None}


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _traceback(formatter: logging.Formatter, record: logging.LogRecord) -> list[str]:
    return [formatter.formatException(record.exc_info)] if record.exc_info else []
