"""Ways to make training diverge: by data, activation, optimizer, rate, penalty, batch and typed weights."""

from typing import Any

Case = dict[str, Any]


def case(
    name: str, dataset: str, *acts: dict[str, Any], count: int = 200, room: bool = True, **changes: Any
) -> Case:
    """A run from a data set with these changes of the default experiment.

    The acts are commands, `{"train": updates}` or `{"reload": True}` (the page's checkpoint loaded as another
    run's); when they are through, it trains until it diverges.
    """
    draw = {"dataset": dataset, "count": count, "noise": 0.1, "test_share": 0.2, "seed": 3}
    return {"name": name, "dataset": draw, "changes": changes, "acts": list(acts), "room": room}


def trained(updates: int, parts: int = 5) -> list[dict[str, Any]]:
    """Training in parts, with a checkpoint after each."""
    return [{"train": updates // parts}] * parts


def typed(value: float, layer: int = 2) -> dict[str, Any]:
    """A weight that is set by hand."""
    return {"type": "set_parameter", "layer": layer, "neuron": 0, "source": 0, "value": value}


def changed(**changes: Any) -> dict[str, Any]:
    """Settings that are changed on the way."""
    return {"type": "configure", "changes": changes}


FAR = {
    "type": "add_points",
    "points": [{"id": 900 + number, "x1": 60, "x2": -80, "target": 0} for number in range(3)],
}
QUADRATIC = ["x1", "x2", "x1^2", "x2^2", "x1*x2"]

CASES: list[Case] = [
    # at once: the rate is far too high from the first step
    case("bumps, linear, rate 100", "bumps", activation="linear", learning_rate=100),
    case("bumps, linear, rate 10", "bumps", activation="linear", learning_rate=10),
    case("bumps, linear, rate 3", "bumps", activation="linear", learning_rate=3),
    case("bumps, relu, rate 10", "bumps", activation="relu", learning_rate=10),
    case("plane, linear, rate 1", "plane", activation="linear", learning_rate=1),
    case("plane, relu, rate 100", "plane", activation="relu", learning_rate=100),
    case("plane, leaky relu, rate 30", "plane", activation="leaky_relu", learning_rate=30),
    case("plane, elu, rate 10", "plane", activation="elu", learning_rate=10),
    case("bumps, gelu, rate 10", "bumps", activation="gelu", learning_rate=10),
    case("bumps, softplus, rate 10", "bumps", activation="softplus", learning_rate=10),
    case("bumps, tanh, rate 100", "bumps", activation="tanh", learning_rate=100),
    case("bumps, sigmoid, rate 30", "bumps", activation="sigmoid", learning_rate=30),
    case("plane, sine, rate 30", "plane", activation="sine", learning_rate=30),
    # what the network looks like
    case("no hidden layer, batch of 1", "plane", hidden=[], batch_size=1, learning_rate=3),
    case("one batch of all, linear", "bumps", activation="linear", batch_size=2000, learning_rate=10),
    case("batch of 1, linear", "bumps", activation="linear", batch_size=1, learning_rate=1),
    case("eight layers, linear", "bumps", hidden=[4] * 8, activation="linear", learning_rate=3),
    case("eight wide layers, relu", "bumps", hidden=[16] * 8, activation="relu", learning_rate=3),
    case(
        "seven inputs, linear",
        "bumps",
        activation="linear",
        learning_rate=1,
        features=["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin x1", "sin x2"],
    ),
    case("2,000 points, wide", "bumps", count=2000, hidden=[16, 16], activation="relu", learning_rate=10),
    case(
        "he, leaky relu, deep",
        "plane",
        hidden=[8] * 6,
        activation="leaky_relu",
        initializer="he",
        learning_rate=1,
    ),
    case(
        "uniform start, linear",
        "plane",
        hidden=[8, 8],
        activation="linear",
        initializer="uniform",
        learning_rate=3,
    ),
    # classification
    case(
        "moons, deep relu",
        "moons",
        features=QUADRATIC,
        hidden=[16] * 6,
        activation="relu",
        initializer="he",
        learning_rate=100,
    ),
    case("spiral, linear, rate 100", "spiral", hidden=[8, 8, 8], activation="linear", learning_rate=100),
    case(
        "blobs of three, leaky relu",
        "blobs3",
        hidden=[8, 8, 8, 8],
        activation="leaky_relu",
        learning_rate=100,
    ),
    case(
        "circle, deep elu",
        "circle",
        features=QUADRATIC,
        hidden=[16] * 6,
        activation="elu",
        initializer="he",
        learning_rate=100,
    ),
    case(
        "xor, deep gelu",
        "xor",
        features=QUADRATIC,
        hidden=[16] * 6,
        activation="gelu",
        initializer="he",
        learning_rate=100,
    ),
    case(
        "linear outputs of classes",
        "quadrants4",
        activation="linear",
        output="linear",
        cost="squared_error",
        learning_rate=10,
    ),
    # optimizers
    case("momentum, linear", "bumps", activation="linear", optimizer="momentum", learning_rate=1),
    case(
        "momentum of 0.99, circle, elu",
        "circle",
        activation="elu",
        optimizer="momentum",
        momentum=0.99,
        learning_rate=100,
    ),
    case(
        "momentum of 0.999, tanh",
        "moons",
        output="linear",
        cost="squared_error",
        optimizer="momentum",
        momentum=0.999,
        learning_rate=3,
    ),
    case("nesterov, linear", "plane", activation="linear", optimizer="nesterov", learning_rate=1),
    case(
        "nesterov of 0.99, elu",
        "plane",
        activation="elu",
        optimizer="nesterov",
        momentum=0.99,
        learning_rate=1,
    ),
    case(
        "nesterov, moons, leaky relu",
        "moons",
        activation="leaky_relu",
        optimizer="nesterov",
        learning_rate=30,
    ),
    case(
        "momentum, xor, sine",
        "xor",
        activation="sine",
        output="linear",
        cost="squared_error",
        optimizer="momentum",
        momentum=0.99,
        learning_rate=3,
    ),
    case(
        "adam, no decay, deep and linear",
        "circle",
        hidden=[8] * 8,
        activation="linear",
        optimizer="adam",
        decay=0,
        learning_rate=100,
    ),
    case(
        "adam, no decay, softplus",
        "bumps",
        hidden=[4],
        activation="softplus",
        optimizer="adam",
        decay=0,
        momentum=0.99,
    ),
    case(
        "adam, no decay, gelu",
        "circle",
        hidden=[4],
        activation="gelu",
        optimizer="adam",
        decay=0,
        momentum=0.99,
    ),
    case(
        "adam, no decay, elu",
        "circle",
        hidden=[8, 8, 8],
        activation="elu",
        optimizer="adam",
        decay=0,
        learning_rate=1,
    ),
    case(
        "adam, no decay, deep relu",
        "bumps",
        hidden=[8] * 8,
        activation="relu",
        optimizer="adam",
        decay=0,
        learning_rate=100,
    ),
    # the penalty alone
    case("l2 of 10, rate 1", "blobs2", l2=10, learning_rate=1),
    case("l2 of 0.1, rate 100", "moons", l2=0.1, learning_rate=100),
    case("l2 with momentum", "circle", l2=1, optimizer="momentum", learning_rate=10),
    case("l2 switched on while it went well", "spiral", *trained(500), changed(l2=10), learning_rate=0.5),
    # after it went well
    case("rate raised to 100", "bumps", *trained(1000), changed(learning_rate=100), activation="linear"),
    case(
        "rate raised in steps",
        "bumps",
        *trained(300),
        changed(learning_rate=1),
        *trained(20),
        changed(learning_rate=30),
        activation="relu",
        learning_rate=0.03,
    ),
    case(
        "batch made 1 on the way",
        "plane",
        *trained(500),
        changed(batch_size=1, learning_rate=3),
        activation="elu",
    ),
    case(
        "another optimizer on the way",
        "bumps",
        *trained(500),
        changed(optimizer="momentum", learning_rate=1),
        activation="linear",
        optimizer="adam",
        learning_rate=0.01,
    ),
    case(
        "another activation on the way",
        "bumps",
        *trained(500),
        changed(activation="linear", learning_rate=10),
    ),
    case("far points added on the way", "plane", *trained(500), {**FAR}, activation="linear"),
    case(
        "a layer added on the way",
        "bumps",
        *trained(300),
        {"type": "add_layer", "layer": 3, "neurons": 4},
        changed(learning_rate=10),
        activation="linear",
        learning_rate=0.01,
    ),
    case("huge points, no layer", "plane", {**FAR}, hidden=[], features=["x1", "x2", "x1^2"]),
    # typed weights
    case("a weight of 1e300", "bumps", *trained(500), typed(1e300), activation="linear"),
    case("a weight of 1e300 before the first step", "bumps", typed(1e300), activation="relu"),
    case("a weight of a million", "plane", *trained(500), typed(1e6), activation="linear"),
    case("a million in the last layer", "bumps", *trained(500), typed(1e6, layer=4), activation="linear"),
    # what the page does not know
    case(
        "loaded while it explodes",
        "bumps",
        {"train": 3},
        {"reload": True},
        activation="linear",
        learning_rate=3,
    ),
    case("loaded with 1e200", "plane", typed(1e200), {"reload": True}, activation="linear"),
]
