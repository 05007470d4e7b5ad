"""A message becomes the command that it is, or an error that names field, value and what is allowed."""

import json
from typing import Any

import numpy as np
import pytest

from app.wire.commands import COMMANDS, AddPoints, Configure, Load, SetParameter, Step
from app.wire.errors import WireError
from app.wire.limits import WireLimits
from app.wire.parse import parse
from app.wire.points import points_from_wire
from tests.wire.messages import CHECKPOINT, good_messages

LIMITS = WireLimits()


def refusal(message: object, limits: WireLimits = LIMITS) -> WireError:
    text = message if isinstance(message, str) else json.dumps(message)
    with pytest.raises(WireError) as caught:
        parse(text, limits)
    assert caught.value.message.endswith((".", '"'))
    return caught.value


def broken(kind: str, path: str, value: Any) -> dict[str, Any]:
    """A good message with one value replaced, or removed where the value is `...`."""
    message = good_messages()[kind]
    place: Any = message
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in parents:
        place = place[part]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return message


@pytest.mark.parametrize("kind", good_messages())
def test_a_good_message_of_each_kind(kind: str) -> None:
    message = good_messages()[kind]
    command = parse(json.dumps(message), LIMITS)
    assert isinstance(command, COMMANDS[kind])
    assert command.id == message["id"]


def test_points_arrive_as_they_were_sent() -> None:
    command = parse(json.dumps(good_messages()["add_points"]), LIMITS)
    assert isinstance(command, AddPoints)
    points = points_from_wire(command.points)
    assert [array.tolist() for array in points.arrays()] == [[3], [1.5], [-2.0], [1.0], [True], [[]]]


def test_a_clicked_point_is_a_training_point() -> None:
    command = parse(json.dumps(broken("add_points", "points.0.test", ...)), LIMITS)
    assert isinstance(command, AddPoints)
    assert command.points[0].test is False


def test_changes_are_those_that_were_named_with_lists_as_tuples() -> None:
    command = parse(json.dumps(good_messages()["configure"]), LIMITS)
    assert isinstance(command, Configure)
    assert command.changes == {"learning_rate": 1.0, "hidden": (4, 4), "shuffle": False}
    assert isinstance(command.changes["learning_rate"], float)


def test_a_step_until_the_end_of_the_epoch() -> None:
    command = parse('{"type": "step", "id": 0, "until": "epoch"}', LIMITS)
    assert isinstance(command, Step)
    assert (command.updates, command.until) == (None, "epoch")


def test_a_bias_has_no_source() -> None:
    command = parse(json.dumps(good_messages()["set_parameter"]), LIMITS)
    assert isinstance(command, SetParameter)
    assert command.source is None


def test_a_checkpoint_arrives_bit_for_bit() -> None:
    command = parse(json.dumps(good_messages()["load"]), LIMITS)
    assert isinstance(command, Load)
    assert (command.restored.experiment, command.restored.points) == (
        CHECKPOINT.experiment,
        CHECKPOINT.points,
    )
    np.testing.assert_array_equal(command.restored.progress.parameters, CHECKPOINT.progress.parameters)
    assert command.restored.progress.optimizer.keys() == {"mean", "squares", "updates"}


