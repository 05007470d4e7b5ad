"""What a pass says in hard states is true of the numbers beside it: both read at once, held against NumPy."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Page, expect

from tests.browser.known_network import open_known
from tests.browser.playground import Playground
from tests.browser.test_follow import PARAMETERS, follow
from tests.thoroughness import some

Vector = NDArray[np.float64]
POINT = (1.0, 2.0, 1)
OTHER = (-1.0, 0.5, 0)
RATE = 0.5

READ = """() => {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
  return {
    title: texts('.pass h3')[0], sentences: texts('.pass .sentences')[0],
    lines: [
      ...texts('.pass .ledger:not([hidden]) tfoot tr:last-child td:nth-child(4)'),
      ...texts('.pass .line .katex-html'),
    ], truth: texts('.pass .truth tbody td'),
  };
}"""


@dataclass(frozen=True)
class State:
    """A network 2-2-k in which the first point is followed; `points` are its batch."""

    parameters: list[float]
    changes: dict[str, Any]
    points: tuple[tuple[float, float, int], ...] = (POINT,)
    test: tuple[int, ...] = ()


STATES = {
    "dead ReLU": State([*PARAMETERS[:4], -5.0, -5.0, *PARAMETERS[6:]], {"activation": "relu"}),
    "zero start": State([0.0] * 12, {}),
    "saturated": State([40 * value for value in PARAMETERS], {}),
    "penalty": State(PARAMETERS, {"l2": 0.1}, (POINT, OTHER)),
    "test point": State(PARAMETERS, {}, (POINT, OTHER), (0,)),
    "regression": State(
        [*PARAMETERS[:6], 1.0, -0.5, 0.25],
        {"task": "regression", "output": "linear", "cost": "squared_error"},
        (POINT, OTHER),
    ),
}


@dataclass(frozen=True)
class Pass:
    """By layer from 2: what a neuron's station and its numbers should be."""

    z: list[Vector]
    a: list[Vector]
    delta: list[Vector]
    y: Vector
    gradient: Vector


def pass_of(state: State, point: tuple[float, float, int]) -> Pass:
    """One point's pass, by the article's formulas."""
    theta = np.array(state.parameters)
    outputs = len(theta[6:]) // 3
    w2, b2 = theta[:4].reshape(2, 2), theta[4:6]
    w3, b3 = theta[6 : 6 + 2 * outputs].reshape(2, outputs), theta[6 + 2 * outputs :]
    x = np.array(point[:2])
    z2 = x @ w2 + b2
    relu = state.changes.get("activation") == "relu"
    a2 = np.maximum(z2, 0) if relu else np.tanh(z2)
    slope = (z2 > 0).astype(float) if relu else 1 / np.cosh(z2) ** 2
    z3 = a2 @ w3 + b3
    if outputs == 1:
        a3, y = z3, np.array([float(point[2])])
        d3 = a3 - y
    else:
        a3 = np.exp(z3 - z3.max()) / np.exp(z3 - z3.max()).sum()
        y = np.eye(2)[point[2]]
        d3 = np.where(y == 1, -a3[::-1], a3)  # 1 - a of the one is a of the other, with all its digits
    d2 = slope * (w3 @ d3)
    gradient = np.concatenate([np.outer(x, d2).ravel(), d2, np.outer(a2, d3).ravel(), d3])
    return Pass([z2, z3], [a2, a3], [d2, d3], y, gradient)


