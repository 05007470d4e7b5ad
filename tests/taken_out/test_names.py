"""Names of a table of one's own stand in what is taken out, whatever they are made of."""

import ast
import io
import json
from typing import Any

import nbformat
import numpy as np
import onnx
import pytest

from app.taken_out.formats import taken_out
from app.taken_out.names import Axis, Names
from tests.taken_out.runs import EXPERIMENTS, checkpoint_of, run

CLASSES = EXPERIMENTS["classification 3 softmax cross_entropy"]
HEIGHTS = EXPERIMENTS["regression 2 linear huber"]
AXES = (Axis("petal length", "cm", 3.5, 1.25), Axis("width", "", -1.0, 0.5))
PLAIN = Names(("setosa", "versicolor", "virginica"), AXES, Axis("price", "€", 100.0, 20.0))
HOSTILE = [
    '"""\nimport os\n"""',
    "'); raise SystemExit('gone",
    "$\\frac$ and $x",
    "{undefined}",
    "\\",
    "# no\rcomment\u2028line",
    "<script>alert(1)</script>",
    "\u202eback",
    "\x00",
]


def program(checkpoint: Any, form: str, names: Names) -> str:
    text = taken_out(checkpoint, form, names=names)
    assert isinstance(text, str)
    return text.replace("UPDATES = 1000", "UPDATES = 2")


def test_a_script_answers_by_the_names_of_the_classes_and_takes_own_values() -> None:
    names, printed = run(program(checkpoint_of(CLASSES), "numpy", PLAIN))
    shares = names["answer"](*names["EXAMPLE"])
    said = ", ".join(f"{name} {share:.4f}" for name, share in zip(PLAIN.classes, shares, strict=True))
    assert f"of {names['EXAMPLE']} the network says {said}\n" in printed
    assert names["place"](6.0, -0.5) == [2.0, 1.0]
    assert [names["titled"](axis) for axis in names["AXES"]] == ["petal length (cm)", "width"]


def test_a_real_target_is_told_in_its_own_unit() -> None:
    names, printed = run(program(checkpoint_of(HEIGHTS), "numpy", PLAIN))
    (height,) = names["answer"](*names["EXAMPLE"])
    assert f"the network says price (€) {100 + 20 * height:.6g}\n" in printed


def test_names_change_no_number() -> None:
    bare, _ = run(str(taken_out(checkpoint_of(CLASSES), "numpy")).replace("UPDATES = 1000", "UPDATES = 2"))
    named, _ = run(program(checkpoint_of(CLASSES), "numpy", PLAIN))
    np.testing.assert_array_equal(bare["theta"], named["theta"])


def test_the_script_for_pytorch_has_the_same_names() -> None:
    tree = ast.parse(program(checkpoint_of(CLASSES), "torch", PLAIN))
    (values,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CLASSES"
    ]
    assert ast.literal_eval(values) == list(PLAIN.classes)


@pytest.mark.parametrize("experiment", [CLASSES, HEIGHTS], ids=["classes", "heights"])
def test_the_notebook_draws_in_own_units_with_own_names(
    experiment: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    import matplotlib.pyplot as plt

    drawn: list[Any] = []

    def show() -> None:
        plt.gcf().canvas.draw()
        drawn.append(plt.gcf())

    monkeypatch.setattr(plt, "show", show)
    checkpoint = checkpoint_of(experiment)
    read = nbformat.reads(program(checkpoint, "notebook", PLAIN), as_version=4)
    nbformat.validate(read)
    run("\n".join(cell.source for cell in read.cells if cell.cell_type == "code"))
    axes = drawn[1].axes[0]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("petal length (cm)", "width")
    offsets = np.concatenate(
        [np.asarray(marks.get_offsets()) for marks in axes.collections if hasattr(marks, "get_sizes")]
    )
    own = np.stack([3.5 + 1.25 * checkpoint.points.x1, -1 + 0.5 * checkpoint.points.x2], axis=1)
    assert {tuple(row) for row in own.round(9)} <= {tuple(row) for row in offsets.round(9)}
    if experiment is CLASSES:
        assert [text.get_text() for text in axes.get_legend().get_texts()] == list(PLAIN.classes)
    else:
        assert drawn[1].axes[1].get_ylabel() == "price (€)"
    plt.close("all")


@pytest.mark.filterwarnings("ignore:Glyph")  # Matplotlib's font has no picture of what shows nothing
@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_from_outside_is_a_literal_and_nothing_else(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    import matplotlib.pyplot as plt

    def show() -> None:
        plt.gcf().canvas.draw()

    monkeypatch.setattr(plt, "show", show)
    axis = Axis(text, text, 0.0, 1.0)
    for experiment in (CLASSES, HEIGHTS):
        checkpoint = checkpoint_of(experiment)
        hostile = Names((text, "b", text), (axis, axis), axis)
        names, _ = run(program(checkpoint, "numpy", hostile))
        assert names["AXES"][0][:2] == (text, text)
        ast.parse(program(checkpoint, "torch", hostile))
        cells = json.loads(program(checkpoint, "notebook", hostile))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        run("\n".join(code))
        assert text not in "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] != "code")
    plt.close("all")


def test_arrays_and_model_name_the_classes() -> None:
    checkpoint = checkpoint_of(CLASSES)
    npz, model = (taken_out(checkpoint, form, names=PLAIN) for form in ("npz", "onnx"))
    assert isinstance(npz, bytes)
    assert isinstance(model, bytes)
    with np.load(io.BytesIO(npz), allow_pickle=False) as file:
        assert file["classes"].tolist() == list(PLAIN.classes)
    (told,) = onnx.load_from_string(model).metadata_props
    assert (told.key, json.loads(told.value)) == ("classes", list(PLAIN.classes))


def test_a_class_without_a_name_has_its_number() -> None:
    assert Names(("red",)).of_classes(3) == ["red", "1", "2"]
    assert Names(("red", "green", "blue")).of_classes(2) == ["red", "green"]
