"""The commands: what a browser can ask for, one model each, told apart by `type`.

Those that ask for something and change nothing are in `questions.py`. What each does to a session stands
in `app/serve/commands.py`, a row each; `make generate` names them all
in the union `Command`, by which mypy asks for the row.
"""

from typing import Annotated, Literal, Self, TypeAlias, get_args

from pydantic import model_validator

from app.data.errors import InvalidValueError, LimitError
from app.data.wording import counted
from app.training.experiment import Experiment
from app.training.limits import Limits
from app.wire.checkpoint import CheckpointModel
from app.wire.command import CheckpointCommand, CommandModel, kinds_of_command
from app.wire.experiment import ExperimentFields
from app.wire.kinds import (
    DatasetName,
    Finite,
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
)
from app.wire.marks import Doc
from app.wire.points import PlaceList, PointList
from app.wire.questions import Inspect, Moment, TakeOut, Trace


class Train(CommandModel):
    """Starts training."""

    type: Literal["train"]


class Pause(CommandModel):
    """Pauses; a session that diverged stays so."""

    type: Literal["pause"]


class Step(CommandModel):
    """Pauses, then makes that many updates, or as many as complete the epoch."""

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


class SetSpeed(CommandModel):
    """Sets the speed of training."""

    type: Literal["speed"]
    updates_per_second: Annotated[Speed | None, Doc("null: as fast as it goes")]


class Reset(CommandModel):
    """Goes back to step 0: the initial parameters of the seed, optimizer state cleared, points kept."""

    type: Literal["reset"]
    seed: Annotated[Seed | None, Doc("a new one, where it is given")] = None


class AddPoints(CommandModel):
    """Adds points behind those there are; the browser chooses the ids."""

    type: Literal["add_points"]
    points: PointList


class MovePoints(CommandModel):
    """Moves points."""

    type: Literal["move_points"]
    points: PlaceList


class RemovePoints(CommandModel):
    """Removes points."""

    type: Literal["remove_points"]
    ids: Ids


class SetTargets(CommandModel):
    """Changes the class (or the real target) of points."""

    type: Literal["set_targets"]
    ids: Ids
    target: Target


class ReplacePoints(CommandModel):
    """Replaces all points (undo, redo, paste)."""

    type: Literal["replace_points"]
    points: PointList


class Generate(CommandModel):
    """Replaces all points by a data set; changes the task and the number of classes where that needs it."""

    type: Literal["generate"]
    dataset: DatasetName
    count: PointCount
    noise: Noise
    test_share: Share
    seed: Seed
    fresh: Annotated[
        bool, Doc("whether the network starts anew, at its initial weights; false where it is absent")
    ] = False

    def check(self, limits: Limits) -> None:
        """Refuse more points than a session may have."""
        if self.count > limits.max_points:
            raise _limit("count", self.count, limits.max_points, "point")


class Split(CommandModel):
    """Chooses anew which of the points are test points."""

    type: Literal["split"]
    test_share: Share
    seed: Seed


class Configure(CommandModel):
    """Changes hyperparameters or the architecture.

    Surviving weights are kept; `initializer` and `seed` reset to step 0, even to the value they have.
    """

    type: Literal["configure"]
    changes: ExperimentFields
    """Valid values by now, lists as tuples."""

    def check(self, limits: Limits) -> None:
        """Refuse a network that is too large."""
        try:
            Experiment(hidden=self.changes.get("hidden", ())).check_limits(limits)
        except LimitError as error:
            raise error.under("changes") from None


class AddLayer(CommandModel):
    """Inserts a hidden layer that becomes layer number `layer`."""

    type: Literal["add_layer"]
    layer: Annotated[Layer, Doc("2..n")]
    neurons: NeuronCount

    def check(self, limits: Limits) -> None:
        """Refuse a layer that is too large."""
        if self.neurons > limits.max_neurons:
            raise _limit("neurons", self.neurons, limits.max_neurons, "neuron", " in a layer")


class RemoveLayer(CommandModel):
    """Removes this hidden layer."""

    type: Literal["remove_layer"]
    layer: Annotated[Layer, Doc("2..n-1")]


class AddNeuron(CommandModel):
    """Adds a neuron at the end of this hidden layer."""

    type: Literal["add_neuron"]
    layer: Layer


class RemoveNeuron(CommandModel):
    """Removes this neuron of a hidden layer."""

    type: Literal["remove_neuron"]
    layer: Layer
    neuron: Neuron


class SetParameter(CommandModel):
    """Sets one weight or bias by hand."""

    type: Literal["set_parameter"]
    layer: Layer
    neuron: Neuron
    source: Annotated[Neuron | None, Doc("null: the bias")]
    value: Finite


class Load(CheckpointCommand):
    """Replaces everything by a checkpoint, but for the speed."""

    type: Literal["load"]
    checkpoint: CheckpointModel
    training: Annotated[bool, Doc("whether it trains on; false where it is absent")] = False


# [[[cog from tools.command_kinds import union; cog.outl(union()) ]]]
Command: TypeAlias = (
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
    | TakeOut
    | Trace
    | Inspect
    | Moment
)
# [[[end]]]
"""All there are, told apart by `type`."""


COMMANDS: dict[str, type[CommandModel]] = {
    get_args(model.model_fields["type"].annotation)[0]: model
    for model in sorted(
        kinds_of_command(),
        key=lambda model: (model.__module__ != __name__, issubclass(model, CheckpointCommand)),
    )
}


def _limit(field: str, given: int, most: int, one: str, where: str = "") -> LimitError:
    message = f"Between 1 and {counted(most, one)}{where}."
    return LimitError(message, field=field, given=given, allowed=f"at most {most} {one}s{where}")
