"""Traces and inspections as they cross the wire: short lists as numbers, vectors like θ as base64."""

from collections.abc import Mapping, Sequence
from typing import Annotated, TypedDict

import numpy as np
from numpy.typing import NDArray

from app.data.points import Points
from app.training.inspection import Inspection
from app.training.trace import BatchPass, SamplePass, Trace, Update
from app.wire.checkpoint import vector_to_wire
from app.wire.experiment import OptimizerName
from app.wire.marks import Doc
from app.wire.points import PointObject, points_to_wire


class PassNumbers(TypedDict):
    """The numbers of one sample's pass. Lists are by layer number, null where a layer has no such thing."""

    target: Annotated[list[float], Doc("the vector y")]
    activations: Annotated[list[list[float] | None], Doc("null in slot 0")]
    pre_activations: Annotated[list[list[float] | None], Doc("null in slots 0 and 1")]
    slopes: Annotated[list[list[float] | None], Doc("σ'(z); null in slots 0 and 1, and at a softmax")]
    deltas: Annotated[list[list[float] | None], Doc("of this sample alone: no mean over a batch")]
    cost: Annotated[float, Doc("of this sample alone, without the penalty")]


class PassFields(PassNumbers):
    """One sample's pass with the parameters of its step."""

    step: int
    point: PointObject
    parameters: Annotated[str, Doc("θ, as in `progress`")]


class BatchObject(TypedDict):
    """The batch in which the point stands in the present pass through the points."""

    ids: Annotated[list[int], Doc("in their order; a full batch is not shuffled")]
    index: Annotated[int, Doc("from 0, among `batches`")]
    batches: int
    next: Annotated[bool, Doc("whether the next update uses it")]
    cost: Annotated[float, Doc("mean plus penalty")]
    penalty: float
    gradient: Annotated[str, Doc("of that cost, as `parameters`")]


class ClippingObject(TypedDict):
    """How a gradient is clipped."""

    norm: Annotated[float, Doc("of the batch's gradient")]
    share: Annotated[float, Doc("by what it is multiplied: 1 where it is short enough")]


class UpdateObject(TypedDict):
    """What the optimizer makes of the batch's gradient now."""

    optimizer: OptimizerName
    learning_rate: Annotated[float, Doc("of this very update, as the schedule has it")]
    clipping: Annotated[
        ClippingObject | None, Doc("what shortens the gradient before the rule; null where none is set")
    ]
    gradient: Annotated[
        str,
        Doc(
            "the batch's as training adds it up, which has fewer digits than that of `batch` where that is "
            "nearly 0 (decision 0011)"
        ),
    ]
    after: Annotated[
        str, Doc("θ after it; where `next` is true, bit for bit what a `step` of one update gives")
    ]
    state_before: Annotated[dict[str, str], Doc("as `optimizer` of `progress`")]
    state_after: Annotated[dict[str, str], Doc("as `optimizer` of `progress`")]
    terms: Annotated[
        dict[str, float],
        Doc(
            "the constants of its rule, by name: `momentum`; `decay`; `epsilon`; Adam's `beta1`, `beta2`, "
            "and `correction1`, `correction2`, which are 1 − β^t"
        ),
    ]


class TraceFields(PassFields):
    """A `trace` event, but for its type and revision."""

    epoch: int
    gradient: Annotated[str, Doc("of `cost`, as `parameters`")]
    batch: Annotated[BatchObject | None, Doc("null for a test point")]
    update: Annotated[UpdateObject | None, Doc("null for a test point")]


class ParameterObject(TypedDict):
    """A weight or a bias."""

    layer: Annotated[int, Doc("the layer it leads into, from 2")]
    neuron: Annotated[int, Doc("its destination, from 0")]
    source: Annotated[int | None, Doc("the neuron of the layer before, from 0; null: the bias")]


class ContributionObject(TypedDict):
    """What one point of a batch adds to a derivative."""

    id: int
    derivative: float


class CheckObject(TypedDict):
    """A derivative beside central differences of the sample's cost."""

    numerical: float
    analytic: float
    relative_error: float
    nudge: Annotated[float, Doc("how far the parameter was moved each way")]
    kink: Annotated[bool, Doc("whether an activation bends on the way, so that the two need not agree")]


