"""The protocol holds together: closed unions, ranges with their ends, what may be left out, codes."""

import json
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest

from app.data.errors import ErrorCode, RefusedError
from app.data.points import COORDINATES, MAX_ID, REAL_TARGETS
from app.training.evaluation import Evaluation
from app.training.experiment import Experiment
from app.training.inspection import inspect
from app.training.trace import trace
from app.training.until import Reached
from app.wire import events
from app.wire.checkpoint import CheckpointModel, ProgressModel
from app.wire.command import kinds_of_command
from app.wire.commands import COMMANDS
from app.wire.errors import ERROR_CODES, WireError
from app.wire.experiment import ExperimentObject
from app.wire.kinds import WireModel
from app.wire.limits import WireLimits
from app.wire.parse import parse
from app.wire.points import PointModel
from app.wire.reached import ReachedEvent, reached
from tests.wire.messages import CHECKPOINT, good_messages


def test_every_command_there_is_can_be_asked_for() -> None:
    assert set(COMMANDS.values()) == set(kinds_of_command())
    assert list(COMMANDS) == list(good_messages())


def test_which_fields_may_be_left_out() -> None:
    models: dict[str, type[WireModel]] = {
        **COMMANDS,
        "point": PointModel,
        "checkpoint": CheckpointModel,
        "progress": ProgressModel,
    }
    optional = {
        (name, kind)
        for kind, model in models.items()
        for name, field in model.model_fields.items()
        if not field.is_required()
    }
    assert optional == {
        ("test", "point"), ("seed", "reset"), ("training", "load"), ("updates", "step"), ("until", "step"),
        ("last_batch", "progress"), ("fresh", "generate"), ("from_start", "take_out"), ("names", "take_out"),
        ("more", "point"), ("checkpoint", "trace"), ("checkpoint", "inspect"),
    }  # fmt: skip


RANGED: list[tuple[str, str, float, float]] = [
    ("step", "updates", 1, 10_000),
    ("speed", "updates_per_second", 0.1, 1_000_000),
    ("moment", "updates", 0, 10_000_000),
    ("generate", "count", 1, 5000),
    ("generate", "noise", 0, 1),
    ("generate", "test_share", 0, 0.9),
]


def accepted(kind: str, name: str, value: Any) -> bool:
    try:
        parse(json.dumps({**good_messages()[kind], name: value}), WireLimits())
    except WireError:
        return False
    return True


@pytest.mark.parametrize(("kind", "name", "first", "last"), RANGED)
def test_a_range_holds_its_ends_and_nothing_beyond(kind: str, name: str, first: float, last: float) -> None:
    beyond = 1 if isinstance(first, int) and last > 1 else 0.01
    assert accepted(kind, name, first)
    assert accepted(kind, name, last)
    assert not accepted(kind, name, first - beyond)
    assert not accepted(kind, name, last + beyond)


def test_ids_coordinates_and_targets() -> None:
    assert (MAX_ID, COORDINATES, REAL_TARGETS) == (2**53 - 1, (-100, 100), (-10, 10))


def test_an_event_holds_the_fields_of_its_type() -> None:
    state = events.state(0, CHECKPOINT, False, None, "")
    made: dict[type, events.Event] = {
        events.WelcomeEvent: events.welcome(WireLimits(), state),
        events.StateEvent: state,
        events.StatusEvent: events.status("paused", None, 0),
        events.AckEvent: events.ack(0, 0, 0),
        events.ErrorEvent: events.error(RefusedError("No."), None),
        events.CheckpointEvent: events.checkpoint(0, CHECKPOINT.progress),
        events.DivergedEvent: events.diverged(0, "cost", 0.1, 0, CHECKPOINT.progress),
        ReachedEvent: reached(Reached("step", 5, 5, 5, 5), 0),
        events.TraceEvent: events.trace(0, trace(CHECKPOINT, None)),
        events.InspectionEvent: events.inspection(0, inspect(CHECKPOINT, (2, 0, 0), None), (2, 0, 0)),
        events.InspectionEndedEvent: events.inspection_ended(0, ""),
        events.TakenOutEvent: events.taken_out(0, 3, "npz", b"PK"),
        events.MomentEvent: events.moment(0, CHECKPOINT.progress, Evaluation(0.1, 0.2, 0.9, 0.8)),
    }
    assert tuple(made) == get_args(events.Event)
    for kind, event in made.items():
        assert event.keys() == get_type_hints(kind).keys()
        assert event["type"] in get_args(get_type_hints(kind)["type"])


def test_an_experiment_on_the_wire_is_that_of_training() -> None:
    told = events.state(0, CHECKPOINT, False, None, "")["experiment"]
    assert (
        list(told) == list(ExperimentObject.__annotations__) == [field.name for field in fields(Experiment)]
    )


def test_every_code_has_a_meaning() -> None:
    assert set(ERROR_CODES) == set(get_args(ErrorCode))
