"""Notebook, arrays and ONNX model are read by the libraries that they are for."""

import io
import sys
from typing import Any

import nbformat
import numpy as np
import onnx
import pytest
from onnx.reference import ReferenceEvaluator

from app.data.features import coordinate_count
from app.nn.passes import Pass
from app.nn.plan import Array
from app.taken_out.common import UPDATES
from app.taken_out.formats import FORMATS, taken_out
from app.taken_out.onnx_model import NoOnnxError
from app.training.batches import sample_table
from app.training.checkpoint import Checkpoint
from app.training.trainer import Trainer
from tests.taken_out.runs import EXPERIMENTS, checkpoint_of, run


def answers(checkpoint: Checkpoint) -> Array:
    """What the server's own network says of all points, a row each."""
    points = checkpoint.points.with_test(np.zeros(len(checkpoint.points), np.bool_))
    record = Pass(checkpoint.experiment.architecture(), checkpoint.progress.parameters, len(points))
    record.block[:] = sample_table(checkpoint.experiment, points, test=False).T
    record.feedforward()
    return record.activations[-1].T


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_onnx_gives_the_answers_of_the_network(name: str) -> None:
    checkpoint = checkpoint_of(EXPERIMENTS[name])
    content = taken_out(checkpoint, "onnx")
    assert isinstance(content, bytes)
    table = checkpoint.points
    count = coordinate_count(checkpoint.experiment.features, table)
    points = np.stack(table.coordinates(count), axis=1)
    (outputs,) = ReferenceEvaluator(onnx.load_from_string(content)).run(None, {"points": points})
    np.testing.assert_allclose(np.asarray(outputs), answers(checkpoint), rtol=1e-13, atol=1e-15)


def test_a_server_without_the_extra_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(NoOnnxError, match=r"pip install 'chainrule\[onnx\]'"):
        taken_out(checkpoint_of(EXPERIMENTS["tanh"]), "onnx")


def test_npz_holds_the_weights_and_biases() -> None:
    checkpoint = checkpoint_of(EXPERIMENTS["tanh"])
    content = taken_out(checkpoint, "npz")
    assert isinstance(content, bytes)
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        read = dict(file)
    assert read["sizes"].tolist() == [2, 4, 3, 3]
    a = np.stack([checkpoint.points.x1, checkpoint.points.x2])
    for layer in (2, 3, 4):
        z = read[f"weights_{layer}"] @ a + read[f"biases_{layer}"][:, np.newaxis]
        a = np.tanh(z)
    powers = np.exp(z)
    np.testing.assert_allclose((powers / powers.sum(axis=0)).T, answers(checkpoint), rtol=1e-13)


@pytest.mark.parametrize(
    "name", ["classification 3 softmax cross_entropy", "regression 2 linear huber", "further columns"]
)
def test_the_notebook_is_valid_trains_to_the_last_bit_and_draws(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkpoint = checkpoint_of(EXPERIMENTS[name])
    content = taken_out(checkpoint, "notebook")
    assert isinstance(content, str)
    read = nbformat.reads(content, as_version=4)
    nbformat.validate(read)
    monkeypatch.setenv("MPLBACKEND", "agg")
    import matplotlib.pyplot as plt

    drawn: list[Any] = []
    monkeypatch.setattr(plt, "show", lambda: drawn.append(plt.gcf()))
    names, _ = run("\n".join(cell.source for cell in read.cells if cell.cell_type == "code"))
    trainer = Trainer(checkpoint)
    trainer.run(UPDATES)
    np.testing.assert_array_equal(names["theta"], trainer.parameters)
    curve, plane = (figure.axes[0] for figure in drawn)
    assert curve.lines[0].get_ydata()[-1] == pytest.approx(trainer.evaluate().train_cost, rel=1e-12)
    marks = sum(len(points.get_offsets()) for points in plane.collections if hasattr(points, "get_sizes"))
    assert marks >= len(checkpoint.points)
    plt.close("all")


def test_each_format_stands_under_its_name() -> None:
    assert [written.name for written in FORMATS.values()] == list(FORMATS)
