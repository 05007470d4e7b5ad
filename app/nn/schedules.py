"""How the learning rate goes: the share of the rate that was set which each update takes.

A share is a function of the number of updates made so far and of nothing else, so that any moment of a run
can be gone on from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi
from typing import Literal, TypeAlias

SettingName: TypeAlias = Literal["schedule_steps", "schedule_factor", "least_share"]


@dataclass(frozen=True)
class ScheduleSettings:
    """What schedules read, as in an experiment; lengths are in updates."""

    schedule: str = "constant"
    warm_up: int = 0
    schedule_steps: int = 500
    schedule_factor: float = 0.5
    least_share: float = 0.01

    @property
    def is_scheduled(self) -> bool:
        """Whether the rate ever is another than the one that was set."""
        return self.schedule != "constant" or self.warm_up > 0

    def share_at(self, step: int) -> float:
        """The share that the update after `step` others takes, 0 to 1.

        While it warms up the rate rises in equal steps, the first of which is as high as those between.
        """
        if step < self.warm_up:
            return (step + 1) / (self.warm_up + 1)
        return SCHEDULES[self.schedule].share(step - self.warm_up, self)


@dataclass(frozen=True)
class Schedule:
    """One way for the rate to go, after it has warmed up.

    `phrase` is what a sentence says behind the rate. `share` takes the updates since then. `code` is the same
    in lines that make `share` of `step`, which counts them, and of the settings in capitals; `own_settings`
    are those that it reads.
    """

    name: str
    title: str
    words: str
    phrase: str
    share: Callable[[int, ScheduleSettings], float]
    code: str
    own_settings: tuple[SettingName, ...] = ()


def _steps(step: int, settings: ScheduleSettings) -> float:
    return float(settings.schedule_factor ** (step // settings.schedule_steps))


def _exponential(step: int, settings: ScheduleSettings) -> float:
    return float(settings.schedule_factor ** (step / settings.schedule_steps))


def _half_wave(way: float, settings: ScheduleSettings) -> float:
    """From 1 down to the least share, slow, fast, slow, as `way` goes from 0 to 1."""
    return settings.least_share + (1 - settings.least_share) * (1 + cos(pi * way)) / 2


def _cosine(step: int, settings: ScheduleSettings) -> float:
    return _half_wave(min(step / settings.schedule_steps, 1), settings)


def _restarts(step: int, settings: ScheduleSettings) -> float:
    return _half_wave(step % settings.schedule_steps / settings.schedule_steps, settings)


_WAVE = """\
way = {way}
share = LEAST_SHARE + (1 - LEAST_SHARE) * (1 + math.cos(math.pi * way)) / 2"""

SCHEDULES: dict[str, Schedule] = {
    schedule.name: schedule
    for schedule in (
        Schedule(
            "constant", "stays", "the same from first to last", "", lambda step, settings: 1.0, "share = 1.0"
        ),
        Schedule(
            "steps",
            "falls in steps",
            "stays for a while, then drops, again and again",
            "falling in steps",
            _steps,
            "share = SCHEDULE_FACTOR ** (step // SCHEDULE_STEPS)",
            ("schedule_steps", "schedule_factor"),
        ),
        Schedule(
            "exponential",
            "falls by a share",
            "the same share is lost at every step",
            "falling",
            _exponential,
            "share = SCHEDULE_FACTOR ** (step / SCHEDULE_STEPS)",
            ("schedule_steps", "schedule_factor"),
        ),
        Schedule(
            "cosine",
            "falls like a cosine",
            "slow, fast, slow; then stays small",
            "falling",
            _cosine,
            _WAVE.format(way="min(step / SCHEDULE_STEPS, 1)"),
            ("schedule_steps", "least_share"),
        ),
        Schedule(
            "restarts",
            "falls and begins again",
            "the same fall, again and again",
            "falling again and again",
            _restarts,
            _WAVE.format(way="step % SCHEDULE_STEPS / SCHEDULE_STEPS"),
            ("schedule_steps", "least_share"),
        ),
    )
}
