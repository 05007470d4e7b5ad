"""Points as they cross the wire."""

from collections.abc import Sequence
from typing import Annotated, NotRequired, TypedDict

import numpy as np
from pydantic import BeforeValidator, Field

from app.data.points import MOST_FURTHER, Points
from app.wire.kinds import Coordinate, Further, Id, Target, WireModel, not_too_many
from app.wire.marks import Doc


class PointObject(TypedDict):
    """A point of the plane."""

    id: int
    x1: float
    x2: float
    target: Annotated[float, Doc("the class (0, 1, ...), or the real target in regression")]
    test: bool
    more: NotRequired[
        Annotated[
            list[float],
            Doc(f"its further coordinates x3, x4 ..., at most {MOST_FURTHER}; absent where no point has any"),
        ]
    ]


class PointModel(WireModel):
    """One point; clicked points are training points unless they say otherwise."""

    id: Id
    x1: Coordinate
    x2: Coordinate
    target: Target
    test: bool = False
    more: Further = Field(default_factory=list)


class PlaceModel(WireModel):
    """Where a point that exists already moves to."""

    id: Id
    x1: Coordinate
    x2: Coordinate
    more: Annotated[Further | None, Doc("its further coordinates; absent: they stay")] = None


_LIST = Field(fail_fast=True, description="a list of points")

PointList = Annotated[list[PointModel], _LIST, BeforeValidator(not_too_many)]
PlaceList = Annotated[list[PlaceModel], _LIST, BeforeValidator(not_too_many)]


def points_from_wire(points: Sequence[PointModel]) -> Points:
    """The points of a command, as training has them: those without a further coordinate have a 0 there."""
    more = np.zeros((len(points), max((len(point.more) for point in points), default=0)))
    if more.size:
        for row, point in zip(more, points, strict=True):
            row[: len(point.more)] = point.more
    return Points(
        id=np.array([point.id for point in points], np.int64),
        x1=np.array([point.x1 for point in points], np.float64),
        x2=np.array([point.x2 for point in points], np.float64),
        target=np.array([point.target for point in points], np.float64),
        test=np.array([point.test for point in points], np.bool_),
        more=more,
    )


def points_to_wire(points: Points) -> list[PointObject]:
    """Points as an event has them; a class is written as an integer."""
    targets = [int(target) if target.is_integer() else target for target in points.target.tolist()]
    columns = (points.id.tolist(), points.x1.tolist(), points.x2.tolist(), targets, points.test.tolist())
    told: list[PointObject] = [
        {"id": id_, "x1": x1, "x2": x2, "target": target, "test": test}
        for id_, x1, x2, target, test in zip(*columns, strict=True)
    ]
    if points.width:
        for point, more in zip(told, points.more.tolist(), strict=True):
            point["more"] = more
    return told
