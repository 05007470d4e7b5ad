"""How much of a sweep is tried: case by case another part in `make test`, all of it in `make test-all`."""

import os
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")

THOROUGH = os.environ.get("CHAINRULE_THOROUGH_TESTS") == "1"


def some(whole: Sequence[_T], turn: int, count: int, thorough: bool = THOROUGH) -> list[_T]:
    """Of what a case is tried with, `count` from place `turn · count` on, round and round; thorough: all.

    Case after case every part has its turn, and together they take each as often as any other.
    """
    if thorough:
        return list(whole)
    places = {(turn * count + step) % len(whole) for step in range(min(count, len(whole)))}
    return [whole[place] for place in sorted(places)]
