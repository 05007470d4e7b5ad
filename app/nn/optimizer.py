"""What every optimizer is: updates of the parameters in place, by a plan that is replayed, and its state."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

import numpy as np

from app.nn.code import OptimizerCode
from app.nn.pacing import Clipping, ScheduledRate
from app.nn.plan import Array, Plan
from app.nn.rules import Rule
from app.nn.schedules import ScheduleSettings


@dataclass(frozen=True)
class OptimizerSettings:
    """The rate η, the momentum μ (Adam's β₁), and the decay ρ of averaged squares (Adam's β₂).

    `schedule` is how the rate goes from there; a gradient longer than `largest_norm` is clipped to it (0:
    none is).
    """

    learning_rate: float
    momentum: float = 0.9
    decay: float = 0.999
    schedule: ScheduleSettings = field(default_factory=ScheduleSettings)
    largest_norm: float = 0.0


class Optimizer(ABC):
    """Updates `parameters` in place by what backpropagation puts into `gradient`, g times `gradient_factor`.

    `plan` is the calls of one update: `configure` changes the settings in the arrays that the calls read,
    and leaves the state alone; it makes another plan only where a schedule or clipping comes or goes, since
    without them nothing is added. `vectors` names the state's vectors like θ; they start at 0. An optimizer
    that wants the gradient beside other numbers makes its array itself.

    What is known of one stands in its class: its `title` and `words` for people, the `own_settings` that its
    rule reads besides the learning rate, the vectors that are `never_negative`, the state's `counts` of
    updates (each of length 1), its `rule` as people read it, and its `code` as programs have it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    words: ClassVar[str]
    rule: ClassVar[Rule]
    code: ClassVar[OptimizerCode]
    own_settings: ClassVar[tuple[Literal["momentum", "decay"], ...]] = ()
    vectors: ClassVar[tuple[str, ...]] = ()
    never_negative: ClassVar[frozenset[str]] = frozenset()
    counts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, parameters: Array, settings: OptimizerSettings, gradient: Array | None = None) -> None:
        self._parameters = parameters
        self.gradient = np.zeros_like(parameters) if gradient is None else gradient
        self._state = np.zeros((len(self.vectors), len(parameters)))
        self._step = np.zeros_like(parameters)
        self._rate, self._momentum, self._decay, self._rest = (np.array(0.0) for _ in range(4))
        self.scheduled_rate, self.clipping = ScheduledRate(self._rate_taker()), Clipping(self.gradient)
        self.settings = settings
        self.configure(settings)
        self.plan = self._whole_plan()

    @classmethod
    def state_sizes(cls, parameter_count: int) -> dict[str, int]:
        """The names of the state's vectors with their lengths."""
        return dict.fromkeys(cls.vectors, parameter_count) | dict.fromkeys(cls.counts, 1)

    @property
    def terms(self) -> dict[str, float]:
        """The constants of the last update's rule, by name."""
        return {}

    @property
    def gradient_factor(self) -> float:
        """By what backpropagation has to multiply g, which spares a call; new settings may change it."""
        return 1.0

    @property
    def rate(self) -> float:
        """The rate of the last update."""
        return self.scheduled_rate.rate if self._is_scheduled else self.settings.learning_rate

    @property
    def memory(self) -> Array:
        """All the state's vectors like θ, one after the other in one flat array: a view."""
        return self._state.reshape(-1)

    @property
    def state(self) -> dict[str, Array]:
        """The state as named vectors: copies, for a checkpoint."""
        return {name: vector.copy() for name, vector in zip(self.vectors, self._state, strict=True)}

    def restore(self, state: Mapping[str, Array]) -> None:
        """Take over a state as `state` gave it."""
        for name, vector in zip(self.vectors, self._state, strict=True):
            vector[:] = state[name]

    def configure(self, settings: OptimizerSettings) -> None:
        """Change the settings between two updates."""
        before, self.settings = self.settings, settings
        self._rate[()] = settings.learning_rate
        self._momentum[()] = settings.momentum
        self._decay[()] = settings.decay
        self._rest[()] = 1.0 - settings.decay
        self.scheduled_rate.learning_rate = settings.learning_rate
        self.scheduled_rate.schedule = settings.schedule
        self.clipping.largest_norm, self.clipping.factor = settings.largest_norm, self.gradient_factor
        if _additions(before) != _additions(settings):
            self.plan = self._whole_plan()

    def stand_at(self, step: int) -> None:
        """So many updates were made: a schedule counts from there."""
        self.scheduled_rate.step = step

    @property
    def _is_scheduled(self) -> bool:
        return self.settings.schedule.is_scheduled

    def _rate_taker(self) -> Callable[[float], object]:
        """What puts a scheduled rate where the calls read it."""
        return self._rate.fill

    def _whole_plan(self) -> Plan:
        scheduled, clipped = _additions(self.settings)
        return [
            *([(self.scheduled_rate.next,)] if scheduled else []),
            *([(self.clipping.clip,)] if clipped else []),
            *self._plan(),
        ]

    @abstractmethod
    def _plan(self) -> Plan: ...


def _additions(settings: OptimizerSettings) -> tuple[bool, bool]:
    """Whether a plan has the rate of each update, and clipping, before an optimizer's own calls."""
    return settings.schedule.is_scheduled, settings.largest_norm > 0
