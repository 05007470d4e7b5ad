"""Rows of the table of commands: what a command does, and what follows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.serve.run import Run
from app.serve.session import Session
from app.training.trainer import Trainer


@dataclass(frozen=True)
class Telling:
    """Something that a browser is told: the event's type (or "frame"), and how a session tells it."""

    name: str
    tell: Callable[[Session], None]


Kind = Literal["change", "edit", "starts", "stops", "passes"]
"""What a command is to undo: a change, of which a page hears by an event `state` or by what was typed, can be
undone; so can an edit of points, which the page shows at once; what starts or stops training is remembered
until it is answered; the rest leaves nothing behind."""


@dataclass(frozen=True)
class Row:
    """A command: what it does, what follows it, in order, and what it is to undo.

    `does` raises `RefusedError` where nothing was done. `looks`: a parameter under the glass is looked at
    anew in the end. `later`: all that follows, the `ack` too, comes when the run has made the updates.
    """

    does: Callable[[Session], object]
    follows: tuple[Telling, ...]
    kind: Kind = "passes"
    looks: bool = True
    later: bool = False


STATUS = Telling("status", lambda session: session.run.tell_status())
CHECKPOINT = Telling("checkpoint", lambda session: session.run.tell_checkpoint())
FRAME = Telling("frame", lambda session: session.run.tell_kept_frame())
MOMENT = Telling("moment", lambda session: None)
"""Told when it was made again."""

SPARE_FRAME = Telling("frame", lambda session: _tell_frame_at_rest(session.run))
"""Only while no updates are made, for the costs: else one comes by itself."""


def edit(act: Callable[[Trainer], object]) -> Row:
    """The row of an edit of points. The browser has drawn it: it needs only the progress that goes along."""

    def does(session: Session) -> None:
        act(session.run.trainer)
        session.run.changed()

    return Row(does, (CHECKPOINT, SPARE_FRAME), "edit")


def change(act: Callable[[Session], object], reason: Callable[[], str]) -> Row:
    """The row of what needs a whole new state; `reason` says what has changed, as people count, from 1."""

    def does(session: Session) -> None:
        act(session)
        session.run.changed()

    told = Telling("state", lambda session: session.run.tell_state(reason()))
    return Row(does, (told, FRAME), "change")


def _tell_frame_at_rest(run: Run) -> None:
    if not run.running:
        run.tell_frame()
