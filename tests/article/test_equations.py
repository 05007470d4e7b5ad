"""Every labelled equation of the article stands beside the code that computes it, and holds in numbers."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, jacobian
from numpy.typing import NDArray

from app.nn.architecture import Architecture
from app.nn.optimizer import OptimizerSettings
from app.nn.optimizers import GradientDescent
from app.nn.passes import Pass
from tests.article.page import FOLDER, formulas
from tests.nn import reference
from tests.repository import ROOT, committed

Array = NDArray[np.float64]

SIZES = (2, 4, 3, 2)
SAMPLES = 5


class Example:
    """A batch's pass by the engine, with W, b, z, a, δ and the gradient by layer number."""

    def __init__(self, output: str = "softmax", cost: str = "cross_entropy") -> None:
        self.architecture = Architecture(SIZES, "tanh", output, cost)
        self.theta, self.inputs, self.targets = reference.batch(self.architecture, SAMPLES, 3)
        self.record = Pass(self.architecture, self.theta, SAMPLES)
        self.record.inputs[:], self.record.targets[:] = self.inputs, self.targets
        self.record.feedforward()
        self.record.backpropagate()
        self.w, self.b = self.architecture.weights(self.theta), self.architecture.biases(self.theta)
        self.z, self.a, self.delta = self.record.pre_activations, self.record.activations, self.record.deltas
        self.slopes = reference.gradient(self.architecture, self.theta, self.inputs, self.targets)


def outputs_cost(output: str, cost: str) -> Callable[[Any, Array], Any]:
    """The mean cost as a function of z^n."""
    of_samples = reference.COSTS.get(cost) or reference.cross_entropy(output)
    return lambda z, y: anp.mean(of_samples(reference.OUTPUTS[output](z), y))


def check_f1() -> None:
    one = Example()
    for i, size in enumerate(SIZES[1:], start=1):
        for k in range(size):
            for s in range(SAMPLES):
                z = one.b[i + 1][k] + sum(one.w[i + 1][k, j] * one.a[i][j, s] for j in range(SIZES[i - 1]))
                assert one.z[i + 1][k, s] == pytest.approx(z, rel=1e-12)
                if i + 1 < len(SIZES):
                    assert one.a[i + 1][k, s] == pytest.approx(np.tanh(z), rel=1e-12)


def check_c1() -> None:
    one = Example()
    costs = [-sum(one.targets[j, s] * np.log(one.a[4][j, s]) for j in range(2)) for s in range(SAMPLES)]
    np.testing.assert_allclose(one.record.sample_costs(), costs, rtol=1e-12)


def check_c2() -> None:
    one = Example("linear", "squared_error")
    costs = [0.5 * sum((one.a[4][j, s] - one.targets[j, s]) ** 2 for j in range(2)) for s in range(SAMPLES)]
    np.testing.assert_allclose(one.record.sample_costs(), costs, rtol=1e-12)


def check_c3() -> None:
    one = Example("linear", "huber")
    errors = one.a[4] - one.targets
    assert (np.abs(errors) > 1).any()
    assert (np.abs(errors) <= 1).any()
    costs = [sum(0.5 * r * r if abs(r) <= 1 else abs(r) - 0.5 for r in column) for column in errors.T]
    np.testing.assert_allclose(one.record.sample_costs(), costs, rtol=1e-12)


def check_b1() -> None:
    for output, cost in reference.PAIRS:
        one = Example(output, cost)
        expected = grad(outputs_cost(output, cost))(one.z[4], one.targets)
        np.testing.assert_allclose(one.delta[4], expected, rtol=1e-10, atol=1e-14)


def check_b2() -> None:
    one = Example()
    for i in (2, 3):
        for k in range(SIZES[i - 1]):
            for s in range(SAMPLES):
                reached = sum(one.w[i + 1][m, k] * one.delta[i + 1][m, s] for m in range(SIZES[i]))
                slope = 1 - np.tanh(one.z[i][k, s]) ** 2
                assert one.delta[i][k, s] == pytest.approx(slope * reached, rel=1e-12)


def check_b3() -> None:
    one = Example()
    for i, biases in enumerate(one.architecture.biases(one.slopes)[2:], start=2):
        np.testing.assert_allclose(one.delta[i].sum(axis=1), biases, rtol=1e-10, atol=1e-14)


def check_b4() -> None:
    one = Example()
    for i, weights in enumerate(one.architecture.weights(one.slopes)[2:], start=2):
        for k in range(SIZES[i - 1]):
            for j in range(SIZES[i - 2]):
                product = sum(one.a[i - 1][j, s] * one.delta[i][k, s] for s in range(SAMPLES))
                assert product == pytest.approx(weights[k, j], rel=1e-10, abs=1e-14)


def check_g1() -> None:
    theta, slopes = np.array([1.0, -2.0, 0.5]), np.array([0.5, 0.25, -4.0])
    optimizer = GradientDescent(theta, OptimizerSettings(learning_rate=0.2))
    optimizer.gradient[:] = slopes * optimizer.gradient_factor
    for call, *arguments in optimizer.plan:
        call(*arguments)
    np.testing.assert_allclose(theta, [0.9, -2.05, 1.3], rtol=1e-15)


CHECKS: dict[str, Callable[[], None]] = {
    "F1": check_f1, "C1": check_c1, "C2": check_c2, "C3": check_c3, "B1": check_b1, "B2": check_b2,
    "B3": check_b3, "B4": check_b4, "G1": check_g1,
}  # fmt: skip


@pytest.mark.parametrize("label", CHECKS)
def test_the_equation_holds(label: str) -> None:
    CHECKS[label]()


