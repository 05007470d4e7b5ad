"""What a person's own table calls its classes and axes, as programs that leave Chainrule say it.

Names come from outside, so they stand in programs as literals alone, never in a comment or a docstring.
"""

from dataclasses import dataclass

from app.taken_out.program import Section, listed


@dataclass(frozen=True)
class Axis:
    """A column of a table: own value = offset + factor x place on the plane."""

    name: str
    unit: str
    offset: float
    factor: float

    @property
    def literal(self) -> str:
        """The column as a tuple in Python."""
        return repr((self.name, self.unit, float(self.offset), float(self.factor)))


@dataclass(frozen=True)
class Names:
    """Names of the classes 0, 1 and so on, the axes of x1, x2 and so on, and that of a real target."""

    classes: tuple[str, ...] = ()
    axes: tuple[Axis, ...] = ()
    height: Axis | None = None

    def of_classes(self, count: int) -> list[str]:
        """So many names: a class without one of its own has its number."""
        return [*self.classes, *map(str, range(len(self.classes), count))][:count]


_AXES = '''\
# A row for each coordinate: its name, its unit, and two numbers that lead from the plane to its own values.
AXES = {axes}


def own(axis, at):
    """The own value of a place on the plane, or of an array of them."""
    _, _, offset, factor = axis
    return offset + factor * at


def place(*values):
    """Where a point lies on the plane whose own values these are."""
    return [(value - offset) / factor for value, (_, _, offset, factor) in zip(values, AXES)]


def titled(axis):
    """The name of an axis, with its unit."""
    name, unit, _, _ = axis
    return f"{{name}} ({{unit}})" if unit else name
'''

_CLASSES = '''\


CLASSES = {classes}


def named(answers):
    """What the network says, by the names of the classes."""
    return ", ".join(f"{{name}} {{share:.4f}}" for name, share in zip(CLASSES, answers))
'''

_HEIGHT = '''\


HEIGHT = {height}  # the target, in the same way


def named(answers):
    """What the network says, in the table's own values."""
    return f"{{titled(HEIGHT)}} {{own(HEIGHT, answers[0]):.6g}}"
'''


_ONE_ANSWER = '''\


CLASSES = {classes}


def named(answers):
    """What the network says of the second class, by its name."""
    return f"{{CLASSES[1]}} {{answers[0]:.4f}}"
'''


def own_names(names: Names, coordinates: int, classes: int | None, answers: int) -> Section:
    """The section that has the names; with it `named(answers)`, where there is something to name.

    A single answer for two classes is the second one's.
    """
    code = _AXES.format(axes=listed(axis.literal for axis in names.axes[:coordinates]))
    if classes is None:
        code += _HEIGHT.format(height=names.height.literal) if names.height else ""
    elif names.classes:
        told = _CLASSES if answers == classes else _ONE_ANSWER
        code += told.format(classes=listed(map(repr, names.of_classes(classes))))
    return Section("Names and units", "What the points are called in the table that they came from.", code)


def says_names(names: Names | None, *, classifies: bool) -> bool:
    """Whether a program has `named(answers)`."""
    return names is not None and bool(names.classes if classifies else names.height)
