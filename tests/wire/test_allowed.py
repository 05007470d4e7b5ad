"""What an error says is allowed is allowed, and what lies beyond is not: for each number of each command."""

import json
import re
from typing import Any

import pytest

from app.data.points import Points
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.wire.checkpoint import checkpoint_to_wire
from app.wire.errors import WireError
from app.wire.experiment import experiment_to_wire
from app.wire.limits import WireLimits
from app.wire.parse import parse
from tests.wire.messages import good_messages
from tests.wire.test_fuzz import places

LIMITS = WireLimits(max_points=40, max_hidden_layers=3, max_neurons=7)
ONE_POINT = initial(
    Experiment(task="regression", output="linear", cost="squared_error", hidden=(3,)),
    Points(id=[0], x1=[1.0], x2=[2.0], target=[0.5], test=[False]),  # type: ignore[arg-type]
)
CHECKPOINT = json.dumps(checkpoint_to_wire(ONE_POINT))
RANGE = re.compile(r"(an integer|a number) from (-?[\d.]+) to (-?[\d.]+)(?:, or null)?")


def messages() -> dict[str, dict[str, Any]]:
    """A good message of each kind; `configure` names all fields of an experiment."""
    good = good_messages()
    good["generate"]["count"] = 40
    good["configure"]["changes"] = experiment_to_wire(Experiment())
    for kind in ("load", "inspect", "moment"):
        good[kind]["checkpoint"] = json.loads(CHECKPOINT)
    return good


def with_value(kind: str, place: tuple[Any, ...], value: Any) -> str:
    message = messages()[kind]
    holder: Any = message
    for part in place[:-1]:
        holder = holder[part]
    holder[place[-1]] = value
    return json.dumps(message)


def refusal(text: str) -> WireError | None:
    try:
        parse(text, LIMITS)
    except WireError as error:
        return error
    return None


def taken(kind: str, place: tuple[Any, ...], value: Any) -> bool:
    """Whether the value is in range; that a checkpoint's parts go together is another question."""
    error = refusal(with_value(kind, place, value))
    return error is None or error.code == "bad_checkpoint" or error.field != ".".join(map(str, place))


RANGES: list[tuple[str, tuple[Any, ...], str, str, str]] = []
for name, message in messages().items():
    for where in places(message)[1:]:
        if where[0] == "checkpoint" and name != "load":
            continue  # it is of the same model everywhere
        error = refusal(with_value(name, where, "neither"))
        found = error and re.fullmatch(RANGE, error.allowed or "")
        if found:
            RANGES.append((name, where, found[1], found[2], found[3]))


def test_every_command_with_numbers_has_ranges_here() -> None:
    assert {kind for kind, place, *_ in RANGES if place != ("id",)} == {
        "step", "speed", "reset", "add_points", "move_points", "remove_points", "set_targets", "generate",
        "split", "configure", "add_layer", "load", "trace", "inspect", "moment",
    }  # fmt: skip
    assert {kind for kind, place, *_ in RANGES if place == ("id",)} == set(messages())
    assert {high for kind, place, _, _, high in RANGES if place[-1] in {"count", "neurons"}} == {"40", "7"}


@pytest.mark.parametrize(("kind", "place", "noun", "low", "high"), RANGES)
def test_the_ends_are_allowed_and_nothing_beyond(
    kind: str, place: tuple[Any, ...], noun: str, low: str, high: str
) -> None:
    first, last = (float(end) if "." in end else int(end) for end in (low, high))
    beyond = 1 if noun == "an integer" else 1e-7
    assert taken(kind, place, first)
    assert taken(kind, place, last)
    assert not taken(kind, place, first - beyond)
    assert not taken(kind, place, last + beyond)
    if noun == "an integer":
        for other in (float(last), True, last + 0.5):
            error = refusal(with_value(kind, place, other))
            assert error is not None
            assert (error.code, error.field) == ("invalid", ".".join(map(str, place)))
            assert (error.given, type(error.given)) == (other, type(other))


@pytest.mark.parametrize(("kind", "field"), [("generate", "count"), ("add_layer", "neurons")])
@pytest.mark.parametrize("given", [41, 2**53, 2**70, 10**300])
def test_more_than_a_limit_of_the_server_is_a_limit_passed_however_much_it_is(
    kind: str, field: str, given: int
) -> None:
    error = refusal(with_value(kind, (field,), given))
    assert error is not None
    assert (error.code, error.field) == ("limit", field)
    assert len(error.message) < 120
