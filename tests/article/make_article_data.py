"""Writes what the article shows of computed networks: `python -m tests.article.make_article_data`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.points import Points
from app.nn.architecture import Architecture
from app.nn.passes import Pass
from tests.article import diagrams, hills, networks, stills
from tests.nn.reference import ACTIVATIONS
from tests.repository import ROOT

FOLDER = ROOT / "templates" / "article"
DATA = FOLDER / "data" / "networks.html"
OPENING = "{# Made by tests/article/make_article_data.py, from the engine. #}\n{% set networks = "
CLOSING = " %}\n"
MAP_NODES, HILL_NODES = 31, 21
RACERS = ("Plain", "Momentum", "Adam")
LEVELS = [0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0]


def read() -> dict[str, Any]:
    """The data as the page has it."""
    return dict(json.loads(DATA.read_text(encoding="utf-8").removeprefix(OPENING).removesuffix(CLOSING)))


def passed(name: str, data: dict[str, Any]) -> tuple[Architecture, Pass]:
    """The pass of the point that is followed, through the network `name` of the data."""
    experiment = networks.ARTICLE if name == "article" else networks.WORKED
    architecture = experiment.architecture()
    point = next(point for point in data[name]["points"] if point["id"] == data[name]["followed"])
    record = Pass(architecture, np.array(data[name]["parameters"]), 1)
    record.inputs[:, 0], record.targets[:, 0] = (point["x1"], point["x2"]), np.eye(2)[point["target"]]
    record.feedforward()
    record.backpropagate()
    return architecture, record


def make_stills(data: dict[str, Any]) -> dict[str, str]:
    """Each still by its file's name."""
    architecture, record = passed("article", data)
    parameters = np.array(data["article"]["parameters"])

    def forward(layer: int, neuron: int) -> tuple[str, str]:
        return stills.number(record.activations[layer][neuron, 0]), ""

    def backward(layer: int, neuron: int) -> tuple[str, str]:
        return ("", "") if layer == 1 else (stills.number(record.deltas[layer][neuron, 0], 3), "back")

    pictures = {
        "network": stills.network(
            architecture, parameters, "Four layers of 2, 4, 3 and 2 neurons, wired layer to layer",
            lambda _layer, _neuron: ("", ""),
        ),
        "feedforward": stills.network(
            architecture, parameters, "The network with one point's activations under its neurons", forward
        ),
        "backpropagation": stills.network(
            architecture, parameters, "The network with the blame of one point under its neurons", backward
        ),
        "worked": _worked(data),
        "mountain": _map(
            parameters, [(f"{rate:g}", "plain", rate) for rate in networks.RATES["plain"]], networks.STEPS,
            "Map of the cost over two weights, with the paths of descent for four learning rates",
        ),
        "race": _map(
            parameters, [(name, name.lower(), networks.RATES[name.lower()][1]) for name in RACERS],
            networks.RACE_REST,
            "Map of the cost over two weights, with the paths of plain descent, momentum and Adam",
        ),
        "opening": _opening(parameters),
        "cost": stills.costs(),
        "side_neuron": diagrams.neuron(), "side_chain": diagrams.chain(), "side_valley": diagrams.valley(),
        "side_overfitting": diagrams.overfitting(), "recap": diagrams.recap(),
    }  # fmt: skip
    return pictures | {f"activation_{name}": stills.activation(name) for name in ACTIVATIONS}


def _worked(data: dict[str, Any]) -> str:
    architecture, record = passed("worked", data)

    def both(layer: int, neuron: int) -> tuple[str, str]:
        return stills.number(record.activations[layer][neuron, 0], 3), ""

    parameters = np.array(data["worked"]["parameters"])
    return stills.network(
        architecture, parameters, "Three layers of two neurons, with their activations", both
    )


def _map(
    parameters: NDArray[np.float64], walks: Sequence[tuple[str, str, float]], steps: int, title: str
) -> str:
    """The map with the ways down of these methods and rates, by the label at the end of each."""
    points = networks.trained().points
    heights = _heights(parameters, MAP_NODES)
    paths = []
    for label, method, rate in walks:
        shares = _walk(parameters, points, method, rate, steps)
        outside = np.flatnonzero(((shares < 0) | (shares > 1)).any(axis=1))
        paths.append((label, shares[: outside[0]] if len(outside) else shares))
    return stills.contours(heights, LEVELS, paths, 440, title)


def _heights(parameters: NDArray[np.float64], nodes: int) -> NDArray[np.float64]:
    (u0, v0), (u1, v1) = networks.LOW, networks.HIGH
    u, v = np.linspace(u0, u1, nodes), np.linspace(v0, v1, nodes)
    return networks.costs_over(parameters, networks.trained().points, u, v)


def _walk(
    parameters: NDArray[np.float64], points: Points, method: str, rate: float, steps: int
) -> NDArray[np.float64]:
    """The places of a way down, (steps + 1, 2) in shares of the map."""
    path = np.array(networks.descent(parameters, points, networks.START, rate, steps, method))
    low, high = np.array(networks.LOW), np.array(networks.HIGH)
    return np.asarray((path[:, :2] - low) / (high - low))


def _opening(parameters: NDArray[np.float64]) -> str:
    points = networks.trained().points
    rate, steps = networks.RATES["plain"][1], networks.REST
    path = networks.descent(parameters, points, networks.START, rate, steps)
    words = (f"start {path[0][2]:.2f}", f"{steps} steps", f"now {path[-1][2]:.2f}")
    shares = _walk(parameters, points, "plain", rate, steps)
    return hills.mountain(_heights(parameters, HILL_NODES), shares, words)


def write(folder: Path = FOLDER) -> None:
    """Computes everything anew."""
    data = networks.page_data()
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / DATA.name).write_text(OPENING + json.dumps(data) + CLOSING, encoding="utf-8")
    (folder / "stills").mkdir(exist_ok=True)
    for name, picture in make_stills(data).items():
        (folder / "stills" / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    write()
