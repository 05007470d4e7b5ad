"""Events are compact, finite JSON."""

import json

import pytest

from app.data.errors import InvalidValueError, UnknownPointError
from app.training.trace import trace
from app.wire import events
from app.wire.errors import WireError
from app.wire.limits import WireLimits
from app.wire.points import points_to_wire
from tests.wire.messages import CHECKPOINT


def test_encoded_without_a_space_to_spare() -> None:
    assert events.encode(events.ack(3, 2, 40)) == '{"type":"ack","id":3,"revision":2,"step":40}'


@pytest.mark.parametrize("broken", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_is_not_finite_is_null_wherever_it_stands(broken: float) -> None:
    event = events.trace(0, trace(CHECKPOINT, None))
    event["cost"] = broken
    event["target"] = [1.5, broken]
    read = json.loads(events.encode(event))
    assert (read["cost"], read["target"]) == (None, [1.5, None])


def test_a_state_holds_everything_and_classes_are_integers() -> None:
    event = json.loads(events.encode(events.state(4, CHECKPOINT, True, None, "2 moons")))
    assert (event["revision"], event["training"], event["updates_per_second"]) == (4, True, None)
    assert event["experiment"]["hidden"] == [3]
    assert {type(point["target"]) for point in event["points"]} == {int}
    assert [point["id"] for point in event["points"]] == CHECKPOINT.points.id.tolist()
    assert [point["x1"] for point in event["points"]] == CHECKPOINT.points.x1.tolist()
    assert event["progress"]["optimizer"].keys() == {"mean", "squares", "updates"}


def test_real_targets_stay_real() -> None:
    points = CHECKPOINT.points.set_targets([0], 0.25, classes=None)
    assert points_to_wire(points)[0]["target"] == 0.25


def test_an_error_says_code_field_and_what_was_given() -> None:
    refusal = InvalidValueError.at("x1", float("nan"), "a number from -100 to 100").under("points.3")
    assert events.error(refusal, 9) == {
        "type": "error",
        "id": 9,
        "code": "invalid",
        "field": "points.3.x1",
        "given": "nan",
        "allowed": "a number from -100 to 100",
        "message": "A point lies between −100 and 100 in both directions.",
    }


def test_a_refusal_by_training_keeps_its_code_as_the_answer_to_a_command() -> None:
    error = WireError.of(UnknownPointError("There is no point 4.", field="ids.0", given=4), id=2)
    assert (error.code, error.field, error.given, error.id) == ("unknown_point", "ids.0", 4, 2)


def test_welcome_carries_limits_options_and_state() -> None:
    state = events.state(0, CHECKPOINT, False, None, "")
    event = events.welcome(WireLimits(max_points=50), state)
    assert event["limits"]["max_points"] == 50
    assert event["state"] is state
    assert len(events.encode(event)) < 22_000
