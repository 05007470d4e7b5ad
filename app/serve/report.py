"""What a session tells its browser: events and frames made from what its trainer holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.errors import RefusedError
from app.serve.life import Ending, Life
from app.serve.outbox import Outbox
from app.training.divergence import Divergence
from app.training.inspection import Inspection
from app.training.trace import Trace
from app.wire import events
from app.wire.errors import WireError
from app.wire.frame import encode_frame

if TYPE_CHECKING:
    from app.serve.session import Session

_STATUS = {
    Life.PAUSED: "paused",
    Life.TRAINING: "training",
    Life.STEPPING: "paused",
    Life.DIVERGED: "diverged",
    Life.ENDED: "paused",
}


class Reporter:
    """Puts messages about a session into its outbox, and ends the session when they are not read."""

    def __init__(self, session: Session, outbox: Outbox) -> None:
        self._session = session
        self._outbox = outbox

    def welcome(self) -> None:
        """Limits, options and the state that the session starts from."""
        self._tell(events.welcome(self._session.limits, self._state("")))

    def state(self, reason: str) -> None:
        """Everything there is; `reason` says in words what changed it."""
        self._tell(self._state(reason))

    def status(self) -> None:
        """What the session is doing."""
        session = self._session
        self._tell(events.status(_STATUS[session.life], session.updates_per_second, session.trainer.step))

    def ack(self, command_id: int) -> None:
        """A command was carried out."""
        self._tell(events.ack(command_id, self._session.revision, self._session.trainer.step))

    def refusal(self, refusal: RefusedError, command_id: int | None) -> None:
        """A command was refused, and nothing has changed."""
        self._tell(events.error(refusal, command_id))

    def failure(self, command_id: int | None) -> None:
        """Something went wrong that nobody expected; what exactly stays in the server's log."""
        message = "The server made a mistake and has noted it. Your points are kept; try again or reload."
        self._tell(events.error(WireError("internal", message), command_id))

    def checkpoint(self) -> None:
        """Where training stands, for the browser to keep."""
        self._tell(events.checkpoint(self._session.revision, self._session.trainer.progress()))

    def divergence(self, divergence: Divergence) -> None:
        """Training has stopped by itself: a last frame, where and why, and the last finite progress."""
        session = self._session
        learning_rate = session.trainer.experiment.learning_rate
        session.appraisal.forget()
        self.frame()
        self._tell(
            events.diverged(
                divergence.step, divergence.what, learning_rate, session.revision, divergence.progress
            )
        )
        self.status()

    def trace(self, traced: Trace) -> None:
        """A point's whole pass."""
        self._tell(events.trace(self._session.revision, traced))

    def inspection(self, found: Inspection, parameter: tuple[int, int, int | None]) -> None:
        """A parameter under the glass."""
        self._tell(events.inspection(self._session.revision, found, parameter))

    def inspection_ended(self, message: str) -> None:
        """The parameter or the point under the glass is gone."""
        self._tell(events.inspection_ended(self._session.revision, message))

    def frame(self) -> None:
        """A frame that a newer one may replace."""
        self._outbox.put_frame(self._frame(kept=False))

    def kept_frame(self) -> None:
        """A frame that answers a command and is never dropped."""
        self._outbox.put(self._frame(kept=True))
        self._end_if_not_read()

    def _state(self, reason: str) -> events.Event:
        session = self._session
        training = session.life is Life.TRAINING
        checkpoint = session.trainer.checkpoint()
        return events.state(session.revision, checkpoint, training, session.updates_per_second, reason)

    def _frame(self, *, kept: bool) -> bytes:
        session, trainer = self._session, self._session.trainer
        if kept:
            session.appraisal.forget()
        evaluation, last_batch = session.appraisal.of(trainer), trainer.last_batch
        return encode_frame(
            training=session.life is Life.TRAINING,
            kept=kept,
            revision=session.revision,
            step=trainer.step,
            epoch=trainer.epoch,
            train_cost=evaluation.train_cost,
            test_cost=evaluation.test_cost,
            batch_cost=last_batch.cost,
            train_accuracy=evaluation.train_accuracy,
            test_accuracy=evaluation.test_accuracy,
            measured_rate=session.measured_rate,
            batch_samples=last_batch.samples,
            parameters=trainer.parameters,
            update=last_batch.update,
        )

    def _tell(self, event: events.Event) -> None:
        self._outbox.put(events.encode(event))
        self._end_if_not_read()

    def _end_if_not_read(self) -> None:
        if self._outbox.overflowed:
            self._session.end(Ending.TOO_SLOW)
