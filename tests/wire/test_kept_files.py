"""Files that an older page saved are ones that this server still takes."""

import json

import numpy as np

from app.training.experiment import Experiment
from app.training.trainer import Trainer
from app.wire.checkpoint import checkpoint_to_wire
from app.wire.commands import Load
from app.wire.limits import WireLimits
from app.wire.parse import parse
from tests.repository import ROOT

FILE = ROOT / "tests/fixtures/kept/sixty-by-hand.chainrule.json"


def test_a_server_goes_on_with_an_old_file() -> None:
    """It holds step 148 of three classes with Adam: nothing of it is lost, and training goes on."""
    saved = json.loads(FILE.read_text())["checkpoint"]
    command = parse(
        json.dumps({"type": "load", "checkpoint": saved, "training": False, "id": 1}), WireLimits()
    )
    assert isinstance(command, Load)
    trainer = Trainer(command.restored)
    kept = checkpoint_to_wire(trainer.checkpoint())
    since = vars(Experiment()).keys() - saved["experiment"].keys()  # settings that were none then
    assert {name: kept["experiment"].pop(name) for name in since} == {  # type: ignore[misc]
        name: getattr(Experiment(), name) for name in since
    }
    assert kept == saved
    before = trainer.evaluate().train_cost
    assert trainer.run(100) == 100
    assert np.isfinite(trainer.parameters).all()
    assert trainer.evaluate().train_cost < before
