"""One browser's session: its trainer, what it is doing, and the turns in which it trains."""

import asyncio
import math

from app.data.points import Points
from app.serve.appraisal import Appraisal
from app.serve.life import Ending, Life
from app.serve.outbox import Outbox
from app.serve.pace import CostEstimate, RateMeter, UpdateClock
from app.serve.report import Reporter
from app.serve.scheduler import LONGEST_SLICE, Scheduler
from app.serve.watch import Watch
from app.training.checkpoint import Checkpoint, initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from app.wire.limits import WireLimits

LEAST_UPDATES = 25
"""Updates of a turn below which its overhead would outweigh them."""

ALIKE = 2
"""Up to as many times as many points, or as few, what was measured is believed until the next measurement."""

CHECKPOINT_SECONDS = 0.9
"""Seconds of training between two checkpoints: with a late frame still less than one second."""


class Session:
    """What a browser trains. The scheduler gives it turns, commands change it, its outbox gets what follows.

    Nothing here waits for the network. Time is the scheduler's.
    """

    def __init__(self, limits: WireLimits, scheduler: Scheduler, outbox: Outbox) -> None:
        self.limits = limits
        self.trainer = Trainer(initial(_default_experiment(limits), Points()), limits)
        self.life = Life.PAUSED
        self.revision = 0
        self.updates_per_second: float | None = None
        self.report = Reporter(self, outbox)
        self.watch = Watch(self)
        self.ended: asyncio.Future[Ending] = asyncio.get_running_loop().create_future()
        self._scheduler = scheduler
        self._clock, self.work_clock = scheduler.clock, scheduler.work_clock
        self.appraisal = Appraisal(self._clock, self.work_clock, lambda: scheduler.crowd)
        self._pace: UpdateClock | None = None
        self._meter = RateMeter()
        self._update_cost = CostEstimate(guess=LONGEST_SLICE)
        self._show_cost = CostEstimate(guess=0.0)
        self._steps_left = 0
        self._steps_made: asyncio.Future[None] | None = None
        self._experiment, self._points = self.trainer.experiment, self.trainer.points
        self._step = 0
        self._shown_step = 0
        self._changed_at: int | None = None
        self._checkpoint_due = 0.0

    @property
    def measured_rate(self) -> float:
        """Updates per second over the last half second, 0 while it doesn't train."""
        return self._meter.rate()

    # Its life

    def live(self, life: Life) -> None:
        """Go over to another state; there is no way back from ENDED."""
        if self.life is Life.ENDED:
            return
        self.life = life
        self._meter.clear()
        if self.running:
            self._restart_pace()
            self._scheduler.add(self)
            return
        self._scheduler.remove(self)
        if self._steps_made is not None and not self._steps_made.done():
            self._steps_made.set_result(None)

    async def step(self, updates: int) -> None:
        """Make this many updates in as many turns as they take, then pause."""
        self._steps_left = updates
        self._steps_made = asyncio.get_running_loop().create_future()
        self.live(Life.STEPPING)
        await self._steps_made

    def set_speed(self, updates_per_second: float | None) -> None:
        """Train at this speed, or as fast as it goes."""
        self.updates_per_second = updates_per_second
        self._restart_pace()

    def load(self, checkpoint: Checkpoint, *, training: bool) -> None:
        """Go on from this checkpoint. Raises `RefusedError` where it can't, and then nothing has changed."""
        self.trainer = Trainer(checkpoint, self.limits)
        ends_divergence = self.life is Life.DIVERGED
        self.live(Life.TRAINING if training else Life.PAUSED)
        if ends_divergence:
            self.report.status()

    def changed(self, *, revised: bool = True) -> None:
        """Look at the trainer again after a command; `revised`: one that sets points or experiment.

        Each of these makes a revision of its own, even where it turns out to change nothing: what a command
        does to the revision is no question of the data.
        """
        self.appraisal.forget()
        experiment, points = self.trainer.experiment, self.trainer.points
        self.revision += revised
        if experiment != self._experiment or not _as_many(len(points), len(self._points)):
            self._update_cost.forget()
            self._show_cost.forget()
        self._experiment, self._points = experiment, points
        self._changed_at = self.trainer.step
        if self.trainer.step != self._step:
            self._step = self.trainer.step
            self._meter.clear()
        if self.life is Life.DIVERGED and self.trainer.diverged is None:
            self.live(Life.PAUSED)
            self.report.status()

    def end(self, ending: Ending) -> None:
        """End it; the first reason given stays the reason."""
        self.live(Life.ENDED)
        if not self.ended.done():
            self.ended.set_result(ending)

    def _restart_pace(self) -> None:
        asked = self.updates_per_second
        self._pace = None if asked is None else UpdateClock(asked, self._clock())

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
        started, spent = self.work_clock(), 0.0
        made = self.trainer.run(updates)
        self._step = self.trainer.step
        if made:
            spent = made * self._update_cost.measured((self.work_clock() - started) / made)
            self._count(made)
        if self.trainer.diverged is not None:
            self.live(Life.DIVERGED)
            self.report.divergence(self.trainer.diverged)
        elif self.life is Life.STEPPING and (made == 0 or self._steps_left == 0):
            self.live(Life.PAUSED)
        return spent

    def show(self) -> float:
        """Send a droppable frame of training, and a checkpoint when one is due."""
        if self.life is not Life.TRAINING or self._step == self._shown_step:
            return 0.0
        if self._step != self._changed_at:
            self._changed_at = None
        now, started = self._clock(), self.work_clock()
        self._meter.saw(now, self._step)
        self._shown_step = self._step
        self.report.frame()
        self.watch.trained(now)
        if now >= self._checkpoint_due:
            self._checkpoint_due = now + CHECKPOINT_SECONDS
            self.report.checkpoint()
        return self._show_cost.measured(self.work_clock() - started)

    def failed(self) -> None:
        """Stop training after an error that nobody expected, and say so."""
        self.live(Life.PAUSED)
        self.report.failure(None)
        self.report.status()

    def _due(self, now: float) -> float:
        if self.life is Life.STEPPING:
            return self._steps_left
        return math.inf if self._pace is None else self._pace.due(now)

    def _count(self, made: int) -> None:
        if self.life is Life.STEPPING:
            self._steps_left -= made
        elif self._pace is not None:
            self._pace.made(made)


def _as_many(points: int, before: int) -> bool:
    """Whether what an update and a frame take is about what it was, so that measuring on does."""
    return before / ALIKE <= points <= before * ALIKE


def _default_experiment(limits: WireLimits) -> Experiment:
    """The protocol's default, made smaller where the limits are."""
    hidden = Experiment().hidden[: limits.max_hidden_layers]
    return Experiment(hidden=tuple(min(neurons, limits.max_neurons) for neurons in hidden))
