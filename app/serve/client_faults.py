"""What clients do wrong, in the log: one line at level info, without a traceback."""

import logging

FAULTS = (
    "Invalid UTF-8 sequence received from client.",
    "Invalid HTTP request received.",
    "Unsupported upgrade request.",
)
"""What uvicorn says of them at the level of warnings and errors."""


class ClientFaults(logging.Filter):
    """A filter of uvicorn's logger."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lower the level of a client's fault; False where nobody wants to read of it then."""
        if record.msg not in FAULTS:
            return True
        record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
        record.exc_info = None
        return logging.getLogger(record.name).isEnabledFor(logging.INFO)


CLIENT_FAULTS = ClientFaults()
