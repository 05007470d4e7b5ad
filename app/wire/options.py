"""What each choice of an experiment can be, with the words that people read."""

from functools import cache
from typing import Annotated, TypedDict

import numpy as np

from app.data.datasets import DATASETS, Dataset
from app.data.features import FEATURES
from app.data.generate import generated
from app.training.experiment import CHOICES
from app.wire.experiment import Task
from app.wire.marks import Doc

PREVIEW_POINTS = 60
PREVIEW_NOISE = 0.1
PREVIEW_SEED = 1

TITLES: dict[str, dict[str, str]] = {
    "features": {feature.name: feature.title for feature in FEATURES.values()},
    "task": {"classification": "Classification", "regression": "Regression"},
    "activation": {
        "tanh": "tanh",
        "sigmoid": "sigmoid",
        "relu": "ReLU",
        "leaky_relu": "leaky ReLU",
        "elu": "ELU",
        "gelu": "GELU",
        "softplus": "softplus",
        "sine": "sine",
        "linear": "linear",
    },
    "output": {"softmax": "softmax", "sigmoid": "sigmoid", "tanh": "tanh", "linear": "linear"},
    "cost": {"cross_entropy": "cross-entropy", "squared_error": "squared error", "huber": "Huber"},
    "optimizer": {
        "gradient_descent": "gradient descent",
        "momentum": "momentum",
        "nesterov": "Nesterov",
        "adagrad": "AdaGrad",
        "rmsprop": "RMSProp",
        "adam": "Adam",
    },
    "initializer": {"glorot": "Glorot", "he": "He", "lecun": "LeCun", "uniform": "uniform", "zeros": "zeros"},
}


class DatasetOption(TypedDict):
    """A data set that `generate` can draw."""

    name: str
    title: str
    task: Annotated[Task | None, Doc("null where it leaves the task as it is")]
    classes: Annotated[int | None, Doc("null where it leaves their number as it is")]
    preview: Annotated[
        list[tuple[float, float, float]], Doc('about 60 points [x1, x2, target], none for "blank"')
    ]


class Options(TypedDict):
    """What each choice of an experiment can be."""

    features: list[str]
    task: list[str]
    activation: list[str]
    output: list[str]
    cost: list[str]
    optimizer: list[str]
    initializer: list[str]
    titles: Annotated[
        dict[str, dict[str, str]], Doc("for each choice, from name to the words that people read")
    ]
    datasets: list[DatasetOption]


@cache
def options() -> Options:
    """The names of each choice, their titles, and the data sets with previews: the same object every time."""
    return {
        "features": list(CHOICES["features"]),
        "task": list(CHOICES["task"]),
        "activation": list(CHOICES["activation"]),
        "output": list(CHOICES["output"]),
        "cost": list(CHOICES["cost"]),
        "optimizer": list(CHOICES["optimizer"]),
        "initializer": list(CHOICES["initializer"]),
        "titles": TITLES,
        "datasets": [_described(dataset) for dataset in DATASETS.values()],
    }


def title_of(choice: str, name: str) -> str:
    """What people call this value of an experiment's field; the value itself where it has no title."""
    return TITLES.get(choice, {}).get(name, name)


def _described(dataset: Dataset) -> DatasetOption:
    points = generated(dataset.name, PREVIEW_POINTS, PREVIEW_NOISE, 0.0, PREVIEW_SEED)
    columns = np.round([points.x1, points.x2, points.target], 3)
    return {
        "name": dataset.name,
        "title": dataset.title,
        "task": dataset.task,
        "classes": dataset.classes,
        "preview": columns.T.tolist(),
    }
