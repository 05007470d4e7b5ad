"""The `step` commands of a session that are not answered yet."""

from collections import deque
from dataclasses import dataclass

from app.data.errors import LimitError

MOST_WAITING = 64
"""Steps that may wait behind the one that is made. What ends one ends all, and their answers come at once."""


@dataclass(frozen=True)
class Step:
    """One of them: the command's id, and the updates it asks for (None: those that complete the epoch)."""

    command_id: int
    updates: int | None


class Steps:
    """The first is being made, with `left` updates to go; the others wait behind it."""

    def __init__(self) -> None:
        self.left = 0
        self._asked: deque[Step] = deque()

    def __bool__(self) -> bool:
        return bool(self._asked)

    @property
    def first(self) -> Step:
        """The one that is made, or next to be."""
        return self._asked[0]

    def ask(self, step: Step) -> None:
        """Let one wait behind the others. Raises `LimitError` where too many do."""
        if len(self._asked) > MOST_WAITING:
            raise LimitError(
                f"{MOST_WAITING} steps wait already. Wait until some are made, or pause to end them all.",
                given=len(self._asked), allowed=f"at most {MOST_WAITING} steps that wait",
            )  # fmt: skip
        self._asked.append(step)

    def begin(self, epoch_left: int) -> None:
        """Begin the first; `epoch_left` updates complete the epoch."""
        asked = self.first.updates
        self.left = epoch_left if asked is None else asked

    def changed(self, epoch_left: int) -> None:
        """Take a change into account that may have moved the epoch's end.

        Without a training point there is none; then one update is left to try, which ends the step.
        """
        if self and self.first.updates is None:
            self.left = max(1, epoch_left)

    def take(self) -> Step:
        """Take away the first, which is answered."""
        return self._asked.popleft()

    def clear(self) -> list[Step]:
        """Take away all of them."""
        steps = list(self._asked)
        self._asked.clear()
        return steps
