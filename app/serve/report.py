"""What a browser is told: events and frames, made from values and put into its outbox."""

from app.data.errors import RefusedError
from app.serve.life import Life
from app.serve.outbox import Outbox
from app.serve.tally import Tally
from app.training.checkpoint import Checkpoint, Progress
from app.training.divergence import Divergence
from app.training.evaluation import Evaluation
from app.training.inspection import Inspection
from app.training.trace import Trace
from app.training.until import Reached
from app.wire import events
from app.wire.errors import WireError
from app.wire.limits import WireLimits
from app.wire.reached import reached as reached_event

_STATUS: dict[Life, events.TrainingStatus] = {
    Life.PAUSED: "paused",
    Life.TRAINING: "training",
    Life.STEPPING: "paused",
    Life.DIVERGED: "diverged",
    Life.ENDED: "paused",
}


class Reporter:
    """Puts messages into an outbox. It knows no session: everything that a message says is handed to it."""

    def __init__(self, outbox: Outbox, tally: Tally) -> None:
        self._outbox = outbox
        self._tally = tally

    @property
    def has_room(self) -> bool:
        """Whether the browser reads what it is told."""
        return self._outbox.has_room

    def welcome(self, limits: WireLimits, checkpoint: Checkpoint) -> None:
        """Limits, options and what a new session starts from."""
        self._tell(events.welcome(limits, events.state(0, checkpoint, False, None, "")))

    def state(
        self, revision: int, checkpoint: Checkpoint, life: Life, updates_per_second: float | None, reason: str
    ) -> None:
        """Everything there is; `reason` says in words what changed it."""
        self._tell(events.state(revision, checkpoint, life is Life.TRAINING, updates_per_second, reason))

    def status(self, life: Life, updates_per_second: float | None, step: int) -> None:
        """What the session is doing."""
        self._tell(events.status(_STATUS[life], updates_per_second, step))

    def ack(self, command_id: int, revision: int, step: int) -> None:
        """A command was carried out."""
        self._tell(events.ack(command_id, revision, step))

    def refusal(self, refusal: RefusedError, command_id: int | None) -> None:
        """A command was refused, and nothing has changed."""
        self._tally.refusals[refusal.code] += 1
        self._tell(events.error(refusal, command_id))

    def failure(self, command_id: int | None) -> None:
        """Something went wrong that nobody expected; what exactly stays in the server's log."""
        message = "The server made a mistake and has noted it. Your points are kept; try again or reload."
        self._tell(events.error(WireError("internal", message), command_id))

    def checkpoint(self, revision: int, progress: Progress) -> None:
        """Where training stands, for the browser to keep."""
        self._tell(events.checkpoint(revision, progress))

    def divergence(self, divergence: Divergence, learning_rate: float, revision: int) -> None:
        """Training has stopped by itself: where and why, and the last finite progress."""
        step, what, progress = divergence.step, divergence.what, divergence.progress
        self._tell(events.diverged(step, what, learning_rate, revision, progress))

    def reached(self, reached: Reached, revision: int) -> None:
        """Training has paused by itself, and why."""
        self._tell(reached_event(reached, revision))

    def trace(self, revision: int, traced: Trace) -> None:
        """A point's whole pass."""
        self._tell(events.trace(revision, traced))

    def inspection(self, revision: int, found: Inspection, parameter: tuple[int, int, int | None]) -> None:
        """A parameter under the glass."""
        self._tell(events.inspection(revision, found, parameter))

    def inspection_ended(self, revision: int, message: str) -> None:
        """The parameter or the point under the glass is gone."""
        self._tell(events.inspection_ended(revision, message))

    def moment(self, revision: int, progress: Progress, evaluation: Evaluation) -> None:
        """A step of the past, made again."""
        self._tell(events.moment(revision, progress, evaluation))

    def taken_out(self, revision: int, step: int, name: str, content: str | bytes) -> None:
        """A file of what there is."""
        self._tell(events.taken_out(revision, step, name, content))

    def frame(self, frame: bytes) -> None:
        """A frame that a newer one may replace."""
        self._outbox.put_frame(frame)

    def kept_frame(self, frame: bytes) -> None:
        """A frame that answers a command and is never dropped."""
        self._outbox.put(frame)

    def _tell(self, event: events.Event) -> None:
        self._outbox.put(events.encode(event))
