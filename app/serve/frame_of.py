"""The frame of a trainer as it stands."""

from app.training.evaluation import Evaluation
from app.training.trainer import Trainer
from app.wire.frame import encode_frame


def frame_of(
    trainer: Trainer, evaluation: Evaluation, *, training: bool, kept: bool, revision: int, rate: float
) -> bytes:
    """Where training stands, with what was measured of it; `rate` is in updates a second."""
    last_batch = trainer.last_batch
    return encode_frame(
        training=training,
        kept=kept,
        revision=revision,
        step=trainer.step,
        epoch=trainer.epoch,
        train_cost=evaluation.train_cost,
        test_cost=evaluation.test_cost,
        batch_cost=last_batch.cost,
        train_accuracy=evaluation.train_accuracy,
        test_accuracy=evaluation.test_accuracy,
        measured_rate=rate,
        batch_samples=last_batch.samples,
        parameters=trainer.parameters,
        update=last_batch.update,
    )
