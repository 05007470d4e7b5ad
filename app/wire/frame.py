"""The binary frame: what a browser needs to draw one moment of training, as docs/protocol.md lays it out."""

import struct
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]

MAGIC = 0x31524843
"""The bytes "CHR1"."""

TRAINING = 1
KEPT = 2

_HEADER = struct.Struct("<4I5d3fI")
_LARGEST = float(np.finfo(np.float32).max)


def encode_frame(
    *,
    training: bool,
    kept: bool,
    revision: int,
    step: int,
    epoch: int,
    train_cost: float,
    test_cost: float,
    batch_cost: float,
    train_accuracy: float,
    test_accuracy: float,
    measured_rate: float,
    batch_samples: int,
    parameters: Vector,
    update: Vector,
) -> bytes:
    """One frame; `parameters` and `update` are vectors of P float64 numbers, sent as float32.

    What is unknown is NaN. A number too large for float32 becomes the infinity of its sign; checkpoints carry
    the number itself.
    """
    header = _HEADER.pack(
        MAGIC,
        TRAINING * training | KEPT * kept,
        revision,
        len(parameters),
        step,
        epoch,
        train_cost,
        test_cost,
        batch_cost,
        train_accuracy,
        test_accuracy,
        min(measured_rate, _LARGEST),
        batch_samples,
    )
    with np.errstate(over="ignore"):
        return header + parameters.astype("<f4").tobytes() + update.astype("<f4").tobytes()