def change_of(state: State) -> Vector:
    """What gradient descent makes of the batch, penalty included."""
    theta = np.array(state.parameters)
    training = [point for at, point in enumerate(state.points) if at not in state.test]
    gradient = np.mean([pass_of(state, point).gradient for point in training], axis=0)
    weights = np.ones_like(theta)
    weights[4:6] = weights[6 + 2 * (len(theta[6:]) // 3) :] = 0
    change: Vector = -RATE * (gradient + state.changes.get("l2", 0) * weights * theta)
    return change


def number(text: str) -> float:
    """A printed number: "−0.1234", in a formula "1.5⋅10−9", elsewhere "1.5e−9"."""
    plain = re.sub(r"[\u200b\s]", "", text).replace("−", "-")
    return float(plain.replace("⋅10", "e"))


def results(read: dict[str, Any]) -> list[float]:
    return [number(re.split("[=←≈]", line)[-1]) for line in read["lines"]]


def station(page: Page, name: str) -> dict[str, Any]:
    """What stands in the pane at a station, in one look."""
    strip = page.get_by_role("group", name="Phases of this pass")
    strip.get_by_role("button", name=name, exact=True).click()
    expect(strip.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-current", "step")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    read: dict[str, Any] = page.evaluate(READ)
    assert not re.search(r"NaN|undefined|null|\[object|Infinity|≈0\b", str(read)), read
    return read


def open_state(page: Page, state: State) -> Playground:
    playground = open_known(page, state.parameters, state.points, test=state.test, **state.changes)
    if len(state.points) > 1:
        # Without a choice it would be the one that teaches most, and never a test point.
        playground.click(state.points[0][:2])
    follow(page)
    return playground


def check_blame(read: dict[str, Any], delta: float, is_exact: bool) -> None:
    assert results(read)[-1] == pytest.approx(delta, rel=1e-3, abs=0)
    words = {"It is positive": delta > 0, "It is negative": delta < 0, "It is 0": delta == 0}
    for said, so in words.items():
        assert (said in read["sentences"]) == so, read
    assert ("needs to change" in read["sentences"]) == is_exact, read


@pytest.mark.parametrize("name", some(list(STATES), 1, 2))
def test_every_station_says_what_its_numbers_are(page: Page, name: str) -> None:
    """Forward, cost, back to layer 2 and the update, each sentence beside the numbers of a calculation."""
    state = STATES[name]
    open_state(page, state)
    expected = pass_of(state, state.points[0])
    is_exact = bool((expected.a[1] == expected.y).all())

    read = station(page, "Layer 2")
    assert results(read) == pytest.approx([expected.z[0][0], expected.a[0][0]], rel=1e-3)
    silent = state.changes.get("activation") == "relu" and expected.z[0][0] <= 0
    assert ("silent for this point" in read["sentences"]) == silent

    read = station(page, "Cost")
    assert ("without the penalty" in read["sentences"]) == bool(state.changes.get("l2"))
    shown = np.array([number(text) for text in read["truth"]]).reshape(-1, 2)
    assert shown[:, 0] == pytest.approx(expected.a[1], rel=1e-3)
    assert shown[:, 1] == pytest.approx(expected.y)

    check_blame(station(page, "Delta 3"), expected.delta[1][0], is_exact)
    check_blame(station(page, "Delta 2"), expected.delta[0][0], is_exact)

    if state.test:
        assert "kept for testing" in station(page, "Gradients")["sentences"]
        return
    read = station(page, "Update")
    theta = np.array(state.parameters)
    moved = int((theta + change_of(state) != theta).sum())
    told = "All" if moved == len(theta) else f"{moved} of" if moved else "No"
    assert read["title"].startswith(f"{told} "), read["title"]
    count = len(state.points)
    assert (f"the mean over its {count} points" in read["sentences"]) == (count > 1)
    assert ("plus the penalty" in read["sentences"]) == bool(state.changes.get("l2"))


def test_a_silent_neuron_of_a_costly_point_is_not_told_to_stay(page: Page) -> None:
    """The two of them: the reason is the slope, and the cost is that of an undecided output."""
    state = STATES["dead ReLU"]
    open_state(page, state)
    assert results(station(page, "Cost"))[-1] > 0.5
    read = station(page, "Delta 2")
    assert "slope, which is 0. It is 0: this neuron is silent for this point" in read["sentences"]


RINGED = """([x, y, radius]) => {
  const canvas = [...document.querySelectorAll('#plane canvas')].at(-1);
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  // A copy, since a canvas that is read would draw more slowly from then on.
  const copy = new OffscreenCanvas(canvas.width, canvas.height)
    .getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  return [[1, 0], [-1, 0], [0, 1], [0, -1]].every(([right, down]) => {
    const at = [x - box.left + right * radius, y - box.top + down * radius].map((place) => place * scale);
    return copy.getImageData(...at, 1, 1).data[3] > 0;
  });
}"""


def is_ringed(page: Page, place: tuple[float, float]) -> bool:
    """Whether the large ring is drawn round a place of the plane."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    ringed: bool = page.evaluate(RINGED, [*place, 12])
    return ringed


def test_a_neuron_under_the_glass_says_whose_numbers_it_shows(page: Page) -> None:
    """Nobody chose a point: the pane names the one it looks through, and that one wears the ring."""
    playground = open_known(page, PARAMETERS, [POINT, OTHER])
    places = [playground.pixel(*point[:2]) for point in (POINT, OTHER)]
    assert [is_ringed(page, place) for place in places] == [False, False]
    page.locator(".focus-layer button[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    pane = page.get_by_role("region", name="Under the glass")
    expect(pane).to_contain_text(
        "Its numbers are those of a square at 1.00, 2.00, in the large ring on the plane."
    )
    shown = [number(text) for text in pane.locator(".term b").all_inner_texts()]
    of = pass_of(STATES["penalty"], POINT)
    assert shown == pytest.approx([of.z[0][0], of.a[0][0], 1 - of.a[0][0] ** 2, of.delta[0][0]], rel=1e-3)
    assert [is_ringed(page, place) for place in places] == [True, False]
    page.keyboard.press("Escape")
    expect(pane).to_be_hidden()
    assert [is_ringed(page, place) for place in places] == [False, False]


GLASS = """async (before) => {
  const numbers = (part) =>
    [...document.querySelector(part).querySelectorAll('b')].map((one) => one.textContent);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  while (numbers('.insp .terms')[0] === before) await frame();
  // Frames have come since, an inspection most likely not.
  for (let frames = 0; frames < 3; frames += 1) await frame();
  return [numbers('.insp .wires-of'), numbers('.insp .terms')[0]];
}"""


def test_while_training_a_neurons_weights_and_its_sum_are_of_one_step(page: Page) -> None:
    """z = b + Σ w x at every look, while both move."""
    playground = open_known(page, PARAMETERS, [POINT, OTHER], learning_rate=0.1)
    page.locator(".focus-layer button[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    z = page.locator(".insp .term b").first.inner_text()
    playground.primary.click()
    for _ in range(8):
        into, z = page.evaluate(GLASS, z)
        w1, w2, b = (number(text) for text in into)
        assert number(z) == pytest.approx(b + w1 * POINT[0] + w2 * POINT[1], abs=0.004)
    playground.pause()
