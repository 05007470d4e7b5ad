"""The events: what the server tells a browser, one type and one function each, and their text."""

import base64
from typing import Annotated, Literal, TypeAlias, TypedDict

from pydantic_core import to_json

from app.data.errors import ErrorCode, RefusedError
from app.data.quoting import shown
from app.taken_out.formats import FORMATS
from app.training.checkpoint import Checkpoint, Progress
from app.training.evaluation import Evaluation
from app.training.inspection import Inspection
from app.training.loop import Broken
from app.training.trace import Trace
from app.wire.checkpoint import ProgressObject, progress_to_wire
from app.wire.experiment import ExperimentObject, experiment_to_wire
from app.wire.limits import LimitsObject, WireLimits
from app.wire.marks import Doc
from app.wire.moment import MomentFields, moment_to_wire
from app.wire.options import Options, options
from app.wire.points import PointObject, points_to_wire
from app.wire.reached import ReachedEvent
from app.wire.trace import InspectionFields, TraceFields, inspection_to_wire, trace_to_wire

PROTOCOL: Literal[1] = 1

TrainingStatus: TypeAlias = Literal["paused", "training", "diverged"]

Speed: TypeAlias = Annotated[float | None, Doc("the speed asked for; null: as fast as it goes")]


class Revised(TypedDict):
    """What events have that belong to one state of points and experiment."""

    revision: int


class StateEvent(Revised):
    """Everything there is: what answers a change of the experiment or of all points."""

    type: Literal["state"]
    experiment: ExperimentObject
    points: list[PointObject]
    training: bool
    updates_per_second: Speed
    progress: ProgressObject
    reason: Annotated[str, Doc('what changed it, in words, such as "2 blobs" or "layer 3 added"')]


class WelcomeEvent(TypedDict):
    """The first event of a session."""

    type: Literal["welcome"]
    protocol: Literal[1]
    limits: Annotated[LimitsObject, Doc("see Limits")]
    options: Annotated[
        Options, Doc("what each choice of an experiment can be, and the data sets: see Options")
    ]
    state: Annotated[StateEvent, Doc("what the session starts from")]


class StatusEvent(TypedDict):
    """What the session does."""

    type: Literal["status"]
    status: Annotated[TrainingStatus, Doc('"paused" also while a `step` is made')]
    updates_per_second: Speed
    step: int


class AckEvent(Revised):
    """The command with this id was carried out."""

    type: Literal["ack"]
    id: int
    step: int


class ErrorEvent(TypedDict):
    """The command with this id was refused, and nothing has changed."""

    type: Literal["error"]
    id: Annotated[int | None, Doc("null where the message had none that can be read")]
    code: Annotated[ErrorCode, Doc("see Refusals")]
    field: Annotated[str | None, Doc('path, such as "points.3.x1"')]
    given: Annotated[str | float | bool | None, Doc("see Refusals")]
    allowed: Annotated[str | None, Doc("what would be taken, in words")]
    message: Annotated[
        str,
        Doc(
            "a sentence for people, which names neither field nor value: it can stand beside what they typed"
        ),
    ]


class CheckpointEvent(Revised):
    """Where training stands, for the browser to keep."""

    type: Literal["checkpoint"]
    progress: ProgressObject


class DivergedEvent(Revised):
    """Training has stopped by itself."""

    type: Literal["diverged"]
    step: Annotated[int, Doc("the update that failed")]
    what: Annotated[Broken, Doc("what was not finite")]
    learning_rate: float
    progress: Annotated[ProgressObject, Doc("the last finite one")]


class TraceEvent(Revised, TraceFields):
    """A point's whole pass, and the update that its batch makes: see Traces."""

    type: Literal["trace"]


class InspectionEvent(Revised, InspectionFields):
    """A parameter's derivative with all its factors, and who pushed it: see Traces."""

    type: Literal["inspection"]


