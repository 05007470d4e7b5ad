"""One weight or bias under the glass: its derivative, who pushed it, and the same by nudging it."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.nn.activations import ACTIVATIONS
from app.nn.architecture import Architecture
from app.nn.gradient_check import RELATIVE_STEP, central_differences
from app.nn.passes import Pass
from app.nn.plan import Array
from app.training.checkpoint import Checkpoint
from app.training.errors import UnknownParameterError
from app.training.trace import BatchPass, Trace, trace


@dataclass(frozen=True)
class Check:
    """A sample's derivative by central differences beside backpropagation's.

    `step` is how far the parameter was nudged each way; `kink` tells that a neuron's z crosses 0 on the way,
    where its activation bends sharply, so that the two need not agree.
    """

    numerical: float
    analytic: float
    relative_error: float
    step: float
    kink: bool


@dataclass(frozen=True, eq=False)
class Inspection:
    """A parameter's derivative for the traced sample, and the share of each sample of its batch (no penalty).

    The mean of `contributions` plus `penalty_derivative` is `batch_derivative`; all three are None for a test
    point.
    """

    trace: Trace
    index: int
    value: float
    derivative: float
    check: Check
    contributions: Array | None
    penalty_derivative: float | None
    batch_derivative: float | None


def inspect(checkpoint: Checkpoint, parameter: tuple[int, int, int | None], point: int | None) -> Inspection:
    """Inspect a parameter through a point's pass.

    It is named by its layer (from 1), neuron (from 0) and source (from 0, None for the bias). Raises
    `UnknownParameterError`, and what `trace` raises.
    """
    architecture = checkpoint.experiment.architecture()
    index = parameter_index(architecture, parameter)
    traced = trace(checkpoint, point)
    derivative = float(traced.sample.gradient[index])
    contributions, batch_derivative, pull = None, None, None
    if traced.batch is not None:
        contributions = contributions_of(traced.batch, parameter)
        batch_derivative = float(traced.batch.record.gradient[index])
        pull = _penalty_derivative(architecture, float(checkpoint.progress.parameters[index]), parameter[2])
    return Inspection(
        traced,
        index,
        float(checkpoint.progress.parameters[index]),
        derivative,
        check_by_nudging(traced, architecture, index, derivative),
        contributions,
        pull,
        batch_derivative,
    )


def _penalty_derivative(architecture: Architecture, value: float, source: int | None) -> float:
    """What the penalty adds to the derivative: l1 sign(w) + l2 w for a weight, nothing for a bias."""
    if source is None:
        return 0.0
    return float(architecture.l1 * np.sign(value) + architecture.l2 * value)


def parameter_index(architecture: Architecture, parameter: tuple[int, int, int | None]) -> int:
    """The parameter's index in θ."""
    try:
        return architecture.weight_index(*parameter)
    except IndexError as error:
        raise UnknownParameterError(
            "This network has no such weight or bias any more.", field="parameter", given=list(parameter)
        ) from error


def contributions_of(batch: BatchPass, parameter: tuple[int, int, int | None]) -> Array:
    """The derivative of each sample's own cost, (samples,), in the batch's order, before their mean."""
    layer, neuron, source = parameter
    record = batch.record
    deltas: Array = record.deltas[layer][neuron] * record.samples
    return deltas if source is None else np.asarray(deltas * record.activations[layer - 1][source])


def check_by_nudging(traced: Trace, architecture: Architecture, index: int, analytic: float) -> Check:
    """Central differences of the sample's cost, and whether a kink lies between the two nudges."""
    sample = traced.sample
    parameters = traced.checkpoint.progress.parameters
    plain = replace(architecture, l1=0.0, l2=0.0)
    inputs, targets = sample.activations[1][:, np.newaxis], sample.target[:, np.newaxis]
    numerical = float(central_differences(plain, parameters, inputs, targets, [index])[0])
    step = RELATIVE_STEP * max(1.0, abs(float(parameters[index])))
    return Check(
        numerical,
        analytic,
        abs(numerical - analytic) / max(abs(numerical), abs(analytic), np.finfo(float).tiny),
        step,
        ACTIVATIONS[plain.activation].kinked
        and _crosses_zero(plain, parameters, inputs, targets, index, step),
    )


def _crosses_zero(
    architecture: Architecture,
    parameters: Array,
    inputs: Array,
    targets: Array,
    index: int,
    step: float,
) -> bool:
    """Whether a hidden neuron's z changes its sign, or is 0, between the two nudges."""
    signs: list[NDArray[np.float64]] = []
    for nudge in (-step, step):
        moved = parameters.copy()
        moved[index] += nudge
        record = Pass(architecture, moved, 1)
        record.inputs[:], record.targets[:] = inputs, targets
        record.feedforward()
        hidden = record.pre_activations[2:-1]
        signs.append(np.sign(np.concatenate(hidden)[:, 0]) if hidden else np.empty(0))
    return bool(np.any(signs[0] != signs[1]) or np.any(signs[0] == 0))
