"""The formats in which a server hands out a checkpoint, by their names."""

from collections.abc import Callable
from dataclasses import dataclass

from app.taken_out.arrays import arrays
from app.taken_out.common import UPDATES, Case
from app.taken_out.notebook import notebook
from app.taken_out.numpy_program import numpy_program
from app.taken_out.onnx_model import onnx_model
from app.taken_out.torch_program import torch_program
from app.training.checkpoint import Checkpoint, initial


@dataclass(frozen=True)
class Format:
    """A named format: its words for people, what a file's name ends with, its type, and who writes it."""

    name: str
    title: str
    words: str
    suffix: str
    media_type: str
    write: Callable[[Case], str | bytes]


FORMATS: dict[str, Format] = {
    written.name: written
    for written in (
        Format(
            "numpy", "NumPy", "a script that trains on by the same numbers", ".py", "text/x-python",
            lambda case: numpy_program(case).script(),
        ),
        Format(
            "torch", "PyTorch", "the same in PyTorch's own layers and optimizers", "_torch.py",
            "text/x-python",
            lambda case: torch_program(case).script(),
        ),
        Format(
            "notebook", "notebook", "the NumPy script in cells, with curve and boundary drawn", ".ipynb",
            "application/x-ipynb+json", notebook,
        ),
        Format(
            "npz", "npz", "weights and biases as NumPy's arrays", ".npz", "application/zip", arrays,
        ),
        Format(
            "onnx", "ONNX", "the network from x1, x2 to its outputs, for other programs", ".onnx",
            "application/octet-stream", onnx_model,
        ),
    )
}  # fmt: skip


def taken_out(checkpoint: Checkpoint, name: str, *, from_start: bool = False) -> str | bytes:
    """A checkpoint in this format, where it stands or `from_start`, at the first weights of its seed.

    A program from the start makes as many updates as lead to where the checkpoint stands, if there were any.
    Raises `RefusedError` where it can't be had.
    """
    case = Case(checkpoint)
    if from_start:
        case = Case(initial(checkpoint.experiment, checkpoint.points), checkpoint.progress.step or UPDATES)
    return FORMATS[name].write(case)
