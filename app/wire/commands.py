"""The commands: what a browser can ask for, one model each, told apart by `type`."""

from functools import cached_property
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from app.data.errors import InvalidValueError, LimitError, RefusedError
from app.data.wording import counted
from app.training.checkpoint import Checkpoint
from app.training.experiment import Experiment
from app.training.limits import Limits
from app.wire.checkpoint import CheckpointModel, checkpoint_from_wire
from app.wire.experiment import ExperimentFields
from app.wire.kinds import (
    DatasetName,
    Finite,
    Id,
    Ids,
    Layer,
    Neuron,
    NeuronCount,
    Noise,
    PointCount,
    Seed,
    Share,
    Speed,
    Target,
    Updates,
    WireModel,
)
from app.wire.points import PlaceList, PointList


class Command(WireModel):
    """What all commands have. The `id` comes back in the answer."""

    id: Id

    def check(self, limits: Limits) -> None:
        """Raise a `RefusedError` where the command passes a limit or contradicts itself."""


class Train(Command):
    """Start training."""

    type: Literal["train"]


class Pause(Command):
    """Pause training."""

    type: Literal["pause"]


class Step(Command):
    """Pause, then make some updates, or as many as complete the epoch."""

    type: Literal["step"]
    updates: Updates | None = None
    until: Literal["epoch"] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.updates is None) == (self.until is None):
            message = "A step makes a number of updates, or goes on to the end of the epoch, and not both."
            raise InvalidValueError(
                message, field="updates", given=self.updates, allowed="either updates or until"
            )
        return self


class SetSpeed(Command):
    """Set the speed of training; None is as fast as it goes."""

    type: Literal["speed"]
    updates_per_second: Speed | None


class Reset(Command):
    """Go back to step 0, with a new seed where one is given."""

    type: Literal["reset"]
    seed: Seed | None = None


class AddPoints(Command):
    """Add points, with ids that the browser chose."""

    type: Literal["add_points"]
    points: PointList


class MovePoints(Command):
    """Move points."""

    type: Literal["move_points"]
    points: PlaceList


class RemovePoints(Command):
    """Remove points."""

    type: Literal["remove_points"]
    ids: Ids


class SetTargets(Command):
    """Give points another class or real target."""

    type: Literal["set_targets"]
    ids: Ids
    target: Target


class ReplacePoints(Command):
    """Put other points in the place of all there are."""

    type: Literal["replace_points"]
    points: PointList


class Generate(Command):
    """Replace all points by a data set."""

    type: Literal["generate"]
    dataset: DatasetName
    count: PointCount
    noise: Noise
    test_share: Share
    seed: Seed

    def check(self, limits: Limits) -> None:
        """Refuse more points than a session may have."""
        if self.count > limits.max_points:
            raise _limit("count", self.count, limits.max_points, "point")


class Split(Command):
    """Choose anew which points are test points."""

    type: Literal["split"]
    test_share: Share
    seed: Seed


class Configure(Command):
    """Change fields of the experiment; `changes` holds valid values, lists as tuples."""

    type: Literal["configure"]
    changes: ExperimentFields

    def check(self, limits: Limits) -> None:
        """Refuse a network that is too large."""
        try:
            Experiment(hidden=self.changes.get("hidden", ())).check_limits(limits)
        except LimitError as error:
            raise error.under("changes") from None


class AddLayer(Command):
    """Insert a hidden layer that becomes layer number `layer`."""

    type: Literal["add_layer"]
    layer: Layer
    neurons: NeuronCount

    def check(self, limits: Limits) -> None:
        """Refuse a layer that is too large."""
        if self.neurons > limits.max_neurons:
            raise _limit("neurons", self.neurons, limits.max_neurons, "neuron", " in a layer")


class RemoveLayer(Command):
    """Remove a hidden layer."""

    type: Literal["remove_layer"]
    layer: Layer


class AddNeuron(Command):
    """Add a neuron at the end of a hidden layer."""

    type: Literal["add_neuron"]
    layer: Layer


class RemoveNeuron(Command):
    """Remove a neuron of a hidden layer."""

    type: Literal["remove_neuron"]
    layer: Layer
    neuron: Neuron


class SetParameter(Command):
    """Set a weight (`source` is a neuron of the layer before) or a bias (`source` is None)."""

    type: Literal["set_parameter"]
    layer: Layer
    neuron: Neuron
    source: Neuron | None
    value: Finite


class Load(Command):
    """Replace everything by a checkpoint, and train on if `training`."""

    type: Literal["load"]
    checkpoint: CheckpointModel
    training: bool = False

    def check(self, limits: Limits) -> None:
        """Refuse a checkpoint that contradicts itself or passes a limit."""
        try:
            self.restored.check(limits)
        except RefusedError as error:
            raise error.under("checkpoint") from None

    @cached_property
    def restored(self) -> Checkpoint:
        """The checkpoint as training has it."""
        return checkpoint_from_wire(self.checkpoint)


class Trace(Command):
    """Ask for a point's whole pass; None is the first point of the next batch."""

    type: Literal["trace"]
    point: Id | None


class Parameter(WireModel):
    """A weight or, where `source` is None, a bias."""

    layer: Layer
    neuron: Neuron
    source: Neuron | None


class Inspect(Command):
    """Keep a parameter under the glass through a point's pass; None ends it."""

    type: Literal["inspect"]
    parameter: Parameter | None
    point: Id | None


AnyCommand = Annotated[
    Train
    | Pause
    | Step
    | SetSpeed
    | Reset
    | AddPoints
    | MovePoints
    | RemovePoints
    | SetTargets
    | ReplacePoints
    | Generate
    | Split
    | Configure
    | AddLayer
    | RemoveLayer
    | AddNeuron
    | RemoveNeuron
    | SetParameter
    | Load
    | Trace
    | Inspect,
    Field(discriminator="type"),
]


COMMANDS: dict[str, type[Command]] = {
    get_args(model.model_fields["type"].annotation)[0]: model for model in get_args(get_args(AnyCommand)[0])
}


def _limit(field: str, given: int, most: int, one: str, where: str = "") -> LimitError:
    message = f"Between 1 and {counted(most, one)}{where}."
    return LimitError(message, field=field, given=given, allowed=f"at most {most} {one}s{where}")
