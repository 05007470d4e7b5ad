"""A program in sections, for a script or a notebook, and numbers as it writes them: with all their digits."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import copysign
from textwrap import indent

from app.nn.plan import Array

WIDTH = 100
RULE = 60


@dataclass(frozen=True)
class Section:
    """A part of a program: its title, a few words for people, and its lines."""

    title: str
    words: str
    code: str


@dataclass(frozen=True)
class Program:
    """What it is, in words whose first line stands alone, the modules that it imports, and its sections."""

    words: str
    imports: str
    sections: tuple[Section, ...]

    def script(self) -> str:
        """The program as one file."""
        head = f'"""{self.words}\n"""\n\n{self.imports}\n'
        return head + "".join(
            f"\n\n# {section.title} {'-' * (RULE - len(section.title))}\n\n{section.code.strip()}\n"
            for section in self.sections
        )


def matrix(array: Array) -> str:
    """A matrix as a literal, a line or more for each row."""
    return "[\n" + "".join(f"    [{_lines(map(_number, row), 5)}],\n" for row in array) + "]"


def vector(array: Array) -> str:
    """A vector as a literal."""
    return f"[\n    {_lines(map(_number, array), 4)},\n]"


def rows(table: Iterable[Iterable[float]]) -> str:
    """Short rows as a literal, as many in a line as fit; one that is too long takes several."""
    joined = (f"[{_lines(map(_number, row), 5)}]" for row in table)
    return f"[\n    {_lines(joined, 4)},\n]"


def listed(items: Iterable[str]) -> str:
    """A list of literals, a line each."""
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def tuple_of(numbers: list[float]) -> str:
    """A tuple as a literal, in lines of its own where one is too short for it."""
    line = ", ".join(map(repr, numbers))
    return line if len(line) < WIDTH - 20 else f"(\n    {_lines(map(repr, numbers), 4)},\n)"


def block(code: str) -> str:
    """The lines of a function's body."""
    return indent(code.strip("\n"), "    ")


def _lines(items: Iterable[str], margin: int) -> str:
    """Items with commas between them, as many in a line as fit behind a margin."""
    lines: list[str] = []
    line = ""
    for item in items:
        if line and len(line) + len(item) + 2 > WIDTH - margin - 2:
            lines.append(line)
            line = item
        else:
            line = f"{line}, {item}" if line else item
    return f",\n{' ' * margin}".join([*lines, line])


def _number(value: float) -> str:
    """The shortest decimal that is this float64; a whole one without its fraction."""
    number = float(value)
    if number.is_integer() and abs(number) < 1e15 and (number or copysign(1, number) > 0):
        return str(int(number))
    return repr(number)
