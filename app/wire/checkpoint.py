"""Checkpoints as they cross the wire: JSON, with vectors as base64 of little-endian float64."""

import base64
import binascii
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, PlainValidator

from app.data.errors import InvalidValueError
from app.training.checkpoint import Checkpoint, Progress
from app.wire.experiment import ExperimentFields, experiment_from_wire, experiment_to_wire
from app.wire.kinds import Count, WireModel
from app.wire.points import PointList, points_from_wire, points_to_wire

VERSION = 1
_ENCODING = "base64 of little-endian float64 numbers"


def vector_from_wire(given: object) -> NDArray[np.float64]:
    """The numbers of a vector; raises `InvalidValueError` for anything but base64 of 8 bytes a number."""
    try:
        content = base64.b64decode(given, validate=True) if isinstance(given, str) else None
    except (binascii.Error, ValueError):
        content = None
    if content is None or len(content) % 8:
        raise InvalidValueError(f"A vector must be {_ENCODING}.", given=given, allowed=_ENCODING)
    return np.frombuffer(content, "<f8").astype(np.float64)


def vector_to_wire(vector: NDArray[np.float64]) -> str:
    """Base64 of the vector's numbers."""
    return base64.b64encode(vector.astype("<f8").tobytes()).decode("ascii")


Vector = Annotated[NDArray[np.float64], PlainValidator(vector_from_wire)]


class ProgressModel(WireModel):
    """Where training stands."""

    step: Count
    epoch: Count
    batch: Count
    parameters: Vector
    optimizer: dict[str, Vector]


class CheckpointModel(WireModel):
    """Everything that training needs; `version` is that of this form."""

    version: Annotated[
        int, Field(ge=VERSION, le=VERSION, description=f"{VERSION}, the only version there is")
    ]
    experiment: ExperimentFields
    points: PointList
    progress: ProgressModel


def checkpoint_from_wire(model: CheckpointModel) -> Checkpoint:
    """The checkpoint as training has it, not yet checked against itself (`Checkpoint.check`)."""
    progress = model.progress
    return Checkpoint(
        experiment_from_wire(model.experiment),
        points_from_wire(model.points),
        Progress(progress.step, progress.epoch, progress.batch, progress.parameters, progress.optimizer),
    )


def progress_to_wire(progress: Progress) -> dict[str, Any]:
    """Where training stands, as events have it."""
    return {
        "step": progress.step,
        "epoch": progress.epoch,
        "batch": progress.batch,
        "parameters": vector_to_wire(progress.parameters),
        "optimizer": {name: vector_to_wire(vector) for name, vector in progress.optimizer.items()},
    }


def checkpoint_to_wire(checkpoint: Checkpoint) -> dict[str, Any]:
    """The object that `load` takes."""
    return {
        "version": VERSION,
        "experiment": experiment_to_wire(checkpoint.experiment),
        "points": points_to_wire(checkpoint.points),
        "progress": progress_to_wire(checkpoint.progress),
    }
