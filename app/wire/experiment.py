"""Experiments as they cross the wire: one object whose fields are checked by the experiment's own rules."""

from dataclasses import fields
from typing import Annotated, Any, cast

from pydantic import AfterValidator, Field, ValidationInfo

from app.training.experiment import Experiment, check_field
from app.training.limits import Limits
from app.wire.errors import unknown_field

_FIELDS = {field.name: field for field in fields(Experiment)}


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

ExperimentFields = Annotated[dict[str, Any], AfterValidator(_checked), _OBJECT]
"""Fields of an experiment, all or some of them, each valid by itself; lists have become tuples."""


def experiment_from_wire(given: dict[str, Any]) -> Experiment:
    """An experiment with these fields, and the defaults where there are none."""
    return Experiment(**given)


def experiment_to_wire(experiment: Experiment) -> dict[str, Any]:
    """All fields by name, lists as lists."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in vars(experiment).items()
    }
