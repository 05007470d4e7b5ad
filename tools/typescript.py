"""The protocol in the page's types: TypeScript from the models of commands, the events and the frame."""

import types
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from pydantic import BaseModel

from app.wire.checkpoint import CheckpointObject
from app.wire.commands import COMMANDS
from app.wire.events import Event
from app.wire.frame import FLAGS, HEADER, VECTORS
from app.wire.marks import OneOf, TakenAs
from tools.command_kinds import row

NOTE = "Generated from app/wire by `make generate`: edit that."
WIDTH = 110
LAYOUT = ("magic", "flags", "count")
"""What of a frame's header serves to read it, and says nothing of training."""

_PLAIN: dict[object, str] = {
    bool: "boolean", int: "number", float: "number", str: "string", type(None): "null", None: "null"
}  # fmt: skip


class DisagreementError(ValueError):
    """What the server takes under a name is not what it tells under this name."""


def declarations() -> str:
    """The text of static/js/wire/protocol.d.ts."""
    page = Declarations()
    events = [page.kind(event) for event in get_args(Event)]
    page.kind(CheckpointObject)  # told by files and links, which a `load` takes
    commands = {kind: page.command(model) for kind, model in COMMANDS.items()}
    edits = [commands[kind] for kind, model in COMMANDS.items() if row(model).kind == "edit"]
    blocks = [
        *page.named.values(),
        _interface("Frame", "A moment of training, to be drawn.", _frame()),
        _union("ServerEvent", "All that the server tells.", events),
        _union(
            "Command", "All that can be asked for. The connection adds the `id`.", list(commands.values())
        ),
        _union("PointEdit", "The commands that edit points.", edits),
    ]
    return f"// {NOTE}\n// What crosses the socket; docs/protocol.md says what it means.\n\n" + "\n".join(
        blocks
    )


class Declarations:
    """The declarations that kinds of values need, by name, in the order in which they were first needed."""

    def __init__(self) -> None:
        self.named: dict[str, str] = {}

    def kind(self, annotation: Any) -> str:
        """What TypeScript calls the values of an annotation."""
        if annotation in _PLAIN:
            return _PLAIN[annotation]
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._marked(arguments[0], arguments[1:])
        if origin is NotRequired:
            return self.kind(arguments[0])
        if origin is Literal:
            return _either(_quoted(value) for value in arguments)
        if origin in (Union, types.UnionType):
            return _either(self.kind(argument) for argument in arguments)
        if origin is list:
            item = self.kind(arguments[0])
            return f"({item})[]" if " | " in item else f"{item}[]"
        if origin is tuple:
            return f"[{', '.join(self.kind(argument) for argument in arguments)}]"
        if origin is dict:
            return f"Record<string, {self.kind(arguments[1])}>"
        return self._object(annotation)

    def command(self, model: type[BaseModel]) -> str:
        """The name of a command, declared without its `id`."""
        name = f"{model.__name__}Command"
        fields = {field: text for field, text in self._fields(model).items() if field != "id"}
        self.named[name] = _interface(name, summary(model), fields)
        return name

    def _marked(self, annotation: Any, marks: tuple[Any, ...]) -> str:
        for mark in reversed(marks):  # the outermost one counts
            if isinstance(mark, TakenAs):
                return f"Partial<{self.kind(mark.kind)}>" if mark.part else self.kind(mark.kind)
            if isinstance(mark, OneOf):
                names = [_quoted(name) for name in mark.names]
                return self._declare(mark.kind, _union(mark.kind, "", names))
        return self.kind(annotation)

    def _object(self, kind: Any) -> str:
        told = is_typeddict(kind)
        if not told and not issubclass(kind, BaseModel):
            raise TypeError(f"There is no rule for {kind} in the page's types.")
        name = str(kind.__name__).removesuffix("Object" if told else "Model")
        return self._declare(name, _interface(name, summary(kind), self._fields(kind)))

    def _declare(self, name: str, declared: str) -> str:
        """The name, which has one meaning."""
        known = self.named.setdefault(name, declared)
        if _members(known) != _members(declared):
            raise DisagreementError(f"{name} is one thing when told, another when taken:\n{declared}")
        return name

    def _fields(self, kind: Any) -> dict[str, tuple[str, str]]:
        """By name, with a question mark where it may be absent: what it is, and words about it."""
        hints = get_type_hints(kind, include_extras=True)
        optional = (
            kind.__optional_keys__
            if is_typeddict(kind)
            else {name for name, field in kind.model_fields.items() if not field.is_required()}
        )
        return {
            f"{name}?" if name in optional else name: (self.kind(hint), words_of(hint))
            for name, hint in hints.items()
            if name != "model_config"
        }


def words_of(annotation: Any) -> str:
    """What its mark says of a field."""
    if get_origin(annotation) is NotRequired:
        return words_of(get_args(annotation)[0])
    marks = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return next((mark.documentation for mark in marks if hasattr(mark, "documentation")), "")


def _frame() -> dict[str, tuple[str, str]]:
    return {
        **{name: ("boolean", words) for name, (_, words) in FLAGS.items()},
        **{field.name: ("number", field.meaning) for field in HEADER if field.name not in LAYOUT},
        **{name: ("Float32Array", words) for name, words in VECTORS.items()},
    }


def _interface(name: str, words: str, fields: dict[str, tuple[str, str]]) -> str:
    in_order = sorted(fields.items(), key=lambda field: field[0] != "type")
    members = [f"{_comment(about, '  ')}  {field}: {kind};\n" for field, (kind, about) in in_order]
    return f"{_comment(words, '')}export interface {name} {{\n{''.join(members)}}}\n"


def _union(name: str, words: str, parts: list[str]) -> str:
    line = f"export type {name} = {' | '.join(parts)};\n"
    lines = f"export type {name} =\n  | " + "\n  | ".join(parts) + ";\n"
    return _comment(words, "") + (line if len(line) <= WIDTH else lines)


def _comment(words: str, indent: str) -> str:
    return f"{indent}/** {words} */\n" if words else ""


def _members(declaration: str) -> set[str]:
    """The parts of a declaration; whether a field may be absent is another matter."""
    return {line.replace("?:", ":") for line in declaration.splitlines() if line.endswith(";")}


def _either(parts: Any) -> str:
    return " | ".join(dict.fromkeys(parts))


def _quoted(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)


def summary(kind: type) -> str:
    """The first sentence of what a type says of itself."""
    return str(kind.__doc__).split("\n\n")[0]
