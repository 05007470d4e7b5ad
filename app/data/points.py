"""The points on the plane, and edits of them that either succeed as a whole or change nothing."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from app.data.errors import DuplicatePointError, InvalidValueError, LimitError, UnknownPointError
from app.data.wording import counted

MAX_ID = 2**53 - 1
COORDINATES = (-100.0, 100.0)
MOST_FURTHER = 5
"""Further coordinates of a point, x3 to x7: with x1 and x2 they are as many as a network may have inputs."""
REAL_TARGETS = (-10.0, 10.0)


_KINDS: dict[str, type[np.generic]] = {
    "id": np.int64, "x1": np.float64, "x2": np.float64, "target": np.float64, "test": np.bool_,
    "more": np.float64,
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Points:
    """Points as six read-only arrays of one length: a value, which an edit leaves alone and returns anew.

    `id` (int64, unique), `x1`, `x2` (float64), `target` (float64: the class 0, 1, ... or a real number),
    `test` (bool: kept from training), `more` (float64, (points, further coordinates)): x3, x4 and so on,
    none for points of the plane alone. A coordinate that a point doesn't have is 0. Edits refuse with a
    `RefusedError` whose field is the path in what was handed in ("points.3.x1"). `classes` is the number of
    classes, or None where targets are real numbers.
    """

    id: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    x1: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    x2: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    target: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    test: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    more: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 0)))

    def __post_init__(self) -> None:
        if self.more.shape == (0, 0):
            object.__setattr__(self, "more", np.empty((len(self.id), 0)))
        for name, kind in _KINDS.items():
            array = np.array(getattr(self, name), dtype=kind)
            array.flags.writeable = False
            object.__setattr__(self, name, array)
        *columns, more = (array.shape for array in self.arrays())
        if {*columns, more[:1]} != {(len(self.id),)} or len(more) != 2:
            raise ValueError("the arrays of points differ in length")

    def __len__(self) -> int:
        return len(self.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Points) and all(
            np.array_equal(mine, theirs)
            for mine, theirs in zip(
                self.wide(other.width).arrays(), other.wide(self.width).arrays(), strict=True
            )
        )

    __hash__ = None  # type: ignore[assignment]

    def add(self, added: "Points", classes: int | None, limit: int) -> "Points":
        """These points followed by `added`, at most `limit` altogether."""
        _check(added, classes)
        _check_count(len(self) + len(added), limit)
        taken = np.flatnonzero(np.isin(added.id, self.id))
        if taken.size:
            raise _duplicate(f"points.{taken[0]}.id", int(added.id[taken[0]]))
        pairs = zip(self.wide(added.width).arrays(), added.wide(self.width).arrays(), strict=True)
        return Points(*(np.concatenate(pair) for pair in pairs))

    def move(
        self,
        ids: Sequence[int],
        x1: Sequence[float],
        x2: Sequence[float],
        more: Sequence[Sequence[float] | None] | None = None,
    ) -> "Points":
        """These points with new places for those named by `ids`.

        `more` are their further coordinates; those of a point stay where it has None.
        """
        index = self._index(ids, "points.{}.id")
        _check_range("x1", np.asarray(x1, dtype=float), COORDINATES)
        _check_range("x2", np.asarray(x2, dtype=float), COORDINATES)
        wide = self if more is None else self._with_further(index, more)
        return dataclasses.replace(wide, x1=_put(self.x1, index, x1), x2=_put(self.x2, index, x2))

    def remove(self, ids: Sequence[int]) -> "Points":
        """These points without those named by `ids`."""
        kept = np.ones(len(self), np.bool_)
        kept[self._index(ids, "ids.{}")] = False
        return self.chosen(kept)

    def chosen(self, places: NDArray[np.intp] | NDArray[np.bool_]) -> "Points":
        """The points at these places, in their order, or those where a mask is true."""
        return Points(*(array[places] for array in self.arrays()))

    def set_targets(self, ids: Sequence[int], target: float, classes: int | None) -> "Points":
        """These points with one new class or real target for those named by `ids`."""
        index = self._index(ids, "ids.{}")
        _check_targets(np.array([target], dtype=float), classes, "target")
        return dataclasses.replace(self, target=_put(self.target, index, target))

    def replace(self, points: "Points", classes: int | None, limit: int) -> "Points":
        """`points` in the place of these, at most `limit`."""
        return Points().add(points, classes, limit)

    def with_test(self, test: NDArray[np.bool_]) -> "Points":
        """These points with another choice of test points, shape (points,)."""
        return dataclasses.replace(self, test=test)

    def fitted(self, classes: int | None) -> "Points":
        """These points for another task: real targets become the nearest class, classes stay as they are."""
        if classes is None:
            return self
        return dataclasses.replace(self, target=np.clip(np.rint(self.target), 0, classes - 1))

    def arrays(self) -> tuple[NDArray[Any], ...]:
        """`id`, `x1`, `x2`, `target`, `test` and `more`."""
        return self.id, self.x1, self.x2, self.target, self.test, self.more

    @property
    def width(self) -> int:
        """How many further coordinates there are."""
        return int(self.more.shape[1])

    def wide(self, width: int) -> "Points":
        """These points with so many further coordinates at least; the new ones are 0."""
        if width <= self.width:
            return self
        new = np.zeros((len(self), width - self.width))
        return dataclasses.replace(self, more=np.hstack([self.more, new]))

    def coordinates(self, count: int) -> list[NDArray[np.float64]]:
        """x1, x2, x3 and so on: so many columns, each of shape (points,)."""
        return [self.x1, self.x2, *self.wide(count - 2).more.T][:count]

    def _with_further(self, index: NDArray[np.intp], more: Sequence[Sequence[float] | None]) -> "Points":
        wide = self.wide(max((len(row) for row in more if row is not None), default=0))
        rows = wide.more[index]
        for row, given in zip(rows, more, strict=True):
            if given is not None:
                row[: len(given)], row[len(given) :] = given, 0
        _check_further(rows)
        coordinates = wide.more.copy()
        coordinates[index] = rows
        return dataclasses.replace(wide, more=coordinates)

    def _index(self, ids: Sequence[int], path: str) -> NDArray[np.intp]:
        wanted = np.asarray(ids, dtype=np.int64)
        _check_unique(wanted, path)
        order = np.argsort(self.id)
        place = np.searchsorted(self.id, wanted, sorter=order)
        index = order[np.minimum(place, len(self) - 1)] if len(self) else np.zeros(len(wanted), np.intp)
        unknown = np.flatnonzero(self.id[index] != wanted) if len(self) else np.arange(len(wanted))
        if unknown.size:
            given = int(wanted[unknown[0]])
            raise UnknownPointError(
                "This point is not there any more. It may have been removed meanwhile.",
                field=path.format(unknown[0]), given=given, allowed="the id of a point that exists",
            )  # fmt: skip
        return index


def _put(values: NDArray[np.float64], index: NDArray[np.intp], new: ArrayLike) -> NDArray[np.float64]:
    changed = values.copy()
    changed[index] = new
    return changed


def _check(points: Points, classes: int | None) -> None:
    _check_unique(points.id, "points.{}.id")
    outside = np.flatnonzero((points.id < 0) | (points.id > MAX_ID))
    if outside.size:
        raise InvalidValueError.at(
            f"points.{outside[0]}.id", int(points.id[outside[0]]), f"an integer from 0 to {MAX_ID}"
        )
    _check_range("x1", points.x1, COORDINATES)
    _check_range("x2", points.x2, COORDINATES)
    _check_further(points.more)
    _check_targets(points.target, classes, "points.{}.target")


def _check_further(more: NDArray[np.float64]) -> None:
    if more.shape[1] > MOST_FURTHER:
        raise InvalidValueError.at("points.0.more", more.shape[1], f"at most {MOST_FURTHER} numbers")
    for place, column in enumerate(more.T):
        _check_range(f"more.{place}", column, COORDINATES)


def _check_unique(ids: NDArray[np.int64], path: str) -> None:
    values, first = np.unique(ids, return_index=True)
    if len(values) < len(ids):
        again = int(np.setdiff1d(np.arange(len(ids)), first)[0])
        raise _duplicate(path.format(again), int(ids[again]))


def _check_range(name: str, values: NDArray[np.float64], allowed: tuple[float, float]) -> None:
    low, high = allowed
    outside = np.flatnonzero(~((values >= low) & (values <= high)))
    if outside.size:
        raise InvalidValueError.at(
            f"points.{outside[0]}.{name}", float(values[outside[0]]), f"a number from {low:g} to {high:g}"
        )


def _check_targets(targets: NDArray[np.float64], classes: int | None, path: str) -> None:
    if classes is None:
        low, high = REAL_TARGETS
        right = (targets >= low) & (targets <= high)
        allowed = f"a number from {low:g} to {high:g}"
    else:
        right = (targets >= 0) & (targets < classes) & (targets == np.rint(targets))
        allowed = f"a class from 0 to {classes - 1}"
    wrong = np.flatnonzero(~right)
    if wrong.size:
        raise InvalidValueError.at(path.format(wrong[0]), float(targets[wrong[0]]), allowed)


def _check_count(count: int, limit: int) -> None:
    if count > limit:
        raise LimitError(
            f"At most {counted(limit, 'point')} on this server. Remove some first.",
            field="points", given=count, allowed=f"at most {limit} points",
        )  # fmt: skip


def _duplicate(path: str, given: int) -> DuplicatePointError:
    return DuplicatePointError(
        "Two of these points are the same one. Each can be there only once.",
        field=path, given=given, allowed="an id that no other point has",
    )  # fmt: skip
