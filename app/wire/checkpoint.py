"""Checkpoints as they cross the wire: JSON, with vectors as base64 of little-endian float64."""

import base64
import binascii
from math import isnan, nan
from typing import Annotated, Literal, NotRequired, TypedDict

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, PlainValidator

from app.data.errors import InvalidValueError
from app.training.checkpoint import Checkpoint, LastBatch, Progress
from app.training.experiment import RANGES
from app.wire.experiment import (
    ExperimentFields,
    ExperimentObject,
    experiment_from_wire,
    experiment_to_wire,
)
from app.wire.kinds import BatchSize, Count, Finite, WireModel
from app.wire.marks import Doc, TakenAs
from app.wire.points import PointList, PointObject, points_from_wire, points_to_wire

VERSION: Literal[1] = 1
_ENCODING = "base64 of little-endian float64 numbers"


def vector_from_wire(given: object) -> NDArray[np.float64]:
    """The numbers of a vector; raises `InvalidValueError` for anything but base64 of 8 bytes a number."""
    try:
        content = base64.b64decode(given, validate=True) if isinstance(given, str) else None
    except (binascii.Error, ValueError):
        content = None
    if content is None or len(content) % 8:
        message = "The numbers in this checkpoint can't be read."
        raise InvalidValueError(message, given=given, allowed=_ENCODING)
    return np.frombuffer(content, "<f8").astype(np.float64)


def vector_to_wire(vector: NDArray[np.float64]) -> str:
    """Base64 of the vector's numbers."""
    return base64.b64encode(vector.astype("<f8").tobytes()).decode("ascii")


Vector = Annotated[NDArray[np.float64], PlainValidator(vector_from_wire), TakenAs(str)]


class LastBatchObject(TypedDict):
    """The batch of the last update."""

    cost: Annotated[float | None, Doc("before the update; null where it was not finite")]
    samples: Annotated[int, Doc("{}..{}".format(*RANGES["batch_size"]))]
    update: Annotated[str, Doc("θ_new − θ_old, as `parameters`")]


class ProgressObject(TypedDict):
    """Where training stands."""

    step: Annotated[
        int, Doc("updates made since the initial parameters, at most 2^53 - 1: there training ends")
    ]
    epoch: Annotated[int, Doc("passes through the training points that were completed, at most `step`")]
    batch: Annotated[int, Doc("batches of the current pass that were used")]
    parameters: Annotated[str, Doc("θ: base64 of little-endian float64")]
    optimizer: Annotated[dict[str, str], Doc("named state vectors of the optimizer, each as `parameters`")]
    last_batch: NotRequired[
        Annotated[
            LastBatchObject | None,
            Doc(
                "the batch of the last update; null where nothing is known of it, and absent in checkpoints "
                "from before there was one"
            ),
        ]
    ]


class CheckpointObject(TypedDict):
    """Everything that training needs: a state to come back to."""

    version: Literal[1]
    experiment: ExperimentObject
    points: list[PointObject]
    progress: ProgressObject


class LastBatchModel(WireModel):
    """The batch of the last update; a cost of None was not finite."""

    cost: Finite | None
    samples: BatchSize
    update: Vector


class ProgressModel(WireModel):
    """Where training stands."""

    step: Count
    epoch: Count
    batch: Count
    parameters: Vector
    optimizer: dict[str, Vector]
    last_batch: LastBatchModel | None = None


class CheckpointModel(WireModel):
    """Everything that training needs; `version` is that of this form."""

    version: Annotated[
        int,
        Field(ge=VERSION, le=VERSION, description=f"{VERSION}, the only version there is"),
        TakenAs(Literal[1]),
    ]
    experiment: Annotated[ExperimentFields, TakenAs(ExperimentObject)]
    points: PointList
    progress: ProgressModel


def checkpoint_from_wire(model: CheckpointModel) -> Checkpoint:
    """The checkpoint as training has it, not yet checked against itself (`Checkpoint.check`)."""
    progress = model.progress
    return Checkpoint(
        experiment_from_wire(model.experiment),
        points_from_wire(model.points),
        Progress(
            progress.step,
            progress.epoch,
            progress.batch,
            progress.parameters,
            progress.optimizer,
            None if progress.last_batch is None else _last_batch_from_wire(progress.last_batch),
        ),
    )


def progress_to_wire(progress: Progress) -> ProgressObject:
    """Where training stands, as events have it."""
    return {
        "step": progress.step,
        "epoch": progress.epoch,
        "batch": progress.batch,
        "parameters": vector_to_wire(progress.parameters),
        "optimizer": {name: vector_to_wire(vector) for name, vector in progress.optimizer.items()},
        "last_batch": None if progress.last_batch is None else _last_batch_to_wire(progress.last_batch),
    }


def checkpoint_to_wire(checkpoint: Checkpoint) -> CheckpointObject:
    """The object that `load` takes."""
    return {
        "version": VERSION,
        "experiment": experiment_to_wire(checkpoint.experiment),
        "points": points_to_wire(checkpoint.points),
        "progress": progress_to_wire(checkpoint.progress),
    }


def _last_batch_from_wire(model: LastBatchModel) -> LastBatch:
    return LastBatch(nan if model.cost is None else model.cost, model.samples, model.update)


def _last_batch_to_wire(last_batch: LastBatch) -> LastBatchObject:
    return {
        "cost": None if isnan(last_batch.cost) else last_batch.cost,
        "samples": last_batch.samples,
        "update": vector_to_wire(last_batch.update),
    }
