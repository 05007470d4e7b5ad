"""Who saves and loads at any moment sees the frames of a run that went on, byte for byte."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.nn.optimizers import OPTIMIZERS
from app.training.trainer import Trainer
from app.wire.checkpoint import (
    CheckpointModel,
    checkpoint_from_wire,
    checkpoint_to_wire,
    progress_to_wire,
)
from app.wire.frame import encode_frame
from app.wire.limits import WireLimits
from tests.repository import ROOT
from tests.training.examples import points_at, start

Change = Callable[[Trainer], object]

CHANGES: dict[str, Change] = {
    "a weight by hand": lambda trainer: trainer.set_parameter(2, 0, 0, 0.75),
    "a rate": lambda trainer: trainer.configure({"learning_rate": 0.03}),
    "a momentum": lambda trainer: trainer.configure({"momentum": 0.5, "decay": 0.9}),
    "nothing": lambda trainer: trainer.configure({}),
    "a class": lambda trainer: trainer.set_targets([0, 1], 1.0),
    "a place": lambda trainer: trainer.move_points([2], [1.5], [-0.5]),
    "a point more": lambda trainer: trainer.replace_points(
        points_at(*((x / 7, -x / 9, x % 2) for x in range(len(trainer.points) + 1)))
    ),
    "a split": lambda trainer: trainer.split(0.3, 4),
    "a neuron": lambda trainer: trainer.add_neuron(2),
    "a penalty": lambda trainer: trainer.configure({"l2": 0.001}),
    "batches": lambda trainer: trainer.configure({"batch_size": 5}),
    "a data set": lambda trainer: trainer.generate("moons", 23, 0.1, 0.2, 3),
    "a reset": lambda trainer: trainer.reset(),
}
runs = st.integers(0, 30)


def frame(trainer: Trainer) -> bytes:
    """The frame of what a trainer holds; rate, flags and revision are no part of a checkpoint."""
    evaluation, last_batch = trainer.evaluate(), trainer.last_batch
    return encode_frame(
        training=False, kept=True, revision=0, step=trainer.step, epoch=trainer.epoch,
        train_cost=evaluation.train_cost, test_cost=evaluation.test_cost, batch_cost=last_batch.cost,
        train_accuracy=evaluation.train_accuracy, test_accuracy=evaluation.test_accuracy,
        measured_rate=0.0, batch_samples=last_batch.samples, parameters=trainer.parameters,
        update=last_batch.update,
    )  # fmt: skip


def saved_and_loaded(trainer: Trainer) -> Trainer:
    """Another trainer, from what the wire makes of this one's checkpoint."""
    return loaded(json.loads(json.dumps(checkpoint_to_wire(trainer.checkpoint()), allow_nan=False)))


def loaded(message: dict[str, Any]) -> Trainer:
    return Trainer(checkpoint_from_wire(CheckpointModel.model_validate(message, context=WireLimits())))


@settings(max_examples=150, deadline=None)
@given(
    optimizer=st.sampled_from(sorted(OPTIMIZERS)),
    shuffle=st.booleans(),
    batch_size=st.sampled_from([1, 4, 7, 50]),
    penalty=st.sampled_from([0.0, 0.01]),
    life=st.lists(runs | st.sampled_from(sorted(CHANGES)), max_size=8),
)
def test_saved_and_loaded_between_any_two_moments(
    optimizer: str, shuffle: bool, batch_size: int, penalty: float, life: list[int | str]
) -> None:
    checkpoint = start(
        19, test_points=4, hidden=(3,), optimizer=optimizer, shuffle=shuffle, batch_size=batch_size,
        l1=penalty, learning_rate=0.05,
    )  # fmt: skip
    whole, interrupted = Trainer(checkpoint), Trainer(checkpoint)
    for moment in life:
        for trainer in (whole, interrupted):
            if isinstance(moment, int):
                trainer.run(moment)
            else:
                CHANGES[moment](trainer)
        interrupted = saved_and_loaded(interrupted)
        assert frame(interrupted) == frame(whole), moment


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_saved_and_loaded_while_the_numbers_explode(optimizer: str) -> None:
    checkpoint = start(
        9, hidden=(4,), task="regression", output="linear", cost="squared_error", activation="linear",
        optimizer=optimizer, learning_rate=60.0, batch_size=4, momentum=0.0,
    )  # fmt: skip
    whole, interrupted = Trainer(checkpoint), Trainer(checkpoint)
    for _ in range(60):
        whole.run(5)
        interrupted = saved_and_loaded(interrupted)
        interrupted.run(5)
        assert frame(interrupted) == frame(whole)
    assert (whole.diverged is None) == (interrupted.diverged is None)
    if whole.diverged is not None and interrupted.diverged is not None:
        assert progress_to_wire(whole.diverged.progress) == progress_to_wire(interrupted.diverged.progress)
        assert frame(saved_and_loaded(whole)) == frame(whole)


KEEPING = (
    "a weight by hand",
    "a rate",
    "a momentum",
    "nothing",
    "a class",
    "a place",
    "a point more",
    "a split",
)


@pytest.mark.parametrize("change", CHANGES)
def test_what_the_last_batch_is_after_a_change(change: str) -> None:
    """What it was while the network and its training are the same; of another's, nothing is known."""
    trainer = Trainer(start(19, hidden=(3,), batch_size=4))
    trainer.run(7)
    before = trainer.last_batch
    CHANGES[change](trainer)
    last, progress = trainer.last_batch, trainer.progress()
    if change in KEEPING:
        assert (last.cost, last.samples) == (before.cost, before.samples)
        assert last.update.tolist() == before.update.tolist()
        assert progress.last_batch is not None
    else:
        assert np.isnan(last.cost)
        assert (last.samples, last.update.tolist()) == (0, [0.0] * len(trainer.parameters))
        assert progress.last_batch is None


def test_a_checkpoint_from_before_there_was_a_last_batch_goes_on_as_it_did_then() -> None:
    """The file was written by version 0.1.0, and so was where its run came to."""
    file = json.loads((ROOT / "tests/fixtures/checkpoint_before_last_batch.json").read_text("utf-8"))
    trainer = loaded(file["checkpoint"])
    assert np.isnan(trainer.last_batch.cost)
    assert not trainer.last_batch.update.any()
    trainer.run(file["updates"])
    reached = progress_to_wire(trainer.progress())
    assert reached["last_batch"] is not None
    assert {**reached, "last_batch": None} == {**file["then"], "last_batch": None}
