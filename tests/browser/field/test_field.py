"""The field in a real Chromium: WebGL2 against NumPy, what both back ends paint against hand calculations."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, Route

from tests.repository import ROOT

NETWORKS: list[dict[str, Any]] = json.loads((ROOT / "tests/fixtures/network/networks.json").read_text())
BACK_ENDS = ("webgl2", "typed_arrays")
TOLERANCE = 1e-4
"""Of float32 through up to nine layers, where tanh and exp are good to a few parts in a million."""

ADDRESS = "http://field.test/"
HTML = """<!doctype html><title>Field</title><canvas id="picture"></canvas>
<script type="module" src="/tests/browser/field/page.js"></script>"""

SIDE = 480
PAPER, RAISED, INK = (252, 251, 248), (255, 255, 255), (27, 32, 38)
SLATE, CLAY = (47, 72, 88), (191, 74, 43)
MARKS = ((28, 96, 168), (175, 123, 1), (1, 163, 143), (150, 26, 87))
FIELDS = ((169, 200, 234), (242, 212, 141), (162, 220, 207), (229, 179, 204))
COLOURS = {
    "paper": PAPER,
    "raised": RAISED,
    "ink": INK,
    "positive": SLATE,
    "negative": CLAY,
    "classes": MARKS,
    "fields": FIELDS,
}
ROUNDING = 3
"""Steps of 255 that a colour may be off: two roundings and half a step of a ramp."""

PLAIN: dict[str, Any] = {
    "features": ["x1", "x2"],
    "hidden": [],
    "task": "classification",
    "classes": 2,
    "activation": "tanh",
    "output": "softmax",
}
# z = (x1, −x1): class 0 on the right with p = 1 / (1 + exp(−2 x1)), the boundary upright in the middle.
UPRIGHT = [1.0, -1.0, 0.0, 0.0, 0.0, 0.0]

Colour = tuple[float, ...]


@pytest.fixture(scope="module")
def field(browser: Browser) -> Iterator[Page]:
    """A page that draws with the field; its files come from the repository."""
    page = browser.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(error.message))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.route("**/*", _from_repository)
    page.goto(ADDRESS)
    page.wait_for_function("window.harness")
    yield page
    page.close()
    assert not said, f"the page's console is not silent: {said}"


def _from_repository(route: Route) -> None:
    path = route.request.url.removeprefix(ADDRESS)
    if path:
        route.fulfill(path=ROOT / path)
    else:
        route.fulfill(body=HTML, content_type="text/html")


def call(page: Page, name: str, *values: Any) -> Any:
    return page.evaluate("([name, values]) => window.harness[name](...values)", [name, list(values)])


def show(page: Page, back_end: str, experiment: dict[str, Any], parameters: list[float]) -> None:
    call(page, "create", back_end, COLOURS)
    call(page, "update", {**PLAIN, **experiment}, parameters)


def row(page: Page, y: int) -> NDArray[np.float64]:
    """Colours of a row of the picture, (SIDE, 3)."""
    return np.array(call(page, "pixels", 0, y, SIDE, 1), dtype=float).reshape(SIDE, 4)[:, :3]


def mix(start: Colour, end: Colour, share: float) -> NDArray[np.float64]:
    mixed: NDArray[np.float64] = np.array(start) + share * (np.array(end) - np.array(start))
    return mixed


def tile(layer: int, neuron: int, x: int = 0, y: int = 0) -> dict[str, int]:
    return {"layer": layer, "neuron": neuron, "x": x, "y": y, "width": 100, "height": 100}


def x1_of(column: int) -> float:
    """The middle of a pixel on the plane."""
    return 6 * (column + 0.5) / SIDE - 3


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network["name"])
def test_webgl_agrees_with_numpy_in_every_neuron(field: Page, network: dict[str, Any]) -> None:
    """Each layer's map, and z^n as the plane's shader computes it, are NumPy's to 1e-4."""
    show(field, "webgl2", network["experiment"], network["parameters"])
    assert call(field, "kind") == "webgl2"
    resolution = network["resolution"]
    layers = len(network["activations"]) - 1
    for layer in range(1, layers + 1):
        values = call(field, "valuesAt", layer, resolution)
        expected = np.ravel(network["activations"][layer])
        np.testing.assert_allclose(values, expected, rtol=TOLERANCE, atol=TOLERANCE)
    outputs = call(field, "outputsAt", resolution)
    expected = np.ravel(network["pre_activations"][-1])
    np.testing.assert_allclose(outputs, expected, rtol=TOLERANCE, atol=TOLERANCE)


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_confidence_is_the_saturation_of_the_winner(field: Page, back_end: str) -> None:
    show(field, back_end, {}, UPRIGHT)
    call(field, "paintPlane", {})
    colours = row(field, 100)
    for column in (40, 120, 200, 300, 420, 470):
        x1 = x1_of(column)
        p = 1 / (1 + np.exp(-2 * abs(x1)))
        expected = mix(PAPER, FIELDS[0 if x1 > 0 else 1], 0.08 + 0.78 * (2 * p - 1) ** 1.15)
        np.testing.assert_allclose(colours[column], expected, atol=ROUNDING, err_msg=f"column {column}")