class InspectionEndedEvent(Revised):
    """The parameter or the point under the glass is gone."""

    type: Literal["inspection_ended"]
    message: Annotated[str, Doc("why, in a sentence for people")]


class MomentEvent(Revised, MomentFields):
    """A step of the past, made again."""

    type: Literal["moment"]


class TakenOutEvent(Revised):
    """A file of what there is now."""

    type: Literal["taken_out"]
    format: str
    step: Annotated[int, Doc("where training stood")]
    suffix: Annotated[str, Doc("what the file's name ends with")]
    media_type: str
    text: Annotated[str | None, Doc("the file; null where it is no text")]
    base64: Annotated[str | None, Doc("the same where it is no text; else null")]


Event: TypeAlias = (
    WelcomeEvent
    | StateEvent
    | StatusEvent
    | AckEvent
    | ErrorEvent
    | CheckpointEvent
    | DivergedEvent
    | ReachedEvent
    | TraceEvent
    | InspectionEvent
    | InspectionEndedEvent
    | TakenOutEvent
    | MomentEvent
)
"""All there are, told apart by `type`."""


def welcome(limits: WireLimits, state_event: StateEvent) -> WelcomeEvent:
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
) -> StateEvent:
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


def status(status: TrainingStatus, updates_per_second: float | None, step: int) -> StatusEvent:
    """What the session does: "paused", "training" or "diverged"; None is as fast as it goes."""
    return {"type": "status", "status": status, "updates_per_second": updates_per_second, "step": step}


def ack(id: int, revision: int, step: int) -> AckEvent:  # noqa: A002, the protocol's own name
    """The command with this id was carried out."""
    return {"type": "ack", "id": id, "revision": revision, "step": step}


def error(refusal: RefusedError, id: int | None) -> ErrorEvent:  # noqa: A002
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


def checkpoint(revision: int, progress: Progress) -> CheckpointEvent:
    """Where training stands, for the browser to keep."""
    return {"type": "checkpoint", "revision": revision, "progress": progress_to_wire(progress)}


def diverged(
    step: int, what: Broken, learning_rate: float, revision: int, progress: Progress
) -> DivergedEvent:
    """A "cost" or a "parameter" stopped being finite at `step`; `progress` is the last finite one."""
    return {
        "type": "diverged",
        "step": step,
        "what": what,
        "learning_rate": learning_rate,
        "revision": revision,
        "progress": progress_to_wire(progress),
    }


def trace(revision: int, traced: Trace) -> TraceEvent:
    """A point's whole pass, and the update that its batch makes."""
    return {"type": "trace", "revision": revision, **trace_to_wire(traced)}


def inspection(revision: int, found: Inspection, parameter: tuple[int, int, int | None]) -> InspectionEvent:
    """A parameter's derivative with all its factors, and who pushed it."""
    return {"type": "inspection", "revision": revision, **inspection_to_wire(found, parameter)}


def inspection_ended(revision: int, message: str) -> InspectionEndedEvent:
    """The inspected parameter or point is gone; the message is a sentence for people."""
    return {"type": "inspection_ended", "revision": revision, "message": message}


def encode(event: Event) -> str:
    """The event as compact JSON, with null where a number is not finite."""
    return to_json(event, inf_nan_mode="null").decode()


def taken_out(revision: int, step: int, name: str, content: str | bytes) -> TakenOutEvent:
    """The file that was asked for, in the format of this name."""
    written = FORMATS[name]
    return {
        "type": "taken_out",
        "revision": revision,
        "format": name,
        "step": step,
        "suffix": written.suffix,
        "media_type": written.media_type,
        "text": content if isinstance(content, str) else None,
        "base64": base64.b64encode(content).decode("ascii") if isinstance(content, bytes) else None,
    }


def moment(revision: int, progress: Progress, evaluation: Evaluation) -> MomentEvent:
    """A step of the past, made again, with what was measured of it."""
    return {"type": "moment", "revision": revision, **moment_to_wire(progress, evaluation)}
