"""The kinds of values in commands, each with the words that say what is allowed.

A limit of the server stands in the words by its name in braces: `explain.py` puts in the number.
"""

from typing import Annotated, Any, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from app.data.datasets import DATASETS
from app.data.errors import LimitError
from app.data.points import COORDINATES, MAX_ID, MOST_FURTHER, REAL_TARGETS
from app.data.wording import counted
from app.taken_out.formats import FORMATS
from app.training.experiment import RANGES
from app.training.limits import Limits


class WireModel(BaseModel):
    """An object on the wire: no unknown fields, no conversion between kinds."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _number(low: float, high: float) -> Any:
    words = f"a number from {low:.10g} to {high:.10g}"
    return Field(ge=low, le=high, allow_inf_nan=False, description=words)


def _integer(low: int, high: int) -> Any:
    return Field(ge=low, le=high, description=f"an integer from {low} to {high}")


def _from_one(limit: str) -> Any:
    """The words name the limit of the server; to pass it is another refusal (`Command.check`)."""
    return Field(ge=1, description=f"an integer from 1 to {{{limit}}}")


def not_too_many(value: object, info: ValidationInfo) -> object:
    """Refuse a list that is longer than any that a session has use for, before its items are looked at."""
    limit = cast(Limits, info.context).max_points
    if isinstance(value, list) and len(value) > limit:
        message = f"At most {counted(limit, 'point')} on this server."
        raise LimitError(message, given=len(value), allowed=f"at most {limit} points")
    return value


def _dataset(name: str) -> str:
    if name not in DATASETS:
        raise ValueError("no data set of this name")
    return name


def _format(name: str) -> str:
    if name not in FORMATS:
        raise ValueError("no format of this name")
    return name


Id = Annotated[int, _integer(0, MAX_ID)]
Count = Annotated[int, _integer(0, MAX_ID)]
PointCount = Annotated[int, _from_one("max_points")]
NeuronCount = Annotated[int, _from_one("max_neurons")]
Layer = Annotated[int, Field(ge=0, le=MAX_ID, description="an integer, the number of a layer from 2 on")]
Neuron = Annotated[int, Field(ge=0, le=MAX_ID, description="an integer, the number of a neuron from 0 on")]
Updates = Annotated[int, _integer(1, 10_000)]
PastUpdates = Annotated[int, _integer(0, 10_000_000)]
Speed = Annotated[float, _number(0.1, 1_000_000)]
BatchSize = Annotated[int, _integer(*map(int, RANGES["batch_size"]))]
Seed = Annotated[int, _integer(*map(int, RANGES["seed"]))]
Coordinate = Annotated[float, _number(*COORDINATES)]
Further = Annotated[
    list[Coordinate],
    Field(max_length=MOST_FURTHER, fail_fast=True, description=f"a list of at most {MOST_FURTHER} numbers"),
]
Target = Annotated[float, _number(*REAL_TARGETS)]
Share = Annotated[float, _number(0, 0.9)]
Noise = Annotated[float, _number(0, 1)]
Finite = Annotated[float, Field(allow_inf_nan=False, description="a finite number")]
DatasetName = Annotated[str, AfterValidator(_dataset), Field(description=f"one of {', '.join(DATASETS)}")]
FormatName = Annotated[str, AfterValidator(_format), Field(description=f"one of {', '.join(FORMATS)}")]
Ids = Annotated[
    list[Id], Field(fail_fast=True, description="a list of point ids"), BeforeValidator(not_too_many)
]


class ParameterModel(WireModel):
    """A weight or, where `source` is None, a bias."""

    layer: Layer
    neuron: Neuron
    source: Neuron | None
