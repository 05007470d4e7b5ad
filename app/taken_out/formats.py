"""The formats in which a server hands out a checkpoint, by their names."""

from collections.abc import Callable
from dataclasses import dataclass

from app.taken_out.arrays import arrays
from app.taken_out.common import UPDATES, Case
from app.taken_out.names import Names
from app.taken_out.notebook import notebook
from app.taken_out.numpy_program import numpy_program
from app.taken_out.onnx_model import onnx_model
from app.taken_out.torch_program import torch_program
from app.training.checkpoint import Checkpoint, initial


@dataclass(frozen=True)
class Format:
    """A named format: what a file's name ends with, its type, and who writes it; its words are the page's."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Case], str | bytes]


FORMATS: dict[str, Format] = {
    written.name: written
    for written in (
        Format("numpy", ".py", "text/x-python", lambda case: numpy_program(case).script()),
        Format("torch", "_torch.py", "text/x-python", lambda case: torch_program(case).script()),
        Format("notebook", ".ipynb", "application/x-ipynb+json", notebook),
        Format("npz", ".npz", "application/zip", arrays),
        Format("onnx", ".onnx", "application/octet-stream", onnx_model),
    )
}


def taken_out(
    checkpoint: Checkpoint, name: str, *, from_start: bool = False, names: Names | None = None
) -> str | bytes:
    """A checkpoint in this format, where it stands or `from_start`, at the first weights of its seed.

    With `names` of the table that its points came from. A program from the start makes as many updates as
    lead to where the checkpoint stands, if there were any.
    Raises `RefusedError` where it can't be had.
    """
    case = Case(checkpoint, names=names)
    if from_start:
        start = initial(checkpoint.experiment, checkpoint.points)
        case = Case(start, checkpoint.progress.step or UPDATES, names)
    return FORMATS[name].write(case)
