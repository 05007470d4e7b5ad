"""Going on from a checkpoint in another process equals never having stopped, bit for bit."""

import json
import subprocess
import sys
from itertools import product

from app.nn.optimizers import OPTIMIZERS
from app.training.trainer import Trainer
from tests.repository import ROOT
from tests.training.examples import start
from tests.training.resume_worker import to_json

STOPS = (0, 5, 8, 26)
"""Updates before the stop: 22 points in batches of 6 make 4 an epoch, so 0 and 8 end one, 5 and 26 don't."""
UPDATES = 41


def test_resuming_in_another_process_equals_never_having_stopped() -> None:
    expected, checkpoints = [], []
    for optimizer, shuffle, stop in product(OPTIMIZERS, (False, True), STOPS):
        trainer = Trainer(
            start(
                25, 3, test_points=3, optimizer=optimizer, shuffle=shuffle, batch_size=6, learning_rate=0.05
            )
        )
        trainer.run(stop)
        checkpoints.append(to_json(trainer.checkpoint()))
        trainer.run(UPDATES)
        expected.append(to_json(trainer.checkpoint()))
    resumed = subprocess.run(
        [sys.executable, "-m", "tests.training.resume_worker"],
        input=json.dumps({"checkpoints": checkpoints, "updates": UPDATES}),
        capture_output=True, text=True, check=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert json.loads(resumed.stdout) == json.loads(json.dumps(expected))
