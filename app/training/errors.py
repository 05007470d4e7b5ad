"""What a trainer refuses to do."""

from app.data.errors import RefusedError


class TrainingError(RefusedError):
    """A trainer can't do this in its state. Catch `RefusedError` to have the refusals of points as well."""


class UnknownParameterError(TrainingError):
    """The network has no such layer, neuron, weight or bias."""

    code = "unknown_parameter"


class NoPointsError(TrainingError):
    """Training was asked for without a training point."""

    code = "no_points"


class DivergedError(TrainingError):
    """Training was asked for while the parameters are not finite."""

    code = "diverged"


class BadCheckpointError(TrainingError):
    """A checkpoint contradicts itself, such as parameters of another network."""

    code = "bad_checkpoint"
