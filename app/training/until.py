"""Training until something is reached: looked for after every update that could reach it, and told why."""

from dataclasses import dataclass, field, fields
from math import inf, isnan
from typing import Literal, TypeAlias

from app.training.experiment import Experiment
from app.training.trainer import Trainer

Why: TypeAlias = Literal["step", "cost", "share", "patience"]


@dataclass(frozen=True)
class Until:
    """What to stop at, whichever comes first; 0 is nothing.

    A `cost` and a `share` right are those of the training points. `patience` is how many epochs may pass
    without a lower cost, of the test points where there are any.
    """

    step: int = 0
    cost: float = 0.0
    share: float = 0.0
    patience: int = 0

    @classmethod
    def of(cls, experiment: Experiment) -> "Until":
        """What an experiment stops at."""
        return cls(
            experiment.until_step, experiment.until_cost, experiment.until_share, experiment.until_patience
        )


@dataclass(frozen=True)
class Reached:
    """Why training stopped after update number `step`: what was asked for, and what it had come to.

    For `patience` the value is the lowest cost, which was reached at step `at`; else the numbers are of
    `step` itself.
    """

    why: Why
    step: int
    asked: float
    value: float
    at: int


@dataclass
class Goal:
    """What a run stops at from here on: what holds already when it begins does not stop it."""

    until: Until
    trainer: Trainer
    _open: set[Why] = field(init=False)
    _lowest: float = field(init=False, default=inf)
    _lowest_epoch: int = field(init=False)
    _lowest_step: int = field(init=False)
    _looked_epoch: int = field(init=False)

    def __post_init__(self) -> None:
        trainer, until = self.trainer, self.until
        self._open = {part.name for part in fields(until) if getattr(until, part.name)}  # type: ignore[misc]
        self._lowest_epoch = self._looked_epoch = trainer.epoch
        self._lowest_step = trainer.step
        if not self._open:
            return
        if until.step <= trainer.step:
            self._open.discard("step")
        if self._open & {"cost", "share"}:
            self._open -= {reached.why for reached in self._levels()}
        if "patience" in self._open:
            self._lowest = self._watched()

    @property
    def is_open(self) -> bool:
        """Whether anything can stop the run."""
        return bool(self._open)

    def run(self, updates: int) -> tuple[int, Reached | None]:
        """Make this many updates, or fewer where the trainer makes fewer or something is reached."""
        if not self._open:
            return self.trainer.run(updates), None
        made = 0
        while made < updates:
            chunk = self._unseen(updates - made)
            done = self.trainer.run(chunk)
            made += done
            if done < chunk or self.trainer.diverged is not None:
                return made, None
            reached = self._look()
            if reached is not None:
                return made, reached
        return made, None

    def _unseen(self, updates: int) -> int:
        """How many updates may be made before something could be reached."""
        if self._open & {"cost", "share"}:
            return 1
        if "step" in self._open:
            updates = min(updates, self.until.step - self.trainer.step)
        if "patience" in self._open:
            updates = min(updates, self.trainer.updates_to_epoch_end)
        return max(1, updates)

    def _look(self) -> Reached | None:
        trainer, until = self.trainer, self.until
        if "step" in self._open and trainer.step >= until.step:
            return Reached("step", trainer.step, until.step, trainer.step, trainer.step)
        if self._open & {"cost", "share"}:
            for reached in self._levels():
                if reached.why in self._open:
                    return reached
        return self._patience() if "patience" in self._open else None

    def _levels(self) -> list[Reached]:
        """Those of cost and share that hold now; one that nobody asked for is not among the open ones."""
        found, step = self.trainer.evaluate(), self.trainer.step
        cost, share = self.until.cost, self.until.share
        return [
            *([Reached("cost", step, cost, found.train_cost, step)] if found.train_cost < cost else []),
            *(
                [Reached("share", step, share, found.train_accuracy, step)]
                if share <= found.train_accuracy
                else []
            ),
        ]

    def _patience(self) -> Reached | None:
        """Looked at once an epoch, at its end."""
        trainer = self.trainer
        if trainer.epoch == self._looked_epoch:
            return None
        self._looked_epoch = trainer.epoch
        cost = self._watched()
        if cost < self._lowest:
            self._lowest, self._lowest_epoch, self._lowest_step = cost, trainer.epoch, trainer.step
        if trainer.epoch - self._lowest_epoch < self.until.patience:
            return None
        return Reached("patience", trainer.step, self.until.patience, self._lowest, self._lowest_step)

    def _watched(self) -> float:
        """The test points' cost, or where there are none the training points'."""
        found = self.trainer.evaluate()
        return found.train_cost if isnan(found.test_cost) else found.test_cost
