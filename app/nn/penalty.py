"""The penalty l1 Σ|w| + (l2 / 2) Σ w², over the weights only, which is added once to a batch's mean cost."""

import numpy as np

from app.nn.architecture import Architecture
from app.nn.plan import Array, Plan


def penalty(architecture: Architecture, parameters: Array) -> float:
    """The penalty of these parameters."""
    if not architecture.l1 and not architecture.l2:
        return 0.0
    weights = parameters * architecture.weight_mask()
    return float(architecture.l1 * np.abs(weights).sum() + 0.5 * architecture.l2 * np.square(weights).sum())


def penalty_plan(architecture: Architecture, parameters: Array, gradient: Array, factor: Array) -> Plan:
    """Adds `factor` times the penalty's gradient l1 sign(w) + l2 w; |w| has the slope 0 at w = 0."""
    mask, pull = architecture.weight_mask(), np.empty_like(parameters)
    plan: Plan = []
    if architecture.l1:
        plan += [(np.sign, parameters, pull), (np.multiply, pull, architecture.l1 * mask, pull)]
        plan += [(np.multiply, pull, factor, pull), (np.add, gradient, pull, gradient)]
    if architecture.l2:
        plan += [(np.multiply, parameters, architecture.l2 * mask, pull)]
        plan += [(np.multiply, pull, factor, pull), (np.add, gradient, pull, gradient)]
    return plan
