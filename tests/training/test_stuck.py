"""What docs/teaching.md says of the XOR table: how often a start gets stuck, with so many hidden neurons."""

from dataclasses import replace

import pytest

from app.data.generate import generated
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from tests.repository import ROOT

FOUR_AT_ONCE = Experiment(batch_size=4, learning_rate=0.5)


@pytest.mark.parametrize(
    ("hidden", "stuck", "said"),
    [(2, 18, "18 of the seeds 0 to 39"), (4, 0, "with four none of the 40 gets stuck")],
)
def test_so_many_starts_leave_a_point_of_the_xor_table_wrong(hidden: int, stuck: int, said: str) -> None:
    points = generated("xor_table", 4, 0.0, 0.0, 1)
    wrong = 0
    for seed in range(40):
        trainer = Trainer(initial(replace(FOUR_AT_ONCE, hidden=(hidden,), seed=seed), points))
        trainer.run(1000)
        wrong += trainer.evaluate().train_accuracy < 1
    assert wrong == stuck
    assert said in (ROOT / "docs/teaching.md").read_text(encoding="utf-8")
