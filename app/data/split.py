"""Which points are kept from training, to see what the network makes of points that it hasn't met."""

import numpy as np
from numpy.typing import NDArray

from app.data.randomness import generator


def split_mask(
    target: NDArray[np.float64], classes: int | None, share: float, seed: int
) -> NDArray[np.bool_]:
    """A mask of shape (points,) with exactly `share` of them (rounded half up) chosen, but never all.

    Each class gives its part, rounded by largest remainder, so that a small class is neither spared nor used
    up. Real targets (`classes` None) make one class.
    """
    chosen = np.zeros(len(target), np.bool_)
    label = np.zeros(len(target)) if classes is None else target
    groups = [np.flatnonzero(label == number) for number in range(classes or 1)]
    count = max(0, min(int(share * len(target) + 0.5), len(target) - 1))
    draw = generator(seed, "split")
    for group, part in zip(groups, _parts(groups, share, count), strict=True):
        chosen[draw.permutation(group)[:part]] = True
    return chosen


def _parts(groups: list[NDArray[np.intp]], share: float, count: int) -> list[int]:
    exact = [share * len(group) for group in groups]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(groups)), key=lambda number: parts[number] - exact[number])
    step = 1 if count >= sum(parts) else -1
    for number in by_remainder[::step][: abs(count - sum(parts))]:
        parts[number] += step
    return parts
