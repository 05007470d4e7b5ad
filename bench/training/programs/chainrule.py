"""The page's own step: the trainer that serves it, with batches, reshuffling, record and divergence check."""

from typing import Any

import numpy as np

from app.training.trainer import Trainer
from bench.training.cases import LIMITS, Case
from bench.training.programs.serve import serve


class Chainrule:
    """A trainer of the case."""

    def __init__(self, message: dict[str, Any]) -> None:
        fields = {name: message[name] for name in Case.__dataclass_fields__}
        case = Case(**fields | {"hidden": tuple(message["hidden"])})
        self._trainer = Trainer(case.checkpoint(), LIMITS)

    def run(self, updates: int) -> None:
        """As a session does, which makes many updates a turn."""
        made = self._trainer.run(updates)
        if made != updates:
            raise RuntimeError(f"training stopped after {made} of {updates} updates")

    def parameters(self) -> list[float]:
        """θ."""
        return [float(value) for value in self._trainer.parameters]


if __name__ == "__main__":
    serve(f"NumPy {np.__version__}", Chainrule)
