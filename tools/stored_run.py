"""What a first visit shows where no server takes the page: the sample, and a network that has learned it.

Numbers are rounded, so that they are the same on every machine; the last digits of a run are not.
"""

import json
from dataclasses import asdict

from app.data.generate import generated
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer

STEPS = 600
"""As many as static/js/page/first/sample.js has the sample learn."""
_DIGITS = 3


def module() -> str:
    """The text of static/js/page/first/stored_run.js."""
    points = generated("moons", 200, noise=0.1, test_share=0.2, seed=1)
    experiment = Experiment()
    trainer = Trainer(initial(experiment, points))
    trainer.run(STEPS)
    progress = trainer.progress()
    columns = zip(points.x1, points.x2, points.target, points.test, strict=True)
    rows = [
        [round(float(x1), _DIGITS), round(float(x2), _DIGITS), int(target), int(test)]
        for x1, x2, target, test in columns
    ]
    run = {
        "experiment": asdict(experiment),
        "points": rows,
        "step": progress.step,
        "epoch": progress.epoch,
        "batch": progress.batch,
        "parameters": [round(float(each), _DIGITS) for each in progress.parameters],
    }
    return f"""/** @file A run that was made beforehand. Made by `make generate` from tools/stored_run.py. */

/** Points are rows of x1, x2, target, and 1 for a test point. */
export const STORED_RUN = {json.dumps(run, separators=(",", ":"))};
"""