class InspectionFields(PassFields):
    """An `inspection` event, but for its type and revision."""

    parameter: ParameterObject
    value: float
    derivative: Annotated[float, Doc("of the sample's cost")]
    penalty_derivative: Annotated[float | None, Doc("null for a test point")]
    batch_derivative: Annotated[
        float | None,
        Doc("the mean of `contributions` plus `penalty_derivative`; null for a test point"),
    ]
    contributions: Annotated[
        list[ContributionObject] | None, Doc("one for each point of the batch; null for a test point")
    ]
    check: CheckObject


def trace_to_wire(trace: Trace) -> TraceFields:
    """The fields of a `trace` event, but for its type and revision."""
    progress = trace.checkpoint.progress
    return {
        "step": progress.step,
        "epoch": progress.epoch,
        "point": _point(trace),
        **_sample(trace.sample),
        "parameters": vector_to_wire(progress.parameters),
        "gradient": vector_to_wire(trace.sample.gradient),
        "batch": None if trace.batch is None else _batch(trace.checkpoint.points, trace.batch),
        "update": None if trace.update is None else _update(trace, trace.update),
    }


def inspection_to_wire(found: Inspection, parameter: tuple[int, int, int | None]) -> InspectionFields:
    """The fields of an `inspection` event, but for its type and revision."""
    trace, check = found.trace, found.check
    layer, neuron, source = parameter
    return {
        "step": trace.checkpoint.progress.step,
        "parameter": {"layer": layer, "neuron": neuron, "source": source},
        "value": found.value,
        "point": _point(trace),
        **_sample(trace.sample),
        "parameters": vector_to_wire(trace.checkpoint.progress.parameters),
        "derivative": found.derivative,
        "penalty_derivative": found.penalty_derivative,
        "batch_derivative": found.batch_derivative,
        "contributions": _contributions(found),
        "check": {
            "numerical": check.numerical,
            "analytic": check.analytic,
            "relative_error": check.relative_error,
            "nudge": check.step,
            "kink": check.kink,
        },
    }


def _point(trace: Trace) -> PointObject:
    return points_to_wire(trace.checkpoint.points.chosen(np.array([trace.index])))[0]


def _sample(sample: SamplePass) -> PassNumbers:
    return {
        "target": sample.target.tolist(),
        "activations": _lists(sample.activations),
        "pre_activations": _lists(sample.pre_activations),
        "slopes": _lists(sample.slopes),
        "deltas": _lists(sample.deltas),
        "cost": sample.cost,
    }


def _lists(by_layer: Sequence[NDArray[np.float64] | None]) -> list[list[float] | None]:
    return [None if vector is None else vector.tolist() for vector in by_layer]


def _batch(points: Points, batch: BatchPass) -> BatchObject:
    return {
        "ids": points.id[batch.indices].tolist(),
        "index": batch.index,
        "batches": batch.batches,
        "next": batch.next,
        "cost": batch.cost,
        "penalty": batch.penalty,
        "gradient": vector_to_wire(batch.record.gradient),
    }


def _update(trace: Trace, update: Update) -> UpdateObject:
    experiment = trace.checkpoint.experiment
    return {
        "optimizer": experiment.optimizer,
        "learning_rate": update.learning_rate,
        "clipping": _clipping(update),
        "gradient": vector_to_wire(update.gradient),
        "after": vector_to_wire(update.after),
        "state_before": _vectors(update.state_before),
        "state_after": _vectors(update.state_after),
        "terms": dict(update.terms),
    }


def _clipping(update: Update) -> ClippingObject | None:
    if update.norm is None or update.share is None:
        return None
    return {"norm": update.norm, "share": update.share}


def _vectors(state: Mapping[str, NDArray[np.float64]]) -> dict[str, str]:
    return {name: vector_to_wire(vector) for name, vector in state.items()}


def _contributions(found: Inspection) -> list[ContributionObject] | None:
    batch = found.trace.batch
    if batch is None or found.contributions is None:
        return None
    ids = found.trace.checkpoint.points.id[batch.indices].tolist()
    return [
        {"id": point, "derivative": derivative}
        for point, derivative in zip(ids, found.contributions.tolist(), strict=True)
    ]
