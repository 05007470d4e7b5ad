"""An experiment: everything that decides how training goes, apart from the points."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Protocol

from app.data.errors import InvalidValueError, LimitError
from app.data.features import FEATURES, MOST_INPUTS
from app.data.wording import counted
from app.nn.activations import ACTIVATIONS
from app.nn.architecture import Architecture
from app.nn.costs import COSTS
from app.nn.initializers import INITIALIZERS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.nn.schedules import SCHEDULES, ScheduleSettings
from app.training.limits import Limits
from app.training.tasks import TASKS


class Choice(Protocol):
    """What every choice has."""

    @property
    def name(self) -> str:
        """Its name on the wire."""

    @property
    def title(self) -> str:
        """Its name for people."""

    @property
    def words(self) -> str:
        """What it does, for people."""


CHOICES: dict[str, Mapping[str, Choice]] = {
    "features": FEATURES,
    "task": TASKS,
    "activation": ACTIVATIONS,
    "output": OUTPUTS,
    "cost": COSTS,
    "optimizer": OPTIMIZERS,
    "initializer": INITIALIZERS,
    "schedule": SCHEDULES,
}

RANGES: dict[str, tuple[float, float]] = {
    "classes": (2, 4),
    "learning_rate": (0.000001, 100.0),
    "momentum": (0.0, 0.999),
    "decay": (0.0, 0.99999),
    "l1": (0.0, 10.0),
    "l2": (0.0, 10.0),
    "batch_size": (1, 2000),
    "seed": (0, 2**32 - 1),
    "warm_up": (0, 1_000_000),
    "schedule_steps": (1, 10_000_000),
    "schedule_factor": (0.01, 1.0),
    "least_share": (0.0, 1.0),
    "largest_norm": (0.0, 1_000_000.0),
    "until_step": (0, 2**53 - 1),
    "until_cost": (0.0, 1_000_000.0),
    "until_share": (0.0, 1.0),
    "until_patience": (0, 1_000_000),
}


@dataclass(frozen=True)
class Experiment:
    """The choices of one experiment, with the names, ranges and defaults of the protocol.

    Every field is checked by itself when an experiment is made, with `InvalidValueError`. Whether `task`,
    `output` and `cost` go together, `check_combination` says; whether it is too large, `check_limits`.
    """

    features: tuple[str, ...] = ("x1", "x2")
    hidden: tuple[int, ...] = (4, 3)
    task: str = "classification"
    classes: int = 2
    activation: str = "tanh"
    output: str = "softmax"
    cost: str = "cross_entropy"
    optimizer: str = "gradient_descent"
    learning_rate: float = 0.1
    momentum: float = 0.9
    decay: float = 0.999
    l1: float = 0.0
    l2: float = 0.0
    batch_size: int = 10
    shuffle: bool = True
    initializer: str = "glorot"
    seed: int = 1
    schedule: str = ScheduleSettings.schedule
    warm_up: int = ScheduleSettings.warm_up
    schedule_steps: int = ScheduleSettings.schedule_steps
    schedule_factor: float = ScheduleSettings.schedule_factor
    least_share: float = ScheduleSettings.least_share
    largest_norm: float = 0.0
    until_step: int = 0
    until_cost: float = 0.0
    until_share: float = 0.0
    until_patience: int = 0

    def __post_init__(self) -> None:
        for field in fields(self):
            check_field(field.name, getattr(self, field.name))

    @property
    def target_classes(self) -> int | None:
        """The number of classes, or None where targets are real numbers."""
        return self.classes if self.task == "classification" else None

    @property
    def sizes(self) -> tuple[int, ...]:
        """#(1), ..., #(n): the number of neurons in each layer, input and output included."""
        last = 1 if self.target_classes is None else OUTPUTS[self.output].neurons(self.classes)
        return (len(self.features), *self.hidden, last)

    def architecture(self) -> Architecture:
        """What the mathematics needs to know of this experiment."""
        return Architecture(
            sizes=self.sizes,
            activation=self.activation,
            output=self.output,
            cost=self.cost,
            l1=self.l1,
            l2=self.l2,
        )

    def rate_schedule(self) -> ScheduleSettings:
        """How the learning rate goes."""
        return ScheduleSettings(
            self.schedule, self.warm_up, self.schedule_steps, self.schedule_factor, self.least_share
        )

    def check_combination(self) -> None:
        """Raise `InvalidValueError` when output and cost don't go with the task or with each other."""
        outputs, costs = TASKS[self.task].outputs, OUTPUTS[self.output].costs
        if self.output not in outputs:
            raise _not_one_of("output", self.output, outputs)
        if not OUTPUTS[self.output].takes(self.classes):
            raise InvalidValueError(
                f"A single output neuron tells two classes apart, and there are {self.classes}. "
                "Choose an output with a neuron for each class, or two classes.",
                field="output",
                given=self.output,
                allowed=f"one of {_listed(name for name in outputs if OUTPUTS[name].takes(self.classes))}",
            )
        if self.cost not in costs:
            raise _not_one_of("cost", self.cost, costs)

    def check_limits(self, limits: Limits) -> None:
        """Raise `LimitError` when the network is larger than `limits` allow."""
        if len(self.hidden) > limits.max_hidden_layers:
            raise _too_large("hidden", len(self.hidden), "hidden layer", "", limits.max_hidden_layers)
        for place, neurons in enumerate(self.hidden):
            if neurons > limits.max_neurons:
                raise _too_large(f"hidden.{place}", neurons, "neuron", " in a layer", limits.max_neurons)


