"""Whatever comes of a checkpoint that is accepted is accepted again: by any updates, by any changes."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.data.errors import LimitError, RefusedError
from app.nn.activations import ACTIVATIONS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.training.checkpoint import LARGEST_COUNT, Checkpoint, initial
from app.training.experiment import Experiment
from app.training.limits import Limits
from app.training.tasks import TASKS
from app.training.trainer import Trainer
from tests.training.examples import blobs, start

LIMITS = Limits(max_points=40, max_hidden_layers=2, max_neurons=4)
KINDS = [(task.name, *pair) for task in TASKS.values() for pair in task.pairs]
Numbers = NDArray[np.float64]


@st.composite
def checkpoints(draw: st.DrawFn) -> Checkpoint:
    """Any that is accepted: each number ordinary, tiny, or as large as floats are."""
    task, output, cost = draw(st.sampled_from(KINDS))
    experiment = Experiment(
        hidden=draw(st.sampled_from([(), (3,), (2, 4)])),
        task=task,
        output=output,
        cost=cost,
        classes=draw(st.integers(2, 4 if OUTPUTS[output].takes(4) else 2)),
        activation=draw(st.sampled_from(sorted(ACTIVATIONS))),
        optimizer=draw(st.sampled_from(sorted(OPTIMIZERS))),
        learning_rate=draw(st.sampled_from([1e-6, 0.1, 100.0])),
        momentum=draw(st.sampled_from([0.0, 0.9, 0.999])),
        decay=draw(st.sampled_from([0.0, 0.999, 0.99999])),
        l1=draw(st.sampled_from([0.0, 10.0])),
        l2=draw(st.sampled_from([0.0, 10.0])),
        batch_size=draw(st.integers(1, 12)),
        shuffle=draw(st.booleans()),
    )
    points = blobs(draw(st.integers(0, 9)), classes=2, test_points=draw(st.integers(0, 2)))
    first = initial(experiment, points)
    step = draw(st.one_of(st.integers(0, 5), st.integers(LARGEST_COUNT - 30, LARGEST_COUNT)))
    used = draw(st.integers(0, max(0, -(-int((~points.test).sum()) // experiment.batch_size) - 1)))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    sizes = draw(st.sampled_from([[1.0], [1.0, 1e-300, 0.0], [1.0, 1e154, 1e308]]))

    def numbers(count: int) -> Numbers:
        return np.asarray(random.uniform(-1.7, 1.7, count) * random.choice(sizes, count))

    state: dict[str, Numbers] = {
        name: np.abs(numbers(vector.size)) if name == "squares" else numbers(vector.size)
        for name, vector in first.progress.optimizer.items()
    }
    if "updates" in state:
        state["updates"] = np.array([float(draw(st.integers(0, step)))])
    progress = replace(
        first.progress,
        step=step,
        epoch=draw(st.integers(0, step)),
        batch=used,
        parameters=numbers(first.progress.parameters.size),
        optimizer=state,
    )
    return replace(first, progress=progress)


CHANGES: list[Callable[[Trainer], Any]] = [
    lambda trainer: trainer.set_parameter(2, 0, None, -1.7e308),
    lambda trainer: trainer.set_parameter(2, 1, 0, 1e200),
    lambda trainer: trainer.add_layer(2, 3),
    lambda trainer: trainer.remove_layer(2),
    lambda trainer: trainer.add_neuron(2),
    lambda trainer: trainer.remove_neuron(2, 0),
    lambda trainer: trainer.remove_points([0, 1]),
    lambda trainer: trainer.move_points([2], [100.0], [-100.0]),
    lambda trainer: trainer.split(0.5, 3),
    lambda trainer: trainer.generate("spiral", 11, 0.5, 0.2, 1),
    lambda trainer: trainer.generate("plane", 5, 0.5, 0.0, 1),
    lambda trainer: trainer.reset(),
    lambda trainer: trainer.configure({"batch_size": 2}),
    lambda trainer: trainer.configure({"shuffle": False, "learning_rate": 100.0}),
    lambda trainer: trainer.configure({"optimizer": "adam"}),
    lambda trainer: trainer.configure({"optimizer": "rmsprop", "decay": 0.0}),
    lambda trainer: trainer.configure({"task": "regression"}),
    lambda trainer: trainer.configure({"task": "classification", "classes": 3}),
    lambda trainer: trainer.configure({"seed": 5}),
]


@settings(max_examples=150, deadline=None)
@given(
    checkpoints(),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(range(len(CHANGES)))), max_size=5),
)
def test_what_comes_of_an_accepted_checkpoint_is_accepted(
    checkpoint: Checkpoint, history: list[tuple[int, int]]
) -> None:
    trainer = Trainer(checkpoint, LIMITS)
    for updates, change in history:
        trainer.run(updates)
        trainer.checkpoint().check(LIMITS)
        with suppress(RefusedError):
            CHANGES[change](trainer)
        reached = trainer.checkpoint()
        reached.check(LIMITS)
        trainer = Trainer(reached, LIMITS)


def test_at_the_last_step_that_can_be_counted_training_ends() -> None:
    checkpoint = start(optimizer="adam")
    late = replace(checkpoint.progress, step=LARGEST_COUNT - 3, epoch=LARGEST_COUNT - 3)
    trainer = Trainer(replace(checkpoint, progress=late))
    assert trainer.run(10) == 3
    assert trainer.step == LARGEST_COUNT
    assert trainer.run(10) == 0
    with pytest.raises(LimitError, match="Reset"):
        trainer.check_ready()
    trainer.reset()
    assert trainer.run(10) == 10
