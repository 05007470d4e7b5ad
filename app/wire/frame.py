"""The binary frame: what a browser needs to draw one moment of training.

Its layout is the tables here: `docs/protocol.md` and the page's decoder are generated from them.
"""

import struct
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]

MAGIC = 0x31524843
"""The bytes "CHR1"."""

TRAINING = 1
KEPT = 2


@dataclass(frozen=True)
class HeaderField:
    """A number of a frame's header: its kind as `struct` names it, and what it says."""

    name: str
    kind: Literal["I", "d", "f"]
    meaning: str


FLAGS = {
    "training": (TRAINING, "it trains"),
    "kept": (KEPT, "it answers a command, so that it is never dropped"),
}

HEADER = (
    HeaderField("magic", "I", f'0x{MAGIC:08x} ("CHR1")'),
    HeaderField("flags", "I", ", ".join(f"{bit}: {words}" for bit, words in FLAGS.values())),
    HeaderField("revision", "I", "of the state that it belongs to"),
    HeaderField("count", "I", "P, the number of parameters"),
    HeaderField("step", "d", "updates since the initial parameters"),
    HeaderField("epoch", "d", "passes completed"),
    HeaderField("train_cost", "d", "cost over all training points, penalty included (NaN without points)"),
    HeaderField("test_cost", "d", "cost over all test points (NaN without)"),
    HeaderField(
        "batch_cost",
        "d",
        "cost of the last batch, before its update (NaN where `last_batch` of `progress` is null)",
    ),
    HeaderField(
        "train_accuracy",
        "f",
        "share of training points classified right (NaN in regression or without points)",
    ),
    HeaderField("test_accuracy", "f", "the same for test points"),
    HeaderField(
        "measured_rate",
        "f",
        "updates per second, measured over the last half second (0 while it doesn't train)",
    ),
    HeaderField("batch_samples", "I", "samples in the last batch (0 where it is null)"),
)
"""The header, little-endian, without gaps."""

VECTORS = {
    "parameters": "θ",
    "update": "the last update θ_new − θ_old (zeros where it is null)",
}
"""The vectors of P float32 numbers that follow the header, one after the other."""

_HEADER = struct.Struct("<" + "".join(field.kind for field in HEADER))
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
    # In the order of the tables, which tests hold: a look-up by name would cost half of the time of a frame.
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
