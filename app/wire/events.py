"""The events: what the server tells a browser, one function each, and their text."""

from typing import Any, TypeAlias

from pydantic_core import to_json

from app.data.errors import RefusedError
from app.data.quoting import shown
from app.training.checkpoint import Checkpoint, Progress
from app.training.inspection import Inspection
from app.training.trace import Trace
from app.wire.checkpoint import progress_to_wire
from app.wire.experiment import experiment_to_wire
from app.wire.limits import WireLimits
from app.wire.options import options
from app.wire.points import points_to_wire
from app.wire.trace import inspection_to_wire, trace_to_wire

PROTOCOL = 1

Event: TypeAlias = dict[str, Any]


def welcome(limits: WireLimits, state_event: Event) -> Event:
    """The first event of a session, with the `state` that it starts from."""
    return {
        "type": "welcome",
        "protocol": PROTOCOL,
        "limits": limits.to_wire(),
        "options": options(),
        "state": state_event,
    }


def state(
    revision: int, checkpoint: Checkpoint, training: bool, updates_per_second: float | None, reason: str
) -> Event:
    """Everything there is; `reason` says in words what changed it."""
    return {
        "type": "state",
        "revision": revision,
        "experiment": experiment_to_wire(checkpoint.experiment),
        "points": points_to_wire(checkpoint.points),
        "training": training,
        "updates_per_second": updates_per_second,
        "progress": progress_to_wire(checkpoint.progress),
        "reason": reason,
    }


def status(status: str, updates_per_second: float | None, step: int) -> Event:
    """What the session does: "paused", "training" or "diverged"; None is as fast as it goes."""
    return {"type": "status", "status": status, "updates_per_second": updates_per_second, "step": step}


def ack(id: int, revision: int, step: int) -> Event:  # noqa: A002, the protocol's own name
    """The command with this id was carried out."""
    return {"type": "ack", "id": id, "revision": revision, "step": step}


def error(refusal: RefusedError, id: int | None) -> Event:  # noqa: A002
    """The command with this id was refused."""
    return {
        "type": "error",
        "id": id,
        "code": refusal.code,
        "field": refusal.field,
        "given": shown(refusal.given),
        "allowed": refusal.allowed,
        "message": refusal.message,
    }


def checkpoint(revision: int, progress: Progress) -> Event:
    """Where training stands, for the browser to keep."""
    return {"type": "checkpoint", "revision": revision, "progress": progress_to_wire(progress)}


def diverged(step: int, what: str, learning_rate: float, revision: int, progress: Progress) -> Event:
    """A "cost" or a "parameter" stopped being finite at `step`; `progress` is the last finite one."""
    return {
        "type": "diverged",
        "step": step,
        "what": what,
        "learning_rate": learning_rate,
        "revision": revision,
        "progress": progress_to_wire(progress),
    }


def trace(revision: int, traced: Trace) -> Event:
    """A point's whole pass, and the update that its batch makes."""
    return {"type": "trace", "revision": revision, **trace_to_wire(traced)}


def inspection(revision: int, found: Inspection, parameter: tuple[int, int, int | None]) -> Event:
    """A parameter's derivative with all its factors, and who pushed it."""
    return {"type": "inspection", "revision": revision, **inspection_to_wire(found, parameter)}


def inspection_ended(revision: int, message: str) -> Event:
    """The inspected parameter or point is gone; the message is a sentence for people."""
    return {"type": "inspection_ended", "revision": revision, "message": message}


def encode(event: Event) -> str:
    """The event as compact JSON, with null where a number is not finite."""
    return to_json(event, inf_nan_mode="null").decode()
