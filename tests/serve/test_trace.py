"""A point's pass and a parameter under the glass, asked for over a real socket."""

import time

import numpy as np

from tests.serve.browser import Browser, Frame, vector

BIAS = {"layer": 2, "neuron": 0, "source": None}
WEIGHT = {"layer": 3, "neuron": 1, "source": 2}


def test_a_trace_is_of_the_step_that_is_shown_and_foretells_the_next(trained: Browser) -> None:
    trace = trained.ask("trace", point=None).event("trace")
    assert trace["step"] == 20
    assert trace["batch"]["next"]
    assert trace["point"]["id"] == trace["batch"]["ids"][0]
    progress = trained.ask("step", updates=1).event("checkpoint")["progress"]
    assert progress["parameters"] == trace["update"]["after"]


def test_a_trace_changes_nothing_and_goes_on_while_training(trained: Browser) -> None:
    trained.ask("train")
    answer = trained.ask("trace", point=3)
    assert answer.event("trace")["point"]["id"] == 3
    assert trained.frame(lambda frame: frame.training).step > 20


def test_the_numbers_of_a_trace_fit_together(trained: Browser) -> None:
    trace = trained.ask("trace", point=5).event("trace")
    theta = vector(trace["parameters"])
    block = theta[:12].reshape(3, 4)
    x = np.array(trace["activations"][1])
    assert list(x) == [trace["point"]["x1"], trace["point"]["x2"]]
    np.testing.assert_allclose(trace["pre_activations"][2], x @ block[:2] + block[2], rtol=1e-14)
    np.testing.assert_allclose(trace["activations"][2], np.tanh(trace["pre_activations"][2]), rtol=1e-14)
    np.testing.assert_allclose(
        trace["deltas"][4], np.array(trace["activations"][4]) - trace["target"], rtol=1e-12, atol=1e-15
    )
    gradient = vector(trace["gradient"])
    np.testing.assert_allclose(gradient[8:12], trace["deltas"][2], rtol=1e-14)
    assert trace["slopes"][4] is None


def test_what_cannot_be_traced_is_refused_and_the_session_goes_on(trained: Browser) -> None:
    assert trained.ask_in_vain("trace", point=999)["code"] == "unknown_point"
    error = trained.ask_in_vain("inspect", parameter={"layer": 9, "neuron": 0, "source": 0}, point=None)
    assert error["code"] == "unknown_parameter"
    assert error["field"] == "parameter"
    trained.ask("replace_points", points=[])
    assert trained.ask_in_vain("trace", point=None)["code"] == "no_points"


def test_a_trace_while_diverged_is_refused(trained: Browser) -> None:
    changes = {"output": "linear", "cost": "squared_error", "activation": "linear", "learning_rate": 100}
    trained.ask("configure", changes=changes)
    trained.ask("train")
    trained.event("diverged")
    error = trained.ask_in_vain("trace", point=None)
    assert error["code"] == "diverged"
    assert "diverged at step" in error["message"]


def test_an_inspection_comes_at_once_and_after_each_change(trained: Browser) -> None:
    first = trained.ask("inspect", parameter=WEIGHT, point=4).event("inspection")
    assert first["parameter"] == WEIGHT
    shares = [share["derivative"] for share in first["contributions"]]
    assert abs(np.mean(shares) - first["batch_derivative"]) < 1e-15
    assert first["check"]["relative_error"] < 1e-6
    changed = trained.ask("set_parameter", **WEIGHT, value=0.25).event("inspection")
    assert changed["value"] == 0.25
    assert trained.ask("step", updates=1).event("inspection")["step"] == 21


def test_inspections_while_training_are_few_enough_to_read(trained: Browser) -> None:
    trained.ask("inspect", parameter=BIAS, point=None)
    trained.ask("train")
    started = time.monotonic()
    messages = trained.until(lambda message: isinstance(message, dict) and message["type"] == "inspection")
    for _ in range(4):
        messages += trained.until(
            lambda message: isinstance(message, dict) and message["type"] == "inspection"
        )
    elapsed = time.monotonic() - started
    assert elapsed >= 4 * 0.12
    assert sum(isinstance(message, Frame) for message in messages) > 5


def test_an_inspection_ends_with_its_parameter_or_its_point(trained: Browser) -> None:
    trained.ask("inspect", parameter=WEIGHT, point=4)
    gone = trained.ask("remove_points", ids=[4]).event("inspection_ended")
    assert "not there any more" in gone["message"]
    assert "inspection_ended" not in trained.ask("step", updates=1).types
    trained.ask("inspect", parameter=WEIGHT, point=None)
    gone = trained.ask("configure", changes={"hidden": []}).event("inspection_ended")
    assert "no such weight or bias" in gone["message"]


def test_an_inspection_ends_when_asked_for_none(trained: Browser) -> None:
    trained.ask("inspect", parameter=BIAS, point=None)
    trained.ask("inspect", parameter=None, point=None)
    assert "inspection" not in trained.ask("step", updates=1).types
