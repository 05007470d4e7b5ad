"""A run: a trainer that gets its updates in turns, and shows its browser what comes of them."""

import math

from app.data.errors import RefusedError
from app.serve.accounts import SessionAccount
from app.serve.evaluation_cache import EvaluationCache
from app.serve.frame_of import frame_of
from app.serve.life import Life
from app.serve.pace import LEAST_UPDATES, CostEstimate, RateMeter, UpdateClock, alike, checkpoint_seconds
from app.serve.report import Reporter
from app.serve.scheduler import LONGEST_SLICE, Scheduler
from app.serve.steps import Step, Steps
from app.serve.watch import Watch
from app.training.divergence import Divergence
from app.training.evaluation import Evaluation
from app.training.trainer import Trainer
from app.training.until import Goal, Reached, Until


class Run:
    """The scheduler's runner. Commands change its trainer and say so; nothing here waits for the network.

    `revision` counts the changes of points and experiment, `updates_per_second` is the speed asked for (None:
    as fast as it goes). Time is the scheduler's.
    """

    def __init__(
        self, trainer: Trainer, scheduler: Scheduler, report: Reporter, watch: Watch, account: SessionAccount
    ) -> None:
        self.trainer, self.account = trainer, account
        self.life = Life.PAUSED
        self.revision = 0
        self.updates_per_second: float | None = None
        self._report, self._watch = report, watch
        self._scheduler = scheduler
        self._clock, self._work_clock = scheduler.clock, scheduler.work_clock
        self._evaluations = EvaluationCache(scheduler.clock, scheduler.work_clock, lambda: scheduler.crowd)
        self._pace: UpdateClock | None = None
        self._meter = RateMeter()
        self._update_cost = CostEstimate(guess=LONGEST_SLICE)
        self._show_cost = CostEstimate(guess=0.0)
        self._steps = Steps()
        self._goal: Goal | None = None
        self._experiment, self._points = trainer.experiment, trainer.points
        self._step = self._shown_step = 0
        self._changed_at: int | None = None
        self._checkpoint_due = 0.0

    # Its life

    def live(self, life: Life) -> None:
        """Go over to another state; there is no way back from ENDED."""
        if self.life is Life.ENDED:
            return
        self.life = life
        self._goal = None
        self._meter.clear()
        if self.running:
            self._restart_pace()
            self._scheduler.add(self)
        else:
            self._scheduler.remove(self)

    def step(self, step: Step) -> None:
        """Make these updates when those that were asked for before are made, pause, and answer the command.

        Raises `RefusedError` where no update can be made; one that waits is refused when its turn comes.
        """
        self.trainer.check_ready()
        self._steps.ask(step)
        if self.life is not Life.STEPPING:
            self._begin_step()

    def end_steps(self) -> None:
        """Pause, and answer the step that is made with what it reached; those behind it made no update."""
        if self.life is not Life.STEPPING:
            return
        self.live(Life.PAUSED)
        self.tell_standing()
        for step in self._steps.clear():
            self._report.ack(step.command_id, self.revision, self.trainer.step)

    def set_speed(self, updates_per_second: float | None) -> None:
        """Train at this speed, or as fast as it goes."""
        self.updates_per_second = updates_per_second
        self._restart_pace()

    def go_on_from(self, trainer: Trainer, life: Life) -> None:
        """Train another one from now on."""
        self.end_steps()
        self.trainer = trainer
        ends_divergence = self.life is Life.DIVERGED
        self.live(life)
        if ends_divergence:
            self.tell_status()

    def changed(self, *, revised: bool = True) -> None:
        """Look at the trainer again after a command; `revised`: one that sets points or experiment.

        Each of these makes a revision of its own, even where it turns out to change nothing: what a command
        does to the revision is no question of the data.
        """
        self._evaluations.forget()
        experiment, points = self.trainer.experiment, self.trainer.points
        self.revision += revised
        if experiment != self._experiment or not alike(len(points), len(self._points)):
            self._update_cost.forget()
            self._show_cost.forget()
        self._experiment, self._points = experiment, points
        self._changed_at = self.trainer.step
        self._goal = None
        self._steps.changed(self.trainer.updates_to_epoch_end)
        if self.trainer.step != self._step:
            self._step = self.trainer.step
            self._meter.clear()
        if self.life is Life.DIVERGED and self.trainer.diverged is None:
            self.live(Life.PAUSED)
            self.tell_status()

    # What it tells

    def tell_status(self) -> None:
        """What it is doing."""
        self._report.status(self.life, self.updates_per_second, self.trainer.step)

    def tell_state(self, reason: str) -> None:
        """Everything there is; `reason` says in words what changed it."""
        checkpoint = self.trainer.checkpoint()
        self._report.state(self.revision, checkpoint, self.life, self.updates_per_second, reason)

    def tell_checkpoint(self) -> None:
        """Where training stands."""
        self._report.checkpoint(self.revision, self.trainer.progress())

    def tell_frame(self) -> None:
        """A frame that a newer one may replace."""
        self._report.frame(self._frame(self._evaluations.of(self.trainer), kept=False))

    def tell_kept_frame(self) -> None:
        """A frame that is never dropped, with costs of this very step."""
        self._report.kept_frame(self._frame(self._evaluations.exactly(self.trainer), kept=True))

    def tell_standing(self) -> None:
        """Where it stands, completely: what answers a command that ends or interrupts updates."""
        self.tell_kept_frame()
        self.tell_checkpoint()
        self._watch.changed(self.trainer, self.revision)

    # Its turns (scheduler.Runner)

    @property
    def running(self) -> bool:
        """Whether it wants turns."""
        return self.life is Life.TRAINING or self.life is Life.STEPPING

    @property
    def eager(self) -> bool:
        """Whether training with what a command has changed was not shown yet."""
        return self._changed_at is not None and self.life is Life.TRAINING

    @property
    def update_seconds(self) -> float:
        """Estimated time of one update."""
        return self._update_cost.seconds

    @property
    def show_seconds(self) -> float:
        """Estimated time of one frame."""
        return self._show_cost.seconds

    @property
    def comfortable_seconds(self) -> float:
        """Estimated time of a turn with enough updates to be worth its overhead; of one update before any."""
        updates = LEAST_UPDATES if self._update_cost.known else 1
        return updates * self._update_cost.seconds + self._show_cost.seconds

    def wanted_seconds(self, now: float) -> float:
        """The time that this session can use now."""
        due = self._due(now)
        return due * self._update_cost.seconds + self._show_cost.seconds if due else 0.0

    def train(self, seconds: float) -> float:
        """Make the updates that are due and fit into this time, at least one if any is due."""
        updates = int(min(self._due(self._clock()), max(1, seconds / self._update_cost.seconds)))
        started, spent = self._work_clock(), 0.0
        made, reached = self._advance(updates)
        self._step = self.trainer.step
        if made:
            spent = made * self._update_cost.measured((self._work_clock() - started) / made)
            self._count(made)
        if self.trainer.diverged is not None:
            self._stop(self.trainer.diverged)
        elif reached is not None:
            self._arrive(reached)
        if self._steps and (made == 0 or self._steps.left == 0 or self.life is Life.DIVERGED):
            answering = self._work_clock()
            self._finish_step()
            spent += self._work_clock() - answering
        return spent

    def show(self) -> float:
        """Send a droppable frame of what was reached, and a checkpoint when one is due."""
        if not self.running or self._step == self._shown_step:
            return 0.0
        if self._step != self._changed_at:
            self._changed_at = None
        now, started = self._clock(), self._work_clock()
        self._meter.saw(now, self._step)
        self._shown_step = self._step
        self.tell_frame()
        self._watch.trained(self.trainer, self.revision, now)
        if now >= self._checkpoint_due:
            self._checkpoint_due = now + checkpoint_seconds(self._scheduler.crowd)
            self.tell_checkpoint()
        return self._show_cost.measured(self._work_clock() - started)

    def failed(self) -> None:
        """Stop after an error that nobody expected, and say so to every command that waits for its answer."""
        self.live(Life.PAUSED)
        steps = self._steps.clear()
        if not steps:
            self._report.failure(None)
        for step in steps:
            self._report.failure(step.command_id)
        self.tell_status()

    def _advance(self, updates: int) -> tuple[int, Reached | None]:
        """Make updates. A `step` makes those that it asked for: only training stops at what it reaches."""
        if self._goal is None:
            until = Until.of(self.trainer.experiment) if self.life is Life.TRAINING else Until()
            self._goal = Goal(until, self.trainer)
            if self._goal.is_open:
                self._update_cost.forget()  # to look after each update costs as well
        return self._goal.run(updates)

    def _begin_step(self) -> None:
        self._steps.begin(self.trainer.updates_to_epoch_end)
        self._checkpoint_due = self._clock() + checkpoint_seconds(self._scheduler.crowd)
        if self.life is not Life.STEPPING:
            self.live(Life.STEPPING)

    def _finish_step(self) -> None:
        """Answer the step that was made, and begin the next that can be; without one, pause."""
        self._meter.clear()
        self.tell_standing()
        self._report.ack(self._steps.take().command_id, self.revision, self.trainer.step)
        while self._steps:
            try:
                self.trainer.check_ready()
            except RefusedError as refusal:
                self._report.refusal(refusal, self._steps.take().command_id)
            else:
                return self._begin_step()
        if self.life is Life.STEPPING:
            self.live(Life.PAUSED)
        return None

    def _stop(self, divergence: Divergence) -> None:
        """Say that training has stopped by itself, after a last frame."""
        self.live(Life.DIVERGED)
        self._evaluations.forget()
        self.tell_frame()
        self._report.divergence(divergence, self.trainer.experiment.learning_rate, self.revision)
        self.tell_status()

    def _arrive(self, reached: Reached) -> None:
        """Pause where training was asked to, and say why."""
        self.live(Life.PAUSED)
        self.tell_standing()
        self.tell_status()
        self._report.reached(reached, self.revision)

    def _frame(self, evaluation: Evaluation, *, kept: bool) -> bytes:
        training, rate = self.life is Life.TRAINING, self._meter.rate()
        return frame_of(
            self.trainer, evaluation, training=training, kept=kept, revision=self.revision, rate=rate
        )

    def _restart_pace(self) -> None:
        asked = self.updates_per_second
        self._pace = None if asked is None else UpdateClock(asked, self._clock())

    def _due(self, now: float) -> float:
        if self.life is Life.STEPPING:
            return self._steps.left
        return math.inf if self._pace is None else self._pace.due(now)

    def _count(self, made: int) -> None:
        self._scheduler.tally.updates += made
        if self.life is Life.STEPPING:
            self._steps.left -= made
        elif self._pace is not None:
            self._pace.made(made)
