"""A parameter that a browser keeps under the glass: inspected anew when something changed, not too often."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

from app.data.errors import RefusedError
from app.training.inspection import inspect

if TYPE_CHECKING:
    from app.serve.session import Session

INSPECTION_SECONDS = 0.125
"""Seconds between two inspections while training runs: numbers that change faster can't be read."""

REST = 9
"""How many times as long as an inspection took the next one waits, so that training keeps nine tenths."""

Parameter: TypeAlias = tuple[int, int, int | None]


class Watch:
    """What a session's browser inspects: a parameter through a point's pass, or nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._subject: tuple[Parameter, int | None] | None = None
        self._due = 0.0

    def begin(self, parameter: Parameter, point: int | None) -> None:
        """Inspect this from now on. Raises `RefusedError`, and then inspects what it did before."""
        self._tell(parameter, point)
        self._subject = parameter, point

    def end(self) -> None:
        """Inspect nothing."""
        self._subject = None

    def trained(self, now: float) -> None:
        """Look again after some updates, if it is time."""
        if self._subject is not None and now >= self._due:
            started = time.perf_counter()
            self.changed()
            self._due = now + max(INSPECTION_SECONDS, REST * (time.perf_counter() - started))

    def changed(self) -> None:
        """Look again at once; where the parameter or the point is gone, say so and stop."""
        if self._subject is None:
            return
        try:
            self._tell(*self._subject)
        except RefusedError as gone:
            self.end()
            self._session.report.inspection_ended(gone.message)

    def _tell(self, parameter: Parameter, point: int | None) -> None:
        found = inspect(self._session.trainer.checkpoint(), parameter, point)
        self._session.report.inspection(found, parameter)
