"""How a refused value is quoted: short, printable, and never larger than what it answers."""

import math

LONGEST = 80
EXACT_INTEGERS = 2**53
"""Integers of a larger size are not exact in a browser, where every number is a float64."""


def shown(given: object) -> str | int | float | bool | None:
    """A value as JSON can carry it: text is cut to 80 characters, lists and objects are described."""
    match given:
        case None | bool():
            return given
        case int():
            return given if abs(given) <= EXACT_INTEGERS else f"an integer beyond {EXACT_INTEGERS}"
        case float():
            return given if math.isfinite(given) else str(given)
        case str():
            return cut(given)
        case list() | tuple():
            return f"a list of {_counted(len(given), 'item')}"
        case dict():
            return f"an object with {_counted(len(given), 'field')}"
        case _:
            return cut(str(given))


def cut(text: str) -> str:
    """Text that can be sent and is short: lone surrogates replaced, what is over 80 characters left out."""
    printable = text[: LONGEST + 1].encode("utf-8", "replace").decode()
    return printable if len(printable) <= LONGEST else printable[: LONGEST - 1] + "…"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
