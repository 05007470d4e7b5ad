"""From the text of a message to a command, or to an error that says what is wrong with it."""

import json
from collections.abc import Callable
from math import ceil, floor
from typing import Annotated, Any, NoReturn

from pydantic import Field, TypeAdapter, ValidationError

from app.data.errors import RefusedError
from app.data.points import MAX_ID
from app.data.wording import NOT_UNDERSTOOD, grouped
from app.wire.commands import Command
from app.wire.errors import WireError
from app.wire.explain import explained
from app.wire.limits import WireLimits

MOST_FIELDS = 64
"""Fields of one object, more than any message has: what is not worth a closer look."""

_BYTES_A_CHARACTER = 4

_COMMANDS: TypeAdapter[Command] = TypeAdapter(Annotated[Command, Field(discriminator="type")])


def parse(text: str, limits: WireLimits) -> Command:
    """The command in a message; raises `WireError`, and nothing else, for any text that holds none."""
    _check_length(text, limits.max_message_bytes)
    message = _decoded(text)
    try:
        command = _COMMANDS.validate_python(message, context=limits)
        command.check(limits)
    except ValidationError as error:
        raise WireError.of(explained(error, limits), _id_of(message)) from None
    except RefusedError as error:
        raise WireError.of(error, _id_of(message)) from None
    return command


def _check_length(text: str, limit: int) -> None:
    if len(text) * _BYTES_A_CHARACTER <= limit:
        return
    length = len(text.encode("utf-8", "surrogatepass"))
    if length > limit:
        sizes = f"{_size(length, ceil)}, and at most {_size(limit, floor)}"
        message = f"That is more than this server takes at once: {sizes}."
        raise WireError("limit", message, given=length, allowed=f"at most {limit} bytes")


def _decoded(text: str) -> dict[str, Any]:
    try:
        message = _DECODER.decode(text)
    except WireError:
        raise
    except RecursionError:
        raise _malformed("a JSON object that is not nested too deeply") from None
    except json.JSONDecodeError as error:
        raise _malformed(f"a JSON object; {error.msg} at character {error.pos}") from None
    except ValueError:
        raise _malformed("a JSON object, with numbers of fewer digits") from None
    if not isinstance(message, dict):
        raise WireError("malformed", NOT_UNDERSTOOD, given=message, allowed="an object with type and id")
    return message


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _malformed("a JSON object that has each field only once")
    if len(fields) > MOST_FIELDS:
        raise _malformed(f"a JSON object of at most {MOST_FIELDS} fields")
    return fields


def _constant(name: str) -> NoReturn:
    raise _malformed(f"a JSON object, with finite numbers: {name} is none")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def _malformed(allowed: str) -> WireError:
    return WireError("malformed", NOT_UNDERSTOOD, allowed=allowed)


def _size(size: int, to_whole: Callable[[float], int]) -> str:
    return f"{grouped(to_whole(size / 1000))} kB"


def _id_of(message: dict[str, Any]) -> int | None:
    given = message.get("id")
    return given if type(given) is int and 0 <= given <= MAX_ID else None
