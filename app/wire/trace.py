"""Traces and inspections as they cross the wire: short lists as numbers, vectors like θ as base64."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.points import Points
from app.training.inspection import Inspection
from app.training.trace import BatchPass, SamplePass, Trace, Update
from app.wire.checkpoint import vector_to_wire
from app.wire.points import points_to_wire


def trace_to_wire(trace: Trace) -> dict[str, Any]:
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


def inspection_to_wire(found: Inspection, parameter: tuple[int, int, int | None]) -> dict[str, Any]:
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


def _point(trace: Trace) -> dict[str, Any]:
    return points_to_wire(_chosen(trace.checkpoint.points, np.array([trace.index])))[0]


def _chosen(points: Points, indices: NDArray[np.intp]) -> Points:
    return Points(*(array[indices] for array in points.arrays()))


def _sample(sample: SamplePass) -> dict[str, Any]:
    return {
        "target": sample.target.tolist(),
        "activations": _lists(sample.activations),
        "pre_activations": _lists(sample.pre_activations),
        "slopes": _lists(sample.slopes),
        "deltas": _lists(sample.deltas),
        "cost": sample.cost,
    }


def _lists(by_layer: Any) -> list[list[float] | None]:
    return [None if vector is None else vector.tolist() for vector in by_layer]


def _batch(points: Points, batch: BatchPass) -> dict[str, Any]:
    return {
        "ids": points.id[batch.indices].tolist(),
        "index": batch.index,
        "batches": batch.batches,
        "next": batch.next,
        "cost": batch.cost,
        "penalty": batch.penalty,
        "gradient": vector_to_wire(batch.record.gradient),
    }


def _update(trace: Trace, update: Update) -> dict[str, Any]:
    experiment = trace.checkpoint.experiment
    return {
        "optimizer": experiment.optimizer,
        "learning_rate": experiment.learning_rate,
        "gradient": vector_to_wire(update.gradient),
        "after": vector_to_wire(update.after),
        "state_before": _vectors(update.state_before),
        "state_after": _vectors(update.state_after),
        "terms": dict(update.terms),
    }


def _vectors(state: Mapping[str, NDArray[np.float64]]) -> dict[str, str]:
    return {name: vector_to_wire(vector) for name, vector in state.items()}


def _contributions(found: Inspection) -> list[dict[str, float]] | None:
    batch = found.trace.batch
    if batch is None or found.contributions is None:
        return None
    ids = found.trace.checkpoint.points.id[batch.indices].tolist()
    return [
        {"id": point, "derivative": derivative}
        for point, derivative in zip(ids, found.contributions.tolist(), strict=True)
    ]
