"""What can't be done is refused by name, changes nothing at all, and the session goes on."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serve.browser import Browser, points
from tests.serve.conftest import StartServer

DRAW = {"noise": 0, "test_share": 0, "seed": 0}

REFUSED: list[tuple[str, dict[str, Any], str, str | None]] = [
    # command, fields, code, field
    ("step", {"updates": 0}, "invalid", "updates"),
    ("step", {"updates": 10_001}, "invalid", "updates"),
    ("speed", {"updates_per_second": 0.01}, "invalid", "updates_per_second"),
    ("speed", {"updates_per_second": "fast"}, "invalid", "updates_per_second"),
    ("reset", {"seed": -1}, "invalid", "seed"),
    ("add_points", {"points": points((1, 2, 0), (101, 2, 1), first_id=900)}, "invalid", "points.1.x1"),
    ("add_points", {"points": points((1, 2, 7), first_id=900)}, "invalid", "points.0.target"),
    ("add_points", {"points": points((1, 2, 0), first_id=0)}, "duplicate_point", "points.0.id"),
    ("move_points", {"points": [{"id": 0, "x1": 0, "x2": 0}, {"id": 999, "x1": 0, "x2": 0}]},
     "unknown_point", "points.1.id"),
    ("remove_points", {"ids": [0, 1, 999]}, "unknown_point", "ids.2"),
    ("set_targets", {"ids": [0, 999], "target": 1}, "unknown_point", "ids.1"),
    ("set_targets", {"ids": [0], "target": 2}, "invalid", "target"),
    ("replace_points", {"points": points((1, 2, 0), (1, 2, 0)) * 2}, "duplicate_point", "points.2.id"),
    ("generate", {"dataset": "cats", **DRAW, "count": 9}, "invalid", "dataset"),
    ("generate", {"dataset": "xor", **DRAW, "count": 5001}, "limit", "count"),
    ("split", {"test_share": 0.95, "seed": 1}, "invalid", "test_share"),
    ("configure", {"changes": {"learning_rate": 0}}, "invalid", "changes.learning_rate"),
    ("configure", {"changes": {"learning_rate": 1, "colour": "red"}}, "malformed", "changes.colour"),
    ("configure", {"changes": {"hidden": [4] * 9}}, "limit", "changes.hidden"),
    ("configure", {"changes": {"hidden": [4, 17]}}, "limit", "changes.hidden.1"),
    ("add_layer", {"layer": 9, "neurons": 3}, "unknown_parameter", "layer"),
    ("remove_layer", {"layer": 4}, "unknown_parameter", "layer"),
    ("add_neuron", {"layer": 1}, "unknown_parameter", "layer"),
    ("remove_neuron", {"layer": 2, "neuron": 4}, "unknown_parameter", "neuron"),
    ("set_parameter", {"layer": 2, "neuron": 0, "source": 2, "value": 1}, "unknown_parameter", None),
    ("load", {"checkpoint": {"version": 2}}, "invalid", "checkpoint.version"),
    ("dance", {}, "malformed", "type"),
    ("train", {"quickly": True}, "malformed", "quickly"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "fields", "code", "field"), REFUSED)
def test_refused(
    trained: Browser, command: str, fields: dict[str, Any], code: str, field: str | None
) -> None:
    before = trained.checkpoint()
    error = trained.ask_in_vain(command, **fields)
    assert error["code"] == code, error
    if field is not None:
        assert error["field"] == field, error
    assert error["message"].endswith(".")
    assert trained.checkpoint() == before


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("progress", "parameters"), "AAAA"),
        (("progress", "parameters"), "AAAAAAAA8H8="),
        (("progress", "step"), -1),
        (("progress", "batch"), 999),
        (("progress", "optimizer"), {"velocity": "AAAAAAAA8D8="}),
        (("experiment", "hidden"), [16] * 9),
        (("points",), points((1, 2, 3))),
        (("version",), 2),
        (("extra",), 1),
    ],
)
def test_a_checkpoint_from_outside_is_not_trusted(
    trained: Browser, path: tuple[str, ...], value: object
) -> None:
    before = trained.checkpoint()
    spoilt = json.loads(json.dumps(before))
    holder = spoilt
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    error = trained.ask_in_vain("load", checkpoint=spoilt)
    assert error["code"] in {"bad_checkpoint", "invalid", "limit", "malformed"}, error
    assert trained.checkpoint() == before


# Of a message that can't be read at all there is no id to answer with.
UNREADABLE: list[str | bytes] = [
    b"bytes", b"", b'{"type": "train", "id": 1}', "", " ", "?", "[]", "null", "7", '"train"', "{}",
    '{"type": "train", "id": 1', "{'type': 'train'}", '{"type": "train", "id": 1} {}',
    "[" * 100_000, '{"type":' * 100_000,
    '{"type": "train", "id": 1, "id": 2}', '{"type": "train", "type": "pause", "id": 1}',
    '{"type": "configure", "id": 1, "changes": {"l1": 0, "l1": 0}}',
    '{"type": "speed", "id": 1, "updates_per_second": NaN}',
    '{"type": "speed", "id": 1, "updates_per_second": -Infinity}',
    '{"type": "train", "id": 1, "note": "a tab\tin text"}',
    '{"type": "train", "id": ' + "9" * 5000 + "}",
]  # fmt: skip


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_read_is_answered_without_an_id(trained: Browser, text: str | bytes) -> None:
    before = trained.checkpoint()
    trained.connection.send(text)
    error = trained.event("error")
    assert (error["id"], error["code"]) == (None, "malformed")
    assert error["message"].endswith(".")
    assert trained.checkpoint() == before


# What belongs to a command that can be read is answered with its id, and names the field.
ODD: list[tuple[str, str, str, str]] = [
    # command, its fields as JSON, code, field
    ("step", '"updates": 1.0', "invalid", "updates"),
    ("step", '"updates": 1e0', "invalid", "updates"),
    ("step", '"updates": true', "invalid", "updates"),
    ("step", '"updates": "1"', "invalid", "updates"),
    ("step", '"updates": 9007199254740993', "invalid", "updates"),
    ("speed", '"updates_per_second": 1e999', "invalid", "updates_per_second"),
    ("speed", '"updates_per_second": true', "invalid", "updates_per_second"),
    ("set_parameter", '"layer": 2, "neuron": 0, "source": null, "value": 1e400', "invalid", "value"),
    ("set_parameter", f'"layer": 2, "neuron": 0, "source": null, "value": 1{"0" * 400}', "invalid", "value"),
    ("set_parameter", '"layer": 2, "neuron": 0, "source": false, "value": 1', "invalid", "source"),
    ("set_parameter", '"layer": 2.0, "neuron": 0, "source": 0, "value": 1', "invalid", "layer"),
    ("add_points", '"points": [{"id": 9, "x1": 1e400, "x2": 0, "target": 0}]', "invalid", "points.0.x1"),
    ("add_points", '"points": [{"id": 1e1, "x1": 1, "x2": 0, "target": 0}]', "invalid", "points.0.id"),
    ("add_points", '"points": [{"id": 9007199254740992, "x1": 1, "x2": 0, "target": 0}]', "invalid",
     "points.0.id"),
    ("add_points", '"points": [{"id": 70, "x1": 1, "x2": 0, "target": false}]', "invalid", "points.0.target"),
    ("add_points", '"points": [{"id": 70, "x1": 1, "x2": 0, "target": 0.5}]', "invalid", "points.0.target"),
    ("add_points", '"points": [{"id": 70, "x1": 1, "x2": 0, "target": 0, "test": null}]', "invalid",
     "points.0.test"),
    ("remove_points", '"ids": [0, 0]', "duplicate_point", "ids.1"),
    ("remove_points", '"ids": [-0.0]', "invalid", "ids.0"),
    ("configure", '"changes": {"shuffle": 1}', "invalid", "changes.shuffle"),
    ("configure", '"changes": {"l1": false}', "invalid", "changes.l1"),
    ("configure", '"changes": {"hidden": [4.0]}', "invalid", "changes.hidden.0"),
    ("configure", '"changes": {"hidden": [[4]]}', "invalid", "changes.hidden.0"),
    ("configure", '"changes": {"batch_size": null}', "invalid", "changes.batch_size"),
    ("configure", '"changes": {"activation": "\\ud800"}', "invalid", "changes.activation"),
    ("configure", '"changes": {"\\udfff": 1}', "malformed", "changes.?"),
    ("generate", '"dataset": "\\u0000", "count": 9, "noise": 0, "test_share": 0, "seed": 1', "invalid",
     "dataset"),
    ("trace", f'"point": {"[" * 200}{"]" * 200}', "invalid", "point"),
    ("load", '"checkpoint": {"version": 1.0, "experiment": {}, "points": [], "progress": {}}', "invalid",
     "checkpoint.version"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "fields", "code", "field"), ODD)
def test_what_is_almost_right_is_refused_by_field(
    trained: Browser, command: str, fields: str, code: str, field: str
) -> None:
    before = trained.checkpoint()
    trained.connection.send(f'{{"type": "{command}", "id": 77, {fields}}}')
    error = trained.event("error")
    assert (error["id"], error["code"], error["field"]) == (77, code, field), error
    assert error["allowed"]
    assert trained.checkpoint() == before


@pytest.mark.parametrize(
    "given", ["-1", "1.5", "1.0", "1e0", "true", "null", '"1"', "[1]", "9007199254740992"]
)
def test_an_id_that_is_none_is_refused_without_one(trained: Browser, given: str) -> None:
    trained.connection.send(f'{{"type": "pause", "id": {given}}}')
    error = trained.event("error")
    assert (error["id"], error["code"], error["field"]) == (None, "invalid", "id")


@pytest.mark.parametrize("text", ['{"type": "train"}', '{"id": 1}', '{"type": 1, "id": 1}'])
def test_a_command_needs_a_type_and_an_id(trained: Browser, text: str) -> None:
    before = trained.checkpoint()
    trained.connection.send(text)
    error = trained.event("error")
    assert (error["code"], error["field"]) == ("malformed", "id" if "train" in text else "type")
    assert trained.checkpoint() == before


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = [name for name, *_ in REFUSED]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    type_=st.sampled_from([*NAMES, "pause", "set_parameter"]),
    fields=st.dictionaries(
        st.sampled_from(
            ["updates", "until", "points", "ids", "target", "seed", "changes", "layer", "neurons", "x"]
        ),
        JSON,
        max_size=3,
    ),
)
def test_whatever_is_sent_gets_exactly_one_answer(
    browser: Browser, type_: str, fields: dict[str, Any]
) -> None:
    command = browser.send(type_, **fields)
    last = browser.send("pause")
    answer = browser.answer_to(last)
    answers = [event for event in answer.events if event["type"] in {"ack", "error"}]
    assert [event["id"] for event in answers] == [command]
    assert answer.last["type"] == "ack"


def test_training_needs_a_training_point(browser: Browser) -> None:
    assert browser.ask_in_vain("train")["code"] == "no_points"
    assert browser.ask_in_vain("step", updates=1)["code"] == "no_points"
    browser.ask("add_points", points=[{"id": 1, "x1": 0, "x2": 0, "target": 0, "test": True}])
    assert browser.ask_in_vain("train")["code"] == "no_points"


def test_the_limits_are_the_servers_settings(start_server: StartServer) -> None:
    port = start_server(max_points=3, max_hidden_layers=1, max_neurons=5)
    with Browser(port) as browser:
        limits = browser.event("welcome")["limits"]
        assert (limits["max_points"], limits["max_hidden_layers"], limits["max_neurons"]) == (3, 1, 5)
        browser.ask("add_points", points=points((0, 0, 0), (1, 1, 1)))
        error = browser.ask_in_vain("add_points", points=points((0, 0, 0), (1, 1, 1), first_id=5))
        assert (error["code"], error["given"]) == ("limit", 4)
        assert browser.ask_in_vain("add_layer", layer=2, neurons=6)["code"] == "limit"
