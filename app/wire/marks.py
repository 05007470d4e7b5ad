"""Marks in annotations: what the generated parts of the protocol say of a field, beside the field itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Doc:
    """Words about a field or an object, for docs/protocol.md and for the types of the page."""

    documentation: str


@dataclass(frozen=True)
class OneOf:
    """A text that is one of these names; `kind` is what the page's types call it."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class TakenAs:
    """What the page sends for a value that is checked by rules of its own; `part`: some of its fields."""

    kind: object
    part: bool = False
