"""Points drawn from a data set, as a function of what was asked for."""

import numpy as np

from app.data.datasets import DATASETS
from app.data.points import Points
from app.data.randomness import generator
from app.data.split import split_mask


def generated(dataset: str, count: int, noise: float, test_share: float, seed: int) -> Points:
    """`count` points (blank: none) with the ids 0, 1, ...; `test_share` of them are test points.

    A truth table has its four rows, and none of them is for testing.
    """
    chosen = DATASETS[dataset]
    x1, x2, target = chosen.generate(count, noise, generator(seed, f"dataset {dataset}"))
    test = split_mask(target, chosen.classes, 0.0 if chosen.is_table else test_share, seed)
    return Points(np.arange(len(target)), x1, x2, target, test)
