"""Whatever is refused, the sentence about it is one for people: no paths, no jargon, no number formats."""

import json
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from app.data.errors import RefusedError
from app.data.points import Points
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.limits import Limits
from app.training.trainer import Trainer
from app.wire.checkpoint import checkpoint_to_wire
from app.wire.errors import WireError
from app.wire.experiment import experiment_to_wire
from app.wire.limits import WireLimits
from app.wire.parse import parse
from tests.wire.messages import good_messages
from tests.wire.test_fuzz import places

LIMITS = WireLimits(max_points=2000, max_hidden_layers=3, max_neurons=7)
MISSING = object()
BAD: list[Any] = [
    None, True, -1, 0, 0.5, 2.0, 7.5, 10_000_000, 2**53, -(2**70), 1e300, "", "few", "x" * 500, "\ud800",
    [], [0], [1.5, "a"], ["x1", "x1"], {}, {"a": 1}, [{"id": 1}], [1] * 2001, MISSING,
]  # fmt: skip
JARGON = re.compile(
    r"\b(integer|number from|null|None|JSON|object|list of|string|field|byte|base64|float|int|bool|dict"
    r"|finite|invalid|malformed|parameter)\b"
)
SNAKE = re.compile(r"\w+_\w+|[a-z]\w*\.\w+")
"""A name of the wire, or a path such as points.3.x1."""


def check(message: str) -> None:
    """Hold a sentence to what people can read."""
    assert re.fullmatch(r"[A-Z].*[.]", message), message
    assert not JARGON.search(message), message
    assert not SNAKE.search(message), message
    assert not re.search(r"(?<![\d.])\d{4}", message), f"thousands are set apart: {message}"
    assert not re.search(r"\d(,\d{3}){4}", message), f"no end of a number format: {message}"
    assert not re.search(r"-\d|e[+-]?\d", message), message
    assert "  " not in message
    assert len(message) <= 160, message


def messages() -> dict[str, dict[str, Any]]:
    """A good message of each kind; `configure` names all fields of an experiment."""
    good = good_messages()
    good["configure"]["changes"] = experiment_to_wire(Experiment())
    good["step until"] = {"type": "step", "id": 1, "until": "epoch"}
    checkpoint = initial(Experiment(hidden=(3,), optimizer="adam"), points((0, 1, 0)))
    good["load"]["checkpoint"] = checkpoint_to_wire(checkpoint)
    return good


def refusals() -> list[WireError]:
    """What comes of each value of each good message, replaced by every bad one, left out, or with another."""
    found = []
    for kind, message in messages().items():
        for *parents, last in places(message)[1:]:
            for value in BAD:
                spoilt = json.loads(json.dumps(messages()[kind]))
                holder: Any = spoilt
                for part in parents:
                    holder = holder[part]
                if value is not MISSING:
                    holder[last] = value
                elif isinstance(holder, dict):
                    del holder[last]
                else:
                    continue
                try:
                    parse(json.dumps(spoilt), LIMITS)
                except WireError as error:
                    found.append(error)
        try:
            parse(json.dumps({**message, "colour": "red"}), LIMITS)
        except WireError as error:
            found.append(error)
    return found


def test_every_refusal_of_a_value_is_a_sentence_for_people() -> None:
    found = refusals()
    assert len(found) > 2000
    for refusal in found:
        check(refusal.message)
        assert refusal.allowed, refusal.message


@pytest.mark.parametrize(
    "text",
    ["", "?", "[]", "null", "[" * 100_000, '{"id": 1, "id": 2}', '{"type": "speed", "id": 1, "x": NaN}',
     '{"type": "train", "id": ' + "9" * 5000 + "}", json.dumps({str(number): 0 for number in range(65)}),
     '"' + "x" * 2**21 + '"'],
)  # fmt: skip
def test_so_is_that_of_a_message_that_is_none(text: str) -> None:
    with pytest.raises(WireError) as caught:
        parse(text, LIMITS)
    check(caught.value.message)


