"""Whatever arrives: a valid command or a `WireError` that can be sent, and never another exception."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.wire import events
from app.wire.commands import COMMANDS, Command
from app.wire.errors import WireError
from app.wire.limits import WireLimits
from app.wire.parse import parse
from tests.wire.messages import good_messages

LIMITS = WireLimits(max_points=30)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(["epoch", "x1", "tanh", "AAAAAAAA8D8=", "\ud800", 0, 1, 2, 0.5])
)
names = st.sampled_from(
    sorted({name for model in COMMANDS.values() for name in model.model_fields} | {"x1", "hidden", "version"})
) | st.text(st.characters(), max_size=4)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


def outcome(text: str) -> Command | WireError:
    """What a message comes to; an error is put into its event and read again."""
    try:
        return parse(text, LIMITS)
    except WireError as error:
        event = json.loads(events.encode(events.error(error, error.id)))
        assert event["message"]
        assert len(str(event["given"])) <= 80
        return error


@given(st.text(st.characters(), max_size=60))
def test_any_text(text: str) -> None:
    assert isinstance(outcome(text), WireError)


@given(values)
def test_any_json(value: Any) -> None:
    assert isinstance(outcome(json.dumps(value)), WireError)


@given(st.sampled_from(sorted(COMMANDS)), st.dictionaries(names, values, max_size=5), st.integers(0, 9))
def test_any_fields_for_any_command(kind: str, fields: dict[str, Any], number: int) -> None:
    text = json.dumps({**fields, "type": kind, "id": number})
    constants: list[str] = []
    json.loads(text, parse_constant=constants.append)
    assert outcome(text).id == (None if constants else number)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values in a message."""
    parts: list[Any] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    return [path, *(place for key, part in parts for place in places(part, (*path, key)))]


@settings(max_examples=200)
@given(st.sampled_from(sorted(COMMANDS)), st.data())
def test_one_value_of_a_good_message_replaced(kind: str, data: st.DataObject) -> None:
    message = good_messages()[kind]
    *parents, last = data.draw(st.sampled_from(places(message)[1:]))
    place: Any = message
    for part in parents:
        place = place[part]
    place[last] = data.draw(values)
    outcome(json.dumps(message))


@given(st.sampled_from(sorted(COMMANDS)), st.data())
def test_a_good_message_cut_or_with_a_character_replaced(kind: str, data: st.DataObject) -> None:
    text = json.dumps(good_messages()[kind])
    place = data.draw(st.integers(0, len(text) - 1))
    outcome(text[:place] + data.draw(st.characters() | st.just("")) + text[place + 1 :])
    assert isinstance(outcome(text[:place]), WireError)


UNREADABLE = ("NaN", "Infinity", "-Infinity", "[" * 5000, '{"a": 1, "a": 1}', "9" * 5000, "01", "+1", ".5")
"""No JSON, or none that is read."""

MISPLACED = (
    "1e400", "-1e400", f"1{'0' * 400}", f"-1{'0' * 400}",
    '"\\ud800"', '"\\udc00\\ud800"', "[[[[]]]]", '{"\\ud800": 1}',
)  # fmt: skip
"""JSON, and right in no place of any command."""


@settings(max_examples=300)
@given(st.sampled_from(sorted(COMMANDS)), st.sampled_from([*UNREADABLE, *MISPLACED]), st.data())
def test_what_is_right_nowhere_is_refused_wherever_it_stands(
    kind: str, literal: str, data: st.DataObject
) -> None:
    message = good_messages()[kind]
    *parents, last = data.draw(st.sampled_from([place for place in places(message)[1:] if place != ("id",)]))
    place: Any = message
    for part in parents:
        place = place[part]
    place[last] = "here"
    result = outcome(json.dumps(message).replace('"here"', literal))
    assert isinstance(result, WireError)
    if literal in UNREADABLE:
        assert (result.code, result.id, result.field) == ("malformed", None, None)
    else:
        path, field = ".".join(map(str, (*parents, last))), result.field or ""
        assert result.id == message["id"]
        assert field
        assert path.startswith(field) or field.startswith(path), "the field, or one that holds it or is in it"
