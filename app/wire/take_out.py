"""The wish for a file, with what the page calls things in it."""

from typing import Annotated

from pydantic import AfterValidator, Field

from app.data.points import MOST_FURTHER
from app.taken_out.names import Axis, Names
from app.wire.kinds import Finite, FormatName, WireModel
from app.wire.marks import Doc

LONGEST = 200
MOST_CLASSES = 4
MOST_AXES = 2 + MOST_FURTHER

Text = Annotated[str, Field(max_length=LONGEST, description=f"a text of at most {LONGEST} characters")]


def _not_zero(factor: float) -> float:
    if factor == 0:
        raise ValueError("no way back to the plane")
    return factor


class AxisModel(WireModel):
    """A column of a table: own value = offset + factor × place on the plane."""

    name: Annotated[Text, Doc("empty where it has none")]
    unit: Annotated[Text, Doc("the same")]
    offset: Finite
    factor: Annotated[
        float,
        Field(allow_inf_nan=False, description="a finite number other than 0"),
        AfterValidator(_not_zero),
    ]

    @property
    def restored(self) -> Axis:
        """The axis as programs have it."""
        return Axis(self.name, self.unit, self.offset, self.factor)


class NamesModel(WireModel):
    """What a person's own table calls its points."""

    classes: Annotated[
        list[Text],
        Field(max_length=MOST_CLASSES, description=f"a list of at most {MOST_CLASSES} texts"),
        Doc("of the classes 0, 1, ...; empty where the marks' names do"),
    ]
    axes: Annotated[
        list[AxisModel],
        Field(min_length=2, max_length=MOST_AXES, description=f"a list of 2 to {MOST_AXES} axes"),
        Doc("of x1, x2, ..."),
    ]
    height: Annotated[AxisModel | None, Doc("of a real target")]

    @property
    def restored(self) -> Names:
        """The names as programs have them."""
        height = None if self.height is None else self.height.restored
        return Names(tuple(self.classes), tuple(axis.restored for axis in self.axes), height)


class TakeOutFields(WireModel):
    """What a file is to be."""

    format: FormatName
    from_start: Annotated[bool, Doc("whether a program begins at step 0; false where it is absent")] = False
    names: Annotated[NamesModel | None, Doc("of the table that the points were taken from")] = None