@pytest.mark.parametrize("back_end", BACK_ENDS)
@pytest.mark.parametrize("moving", [False, True])
def test_the_boundary_is_a_crisp_line_where_two_classes_tie(field: Page, back_end: str, moving: bool) -> None:
    """1.4 units wide: the two pixels beside the middle are 0.7 ink, those beyond have none, moving or not."""
    show(field, back_end, {}, UPRIGHT)
    for _ in range(6):
        call(field, "paintPlane", {"moving": moving})
    colours = row(field, 333)
    tie = mix(PAPER, FIELDS[0], 0.08)
    np.testing.assert_allclose(colours[239:241], [mix(tuple(tie), INK, 0.7 * 0.82)] * 2, atol=12)
    assert colours[[236, 243]].min() > 220


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_without_a_winner_the_plane_is_paper_without_lines(field: Page, back_end: str) -> None:
    show(field, back_end, {"hidden": [3], "classes": 4}, [0] * 25)
    call(field, "paintPlane", {})
    np.testing.assert_allclose(row(field, 200), [mix(PAPER, FIELDS[0], 0.08)] * SIDE, atol=ROUNDING)


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_every_class_has_its_boundary(field: Page, back_end: str) -> None:
    """Classes with z = (2 x1, 0, −2 x1) + (−2, 0, −2) meet at x1 = −1 and 1; the second wins between."""
    show(field, back_end, {"classes": 3}, [2, 0, -2, 0, 0, 0, -2, 0, -2])
    call(field, "paintPlane", {})
    dark = np.flatnonzero(row(field, 200).max(axis=1) < 200)
    lines = 1 + sum(after - before > 1 for before, after in pairwise(dark))
    assert lines == 2
    np.testing.assert_allclose([dark[0], dark[-1]], [160, 320], atol=1.5)


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_outputs_that_are_no_shares_are_as_sure_as_their_lead(field: Page, back_end: str) -> None:
    """Linear outputs ±x1: the lead is 2 |x1|, certain from 0.5 on."""
    show(field, back_end, {"output": "linear"}, UPRIGHT)
    call(field, "paintPlane", {})
    colours = row(field, 100)
    for column in (40, 250, 260, 400):
        x1 = x1_of(column)
        expected = mix(PAPER, FIELDS[0 if x1 > 0 else 1], 0.08 + 0.78 * min(1, 2 * abs(x1)) ** 1.15)
        np.testing.assert_allclose(colours[column], expected, atol=ROUNDING + 1, err_msg=f"column {column}")


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_regression_is_clay_below_zero_and_slate_above(field: Page, back_end: str) -> None:
    show(field, back_end, {"task": "regression", "output": "linear"}, [1, 0, 0])
    call(field, "paintPlane", {"range": 2})
    colours = row(field, 100)
    for column, colour in ((10, CLAY), (160, CLAY), (320, SLATE), (470, SLATE)):
        share = min(1, abs(x1_of(column)) / 2) ** 0.9 * 0.6
        expected = mix(PAPER, colour, share)
        np.testing.assert_allclose(colours[column], expected, atol=ROUNDING, err_msg=f"column {column}")
    assert colours[239:241].max() < 190, "the zero line"


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_neurons_show_their_activations_scaled_where_they_pass_one(field: Page, back_end: str) -> None:
    """x1 runs from −3 to 3 and is shown in thirds; ReLU neurons x1 and 2 x1 share their layer's 6."""
    experiment = {"hidden": [2], "activation": "relu"}
    show(field, back_end, experiment, [1, 2, 0, 0, 0, 0, 1, -1, 0, 0, 0, 0])
    tiles = [
        tile(layer, neuron, x=120 * neuron, y=120 * (layer - 1)) for layer in (1, 2, 3) for neuron in (0, 1)
    ]
    call(field, "paintTiles", tiles)
    assert row(field, 50)[110].max() == 0, "nothing between the tiles"

    def expect(x: int, y: int, colour: NDArray[np.float64]) -> None:
        np.testing.assert_allclose(row(field, y)[x], colour, atol=2 * ROUNDING, err_msg=f"at {x}, {y}")

    column = 80
    x1 = 6 * (column + 0.5) / 100 - 3
    expect(column, 50, mix(RAISED, SLATE, (x1 / 3) ** 0.9 * 0.92))
    expect(99 - column, 50, mix(RAISED, CLAY, (x1 / 3) ** 0.9 * 0.92))
    expect(120 + 50, 20, mix(RAISED, SLATE, (x1_upright(20) / 3) ** 0.9 * 0.92))
    expect(column, 170, mix(RAISED, SLATE, (x1 / 6) ** 0.9 * 0.92))
    expect(120 + column, 170, mix(RAISED, SLATE, (x1 / 3) ** 0.9 * 0.92))
    expect(20, 170, np.array(RAISED))
    p = 1 / (1 + np.exp(-2 * x1))
    expect(column, 290, mix(PAPER, MARKS[0], p**0.9 * 0.9))
    expect(120 + column, 290, mix(PAPER, MARKS[1], (1 - p) ** 0.9 * 0.9))


