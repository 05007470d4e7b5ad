"""From a message that came over the socket to its answer: exactly one `ack` or `error`."""

import logging

from app.data.errors import RefusedError
from app.serve.commands import carry_out
from app.serve.session import Session
from app.wire.errors import WireError
from app.wire.parse import parse

_log = logging.getLogger(__name__)


async def receive(session: Session, text: str | None) -> None:
    """Carry out the command in a message (None: the message was binary) and answer it, whatever happens."""
    try:
        if text is None:
            message = "Commands are text messages; this one was binary."
            raise WireError("malformed", message, allowed="a text message")
        command = parse(text, session.limits)
    except WireError as refusal:
        session.report.refusal(refusal, refusal.id)
        return
    try:
        await carry_out(session, command)
    except RefusedError as refusal:
        session.report.refusal(refusal, command.id)
    except Exception:
        _log.exception("the command %s failed", type(command).__name__)
        session.report.failure(command.id)
    else:
        session.report.ack(command.id)
