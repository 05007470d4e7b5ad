"""Files that an older page saved are ones that this server still takes."""

import json

import numpy as np
import pytest

from app.data.errors import RefusedError
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from app.wire.checkpoint import checkpoint_to_wire
from app.wire.commands import Load
from app.wire.limits import WireLimits
from app.wire.parse import parse
from tests.repository import ROOT

KEPT = ROOT / "tests/fixtures/kept"
HOSTILE = [
    *(None, True, -1, 0, 0.5, 1e-320, 1e308, -1e308, 2**53, 2**63, 10**400),
    *("", "a", "<b>", "500", [], [1], {}, {"a": 1}),
]
SHAPE = "checkpoint.progress"
"""What is refused where a setting is possible, and the network another one."""


@pytest.mark.parametrize("name", ["sixty-by-hand", "scheduled-columns"])
def test_a_server_goes_on_with_an_old_file(name: str) -> None:
    """Step 148 of three classes, step 64 of four columns: nothing is lost, training goes on."""
    saved = json.loads((KEPT / f"{name}.chainrule.json").read_text())["checkpoint"]
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


def test_a_saved_setting_that_is_spoiled_is_refused_by_its_name() -> None:
    """Whatever stands there: a sentence with its place, or an experiment that trains."""
    saved = json.loads((KEPT / "scheduled-columns.chainrule.json").read_text())["checkpoint"]
    wrong: list[tuple[object, ...]] = []
    for name in saved["experiment"]:
        for value in HOSTILE:
            spoiled = {**saved, "experiment": {**saved["experiment"], name: value}}
            text = json.dumps({"type": "load", "checkpoint": spoiled, "training": False, "id": 1})
            try:
                command = parse(text, WireLimits())
                assert isinstance(command, Load)
                Trainer(command.restored).run(3)
            except RefusedError as refusal:
                place, message = refusal.field or "", refusal.message
                told = place.startswith((f"checkpoint.experiment.{name}", SHAPE)) and message.endswith(".")
                wrong += [] if told else [(name, value, place, message)]
    assert not wrong
