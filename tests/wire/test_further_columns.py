"""Points with further columns as they cross the wire."""

import json

import pytest

from app.wire.commands import AddPoints
from app.wire.errors import WireError
from app.wire.limits import WireLimits
from app.wire.parse import parse
from app.wire.points import points_from_wire, points_to_wire

LIMITS = WireLimits()


def test_further_columns_cross_the_wire_both_ways() -> None:
    rows = [
        {"id": 1, "x1": 0.5, "x2": -0.5, "target": 0, "more": [1.5, -2.0]},
        {"id": 2, "x1": 0.0, "x2": 0.0, "target": 1},
    ]
    command = parse(json.dumps({"type": "add_points", "id": 1, "points": rows}), LIMITS)
    assert isinstance(command, AddPoints)
    read = points_from_wire(command.points)
    assert read.more.tolist() == [[1.5, -2.0], [0.0, 0.0]]
    assert [point["more"] for point in points_to_wire(read)] == [[1.5, -2.0], [0.0, 0.0]]


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ([1.0, 200.0], "points.0.more.1", "A further column lies between −100 and 100."),
        ([0.0] * 6, "points.0.more", "A point has at most five further columns."),
    ],
)
def test_further_columns_are_refused_in_words(more: list[float], field: str, sentence: str) -> None:
    row = {"id": 1, "x1": 0.5, "x2": -0.5, "target": 0, "more": more}
    with pytest.raises(WireError) as caught:
        parse(json.dumps({"type": "add_points", "id": 1, "points": [row]}), LIMITS)
    assert (caught.value.field, caught.value.message) == (field, sentence)


def test_points_of_the_plane_alone_are_told_as_they_always_were() -> None:
    row = {"id": 1, "x1": 0.5, "x2": -0.5, "target": 0, "test": True}
    command = parse(json.dumps({"type": "add_points", "id": 1, "points": [row]}), LIMITS)
    assert isinstance(command, AddPoints)
    assert points_to_wire(points_from_wire(command.points)) == [row]
