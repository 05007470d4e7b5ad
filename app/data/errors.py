"""Refusals: what was asked for, why it can't be done, and what can be done instead."""

from typing import Literal, Self, TypeAlias

from app.data.wording import sentence

ErrorCode: TypeAlias = Literal[
    "malformed",
    "invalid",
    "limit",
    "unknown_point",
    "duplicate_point",
    "unknown_parameter",
    "no_points",
    "diverged",
    "bad_checkpoint",
    "unavailable",
    "internal",
]
"""The kinds of refusals, as programs tell them apart; `app/wire/errors.py` says what each means."""


class RefusedError(ValueError):
    """Something that was asked for can't be done, and nothing has changed.

    `code` is its kind, `field` the path of the value that is at fault (such as "points.3.x1"; None where
    there is none), `given` what it was, `allowed` in words what it may be. The message is a sentence for
    people.
    """

    code: ErrorCode = "invalid"

    def __init__(
        self, message: str, *, field: str | None = None, given: object = None, allowed: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.given = given
        self.allowed = allowed

    def under(self, prefix: str) -> Self:
        """The same refusal, seen from an object that holds the value under `prefix`."""
        self.field = prefix if self.field is None else f"{prefix}.{self.field}"
        return self


class InvalidValueError(RefusedError):
    """A value is out of range or of a wrong kind."""

    @classmethod
    def at(cls, field: str, given: object, allowed: str) -> Self:
        """The refusal of one value in the usual words."""
        return cls(sentence(field, given, allowed), field=field, given=given, allowed=allowed)


class LimitError(RefusedError):
    """More points, layers or neurons than the limits allow."""

    code = "limit"


class UnknownPointError(RefusedError):
    """No point has this id."""

    code = "unknown_point"


class DuplicatePointError(RefusedError):
    """An id stands twice in a request, or belongs to a point already."""

    code = "duplicate_point"