UNREADABLE = {
    "nothing": "",
    "half an object": '{"type": "train"',
    "a list": "[]",
    "a number": "5",
    "text": '"train"',
    "null": "null",
    "NaN": '{"type": "speed", "id": 1, "updates_per_second": NaN}',
    "minus infinity": '{"type": "speed", "id": 1, "updates_per_second": -Infinity}',
    "a field twice": '{"type": "train", "id": 1, "id": 2}',
    "a field twice further in": '{"type": "configure", "id": 1, "changes": {"l1": 0, "l1": 1}}',
    "deeply nested lists": "[" * 100_000,
    "deeply nested objects": '{"a":' * 100_000,
    "an integer of five thousand digits": '{"type": "train", "id": ' + "9" * 5000 + "}",
    "an object with more fields than any message": json.dumps({str(number): 0 for number in range(65)}),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_json_object_is_malformed(name: str) -> None:
    error = refusal(UNREADABLE[name])
    assert (error.code, error.id, error.field) == ("malformed", None, None)
    assert error.allowed


SURROGATE = "\ud800"
WRONG: list[tuple[str, str, Any, str, str]] = [
    # kind, path of what is broken, value, code, field where that is another path
    ("train", "type", ..., "malformed", ""),
    ("train", "type", "trainn", "malformed", ""),
    ("train", "type", 5, "malformed", ""),
    ("train", "type", ["train"], "malformed", ""),
    ("train", "type", SURROGATE, "malformed", ""),
    ("train", "speed", 1, "malformed", ""),
    ("train", "id", ..., "malformed", ""),
    ("train", "id", True, "invalid", ""),
    ("train", "id", -1, "invalid", ""),
    ("train", "id", 1.5, "invalid", ""),
    ("train", "id", "1", "invalid", ""),
    ("train", "id", None, "invalid", ""),
    ("train", "id", 2**53, "invalid", ""),
    ("train", "id", 10**300, "invalid", ""),
    ("step", "updates", 0, "invalid", ""),
    ("step", "updates", 10_001, "invalid", ""),
    ("step", "updates", ..., "invalid", ""),
    ("step", "until", "epoch", "invalid", "updates"),
    ("step", "until", "tomorrow", "invalid", ""),
    ("speed", "updates_per_second", 0.05, "invalid", ""),
    ("speed", "updates_per_second", True, "invalid", ""),
    ("speed", "updates_per_second", "10", "invalid", ""),
    ("speed", "updates_per_second", 10**400, "invalid", ""),
    ("speed", "updates_per_second", ..., "malformed", ""),
    ("reset", "seed", 2**32, "invalid", ""),
    ("add_points", "points", {}, "invalid", ""),
    ("add_points", "points", ..., "malformed", ""),
    ("add_points", "points.0", 7, "invalid", ""),
    ("add_points", "points.0.x1", 100.5, "invalid", ""),
    ("add_points", "points.0.x2", None, "invalid", ""),
    ("add_points", "points.0.target", 11, "invalid", ""),
    ("add_points", "points.0.test", 1, "invalid", ""),
    ("add_points", "points.0.colour", "red", "malformed", ""),
    ("add_points", "points.0.id", ..., "malformed", ""),
    ("move_points", "points.0.target", 1, "malformed", ""),
    ("remove_points", "ids.1", "4", "invalid", ""),
    ("remove_points", "ids.1", -4, "invalid", ""),
    ("remove_points", "ids", 4, "invalid", ""),
    ("set_targets", "target", -10.5, "invalid", ""),
    ("generate", "dataset", "galaxy", "invalid", ""),
    ("generate", "dataset", 4, "invalid", ""),
    ("generate", "count", 0, "invalid", ""),
    ("generate", "count", 5001, "limit", ""),
    ("generate", "noise", 1.01, "invalid", ""),
    ("generate", "test_share", 0.91, "invalid", ""),
    ("split", "seed", 0.5, "invalid", ""),
    ("configure", "changes", [], "invalid", ""),
    ("configure", "changes.colour", 1, "malformed", ""),
    ("configure", "changes.learning_rate", 0, "invalid", ""),
    ("configure", "changes.learning_rate", 1e999, "malformed", "-"),
    ("configure", "changes.features", ["x1", "x9"], "invalid", "changes.features.1"),
    ("configure", "changes.features", ["x2", "x1"], "invalid", ""),
    ("configure", "changes.hidden", [0], "invalid", "changes.hidden.0"),
    ("configure", "changes.hidden", [17], "limit", "changes.hidden.0"),
    ("configure", "changes.hidden", [4] * 9, "limit", ""),
    ("configure", "changes.seed", True, "invalid", ""),
    ("add_layer", "neurons", 17, "limit", ""),
    ("add_layer", "neurons", 0, "invalid", ""),
    ("add_layer", "layer", -2, "invalid", ""),
    ("remove_neuron", "neuron", "first", "invalid", ""),
    ("set_parameter", "source", ..., "malformed", ""),
    ("set_parameter", "value", "1/3", "invalid", ""),
    ("load", "training", "yes", "invalid", ""),
    ("load", "checkpoint", None, "invalid", ""),
    ("load", "checkpoint.version", 2, "invalid", ""),
    ("load", "checkpoint.version", ..., "malformed", ""),
    ("load", "checkpoint.secret", 2, "malformed", ""),
    ("load", "checkpoint.experiment.activation", "step", "invalid", ""),
    ("load", "checkpoint.experiment.cost", "huber", "invalid", ""),
    ("load", "checkpoint.experiment.hidden", [4], "bad_checkpoint", "checkpoint.progress.parameters"),
    ("load", "checkpoint.points.2.x1", "far", "invalid", ""),
    ("load", "checkpoint.points.2.id", 1, "duplicate_point", ""),
    ("load", "checkpoint.points.2.target", 2, "invalid", ""),
    ("load", "checkpoint.progress.batch", 99, "bad_checkpoint", ""),
    ("load", "checkpoint.progress.step", -1, "invalid", ""),
    ("load", "checkpoint.progress.parameters", "no base64", "invalid", ""),
    ("load", "checkpoint.progress.parameters", "AAAA", "invalid", ""),
    ("load", "checkpoint.progress.parameters", "é", "invalid", ""),
    ("load", "checkpoint.progress.parameters", [0.5], "invalid", ""),
    ("load", "checkpoint.progress.parameters", "AAAAAAAA8H8=", "bad_checkpoint", ""),
    ("load", "checkpoint.progress.optimizer", [], "invalid", ""),
    ("load", "checkpoint.progress.optimizer.mean", ..., "bad_checkpoint", "checkpoint.progress.optimizer"),
    ("load", "checkpoint.progress.optimizer.mean", None, "invalid", ""),
    ("load", "checkpoint.progress.last_batch", 5, "invalid", ""),
    ("load", "checkpoint.progress.last_batch", {}, "malformed", "checkpoint.progress.last_batch.cost"),
    ("load", "checkpoint.progress.last_batch.cost", ..., "malformed", ""),
    ("load", "checkpoint.progress.last_batch.cost", "low", "invalid", ""),
    ("load", "checkpoint.progress.last_batch.cost", 1e999, "malformed", "-"),
    ("load", "checkpoint.progress.last_batch.samples", 0, "invalid", ""),
    ("load", "checkpoint.progress.last_batch.samples", 2001, "invalid", ""),
    ("load", "checkpoint.progress.last_batch.samples", 9.0, "invalid", ""),
    ("load", "checkpoint.progress.last_batch.update", None, "invalid", ""),
    ("load", "checkpoint.progress.last_batch.update", "AAAAAAAA8H8=", "bad_checkpoint", ""),
    ("load", "checkpoint.progress.last_batch.batch", 0, "malformed", ""),
    ("load", "checkpoint.progress.optimizer.velocity", "", "bad_checkpoint", "checkpoint.progress.optimizer"),
]


@pytest.mark.parametrize(("kind", "path", "value", "code", "field"), WRONG)
def test_a_broken_message_is_refused_by_code_and_field(
    kind: str, path: str, value: Any, code: str, field: str
) -> None:
    error = refusal(broken(kind, path, value))
    assert (error.code, error.field) == (code, None if field == "-" else field or path)
    assert error.allowed
    assert "None" not in error.message
    json.dumps(error.given, allow_nan=False)


def test_the_answer_carries_the_id_unless_the_id_itself_is_at_fault() -> None:
    assert refusal({"type": "fly", "id": 12}).id == 12
    assert refusal({"type": "split", "id": 12, "seed": -1, "test_share": 0}).id == 12
    for wrong in (True, -1, 1.0, "12", 2**53, None, [12]):
        assert refusal({"type": "fly", "id": wrong}).id is None


def test_the_sentence_says_what_is_allowed_and_the_fields_say_where_and_what_was_given() -> None:
    error = refusal(broken("add_points", "points.0.x1", 250))
    assert error.message == "A point lies between −100 and 100 in both directions."
    assert (error.field, error.given, error.allowed) == ("points.0.x1", 250, "a number from -100 to 100")
    error = refusal(broken("speed", "updates_per_second", "fast"))
    assert error.message == "Between 0.1 and 1,000,000 steps a second, or no limit."
    assert (error.given, error.allowed) == ("fast", "a number from 0.1 to 1000000, or null")


def test_what_was_given_is_cut_short() -> None:
    error = refusal(broken("generate", "dataset", "x" * 5000))
    assert isinstance(error.given, str)
    assert len(error.given) == 80
    assert len(error.message) < 300
    assert len(refusal({"type": "train", "id": 1, "y" * 5000: 1}).field or "") == 80


def test_a_message_over_the_limit_in_bytes_is_refused_by_its_length() -> None:
    limits = WireLimits(max_message_bytes=40)
    fits = '{"type": "train", "id": 1}'
    assert parse(fits.ljust(40), limits).id == 1
    assert refusal(fits.ljust(41), limits).code == "limit"
    wide = '"' + "é" * 20 + '"'
    error = refusal(wide, limits)
    assert (error.code, error.given, error.allowed) == ("limit", 42, "at most 40 bytes")


@pytest.mark.parametrize("kind", ["add_points", "move_points", "replace_points"])
def test_more_points_than_the_limit_are_refused_before_they_are_looked_at(kind: str) -> None:
    error = refusal(broken(kind, "points", ["no point"] * 11), WireLimits(max_points=10))
    assert (error.code, error.field, error.given) == ("limit", "points", 11)
