"""What each choice of an experiment can be, with all that the page needs to know of it."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, TypedDict, cast

import numpy as np

from app.data.datasets import DATASETS, Dataset
from app.data.features import FEATURES
from app.data.generate import generated
from app.nn.activations import ACTIVATIONS
from app.nn.costs import COSTS
from app.nn.initializers import INITIALIZERS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.nn.schedules import SCHEDULES
from app.training.experiment import CHOICES, Choice
from app.training.tasks import TASKS
from app.wire.experiment import ActivationName, FeatureName, OptimizerName, Task
from app.wire.marks import Doc

PREVIEW_POINTS = 60
PREVIEW_NOISE = 0.1
PREVIEW_SEED = 1


class ChoiceOption(TypedDict):
    """What people read of a choice."""

    title: Annotated[str, Doc("its name for people")]
    words: Annotated[str, Doc("a few words on what it does")]


class TaskOption(ChoiceOption):
    """A task."""

    outputs: Annotated[list[str], Doc("the outputs that answer it, the usual one first")]


class OutputOption(ChoiceOption):
    """An output."""

    costs: Annotated[list[str], Doc("the costs that it goes with, the usual one first")]


class OptimizerOption(ChoiceOption):
    """An optimizer."""

    settings: Annotated[
        list[Literal["momentum", "decay"]], Doc("what its rule reads besides the learning rate")
    ]
    vectors: Annotated[list[str], Doc("the vectors like θ in its state")]
    counts: Annotated[list[str], Doc("the vectors of length 1 in its state, which count updates")]


class ScheduleOption(ChoiceOption):
    """A way for the learning rate to go."""

    phrase: Annotated[str, Doc("what a sentence says behind the rate; empty where it stays")]
    settings: Annotated[
        list[Literal["schedule_steps", "schedule_factor", "least_share"]],
        Doc("what it reads besides `warm_up`"),
    ]


class SuitedSettings(TypedDict):
    """Settings of an experiment that can learn a data set."""

    features: Annotated[list[FeatureName], Doc("the inputs")]
    hidden: Annotated[list[int], Doc("sizes of the hidden layers")]
    activation: Annotated[ActivationName, Doc("the activation of the hidden neurons")]
    optimizer: Annotated[OptimizerName, Doc("the optimizer")]
    learning_rate: Annotated[float, Doc("the learning rate")]
    batch_size: Annotated[int, Doc("the size of a batch")]


class DatasetOption(TypedDict):
    """A data set that `generate` can draw."""

    name: Annotated[str, Doc("its name in `generate`")]
    title: Annotated[str, Doc("its name for people")]
    task: Annotated[
        Task | None,
        Doc("the task that it needs; null leaves the task as it is"),
    ]
    classes: Annotated[int | None, Doc("the classes that it needs; null leaves their number as it is")]
    suited: Annotated[SuitedSettings | None, Doc("settings that can learn it; null where the usual ones can")]
    is_table: Annotated[
        bool, Doc("whether it is these points alone, whatever count, noise and test share are asked for")
    ]
    preview: Annotated[
        list[list[float]],
        Doc(
            "about 60 points [x1, x2, target], drawn by the generator that `generate` uses; none for a blank"
        ),
    ]


class Options(TypedDict):
    """What each choice can be, by its name in an experiment and in the order of the menus."""

    features: Annotated[dict[str, ChoiceOption], Doc("the inputs")]
    task: Annotated[dict[str, TaskOption], Doc("the tasks")]
    activation: Annotated[dict[str, ChoiceOption], Doc("the activations of hidden neurons")]
    output: Annotated[dict[str, OutputOption], Doc("the outputs")]
    cost: Annotated[dict[str, ChoiceOption], Doc("the costs")]
    optimizer: Annotated[dict[str, OptimizerOption], Doc("the optimizers")]
    initializer: Annotated[dict[str, ChoiceOption], Doc("the kinds of first weights")]
    schedule: Annotated[dict[str, ScheduleOption], Doc("how the learning rate goes")]
    datasets: Annotated[list[DatasetOption], Doc("the data sets")]


@cache
def options() -> Options:
    """Every choice with what is known of it, and the data sets with previews: the same object every time."""
    return {
        "features": {name: _option(feature) for name, feature in FEATURES.items()},
        "task": {name: {**_option(task), "outputs": list(task.outputs)} for name, task in TASKS.items()},
        "activation": {name: _option(activation) for name, activation in ACTIVATIONS.items()},
        "output": {
            name: {**_option(output), "costs": list(output.costs)} for name, output in OUTPUTS.items()
        },
        "cost": {name: _option(cost) for name, cost in COSTS.items()},
        "optimizer": {
            name: {
                **_option(optimizer),
                "settings": list(optimizer.own_settings),
                "vectors": list(optimizer.vectors),
                "counts": list(optimizer.counts),
            }
            for name, optimizer in OPTIMIZERS.items()
        },
        "initializer": {name: _option(initializer) for name, initializer in INITIALIZERS.items()},
        "schedule": {
            name: {
                **_option(schedule),
                "phrase": schedule.phrase,
                "settings": list(schedule.own_settings),
            }
            for name, schedule in SCHEDULES.items()
        },
        "datasets": [_described(dataset) for dataset in DATASETS.values()],
    }


def title_of(choice: str, name: str) -> str:
    """What people call this value of an experiment's field; the value itself where it has no title."""
    found = CHOICES.get(choice, {}).get(name)
    return name if found is None else found.title


def _option(choice: Choice) -> ChoiceOption:
    return {"title": choice.title, "words": choice.words}


def _described(dataset: Dataset) -> DatasetOption:
    points = generated(dataset.name, PREVIEW_POINTS, PREVIEW_NOISE, 0.0, PREVIEW_SEED)
    columns = np.round([points.x1, points.x2, points.target], 3)
    return {
        "name": dataset.name,
        "title": dataset.title,
        "task": dataset.task,
        "classes": dataset.classes,
        "suited": _suited(dataset.suited),
        "is_table": dataset.is_table,
        "preview": columns.T.tolist(),
    }


def _suited(settings: Mapping[str, object]) -> SuitedSettings | None:
    listed = {name: list(value) if isinstance(value, tuple) else value for name, value in settings.items()}
    return cast(SuitedSettings, listed) if listed else None
