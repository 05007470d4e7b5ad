"""An optimizer's rule as people read it: for one parameter, in symbols, in a sentence, and as expressions.

An expression is what a line of numbers calculates. Its numbers go by name: `gradient`, `learning_rate`,
`before.NAME` and `after.NAME` for the optimizer's state vectors, `terms.NAME` for the constants of its rule,
and the names that lines before it were given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Operation = Literal[
    "number",
    "bare number",
    "setting",
    "rest of setting",
    "plus",
    "times",
    "over",
    "square",
    "root",
    "largest",
]
"""What an expression is.

A `number` is printed with as many digits as the line needs, and in brackets where it is negative (a `bare
number` without them). A `setting` has the digits that it was given, and the `rest of setting` is 1 minus it.
"""


@dataclass(frozen=True)
class Expression:
    """A number by its `name`, or an operation on the expressions `of`."""

    operation: Operation
    name: str = ""
    of: tuple["Expression", ...] = ()

    def __add__(self, other: "Expression") -> "Expression":
        return Expression("plus", of=(self, other))

    def __mul__(self, other: "Expression") -> "Expression":
        return Expression("times", of=(self, other))

    def __truediv__(self, other: "Expression") -> "Expression":
        return Expression("over", of=(self, other))


@dataclass(frozen=True)
class Line:
    """One thing that is remembered: its symbol in TeX, the sign between, and what it comes to.

    `name` is what later lines call it; of an `after.NAME`, the value is the state's own.
    """

    symbol: str
    sign: Literal["\\leftarrow", "="]
    name: str
    expression: Expression


@dataclass(frozen=True)
class Rule:
    """How the parameter w moves: `step` is what is taken off it, after what the lines remember."""

    formula: str
    sentence: str
    step: Expression
    lines: Sequence[Line] = ()


def number(name: str) -> Expression:
    """A number that a line prints with as many digits as it needs."""
    return Expression("number", name)


def bare(name: str) -> Expression:
    """The same where no operator stands before it, so that a negative one needs no brackets."""
    return Expression("bare number", name)


def setting(name: str) -> Expression:
    """A constant, with the digits that it was given."""
    return Expression("setting", name)


def rest(name: str) -> Expression:
    """1 minus a setting."""
    return Expression("rest of setting", name)


def square(expression: Expression) -> Expression:
    """x²."""
    return Expression("square", of=(expression,))


def root(expression: Expression) -> Expression:
    """√x."""
    return Expression("root", of=(expression,))


def largest(*expressions: Expression) -> Expression:
    """The largest of them."""
    return Expression("largest", of=expressions)


RATE = setting("learning_rate")
GRADIENT = number("gradient")


def kept(vector: str, symbol: str, expression: Expression) -> Line:
    """The line of a state vector that is renewed."""
    return Line(symbol, "\\leftarrow", f"after.{vector}", expression)


def over_root(above: Expression, squares: Expression) -> Expression:
    """η x / (√s + ε), the step of those that divide by the root of squares."""
    return RATE * (above / (root(squares) + number("terms.epsilon")))


def running_mean(vector: str, symbol: str, decay: str, of: Expression) -> Line:
    """The line of a running mean: m ← β m + (1 − β) x."""
    return kept(vector, symbol, setting(decay) * number(f"before.{vector}") + rest(decay) * of)


def corrected(vector: str, symbol: str, correction: str) -> Line:
    """The line of a mean corrected for its start at 0."""
    return Line(symbol, "=", f"corrected {vector}", bare(f"after.{vector}") / bare(correction))
