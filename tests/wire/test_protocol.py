"""docs/protocol.md and the code say the same: every command, event, field, range, default, limit and code."""

import ast
import json
import re
import struct
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from app.data.errors import RefusedError
from app.data.points import COORDINATES, MAX_ID, REAL_TARGETS
from app.nn.optimizers import OPTIMIZERS
from app.training import errors as training_errors
from app.training.experiment import CHOICES, RANGES, Experiment
from app.training.inspection import inspect
from app.training.trace import trace
from app.wire import events
from app.wire.checkpoint import CheckpointModel, ProgressModel, checkpoint_to_wire
from app.wire.commands import COMMANDS
from app.wire.errors import WireError
from app.wire.frame import encode_frame
from app.wire.kinds import WireModel
from app.wire.limits import WireLimits
from app.wire.options import options
from app.wire.parse import MOST_FIELDS, parse
from app.wire.points import Place, Point
from tests.repository import committed
from tests.wire.messages import CHECKPOINT, good_messages
from tests.wire.protocol_page import (
    command_rows,
    names,
    number,
    page,
    quoted_names,
    sentence,
    table,
    tables_with,
)

COMMAND_ROWS = command_rows()
EVENT_ROWS = {names(row["type"])[0]: row for row in tables_with("type", "fields")}
EXPERIMENT_ROWS = {
    name: row for row in tables_with("field", "kind", "default") for name in names(row["field"])
}
FRAME_ROWS = table("offset")


def test_the_commands_and_their_fields() -> None:
    documented = {kind: set(names(row["fields"])) for kind, row in COMMAND_ROWS.items()}
    assert documented == {kind: set(model.model_fields) - {"type", "id"} for kind, model in COMMANDS.items()}


@pytest.mark.parametrize(("kind", "model"), [("add_points", Point), ("move_points", Place)])
def test_the_fields_of_a_point(kind: str, model: type[Point] | type[Place]) -> None:
    inside = re.search(r"\{(.*)\}", COMMAND_ROWS[kind]["fields"])
    assert inside is not None
    assert names(inside[1]) == list(model.model_fields)


def test_which_fields_may_be_left_out() -> None:
    models: dict[str, type[WireModel]] = {
        **COMMANDS,
        "point": Point,
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
        ("last_batch", "progress"),
    }  # fmt: skip
    text = sentence("All fields are required except", "doesn't use.")
    assert names(text) == [
        "test", "seed", "reset", "training", "load", "last_batch", "progress", "updates", "until", "step",
    ]  # fmt: skip


RANGED = [
    (kind, name, *bounds)
    for kind, row in COMMAND_ROWS.items()
    for name, *bounds in re.findall(r"`(\w+)` \(([\d.]+)\.\.(\d[\d.]*|`\w+`)", row["fields"])
]


def accepted(kind: str, name: str, value: Any) -> bool:
    try:
        parse(json.dumps({**good_messages()[kind], name: value}), WireLimits())
    except WireError:
        return False
    return True


def test_ranges_are_documented_for_five_fields() -> None:
    assert [(kind, name) for kind, name, *_ in RANGED] == [
        ("step", "updates"),
        ("speed", "updates_per_second"),
        ("generate", "count"),
        ("generate", "noise"),
        ("generate", "test_share"),
    ]


@pytest.mark.parametrize(("kind", "name", "low", "high"), RANGED)
def test_a_range_holds_its_ends_and_nothing_beyond(kind: str, name: str, low: str, high: str) -> None:
    first = number(low)
    last = WireLimits().max_points if high == "`max_points`" else number(high)
    beyond = 1 if isinstance(first, int) and isinstance(last, int) and last > 1 else 0.01
    assert accepted(kind, name, first)
    assert accepted(kind, name, last)
    assert not accepted(kind, name, first - beyond)
    assert not accepted(kind, name, last + beyond)


def test_ids_coordinates_and_targets() -> None:
    text = sentence("A point's `target`", "A parameter's `layer`")
    ranges = re.findall(r"(-\d+)\.\.(\d+)", text)
    assert [(number(low), number(high)) for low, high in ranges] == [REAL_TARGETS, COORDINATES]
    assert [number(last) for last in re.findall(r"integers from 0 to (2\^53 - 1)", text)] == [MAX_ID]


def test_the_events_and_their_fields() -> None:
    state = events.state(0, CHECKPOINT, False, None, "")
    made = [
        events.welcome(WireLimits(), state),
        state,
        events.status("paused", None, 0),
        events.ack(0, 0, 0),
        events.error(RefusedError("No."), None),
        events.checkpoint(0, CHECKPOINT.progress),
        events.diverged(0, "cost", 0.1, 0, CHECKPOINT.progress),
        events.trace(0, trace(CHECKPOINT, None)),
        events.inspection(0, inspect(CHECKPOINT, (2, 0, 0), None), (2, 0, 0)),
        events.inspection_ended(0, ""),
    ]
    documented = {kind: set(names(row["fields"])) for kind, row in EVENT_ROWS.items()}
    assert documented == {event["type"]: event.keys() - {"type"} for event in made}
    assert events.welcome(WireLimits(), state)["protocol"] == 1
    assert page().startswith("# The wire, protocol 1\n")


