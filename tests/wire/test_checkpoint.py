"""Checkpoints cross the wire bit for bit."""

import base64
import json
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from app.data.errors import InvalidValueError
from app.wire.checkpoint import (
    CheckpointModel,
    checkpoint_from_wire,
    checkpoint_to_wire,
    vector_from_wire,
    vector_to_wire,
)
from app.wire.limits import WireLimits
from tests.wire.messages import CHECKPOINT


def test_a_vector_is_base64_of_little_endian_float64() -> None:
    expected = base64.b64encode(struct.pack("<3d", 0.1, -2.5, 1e-300)).decode()
    assert vector_to_wire(np.array([0.1, -2.5, 1e-300])) == expected
    assert vector_from_wire(expected).tolist() == [0.1, -2.5, 1e-300]


@given(arrays.arrays(np.float64, st.integers(0, 20), elements=st.floats()))
def test_vectors_come_back_bit_for_bit(vector: np.ndarray) -> None:
    assert vector_from_wire(vector_to_wire(vector)).tobytes() == vector.tobytes()


@pytest.mark.parametrize(
    "given_value", ["AAAA", "AAAAAAAA8D8", "AAAA AAAA8D8=", "ÄAAAAAA8D8==", None, 5, [1.0]]
)
def test_anything_else_is_refused(given_value: object) -> None:
    with pytest.raises(InvalidValueError):
        vector_from_wire(given_value)


def test_a_checkpoint_comes_back_as_it_was() -> None:
    message = json.loads(json.dumps(checkpoint_to_wire(CHECKPOINT), allow_nan=False))
    model = CheckpointModel.model_validate(message, context=WireLimits())
    restored = checkpoint_from_wire(model)
    restored.check(WireLimits())
    assert (restored.experiment, restored.points) == (CHECKPOINT.experiment, CHECKPOINT.points)
    assert checkpoint_to_wire(restored) == message


def test_fields_of_the_experiment_that_are_left_out_have_their_defaults() -> None:
    message = {**checkpoint_to_wire(CHECKPOINT), "experiment": {"hidden": [3], "optimizer": "adam"}}
    model = CheckpointModel.model_validate(message, context=WireLimits())
    assert checkpoint_from_wire(model).experiment == CHECKPOINT.experiment