SENTENCES = [
    ("generate", "count", 0, "Between 1 and 2,000 points."),
    ("generate", "count", 3000, "Between 1 and 2,000 points."),
    ("generate", "count", 1.5, "Between 1 and 2,000 points, in whole numbers."),
    ("configure", "learning_rate", 0, "A learning rate goes from 0.000001 to 100."),
    ("configure", "batch_size", 2001, "Between 1 and 2,000 points in a batch."),
    ("configure", "seed", -1, "A seed goes from 0 to 4,294,967,295."),
    ("configure", "classes", 5, "Between 2 and 4 classes."),
    ("configure", "hidden", [8], "At most 7 neurons in a layer on this server."),
    ("configure", "hidden", [1] * 4, "At most 3 hidden layers on this server."),
    ("add_layer", "neurons", 8, "Between 1 and 7 neurons in a layer."),
    ("configure", "schedule", "zigzag", "There is no such way for the rate to go."),
    ("configure", "schedule_steps", 0, "A rate falls in 1 to 10,000,000 steps."),
    (
        "configure",
        "largest_norm",
        -1,
        "A largest length of gradients goes from 0, which clips none, to 1,000,000.",
    ),
    ("split", "test_share", 1, "The share of test points goes from 0 to 0.9."),
    ("step", "updates", 0, "Between 1 and 10,000 steps at a time."),
    ("replace_points", "points", [{}] * 2001, "At most 2,000 points on this server."),
    ("set_targets", "target", 11, "A height goes from −10 to 10."),
]


@pytest.mark.parametrize(("kind", "field", "value", "words"), SENTENCES)
def test_what_people_type_is_answered_by_what_is_allowed(
    kind: str, field: str, value: Any, words: str
) -> None:
    message = good_messages()[kind]
    (message["changes"] if kind == "configure" else message)[field] = value
    with pytest.raises(WireError) as caught:
        parse(json.dumps(message), LIMITS)
    assert caught.value.message == words


def points(*places: tuple[float, float, float], ids: list[int] | None = None) -> Points:
    """Training points (x1, x2, target)."""
    x1, x2, target = np.array(places).T
    return Points(np.array(ids or range(len(places))), x1, x2, target, np.zeros(len(places), bool))


def test_so_is_what_a_trainer_refuses() -> None:
    trainer = Trainer(
        initial(Experiment(hidden=(2, 1)), Points()), Limits(max_points=1, max_neurons=2, max_hidden_layers=2)
    )
    asked: list[Callable[[], object]] = [
        trainer.check_ready,
        lambda: trainer.add_points(points((0, 0, 0), (1, 1, 1))),
        lambda: trainer.add_points(points((0, 0, 0), (1, 1, 1), ids=[7, 7])),
        lambda: trainer.add_points(points((0, 0, 7))),
        lambda: trainer.add_points(points((500, 0, 0))),
        lambda: trainer.remove_points([4]),
        lambda: trainer.move_points([4], [0], [0]),
        lambda: trainer.add_layer(9, 1),
        lambda: trainer.add_layer(2, 1),
        lambda: trainer.remove_layer(9),
        lambda: trainer.add_neuron(2),
        lambda: trainer.add_neuron(1),
        lambda: trainer.remove_neuron(2, 9),
        lambda: trainer.remove_neuron(3, 0),
        lambda: trainer.set_parameter(9, 0, 0, 1.0),
        lambda: trainer.set_parameter(2, 0, 0, float("inf")),
        lambda: trainer.generate("xor", 2, 0, 0, 1),
        lambda: trainer.configure({"task": "regression", "output": "softmax"}),
        lambda: trainer.configure({"cost": "huber", "output": "softmax"}),
    ]
    for ask in asked:
        with pytest.raises(RefusedError) as caught:
            ask()
        check(caught.value.message)
    trainer.add_points(points((0, 0, 1)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["points", 0, "id"], 1e300),
        (["points", 0], None),
        (["experiment", "evil"], 1),
        (["progress", "step"], "x"),
    ],
)
def test_what_is_wrong_with_a_checkpoint_is_not_said_to_be_the_page(path: list[Any], value: object) -> None:
    """It may be out of a file, which stays as it is however often the page is loaded anew."""
    message = messages()["load"]
    place = message["checkpoint"]
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    with pytest.raises(WireError) as refusal:
        parse(json.dumps(message), LIMITS)
    assert str(refusal.value) == "Something in this checkpoint can't be read."
    assert refusal.value.field == ".".join(map(str, ["checkpoint", *path]))