def x1_upright(y: int) -> float:
    """The x2 of a row of a tile of 100."""
    return 3 - 6 * (y + 0.5) / 100


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_a_disc_is_cut_round_and_a_faded_tile_lets_the_ground_through(field: Page, back_end: str) -> None:
    show(field, back_end, {}, UPRIGHT)
    call(field, "paintTiles", [{**tile(1, 0), "radius": 50, "opacity": 0.5}])
    corner = call(field, "pixels", 3, 3, 1, 1)
    middle = call(field, "pixels", 50, 50, 1, 1)
    assert corner[3] == 0
    assert abs(middle[3] - 127) <= 2


def test_both_back_ends_paint_the_same_picture(field: Page) -> None:
    network = next(network for network in NETWORKS if network["name"] == "2-5-4-3 tanh")
    pictures = []
    for back_end in BACK_ENDS:
        show(field, back_end, network["experiment"], network["parameters"])
        call(field, "paintPlane", {})
        pictures.append(np.array([row(field, y) for y in range(0, SIDE, 16)]))
    difference = np.abs(pictures[0] - pictures[1])
    assert difference.mean() < 1
    assert np.quantile(difference, 0.99) < 12


def test_a_picture_in_parts_is_whole_and_of_the_network_it_was_begun_with(field: Page) -> None:
    """A network that takes a part's time many times over; what comes meanwhile waits for the next picture."""
    deep = {"hidden": [16] * 8}
    draw = np.random.default_rng(7)
    parameters = [
        draw.normal(scale=0.4, size=16 * 2 + 16 + 7 * (16 * 16 + 16) + 2 * 16 + 2).tolist() for _ in "ab"
    ]
    pictures = {}
    for name, values in zip(("first", "second"), parameters, strict=True):
        show(field, "typed_arrays", deep, values)
        call(field, "paintPlane", {})
        pictures[name] = np.array([row(field, y) for y in range(8, SIDE, 32)])
    show(field, "typed_arrays", deep, parameters[0])
    parts = 0
    done = False
    while not done:
        done = call(field, "paintPlane", {"moving": True, "inParts": True})
        parts += 1
        call(field, "renew", parameters[1])
    painted = np.array([row(field, y) for y in range(8, SIDE, 32)])
    assert parts > 1
    assert np.abs(painted - pictures["first"]).mean() < 3
    assert np.abs(painted - pictures["second"]).mean() > 10


def test_a_lost_graphics_processor_costs_no_picture(field: Page) -> None:
    """Typed arrays draw while the context is lost; once it is back, WebGL2 draws the newest network."""
    show(field, "webgl2", {}, UPRIGHT)
    call(field, "paintPlane", {})
    call(field, "lose")
    assert call(field, "kind") == "typed_arrays"
    call(field, "update", PLAIN, [-1, 1, 0, 0, 0, 0])
    call(field, "paintPlane", {})
    left = mix(PAPER, FIELDS[0], 0.08 + 0.78 * np.tanh(abs(x1_of(40))) ** 1.15)
    np.testing.assert_allclose(row(field, 100)[40], left, atol=ROUNDING)
    call(field, "restore")
    assert call(field, "kind") == "webgl2"
    call(field, "paintPlane", {})
    np.testing.assert_allclose(row(field, 100)[40], left, atol=ROUNDING)
    call(field, "paintTiles", [tile(1, 0)])
    np.testing.assert_allclose(call(field, "valuesAt", 1, 2), [-3, 3, -3, 3, 3, 3, -3, -3])