def test_article_notation_code_and_checks_have_the_same_labels() -> None:
    labels = {formula.label for formula in formulas() if re.fullmatch(r"[A-Z]\d", formula.label)}
    page = (ROOT / "docs" / "notation.md").read_text(encoding="utf-8")
    assert labels == set(CHECKS)
    assert labels == set(re.findall(r"^    \(([A-Z]\d)\)", page, re.MULTILINE))


@pytest.mark.parametrize("label", CHECKS)
def test_the_equation_stands_beside_the_line_that_computes_it(label: str) -> None:
    lines = [
        line for path in committed("app/nn/*.py") for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert [line for line in lines if re.search(rf"\S.*#.*\({label}\)", line)]


def test_softmax_changes_as_6_8_says() -> None:
    z = np.array([0.3, -1.1, 2.0])
    a = np.exp(z) / np.exp(z).sum()
    said = np.array([[a[m] * ((m == k) - a[k]) for k in range(3)] for m in range(3)])
    np.testing.assert_allclose(jacobian(reference.OUTPUTS["softmax"])(z), said, rtol=1e-12)
    np.testing.assert_allclose(said.sum(axis=0), 0, atol=1e-15)


def test_the_derivatives_by_the_outputs_are_those_of_6_7() -> None:
    a, y = np.array([0.2, 3.0, 0.7]), np.array([0.0, 0.0, 1.0])
    said = {
        "squared_error": a - y,
        "huber": np.minimum(1, np.maximum(-1, a - y)),
    }
    for name, expected in said.items():
        np.testing.assert_allclose(grad(reference.COSTS[name])(a, y), expected, rtol=1e-12)
    entropy = grad(reference.cross_entropy("softmax"))(a, y)
    np.testing.assert_allclose(entropy, -y / a, rtol=1e-12)


@pytest.mark.parametrize(
    ("output", "cost"),
    [("softmax", "cross_entropy"), ("sigmoid", "cross_entropy"), ("softmax", "squared_error")],
)
def test_the_blame_of_the_outputs_is_what_6_9_and_6_10_say(output: str, cost: str) -> None:
    z, y = np.array([[0.3], [-1.1], [2.0]]), np.array([[0.0], [1.0], [0.0]])
    a = reference.OUTPUTS[output](z)
    said = a - y if cost == "cross_entropy" else a * ((a - y) - (a * (a - y)).sum())
    np.testing.assert_allclose(grad(outputs_cost(output, cost))(z, y), said, rtol=1e-12)


def test_the_speed_limit_of_5_2() -> None:
    def after(rate: float, curvature: float) -> float:
        theta = 1.0
        for _ in range(200):
            theta -= rate * curvature * theta
        return abs(theta)

    for curvature in (0.5, 1.0, 10.0):
        assert after(1.98 / curvature, curvature) < 0.02
        assert after(2.02 / curvature, curvature) > 50


def test_momentum_grows_tenfold_and_adams_corrections_are_exact() -> None:
    mu, velocity = 0.9, 0.0
    for _ in range(400):
        velocity = mu * velocity + 3.0
    assert velocity == pytest.approx(3.0 / (1 - mu))
    beta, mean = 0.9, 0.0
    for t in range(1, 6):
        mean = beta * mean + (1 - beta) * 7.0
        assert mean / (1 - beta**t) == pytest.approx(7.0)


Z = np.array([-3.1, -0.7, -0.01, 0.02, 0.9, 2.6])
SLOPES: dict[str, Callable[[Array], Array]] = {
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
    "sigmoid": lambda z: (1 / (1 + np.exp(-z))) * (1 - 1 / (1 + np.exp(-z))),
    "relu": lambda z: np.where(z > 0, 1.0, 0.0),
    "leaky_relu": lambda z: np.where(z > 0, 1.0, 0.01),
    "elu": lambda z: np.where(z > 0, 1.0, np.exp(z)),
    "gelu": lambda z: (
        0.5 * (1 + gate(z)) + 0.5 * z * (1 - gate(z) ** 2) * np.sqrt(2 / np.pi) * (1 + 3 * 0.044715 * z**2)
    ),
    "softplus": lambda z: 1 / (1 + np.exp(-z)),
    "sine": np.cos,
    "linear": np.ones_like,
}


def gate(z: Array) -> Array:
    return np.asarray(np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))


@pytest.mark.parametrize("name", SLOPES)
def test_the_slope_that_the_article_derives(name: str) -> None:
    expected = [grad(reference.ACTIVATIONS[name])(z) for z in Z]
    np.testing.assert_allclose(SLOPES[name](Z), expected, rtol=1e-10)


def test_the_article_derives_the_slope_of_every_activation() -> None:
    text = (FOLDER / "derivatives.html").read_text(encoding="utf-8")
    titles = {title.lower().replace(" ", "_") for title in re.findall(r"<dt>(.*?)</dt>", text)}
    assert titles == set(SLOPES) == set(reference.ACTIVATIONS)


def test_weights_of_7_2_keep_the_size_on_both_ways_where_layers_are_equal() -> None:
    """A product of a Glorot layer has the variance of what goes in, forwards and backwards."""
    draw = np.random.default_rng(5)
    size = 400
    weights = draw.normal(0, np.sqrt(2 / (size + size)), (size, size))
    signal = draw.normal(0, 1, (size, 300))
    for sent in (weights @ signal, weights.T @ signal):
        assert sent.var() == pytest.approx(1, rel=0.02)


def test_parameters_are_counted_as_section_1_says() -> None:
    for sizes, count in (((2, 4, 3, 2), 35), ((2, 8, 8, 3), 123)):
        assert sum((before + 1) * size for before, size in pairwise(sizes)) == count
        assert Architecture(sizes, "tanh", "softmax", "cross_entropy").parameter_count == count
