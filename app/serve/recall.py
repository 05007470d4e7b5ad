"""Makes a step of the past again: a runner of its own beside the session's run, which it leaves alone."""

import math

from app.data.errors import InvalidValueError
from app.serve.accounts import SessionAccount
from app.serve.pace import LEAST_UPDATES, CostEstimate
from app.serve.report import Reporter
from app.serve.scheduler import LONGEST_SLICE, Scheduler
from app.training.trainer import Trainer


class Recall:
    """The scheduler's runner for one `moment` at a time; its address pays for what it computes."""

    def __init__(self, scheduler: Scheduler, report: Reporter, account: SessionAccount) -> None:
        self.account = SessionAccount(account.address)
        self._scheduler, self._report = scheduler, report
        self._trainer: Trainer | None = None
        self._command_id = self._revision = self._step = self._left = 0
        self._update_cost = CostEstimate(guess=LONGEST_SLICE)

    def begin(self, command_id: int, trainer: Trainer, updates: int, revision: int, step: int) -> None:
        """Make these updates and tell where they led. `revision` and `step` are the run's, for the `ack`."""
        self._finish()
        self._command_id, self._revision, self._step = command_id, revision, step
        self._trainer, self._left = trainer, updates
        self._update_cost.forget()
        if updates:
            self._scheduler.add(self)
        else:
            self._tell(trainer)

    def end(self) -> None:
        """Make none, and answer nobody: the session is over."""
        self._trainer = None
        self._scheduler.remove(self)

    # Its turns (scheduler.Runner)

    @property
    def running(self) -> bool:
        """Whether there is a step to be made."""
        return self._trainer is not None

    @property
    def eager(self) -> bool:
        """Never: it is told as a whole."""
        return False

    @property
    def update_seconds(self) -> float:
        """Estimated time of one update."""
        return self._update_cost.seconds

    @property
    def show_seconds(self) -> float:
        """Nothing is shown on the way."""
        return 0.0

    @property
    def comfortable_seconds(self) -> float:
        """Estimated time of a turn with enough updates to be worth its overhead; of one update before any."""
        return (LEAST_UPDATES if self._update_cost.known else 1) * self._update_cost.seconds

    def wanted_seconds(self, now: float) -> float:  # noqa: ARG002, the scheduler's own
        """All there is: somebody waits for it."""
        return math.inf if self._left else 0.0

    def train(self, seconds: float) -> float:
        """Make the updates that fit into this time, and tell what they led to if they are the last."""
        trainer = self._trainer
        if trainer is None:
            return 0.0
        started = self._scheduler.work_clock()
        wanted = min(self._left, max(1, int(seconds / self._update_cost.seconds)))
        made = trainer.run(wanted)
        spent = self._scheduler.work_clock() - started
        if made:
            spent = made * self._update_cost.measured(spent / made)
        self._left -= made
        if made < wanted or self._left == 0:
            telling = self._scheduler.work_clock()
            self._tell(trainer)
            spent += self._scheduler.work_clock() - telling
        return spent

    def show(self) -> float:
        """Nothing is shown on the way."""
        return 0.0

    def failed(self) -> None:
        """Say that something went wrong that nobody expected."""
        self.end()
        self._report.failure(self._command_id)

    def _tell(self, trainer: Trainer) -> None:
        if self._left:
            refusal = InvalidValueError.at("updates", trainer.step, "steps that this checkpoint leads to")
            self.end()
            self._report.refusal(refusal, self._command_id)
            return
        self._report.moment(self._revision, trainer.progress(), trainer.evaluate())
        self._finish()

    def _finish(self) -> None:
        """Answer the command whose step is being made, if there is one."""
        if self._trainer is None:
            return
        self.end()
        self._report.ack(self._command_id, self._revision, self._step)
