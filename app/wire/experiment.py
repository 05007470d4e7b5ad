"""Experiments as they cross the wire: one object whose fields are checked by the experiment's own rules."""

from dataclasses import fields
from typing import Annotated, Any, TypeAlias, TypedDict, cast

from pydantic import AfterValidator, Field, ValidationInfo

from app.training.experiment import CHOICES, Experiment, check_field
from app.training.limits import Limits
from app.wire.errors import unknown_field
from app.wire.marks import Doc, OneOf, TakenAs

_FIELDS = {field.name: field for field in fields(Experiment)}

FeatureName: TypeAlias = Annotated[str, OneOf("FeatureName", tuple(CHOICES["features"]))]
Task: TypeAlias = Annotated[str, OneOf("Task", tuple(CHOICES["task"]))]
ActivationName: TypeAlias = Annotated[str, OneOf("ActivationName", tuple(CHOICES["activation"]))]
OutputName: TypeAlias = Annotated[str, OneOf("OutputName", tuple(CHOICES["output"]))]
CostName: TypeAlias = Annotated[str, OneOf("CostName", tuple(CHOICES["cost"]))]
OptimizerName: TypeAlias = Annotated[str, OneOf("OptimizerName", tuple(CHOICES["optimizer"]))]
ScheduleName: TypeAlias = Annotated[str, OneOf("ScheduleName", tuple(CHOICES["schedule"]))]
InitializerName: TypeAlias = Annotated[str, OneOf("InitializerName", tuple(CHOICES["initializer"]))]


class ExperimentObject(TypedDict):
    """An experiment: everything that decides how training goes, apart from the points."""

    features: list[FeatureName]
    hidden: Annotated[list[int], Doc("sizes of layers 2..n-1, each 1..`max_neurons`")]
    task: Task
    classes: Annotated[int, Doc("regression has one output neuron whatever it says")]
    activation: ActivationName
    output: OutputName
    cost: CostName
    optimizer: OptimizerName
    learning_rate: float
    momentum: Annotated[float, Doc("momentum, Nesterov; Adam's beta1")]
    decay: Annotated[float, Doc("RMSProp's and Adam's average of squares; beta2")]
    l1: float
    l2: float
    batch_size: Annotated[int, Doc("larger than the number of training points: full batch")]
    shuffle: Annotated[bool, Doc("a new order each epoch")]
    initializer: InitializerName
    seed: int
    schedule: ScheduleName
    warm_up: Annotated[int, Doc("updates in which the rate rises to its full height")]
    schedule_steps: Annotated[int, Doc("how many updates a fall of the rate, or a step of it, takes")]
    schedule_factor: Annotated[float, Doc("what such a fall multiplies the rate by")]
    least_share: Annotated[float, Doc("of the rate, where it falls like a cosine")]
    largest_norm: Annotated[float, Doc("of a gradient, to which longer ones are clipped; 0: none is")]
    until_step: Annotated[int, Doc("where training pauses by itself; 0: nowhere, as with the others")]
    until_cost: Annotated[float, Doc("of the training points, below which it pauses")]
    until_share: Annotated[float, Doc("of training points that are right, at which it pauses")]
    until_patience: Annotated[
        int, Doc("epochs without a lower cost, of the test points where there are any, after which it pauses")
    ]


def _checked(given: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    checked = {}
    for name, value in given.items():
        if name not in _FIELDS:
            raise unknown_field(name, _FIELDS)
        checked[name] = tuple(value) if isinstance(value, list) else value
        check_field(name, checked[name], cast(Limits, info.context))
        if isinstance(_FIELDS[name].default, float):
            checked[name] = float(value)
    return checked


_OBJECT = Field(description="an object with fields of an experiment")

ExperimentFields = Annotated[
    dict[str, Any], AfterValidator(_checked), _OBJECT, TakenAs(ExperimentObject, part=True)
]
"""Fields of an experiment, all or some of them, each valid by itself; lists have become tuples."""


def experiment_from_wire(given: dict[str, Any]) -> Experiment:
    """An experiment with these fields, and the defaults where there are none."""
    return Experiment(**given)


def experiment_to_wire(experiment: Experiment) -> ExperimentObject:
    """All fields by name, lists as lists."""
    values = {
        name: list(value) if isinstance(value, tuple) else value for name, value in vars(experiment).items()
    }
    return cast(ExperimentObject, values)
