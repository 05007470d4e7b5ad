"""What a command has changed, in the words of a `state` event."""

from collections.abc import Mapping
from typing import Any

from app.data.datasets import DATASETS
from app.wire import commands as wire
from app.wire.options import title_of


def reason(command: wire.Command) -> str:
    """A few words such as "layer 3 added"; numbers of neurons count from 1, as people do."""
    match command:
        case wire.Load():
            return "checkpoint loaded"
        case wire.Reset():
            return "reset" if command.seed is None else f"reset with seed {command.seed}"
        case wire.Generate():
            return DATASETS[command.dataset].title
        case wire.Split():
            return "test points chosen anew"
        case wire.Configure():
            return _configuration(command.changes)
        case wire.AddLayer():
            return f"layer {command.layer} added"
        case wire.RemoveLayer():
            return f"layer {command.layer} removed"
        case wire.AddNeuron():
            return f"neuron added to layer {command.layer}"
        case wire.RemoveNeuron():
            return f"neuron {command.neuron + 1} removed from layer {command.layer}"
        case _:
            raise NotImplementedError(type(command).__name__)


def _configuration(changes: Mapping[str, Any]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {_value(name, value)}" for name, value in changes.items())


def _value(name: str, value: Any) -> str:
    match value:
        case bool():
            return "on" if value else "off"
        case float():
            return f"{value:g}"
        case tuple():
            return " ".join(_value(name, part) for part in value) or "none"
        case _:
            return title_of(name, str(value))
