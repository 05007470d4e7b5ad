"""A file of what there is, asked for over a real socket."""

import base64
import io

import numpy as np

from tests.serve.browser import Browser, vector
from tests.taken_out.runs import run


def test_a_script_trains_on_from_where_the_page_stands(trained: Browser) -> None:
    answer = trained.ask("take_out", format="numpy")
    assert answer.types == ["taken_out"]
    event = answer.event("taken_out")
    assert (event["step"], event["suffix"], event["base64"]) == (20, ".py", None)
    names, _ = run(event["text"].replace("UPDATES = 1000", "UPDATES = 7"))
    progress = trained.ask("step", updates=7).event("checkpoint")["progress"]
    assert list(names["theta"]) == list(vector(progress["parameters"]))


def test_a_script_from_the_start_comes_to_where_the_page_stands(trained: Browser) -> None:
    text = trained.ask("take_out", format="numpy", from_start=True).event("taken_out")["text"]
    trace = trained.ask("trace", point=None).event("trace")
    assert list(run(text)[0]["theta"]) == list(vector(trace["parameters"]))


def test_what_is_no_text_comes_as_base64_also_while_it_trains(trained: Browser) -> None:
    trained.ask("train")
    event = trained.ask("take_out", format="npz").event("taken_out")
    assert event["text"] is None
    with np.load(io.BytesIO(base64.b64decode(event["base64"]))) as file:
        assert file["sizes"].tolist() == [2, 4, 3, 2]
    assert trained.frame(lambda frame: frame.training).step > 20


def test_what_cannot_be_taken_out_is_refused_and_the_session_goes_on(trained: Browser) -> None:
    error = trained.ask_in_vain("take_out", format="fortran")
    assert (error["code"], error["field"]) == ("invalid", "format")
    assert "numpy, torch, notebook, npz, onnx" in error["allowed"]
    trained.ask("replace_points", points=[])
    error = trained.ask_in_vain("take_out", format="torch")
    assert (error["code"], "Add a point first" in error["message"]) == ("no_points", True)
    assert trained.ask("take_out", format="onnx").event("taken_out")["base64"]


def test_names_of_a_table_stand_in_the_script_and_are_looked_at_first(trained: Browser) -> None:
    axis = {"name": "length", "unit": "cm", "offset": 1.0, "factor": 0.5}
    names = {"classes": ["setosa", "versicolor"], "axes": [axis, axis], "height": None}
    text = trained.ask("take_out", format="torch", names=names).event("taken_out")["text"]
    assert "('length', 'cm', 1.0, 0.5)" in text
    assert "'versicolor'" in text
    for place, broken in (
        ("names.axes", {**names, "axes": [axis]}),
        ("names.axes.0.factor", {**names, "axes": [{**axis, "factor": 0}, axis]}),
        ("names.classes.1", {**names, "classes": ["a", "b" * 201]}),
        ("names.classes", {**names, "classes": list("abcde")}),
    ):
        error = trained.ask_in_vain("take_out", format="torch", names=broken)
        assert (error["code"], error["field"]) == ("invalid", place)
