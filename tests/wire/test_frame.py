"""A frame is read here by offsets written down by hand from docs/protocol.md."""

import math
import struct
from typing import Any

import numpy as np

from app.wire.frame import encode_frame

PARAMETERS = np.array([0.5, -1.25, 3.0])
UPDATE = np.array([0.125, 0.0, -0.25])
GIVEN: dict[str, Any] = {
    "training": True, "kept": False, "revision": 7, "step": 2**40 + 1, "epoch": 3,
    "train_cost": 0.1, "test_cost": 0.2, "batch_cost": 0.3, "train_accuracy": 0.75, "test_accuracy": 0.5,
    "measured_rate": 1024.0, "batch_samples": 10, "parameters": PARAMETERS, "update": UPDATE,
}  # fmt: skip


def read(frame: bytes, kind: str, offset: int) -> Any:
    return struct.unpack_from("<" + kind, frame, offset)[0]


def test_every_field_at_its_offset() -> None:
    frame = encode_frame(**GIVEN)
    assert frame[:4] == b"CHR1"
    assert [read(frame, "I", offset) for offset in (4, 8, 12, 68)] == [1, 7, 3, 10]
    assert [read(frame, "d", offset) for offset in (16, 24, 32, 40, 48)] == [2**40 + 1, 3, 0.1, 0.2, 0.3]
    assert [read(frame, "f", offset) for offset in (56, 60, 64)] == [0.75, 0.5, 1024.0]
    assert struct.unpack_from("<6f", frame, 72) == (0.5, -1.25, 3.0, 0.125, 0.0, -0.25)
    assert len(frame) == 72 + 2 * 4 * 3


def test_flags() -> None:
    flags = {
        (training, kept): read(encode_frame(**{**GIVEN, "training": training, "kept": kept}), "I", 4)
        for training in (False, True)
        for kept in (False, True)
    }
    assert flags == {(False, False): 0, (True, False): 1, (False, True): 2, (True, True): 3}


def test_what_is_unknown_is_nan() -> None:
    unknown = dict.fromkeys(
        ("train_cost", "test_cost", "batch_cost", "train_accuracy", "test_accuracy"), math.nan
    )
    frame = encode_frame(**GIVEN | unknown)
    assert all(math.isnan(read(frame, "d", offset)) for offset in (32, 40, 48))
    assert all(math.isnan(read(frame, "f", offset)) for offset in (56, 60))


def test_what_float32_cannot_hold_is_infinite_or_zero_without_a_warning() -> None:
    frame = encode_frame(**GIVEN | {"parameters": np.array([1e300, -1e39, 1e-300]), "measured_rate": 1e300})
    assert struct.unpack_from("<3f", frame, 72) == (math.inf, -math.inf, 0.0)
    assert math.isfinite(read(frame, "f", 64))


def test_a_diverged_network_can_be_sent() -> None:
    broken = {"parameters": np.array([math.nan, math.inf, 1.0]), "train_cost": math.inf}
    frame = encode_frame(**GIVEN | broken)
    assert math.isnan(read(frame, "f", 72))
    assert read(frame, "d", 32) == math.inf


def test_a_frame_of_2_8_8_3_is_smaller_than_1500_bytes() -> None:
    parameters = np.zeros((2 + 1) * 8 + (8 + 1) * 8 + (8 + 1) * 3)
    assert len(encode_frame(**GIVEN | {"parameters": parameters, "update": parameters})) < 1500
