"""Writes what the article shows of computed networks: `python -m tests.article.make_article_data`."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.nn.architecture import Architecture
from app.nn.passes import Pass
from tests.article import networks, stills
from tests.nn.reference import ACTIVATIONS
from tests.repository import ROOT

FOLDER = ROOT / "templates" / "article"
DATA = FOLDER / "data" / "networks.html"
OPENING = "{# Made by tests/article/make_article_data.py, from the engine. #}\n{% set networks = "
CLOSING = " %}\n"
MAP_NODES = 41
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
        "mountain": _mountain(parameters),
        "cost": stills.costs(),
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


def _mountain(parameters: NDArray[np.float64]) -> str:
    points = networks.trained().points
    (u0, v0), (u1, v1) = networks.LOW, networks.HIGH
    u, v = np.linspace(u0, u1, MAP_NODES), np.linspace(v0, v1, MAP_NODES)
    heights = networks.costs_over(parameters, points, u, v)
    paths = []
    for rate in networks.RATES:
        path = np.array(networks.descent(parameters, points, networks.START, rate, networks.STEPS))
        shares = (path[:, :2] - [u0, v0]) / [u1 - u0, v1 - v0]
        outside = np.flatnonzero(((shares < 0) | (shares > 1)).any(axis=1))
        paths.append((f"{rate:g}", shares[: outside[0]] if len(outside) else shares))
    title = "Map of the cost over two weights, with the paths of descent for four learning rates"
    return stills.contours(heights, LEVELS, paths, 440, title)


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
