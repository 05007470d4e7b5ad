"""A plan: calls with their arrays, listed once and replayed, as Python costs more than arithmetic here."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import starmap
from operator import call
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Call: TypeAlias = tuple[Callable[..., object], *tuple[object, ...]]
"""A function and its positional arguments. NumPy's functions take the array to write into as the last one."""
Plan: TypeAlias = list[Call]

# Operands with no dimension: NumPy handles them faster than Python's numbers.
ZERO, HALF, ONE = np.array(0.0), np.array(0.5), np.array(1.0)


def replay(calls: Iterable[Call]) -> None:
    """Make these calls, one after the other, and drop what they return."""
    deque(starmap(call, calls), maxlen=0)
