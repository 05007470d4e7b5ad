"""From a message that came over the socket to its answer: exactly one `ack` or `error`."""

import logging

import numpy as np

from app.data.errors import RefusedError
from app.data.wording import NOT_UNDERSTOOD
from app.serve.commands import carry_out
from app.serve.session import Session
from app.wire.commands import Command
from app.wire.errors import WireError
from app.wire.limits import WireLimits
from app.wire.parse import parse

_log = logging.getLogger(__name__)


def receive(session: Session, text: str | None) -> float:
    """Carry out the command in a message (None: the message was binary) and answer it, whatever happens.

    A step is answered when it is made. Returns the seconds of computing that it took; the turns of a step are
    paid elsewhere.
    """
    started = session.work_clock()
    try:
        # Numbers that overflow are the browser's to see, and no news for the log.
        with np.errstate(all="ignore"):
            _answer(session, text)
    except WireError as refusal:
        session.report.refusal(refusal, refusal.id)
    return session.work_clock() - started


def _answer(session: Session, text: str | None) -> None:
    """Raises `WireError` where the message holds no command."""
    command = _parsed(text, session.limits)
    try:
        carry_out(session, command)
    except RefusedError as refusal:
        session.report.refusal(refusal, command.id)
    except Exception:
        _log.exception("the command %s failed", type(command).__name__)
        session.report.failure(command.id)


def _parsed(text: str | None, limits: WireLimits) -> Command:
    if text is None:
        raise WireError("malformed", NOT_UNDERSTOOD, allowed="a text message")
    return parse(text, limits)
