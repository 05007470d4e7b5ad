"""A step of the past as it crosses the wire: where training stood, and what was measured of it."""

from typing import Annotated, TypedDict

from app.training.checkpoint import Progress
from app.training.evaluation import Evaluation
from app.wire.checkpoint import ProgressObject, progress_to_wire
from app.wire.marks import Doc


class MomentFields(TypedDict):
    """A `moment` event, but for its type and revision."""

    progress: ProgressObject
    train_cost: Annotated[float | None, Doc("as in a frame; null where it is NaN there")]
    test_cost: float | None
    train_accuracy: float | None
    test_accuracy: float | None


def moment_to_wire(progress: Progress, evaluation: Evaluation) -> MomentFields:
    """The fields of a `moment` event, but for its type and revision."""
    return {
        "progress": progress_to_wire(progress),
        "train_cost": evaluation.train_cost,
        "test_cost": evaluation.test_cost,
        "train_accuracy": evaluation.train_accuracy,
        "test_accuracy": evaluation.test_accuracy,
    }
