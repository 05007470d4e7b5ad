"""The tables of docs/protocol.md and of README's settings, from what the code says of itself."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.data.errors import InvalidValueError
from app.data.points import MAX_ID
from app.nn.optimizers import OPTIMIZERS
from app.serve.command_line import told_default
from app.serve.life import CLOSE_CODES
from app.serve.server import PING_SECONDS
from app.serve.settings import PLATFORM_PORT, Settings, option, variable
from app.serve.steps import MOST_WAITING
from app.training.experiment import Experiment, check_field
from app.wire.command import CommandModel
from app.wire.commands import COMMANDS
from app.wire.errors import ERROR_CODES
from app.wire.events import Event
from app.wire.experiment import ExperimentObject
from app.wire.frame import HEADER, VECTORS
from app.wire.limits import LimitsObject, WireLimits
from app.wire.parse import MOST_FIELDS
from app.wire.points import PointObject
from tools.command_kinds import row
from tools.frame_header import offsets, size
from tools.typescript import Declarations, summary, words_of

_NUMBERS = {"I": "uint32", "d": "float64", "f": "float32"}


def commands() -> str:
    """A row for each command: its fields, what it does, what comes before its `ack`."""
    rows = []
    for kind, model in COMMANDS.items():
        told = ", ".join(_name(telling.name) for telling in row(model).follows)
        rows.append((f"`{kind}`", fields_taken(model), _small(str(model.__doc__)), told))
    return _table(("type", "fields", "does", "before the ack"), rows)


def events() -> str:
    """A row for each event: what it says, and its fields."""
    rows = []
    for event in get_args(Event):
        hints = get_type_hints(event, include_extras=True)
        kind = get_args(hints.pop("type"))[0]
        says = _small(summary(event))
        is_elsewhere = says.endswith("see Traces")
        cell = ", ".join(
            f"`{name}`{'' if is_elsewhere else _in_brackets(words_of(hint))}" for name, hint in hints.items()
        )
        rows.append((f"`{kind}`", says, cell))
    return _table(("type", "says", "fields"), rows)


def described(kind: Any, *, but: Iterable[str] = ()) -> str:
    """A row for each field of an object, but for some; a table more for each object in it."""
    hints = {
        name: hint for name, hint in get_type_hints(kind, include_extras=True).items() if name not in but
    }
    page = Declarations()
    rows = [
        (f"`{name}`", page.kind(hint).replace(" | ", " or "), words_of(hint)) for name, hint in hints.items()
    ]
    inner = {part: None for hint in hints.values() for part in _objects_in(hint) if part is not PointObject}
    return _table(("field", "kind", "meaning"), rows) + "".join(
        f"\n`{page.kind(part)}`: {_small(summary(part))}.\n\n{described(part)}" for part in inner
    )


def fields_taken(model: type[BaseModel]) -> str:
    """The fields of a command, or of an object in one, in a line."""
    base = CommandModel.model_fields.keys() | {"type"} if issubclass(model, CommandModel) else set()
    hints = get_type_hints(model, include_extras=True)
    cells = []
    for name, field in model.model_fields.items():
        if name in base:
            continue
        kind, about = _taken_words(hints[name]), words_of(hints[name])
        # "a number or null" and "null: the bias" are said at once.
        words = (
            f"{kind}: {about.removeprefix('null: ')}" if about.startswith("null: ") else f"{kind}; {about}"
        )
        optional = "" if field.is_required() else "optional; "
        cells.append(f"`{name}` ({optional}{words.removesuffix('; ')})")
    return ", ".join(cells)


def experiment() -> str:
    """A row for each field of an experiment: what it may be, and what it is at first."""
    hints = get_type_hints(ExperimentObject, include_extras=True)
    rows = []
    for field in fields(Experiment):
        words = words_of(hints[field.name])
        kind = _allowed(field.name) + (f"; {words}" if words else "")
        rows.append((f"`{field.name}`", kind, _json(field.default)))
    return _table(("field", "kind", "default"), rows)


def optimizer_vectors() -> str:
    """A row for each optimizer: the vectors of its state."""
    rows = []
    for name, optimizer in OPTIMIZERS.items():
        told = [*map("`{}`".format, optimizer.vectors), *map("`{}` (length 1)".format, optimizer.counts)]
        rows.append((f"`{name}`", ", ".join(told)))
    return _table(("optimizer", "vectors"), rows)


def frame() -> str:
    """A row for each number of a frame, and for its vectors."""
    rows = [
        (str(offset), _NUMBERS[field.kind], field.name, field.meaning)
        for field, offset in zip(HEADER, offsets().values(), strict=True)
    ]
    for place, (name, meaning) in enumerate(VECTORS.items()):
        after = f" + {4 * place}P" if place else ""
        rows.append((f"{size()}{after}", "float32 × P", name, meaning))
    return _table(("offset", "type", "name", "meaning"), rows)


def error_codes() -> str:
    """A row for each code of an error."""
    return _table(("code", "meaning"), [(f"`{code}`", meaning) for code, meaning in ERROR_CODES.items()])


def close_codes() -> str:
    """A row for each code with which a connection may close."""
    rows = [(str(code), why, then) for code, (why, then) in CLOSE_CODES.items()]
    return _table(("close code", "why", "what the browser does"), rows)


def limits() -> str:
    """A row for each limit."""
    hints = get_type_hints(LimitsObject, include_extras=True)
    defaults = WireLimits().to_wire()
    rows = [(f"`{name}`", f"{default}", words_of(hints[name])) for name, default in defaults.items()]
    return _table(("limit", "default", "of what"), rows)


def bounds() -> str:
    """A row for each number by which the server keeps itself upright."""
    rows = [
        (f"{PING_SECONDS:g} seconds", "between two pings, and until the answer to each must have come"),
        (str(MOST_WAITING), "steps that wait behind the one that is made"),
        (str(MOST_FIELDS), "fields of an object"),
        (
            str(Settings.model_fields["max_waiting_messages"].default),
            "events and kept frames that wait for a browser",
        ),
    ]
    return _table(("at most", "of what"), rows)


def settings() -> str:
    """A row for each setting of the server."""
    rows = []
    for name, field in Settings.model_fields.items():
        also = f" (or `{PLATFORM_PORT}`)" if name == "port" else ""
        rows.append(
            (f"`{variable(name)}`{also}", f"`{option(name)}`", told_default(field), str(field.description))
        )
    return _table(("variable", "option", "default", "what it sets"), rows)


def _objects_in(annotation: Any) -> Iterator[Any]:
    """The objects that values of a kind are, or are made of."""
    if is_typeddict(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _objects_in(part)


def _taken_words(annotation: Any) -> str:
    """What a value may be, in the words of its refusal; limits by their names."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        described = [mark.description for mark in marks if isinstance(mark, FieldInfo) and mark.description]
        if not described:
            return _taken_words(inner)
        words = described[0].format_map({name: f"`{name}`" for name in LimitsObject.__annotations__})
        return words.replace(str(MAX_ID), "2^53 - 1")
    if get_origin(annotation) is Literal:
        return " or ".join(_json(value) for value in get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"an object of {_listed(annotation.model_fields)}"
    if annotation is bool:
        return "true or false"
    parts = [_taken_words(part) for part in get_args(annotation) if part is not type(None)]
    return " or ".join([*parts, "null"] if type(None) in get_args(annotation) else parts)


def _allowed(name: str) -> str:
    """What a field of an experiment may be, in the words of its refusal."""
    try:
        check_field(name, None, WireLimits())
    except InvalidValueError as refusal:
        return str(refusal.allowed)
    raise AssertionError(f"{name} may be anything")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _name(telling: str) -> str:
    return telling if telling == "frame" else f"`{telling}`"


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""


def _json(value: Any) -> str:
    return (
        f"{value:g}"
        if isinstance(value, float)
        else json.dumps(list(value) if isinstance(value, tuple) else value)
    )


def _small(words: str) -> str:
    """A docstring as a cell has it."""
    text = " ".join(words.split())
    return (text[0].lower() + text[1:]).removesuffix(".")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell or '–' for cell in line)} |\n" for line in lines)
