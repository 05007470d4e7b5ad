"""Random numbers that are a function of their purpose, so that nothing is remembered to repeat them."""

import hashlib
from functools import lru_cache

import numpy as np


def generator(seed: int, purpose: str, draw: int = 0) -> np.random.Generator:
    """A generator whose draws depend on these three arguments only.

    Philox is counter-based: `seed` (0 to 2^64 - 1) and a digest of `purpose` make its key, `draw` (0 to
    2^64 - 1) the highest word of its counter. What is drawn counts the lowest word up, so that the streams of
    two draws never overlap.
    """
    key = np.array([seed, _word(purpose)], dtype=np.uint64)
    counter = np.array([0, 0, 0, draw], dtype=np.uint64)
    return np.random.Generator(np.random.Philox(key=key, counter=counter))


@lru_cache(maxsize=64)
def _word(purpose: str) -> int:
    return int.from_bytes(hashlib.blake2b(purpose.encode(), digest_size=8).digest(), "little")
