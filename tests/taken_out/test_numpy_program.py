"""The program in NumPy stands alone, and trains to the last bit as the server's own engine."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.data.points import Points
from app.taken_out.common import Case
from app.taken_out.formats import taken_out
from app.taken_out.numpy_program import numpy_program
from app.training.checkpoint import initial
from app.training.errors import NoPointsError
from app.training.experiment import CHOICES, Experiment
from app.training.trainer import Trainer
from tests.taken_out.runs import EXPERIMENTS, checkpoint_of, run
from tests.training.examples import blobs

UPDATES = 30


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_it_trains_as_the_server_does_to_the_last_bit(name: str) -> None:
    checkpoint = checkpoint_of(EXPERIMENTS[name])
    names, _ = run(numpy_program(Case(checkpoint, UPDATES)).script())
    trainer = Trainer(checkpoint)
    trainer.run(UPDATES)
    np.testing.assert_array_equal(names["theta"], trainer.parameters)
    for vector, values in trainer.progress().optimizer.items():
        np.testing.assert_array_equal(names[vector], values)


def test_every_choice_is_among_them() -> None:
    taken = [vars(experiment) for experiment in EXPERIMENTS.values()]
    for choice in ("activation", "output", "cost", "optimizer", "task", "schedule"):
        assert {fields[choice] for fields in taken} == set(CHOICES[choice])
    assert {feature for fields in taken for feature in fields["features"]} == set(CHOICES["features"])


def test_it_prints_the_costs_the_shares_and_the_answers_of_the_server() -> None:
    checkpoint = checkpoint_of(EXPERIMENTS["classification 3 softmax cross_entropy"])
    trainer = Trainer(checkpoint)
    before = trainer.evaluate()
    script = numpy_program(Case(checkpoint, UPDATES)).script()
    _, printed = run(script)
    trainer.run(UPDATES)
    after = trainer.evaluate()
    lines = printed.splitlines()
    (claimed,) = re.findall(r"^# Chainrule says (\[.*\]) there\.$", script, re.MULTILINE)
    assert [
        f"{float(number):.4f}" for number in re.findall(r"\d\.\d*", lines[0].split("says")[1])
    ] == re.findall(r"\d\.\d{4}", claimed)
    assert lines[1] == f"step 11: cost {before.train_cost:.6f}"
    assert lines[-4] == f"step {11 + UPDATES}: cost {after.train_cost:.6f}"
    assert lines[-2:] == [
        f"{after.train_accuracy:.1%} of the training points are right",
        f"{after.test_accuracy:.1%} of the test points are right",
    ]


def test_it_stands_alone_and_says_nothing_but_its_numbers(tmp_path: Path) -> None:
    checkpoint = checkpoint_of(EXPERIMENTS["gelu"])
    file = tmp_path / "network.py"
    file.write_text(numpy_program(Case(checkpoint, UPDATES)).script() + "\nnp.save('theta.npy', theta)\n")
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", file.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    trainer = Trainer(checkpoint)
    trainer.run(UPDATES)
    np.testing.assert_array_equal(np.load(tmp_path / "theta.npy"), trainer.parameters)


def test_a_student_reads_it_within_an_hour() -> None:
    """No long lines, and some two hundred of them besides the numbers that people typed or training made."""
    for name, experiment in EXPERIMENTS.items():
        script = numpy_program(Case(checkpoint_of(experiment))).script()
        assert max(map(len, script.splitlines())) <= 110, name
        assert len([line for line in script.splitlines() if not re.match(r"\s*[\[\]\d-]", line)]) < 240, name


def test_from_the_start_it_comes_to_where_the_page_stands() -> None:
    trainer = Trainer(initial(Experiment(hidden=(3,), optimizer="nesterov", classes=3), blobs(20, 3, 4)))
    trainer.run(37)
    script = taken_out(trainer.checkpoint(), "numpy", from_start=True)
    assert isinstance(script, str)
    names, printed = run(script)
    np.testing.assert_array_equal(names["theta"], trainer.parameters)
    assert "step 0: cost" in printed
    assert "step 37: cost" in printed


def test_one_point_and_no_hidden_layer_are_enough() -> None:
    for classes in (2, 3):
        checkpoint = initial(Experiment(hidden=(), classes=classes), blobs(1, classes))
        names, _ = run(numpy_program(Case(checkpoint, UPDATES)).script())
        trainer = Trainer(checkpoint)
        trainer.run(UPDATES)
        np.testing.assert_array_equal(names["theta"], trainer.parameters)


@pytest.mark.parametrize("name", ["numpy", "torch", "notebook"])
def test_without_a_training_point_there_is_nothing_to_run(name: str) -> None:
    points = blobs(4)
    for none in (Points(), replace(points, test=np.ones(4, np.bool_))):
        with pytest.raises(NoPointsError):
            taken_out(initial(Experiment(), none), name)
