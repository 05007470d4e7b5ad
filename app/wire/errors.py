"""What is wrong with a message, in words for the person whose page sent it."""

from collections.abc import Iterable
from typing import Self

from app.data.errors import ErrorCode, RefusedError
from app.data.quoting import cut, shown
from app.data.wording import NOT_UNDERSTOOD, not_understood

ERROR_CODES: dict[ErrorCode, str] = {
    "malformed": "not JSON, not an object, unknown type, unknown, doubled or missing field",
    "invalid": "a value out of range or of a wrong kind",
    "limit": "a limit of `welcome.limits` passed, or too many steps that wait, or training asked for at "
    "the last step",
    "unknown_point": "no point has this id",
    "duplicate_point": "an id stands twice, or belongs to a point already",
    "unknown_parameter": "the network has no such layer, neuron, weight or bias",
    "no_points": "training or the next batch asked for without a training point",
    "diverged": "training or a trace asked for after training diverged",
    "bad_checkpoint": "its parts don't fit together",
    "unavailable": "what this server was not installed for",
    "internal": "the server made a mistake; nothing else is lost",
}
"""What each code of an `error` event means."""


class WireError(RefusedError):
    """A message was refused. `id` is the command's, or None where the message had none that can be read."""

    def __init__(
        self,
        code: ErrorCode,
        message: str,
        *,
        field: str | None = None,
        given: object = None,
        allowed: str | None = None,
        id: int | None = None,  # noqa: A002, the protocol's own name
    ) -> None:
        super().__init__(message, field=field, given=shown(given), allowed=allowed)
        self.code = code
        self.id = id

    def under(self, prefix: str) -> Self:
        """The same refusal, seen from an object that holds the value under `prefix`."""
        super().under(prefix)
        if self.message == NOT_UNDERSTOOD:
            self.message = not_understood(self.field)
        return self

    @classmethod
    def of(cls, refusal: RefusedError, id: int | None) -> Self:  # noqa: A002
        """A refusal by what the command was meant for, as the answer to the command."""
        return cls(
            refusal.code,
            refusal.message,
            field=refusal.field,
            given=refusal.given,
            allowed=refusal.allowed,
            id=id,
        )


def unknown_field(name: str, known: Iterable[str]) -> WireError:
    """The refusal of a field that its object doesn't have."""
    allowed = f"one of {', '.join(known)}"
    return WireError("malformed", NOT_UNDERSTOOD, field=cut(name), given=name, allowed=allowed)
