"""All engines get one problem, and the textbook that judges them agrees with the trainer."""

import json

import numpy as np
import pytest

from app.training.trainer import Trainer
from bench.training.cases import COMPARED, COMPARED_UPDATES, LIMITS, Case, Problem, network_name
from bench.training.reference import cost, trained


@pytest.mark.parametrize(
    ("hidden", "classes", "name"),
    [
        ((), 2, "2-2"),
        ((4,), 2, "2-4-2"),
        ((8, 8), 3, "2-8-8-3"),
        ((4, 3, 2), 2, "2-4-3-2-2"),
        ((8,) * 6, 3, "2-8×6-3"),
    ],
)
def test_networks_are_named_by_their_layers(hidden: tuple[int, ...], classes: int, name: str) -> None:
    assert network_name(hidden, classes) == name


def test_points_that_make_no_whole_batches_are_refused() -> None:
    with pytest.raises(ValueError, match="250 points do not make whole batches of 32"):
        Problem(Case((4,), 2, 250, 32))


@pytest.mark.parametrize("case", COMPARED, ids=lambda case: case.name)
def test_each_pass_uses_every_point_once(case: Case) -> None:
    batches = Problem(case).batches
    an_epoch = case.points // case.batch_size
    assert len(batches) % an_epoch == 0
    assert an_epoch == 1 or len(batches) >= COMPARED_UPDATES
    for start in range(0, len(batches), an_epoch):
        used = np.concatenate(batches[start : start + an_epoch])
        assert sorted(used) == list(range(case.points))


@pytest.mark.parametrize("case", COMPARED, ids=lambda case: case.name)
def test_the_textbook_and_the_trainer_reach_one_cost(case: Case) -> None:
    problem = Problem(case)
    trainer = Trainer(case.checkpoint(), LIMITS)
    trainer.run(COMPARED_UPDATES)
    theta = trained(problem, COMPARED_UPDATES)
    assert cost(problem, theta) == pytest.approx(trainer.evaluate().train_cost, abs=1e-12, rel=0)
    assert np.abs(theta - trainer.parameters).max() < 1e-11


def test_a_case_crosses_to_other_languages_as_json() -> None:
    case = COMPARED[0]
    message = json.loads(json.dumps(case.message()))
    assert message["sizes"] == [2, 4, 2]
    assert len(message["parameters"]) == 22
    assert message["inputs"][7] == Problem(case).inputs[7].tolist()