def reconciled(experiment: Experiment, changes: Mapping[str, Any]) -> Experiment:
    """`experiment` with `changes` (field name to value), and with what these bring along.

    What was asked for stays. A new task brings its usual output and cost along; a third class an output
    that tells three apart, where a single neuron told two; a new output keeps the cost if it can, a new
    cost the output, otherwise the first that goes with it is taken. The task changes only when asked for:
    an output or a cost that it doesn't allow, or two that don't go together, raise `InvalidValueError`.
    """
    asked = replace(experiment, **changes)
    pairs = TASKS[asked.task].pairs_of(asked.classes)
    usual = pairs[0] if asked.task != experiment.task else (experiment.output, experiment.cost)
    output, cost = changes.get("output", usual[0]), changes.get("cost", usual[1])
    fitting = [
        pair
        for pair in pairs
        if ("output" not in changes or pair[0] == output) and ("cost" not in changes or pair[1] == cost)
    ]
    if fitting:
        output, cost = min(fitting, key=lambda pair: (pair[0] != output, pair[1] != cost))
    result = replace(asked, output=output, cost=cost)
    result.check_combination()
    return result


def check_field(name: str, value: object, limits: Limits | None = None) -> None:
    """Raise `InvalidValueError` when `value` can't be the field `name` of any experiment.

    `limits` are for the words only, to say what is allowed; whether they are passed, `check_limits` looks.
    """
    if name in RANGES:
        _check_number(name, value)
    elif name == "features":
        _check_features(value)
    elif name == "hidden":
        _check_hidden(value, limits)
    elif name == "shuffle":
        if not isinstance(value, bool):
            raise InvalidValueError.at(name, value, "true or false")
    elif not isinstance(value, str) or value not in CHOICES[name]:
        raise _not_one_of(name, value, CHOICES[name])


def _check_number(name: str, value: object) -> None:
    low, high = RANGES[name]
    integer = isinstance(low, int)
    if (
        isinstance(value, bool)
        or not isinstance(value, int if integer else (int, float))
        or not low <= value <= high
    ):
        noun = "an integer" if integer else "a number"
        raise InvalidValueError.at(name, value, f"{noun} from {_plain(low)} to {_plain(high)}")


def _check_features(value: object) -> None:
    if not isinstance(value, tuple) or not 1 <= len(value) <= MOST_INPUTS:
        given = list(value) if isinstance(value, tuple) else value
        raise InvalidValueError.at("features", given, f"a list of 1 to {MOST_INPUTS} of {_listed(FEATURES)}")
    for place, name in enumerate(value):
        if not isinstance(name, str) or name not in FEATURES:
            raise _not_one_of(f"features.{place}", name, FEATURES)
    if value != tuple(name for name in FEATURES if name in value):
        raise InvalidValueError.at(
            "features", list(value), f"a list without repeats, in the order {_listed(FEATURES)}"
        )


def _check_hidden(value: object, limits: Limits | None) -> None:
    if not isinstance(value, tuple):
        many = f"0 to {limits.max_hidden_layers} integers" if limits else "integers"
        raise InvalidValueError.at("hidden", value, f"a list of {many}")
    for place, neurons in enumerate(value):
        if isinstance(neurons, bool) or not isinstance(neurons, int) or neurons < 1:
            size = f"an integer from 1 to {limits.max_neurons}" if limits else "an integer, at least 1"
            raise InvalidValueError.at(f"hidden.{place}", neurons, size)


def _not_one_of(path: str, given: object, names: Iterable[str]) -> InvalidValueError:
    return InvalidValueError.at(path, given, f"one of {_listed(names)}")


def _too_large(path: str, given: int, one: str, where: str, limit: int) -> LimitError:
    message = f"At most {counted(limit, one)}{where} on this server."
    return LimitError(message, field=path, given=given, allowed=f"at most {limit} {one}s{where}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _plain(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".")
