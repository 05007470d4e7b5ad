"""One good message of each command, as a browser would send it."""

from copy import deepcopy
from typing import Any

from app.data.generate import generated
from app.training.checkpoint import Checkpoint, initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from app.wire.checkpoint import checkpoint_to_wire

_AXIS = {"name": "petal length", "unit": "cm", "offset": 3.5, "factor": 1.25}
POINT = {"id": 3, "x1": 1.5, "x2": -2, "target": 1, "test": True}


def _checkpoint() -> Checkpoint:
    experiment = Experiment(hidden=(3,), optimizer="adam")
    trainer = Trainer(initial(experiment, generated("moons", 20, 0.1, 0.2, seed=1)))
    trainer.run(3)
    return trainer.checkpoint()


CHECKPOINT = _checkpoint()

_LOAD = checkpoint_to_wire(CHECKPOINT)


def good_messages() -> dict[str, dict[str, Any]]:
    """By type, a message that is right; fresh objects, which a test may break."""
    fields: dict[str, dict[str, Any]] = {
        "train": {},
        "pause": {},
        "step": {"updates": 5},
        "speed": {"updates_per_second": 30.5},
        "reset": {"seed": 7},
        "add_points": {"points": [dict(POINT)]},
        "move_points": {"points": [{"id": 3, "x1": 0, "x2": 0.5}]},
        "remove_points": {"ids": [3, 4]},
        "set_targets": {"ids": [3], "target": 0},
        "replace_points": {"points": []},
        "generate": {"dataset": "xor", "count": 200, "noise": 0.1, "test_share": 0.2, "seed": 4},
        "split": {"test_share": 0.5, "seed": 4},
        "configure": {"changes": {"learning_rate": 1, "hidden": [4, 4], "shuffle": False}},
        "add_layer": {"layer": 2, "neurons": 3},
        "remove_layer": {"layer": 2},
        "add_neuron": {"layer": 2},
        "remove_neuron": {"layer": 2, "neuron": 0},
        "set_parameter": {"layer": 2, "neuron": 0, "source": None, "value": -1.5},
        "load": {"checkpoint": deepcopy(_LOAD), "training": True},
        "take_out": {
            "format": "numpy",
            "from_start": True,
            "names": {
                "classes": ["setosa", "versicolor"],
                "axes": [deepcopy(_AXIS), {**_AXIS, "unit": ""}],
                "height": None,
            },
        },
        "trace": {"point": 3, "checkpoint": None},
        "inspect": {
            "parameter": {"layer": 2, "neuron": 0, "source": None},
            "point": 3,
            "checkpoint": deepcopy(_LOAD),
        },
        "moment": {"checkpoint": deepcopy(_LOAD), "updates": 4},
    }
    return {kind: {"type": kind, "id": number, **rest} for number, (kind, rest) in enumerate(fields.items())}
