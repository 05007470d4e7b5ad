"""The penalty l1 Σ|w| + (l2 / 2) Σ w², over the weights only, which is added once to a batch's mean cost."""

import numpy as np

from app.nn.architecture import Architecture
from app.nn.plan import Array, Plan


def penalty(architecture: Architecture, parameters: Array) -> float:
    """The penalty of these parameters.

    A strength of 0 adds nothing, whatever w² comes to, and the other one is multiplied in before a sum or a
    square can overflow: it is infinite only where the penalty is.
    """
    total = 0.0
    if architecture.l1:
        total += float(np.add.reduce(architecture.l1 * architecture.weight_mask() * np.abs(parameters)))
    if architecture.l2:
        pull = 0.5 * architecture.l2 * architecture.weight_mask() * parameters
        total += float(np.add.reduce(pull * parameters))
    return total


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
