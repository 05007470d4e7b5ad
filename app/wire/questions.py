"""The commands that ask for something and change nothing, at the newest moment or at one of the past."""

from typing import Annotated, Literal

from app.wire.checkpoint import CheckpointModel
from app.wire.command import CheckpointCommand, CommandModel
from app.wire.kinds import Id, ParameterModel, PastUpdates
from app.wire.marks import Doc
from app.wire.take_out import TakeOutFields

Elsewhere = Annotated[
    CheckpointModel | None, Doc("of a moment of the past, which is asked instead; absent or null: the newest")
]


class Trace(CheckpointCommand):
    """Asks for a point's whole pass; changes nothing."""

    type: Literal["trace"]
    point: Annotated[Id | None, Doc("null: the first point of the next batch")]
    checkpoint: Elsewhere = None


class Inspect(CheckpointCommand):
    """Keeps a parameter under the glass, through a point's pass, until another one or null.

    With a checkpoint it is looked at once, at that moment.
    """

    type: Literal["inspect"]
    parameter: ParameterModel | None
    point: Annotated[Id | None, Doc("as in `trace`")]
    checkpoint: Elsewhere = None


class TakeOut(TakeOutFields, CommandModel):
    """Asks for a file of what there is now; changes nothing."""

    type: Literal["take_out"]


class Moment(CheckpointCommand):
    """Makes a step of the past again, beside the run, which it leaves alone.

    Another one ends it: then only its `ack` comes.
    """

    type: Literal["moment"]
    checkpoint: Annotated[CheckpointModel, Doc("of that step or one before it")]
    updates: Annotated[PastUpdates, Doc("that lead from the checkpoint to it")]