def test_the_error_codes() -> None:
    documented = set(re.findall(r"`([a-z_]+)`[ ,.]", sentence("`code` is one of:", "A refused command")))
    kinds = [kind for kind in vars(training_errors).values() if isinstance(kind, type)]
    raised = {kind.code for kind in kinds if issubclass(kind, RefusedError)}
    for path in committed("app/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "WireError":
                code = node.args[0]
                assert isinstance(code, ast.Constant)
                raised.add(str(code.value))
    assert documented == raised


def test_the_limit_of_fields_in_an_object() -> None:
    assert re.findall(r"more than (\d+) fields", page()) == [str(MOST_FIELDS)]


def test_the_experiment_has_the_documented_fields_in_order() -> None:
    assert list(EXPERIMENT_ROWS) == [field.name for field in fields(Experiment)]


@pytest.mark.parametrize("name", EXPERIMENT_ROWS)
def test_a_field_of_the_experiment_has_the_documented_default(name: str) -> None:
    default = getattr(Experiment(), name)
    assert json.loads(EXPERIMENT_ROWS[name]["default"]) == (
        list(default) if isinstance(default, tuple) else default
    )


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_has_the_documented_names_in_order(name: str) -> None:
    assert quoted_names(EXPERIMENT_ROWS[name]["kind"]) == list(CHOICES[name])


@pytest.mark.parametrize("name", RANGES)
def test_a_number_has_the_documented_range(name: str) -> None:
    bounds = re.match(r"([\d.]*\d)\.\.([\d.]*\d)", EXPERIMENT_ROWS[name]["kind"])
    assert bounds is not None
    assert (number(bounds[1]), number(bounds[2])) == RANGES[name]


def test_the_sizes_of_hidden_layers_are_the_limits() -> None:
    limits = WireLimits()
    kind = EXPERIMENT_ROWS["hidden"]["kind"]
    assert kind == f"list of 0..{limits.max_hidden_layers} integers 1..{limits.max_neurons}"


def test_the_fields_of_progress_and_of_a_checkpoint() -> None:
    documented = [name for row in table("field of `progress`") for name in names(row["field of `progress`"])]
    assert documented == list(ProgressModel.model_fields)
    form = json.loads(sentence("*checkpoint*: `", "`").replace("[...]", "0").replace("...", "0"))
    assert list(form) == list(checkpoint_to_wire(CHECKPOINT)) == list(CheckpointModel.model_fields)
    assert form["version"] == checkpoint_to_wire(CHECKPOINT)["version"]


def test_the_state_vectors_of_the_optimizers() -> None:
    rows = {row["field of `progress`"]: row["meaning"] for row in table("field of `progress`")}
    meaning = rows["`optimizer`"]
    for name, optimizer in OPTIMIZERS.items():
        for vector in optimizer.state_sizes(5):
            assert f"`{vector}`" in meaning, name


SIZES = {"uint32": ("I", 4), "float32": ("f", 4), "float64": ("d", 8)}


def test_the_offsets_of_a_frame_follow_from_its_types() -> None:
    offset = 0
    for row in FRAME_ROWS[:-2]:
        assert int(row["offset"]) == offset
        offset += SIZES[row["type"]][1]
    assert [row["offset"] for row in FRAME_ROWS[-2:]] == [str(offset), f"{offset} + 4P"]
    assert {row["type"] for row in FRAME_ROWS[-2:]} == {"float32 × P"}


def test_a_frame_read_by_the_documented_table() -> None:
    given = {
        "revision": 5, "step": 6, "epoch": 7, "train_cost": 8.5, "test_cost": 9.5, "batch_cost": 10.5,
        "train_accuracy": 0.25, "test_accuracy": 0.5, "measured_rate": 11.5, "batch_samples": 12,
    }  # fmt: skip
    vectors = {"parameters": np.array([1.5, 2.5]), "update": np.array([3.5, 4.5])}
    frame = encode_frame(training=True, kept=True, **given, **vectors)  # type: ignore[arg-type]
    read = [
        struct.unpack_from("<" + SIZES[row["type"]][0], frame, int(row["offset"]))[0]
        for row in FRAME_ROWS[:-2]
    ]
    magic = int(re.search(r"0x[0-9a-fA-F]+", FRAME_ROWS[0]["field"])[0], 16)  # type: ignore[index]
    training, kept = map(int, re.findall(r"\b(\d) ", FRAME_ROWS[1]["field"]))
    assert read == [magic, training | kept, 5, 2, *list(given.values())[1:]]


def test_the_limits_with_their_defaults() -> None:
    text = sentence("`welcome.limits` names them:", "Each is a setting")
    documented = {name: number(value) for name, value in re.findall(r"`(\w+)` (\d+(?: MiB)?)", text)}
    assert documented == WireLimits().to_wire()


def test_the_options() -> None:
    text = sentence("## Options", "## Limits")
    choices = re.search(r"each choice of an experiment \(([^)]*)\)", text)
    assert choices is not None
    assert set(names(choices[1])) == set(CHOICES)
    assert set(options()) == {*CHOICES, "datasets"}
    inside = re.search(r"`datasets`: a list of \{([^}]*)\}", text)
    assert inside is not None
    assert names(inside[1]) == list(options()["datasets"][0])
