"""Pydantic's first complaint about a command, in plain words."""

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from app.data.errors import InvalidValueError, RefusedError
from app.data.quoting import cut
from app.data.wording import NOT_UNDERSTOOD, not_understood
from app.wire.commands import COMMANDS
from app.wire.errors import WireError, unknown_field
from app.wire.limits import WireLimits

_KINDS = {
    "bool_type": "true or false",
    "dict_type": "an object",
    "finite_number": "a finite number",
    "float_type": "a number",
    "int_type": "an integer",
    "list_type": "a list",
    "model_type": "an object",
    "string_type": "text",
    "string_unicode": "text without broken characters",
}


def explained(error: ValidationError, limits: WireLimits) -> RefusedError:
    """The refusal that the first of pydantic's errors amounts to; its field is the path in the command."""
    detail = error.errors(include_url=False)[0]
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        return _unknown_type(detail["input"])
    command, *rest = detail["loc"] or ("",)
    parents, last = _joined(rest[:-1]), cut(str(rest[-1])) if rest else ""
    field = _joined(rest)
    if isinstance(context.get("error"), RefusedError):
        return _under(field, context["error"])
    model = _model_at(str(command), rest[:-1])
    if kind == "extra_forbidden" and model is not None:
        return _under(parents, unknown_field(last, model.model_fields))
    described = _description(str(command), rest, limits)
    if kind == "missing":
        return WireError("malformed", not_understood(field), field=field, allowed=described or "a value")
    if field is None:
        return WireError("malformed", NOT_UNDERSTOOD, allowed=_by_kind(kind, context))
    return InvalidValueError.at(field, detail["input"], described or _by_kind(kind, context))


def _unknown_type(message: dict[str, Any]) -> WireError:
    allowed = f"one of {', '.join(COMMANDS)}"
    return WireError("malformed", NOT_UNDERSTOOD, field="type", given=message.get("type"), allowed=allowed)


def _description(command: str, path: Sequence[int | str], limits: WireLimits) -> str | None:
    """The words for what stands at `path` in a command, where it has some."""
    is_item = bool(path) and isinstance(path[-1], int)
    parents, name = path[: -2 if is_item else -1], str(path[-2 if is_item else -1]) if path else ""
    model = _model_at(command, parents)
    field = model.model_fields.get(name) if model is not None else None
    if field is None:
        return None
    words = _inner_words(field) if is_item or not field.description else field.description
    if words is None:
        return None
    words = words.format_map(limits.to_wire())
    return words if is_item or field.description else f"{words}, or null"


def _inner_words(field: FieldInfo) -> str | None:
    """The words that stand with X in `X | None` and `list[X]`."""
    extras = [extra for kind in get_args(field.annotation) for extra in getattr(kind, "__metadata__", ())]
    return next((extra.description for extra in extras if isinstance(extra, FieldInfo)), None)


def _model_at(command: str, path: Sequence[int | str]) -> type[BaseModel] | None:
    """The model of the object that stands at `path` in a command, or None where no model does."""
    model = COMMANDS.get(command)
    for part in path:
        if model is None or isinstance(part, int):
            continue  # an item of a list has the model that its list names
        annotation = model.model_fields[part].annotation
        models = [kind for kind in (annotation, *get_args(annotation)) if _is_model(kind)]
        model = models[0] if models else None
    return model


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _by_kind(kind: str, context: dict[str, Any]) -> str:
    match kind:
        case "greater_than_equal":
            return f"at least {context['ge']}"
        case "less_than_equal":
            return f"at most {context['le']}"
        case "literal_error":
            return str(context["expected"]).replace("'", '"')
        case _:
            return _KINDS[kind]


def _joined(path: Sequence[int | str]) -> str | None:
    return ".".join(cut(str(part)) for part in path) or None


def _under(path: str | None, refusal: RefusedError) -> RefusedError:
    return refusal if path is None else refusal.under(path)
