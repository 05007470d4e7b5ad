"""What every command has, and those have that bring a checkpoint along."""

from collections.abc import Iterator
from functools import cached_property

from app.data.errors import RefusedError
from app.training.checkpoint import Checkpoint
from app.training.limits import Limits
from app.wire.checkpoint import CheckpointModel, checkpoint_from_wire
from app.wire.kinds import Id, WireModel


class CommandModel(WireModel):
    """What all commands have. The `id` comes back in the answer."""

    id: Id

    def check(self, limits: Limits) -> None:
        """Raise a `RefusedError` where the command passes a limit or contradicts itself."""


class CheckpointCommand(CommandModel):
    """A command with a checkpoint; where it may be left out, None stands for the session itself."""

    checkpoint: CheckpointModel | None

    def check(self, limits: Limits) -> None:
        """Refuse a checkpoint that contradicts itself or passes a limit."""
        try:
            if self.checkpoint is not None:
                self.restored.check(limits)
        except RefusedError as error:
            raise error.under("checkpoint") from None

    @cached_property
    def restored(self) -> Checkpoint:
        """The checkpoint as training has it, which must be there."""
        if self.checkpoint is None:
            raise TypeError("no checkpoint came with this command")
        return checkpoint_from_wire(self.checkpoint)


def kinds_of_command(base: type[CommandModel] = CommandModel) -> Iterator[type[CommandModel]]:
    """All models of commands, in the order in which they were made."""
    for model in base.__subclasses__():
        if "type" in model.model_fields:
            yield model
        yield from kinds_of_command(model)
