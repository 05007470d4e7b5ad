"""A parameter that a browser keeps under the glass: inspected anew when something changed, not too often."""

import time
from typing import TypeAlias

from app.data.errors import RefusedError
from app.serve.report import Reporter
from app.training.inspection import inspect
from app.training.trainer import Trainer

INSPECTION_SECONDS = 0.125
"""Seconds between two inspections while training runs: numbers that change faster can't be read."""

REST = 9
"""How many times as long as an inspection took the next one waits, so that training keeps nine tenths."""

Parameter: TypeAlias = tuple[int, int, int | None]


class Watch:
    """What a browser inspects of the trainer it is shown: a parameter through a point's pass, or nothing."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self._subject: tuple[Parameter, int | None] | None = None
        self._due = 0.0

    def begin(self, trainer: Trainer, revision: int, parameter: Parameter, point: int | None) -> None:
        """Inspect this from now on. Raises `RefusedError`, and then inspects what it did before."""
        self._tell(trainer, revision, parameter, point)
        self._subject = parameter, point

    def end(self) -> None:
        """Inspect nothing."""
        self._subject = None

    def trained(self, trainer: Trainer, revision: int, now: float) -> None:
        """Look again after some updates, if it is time and the browser reads what it is told."""
        if self._subject is not None and now >= self._due and self._report.has_room:
            started = time.perf_counter()
            self.changed(trainer, revision)
            self._due = now + max(INSPECTION_SECONDS, REST * (time.perf_counter() - started))

    def changed(self, trainer: Trainer, revision: int) -> None:
        """Look again at once; where the parameter or the point is gone, say so and stop."""
        if self._subject is None:
            return
        try:
            self._tell(trainer, revision, *self._subject)
        except RefusedError as gone:
            self.end()
            self._report.inspection_ended(revision, gone.message)

    def _tell(self, trainer: Trainer, revision: int, parameter: Parameter, point: int | None) -> None:
        self._report.inspection(revision, inspect(trainer.checkpoint(), parameter, point), parameter)
