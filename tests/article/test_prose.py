"""What the article says of its own networks and exercises is so: computed anew, not read back."""

import math
import re
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath
import numpy as np
import pytest

from app.training.experiment import Experiment
from tests.article import networks
from tests.article.make_article_data import DATA, FOLDER, make_stills, read
from tests.article.page import LISTING, formulas, page, plain, source

ARCHITECTURE = networks.ARTICLE.architecture()
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
WORDS = " ".join("".join(page().words).split())


@pytest.fixture(scope="module")
def made() -> networks.Trained:
    return networks.trained()


def test_the_pages_network_is_the_one_that_training_makes() -> None:
    data = read()
    expected = networks.page_data()
    parameters = data["article"].pop("parameters"), expected["article"].pop("parameters")
    np.testing.assert_allclose(*parameters, rtol=1e-7)
    points = data["article"].pop("points"), expected["article"].pop("points")
    for mine, theirs in zip(*points, strict=True):
        assert mine == pytest.approx(theirs, rel=1e-12)
    assert data == expected
    assert DATA.is_file()


def test_the_stills_are_those_of_the_data() -> None:
    numbers = re.compile(r"-?\d+\.?\d*")
    for name, picture in make_stills(read()).items():
        kept = (FOLDER / "stills" / f"{name}.svg").read_text(encoding="utf-8")
        assert numbers.sub("#", kept) == numbers.sub("#", picture)
        np.testing.assert_allclose(
            [float(x) for x in numbers.findall(kept)], [float(x) for x in numbers.findall(picture)], atol=0.11
        )


def test_the_fates_of_the_four_learning_rates(made: networks.Trained) -> None:
    """0.1 crawls, 3 arrives, 10 overshoots, 20 is thrown off the map."""
    assert "0.1 crawls, 3 arrives, 10 overshoots, and 20 is thrown off the map" in WORDS
    assert "has arrived when its cost is at most 0.03 above that of the lowest place" in WORDS
    low, high = np.array(networks.LOW), np.array(networks.HIGH)
    least = networks.lowest(made.parameters, made.points)[2]
    fates = {}
    for rate in networks.RATES["plain"]:
        path = np.array(networks.descent(made.parameters, made.points, networks.START, rate, 60))
        rises = int((np.diff(path[:, 2]) > 0).sum())
        last_inside = bool(((path[-1, :2] >= low) & (path[-1, :2] <= high)).all())
        fates[rate] = (rises, last_inside, path[-1, 2])
    start = path[0, 2]
    assert fates[0.1][0] == 0
    assert fates[0.1][2] > 0.9 * start
    assert fates[3.0][0] == 0
    assert fates[3.0][2] < least + 0.03
    assert fates[10.0][0] > 20
    assert fates[10.0][1]
    assert fates[10.0][2] > least + 0.03
    assert not fates[20.0][1]


def test_the_rates_of_figure_11_arrive_for_their_method_and_fail_another(made: networks.Trained) -> None:
    least = networks.lowest(made.parameters, made.points)[2]

    def last(method: str, rate: float) -> float:
        return networks.descent(made.parameters, made.points, networks.START, rate, 60, method)[-1][2]

    good = {method: rates[1] for method, rates in networks.RATES.items()}
    assert good == {"plain": 3.0, "momentum": 0.3, "adam": 0.3}
    assert all(last(method, rate) < least + 0.03 for method, rate in good.items())
    at_rest = {
        method: networks.descent(
            made.parameters, made.points, networks.START, rate, networks.RACE_REST, method
        )[-1]
        for method, rate in good.items()
    }
    assert "After 24 steps plain descent has arrived, momentum has shot past the valley" in WORDS
    assert at_rest["plain"][2] < least + 0.03
    assert at_rest["momentum"][1] > 4
    assert at_rest["adam"][0] < 2
    assert "at 0.3 plain descent still crawls after 60 steps" in WORDS
    assert last("plain", good["adam"]) > 2
    assert last("momentum", good["plain"]) > 0.5


def test_no_place_of_the_map_is_lower_than_the_lowest(made: networks.Trained) -> None:
    u, v, cost = networks.lowest(made.parameters, made.points)
    nearby = np.linspace(-0.2, 0.2, 21)
    assert networks.costs_over(made.parameters, made.points, u + nearby, v + nearby).min() >= cost - 1e-9
    everywhere = networks.costs_over(
        made.parameters, made.points, np.linspace(-4, 8, 97), np.linspace(-6, 6, 97)
    )
    assert everywhere.min() >= cost


def test_the_opening_says_what_its_still_shows(made: networks.Trained) -> None:
    path = networks.descent(made.parameters, made.points, networks.START, 3.0, networks.REST)
    assert (f"{path[0][2]:.3g}", f"{path[-1][2]:.3g}") == ("3.05", "0.0868")
    assert "After 9 steps the cost has come from 3.05 to 0.0868; the lowest place has 0.0671" in WORDS


def test_the_values_of_figure_2_are_those_of_its_network() -> None:
    """None of them reads as 0, least of all as 0 with a sign."""
    printed = re.findall(r'<span class="entry-value">(.*?)</span>', source())
    weights = ARCHITECTURE.weights(np.array(read()["article"]["parameters"]))[3]
    assert len(printed) == weights.size
    for text, value in zip(printed, weights.flat, strict=True):
        number = text.replace("\u2212", "-").replace("·10⁻", "e-").translate(SUPERSCRIPTS)
        assert float(number) == pytest.approx(value, rel=0.05, abs=0.005 if abs(value) > 0.095 else 0)


def test_the_approximation_of_gelu_is_as_near_as_the_text_says() -> None:
    assert "It is nowhere off by more than 0.0005" in WORDS
    z = [mpmath.mpf(k) / 200 for k in range(-1600, 1601)]
    inner = [mpmath.sqrt(2 / mpmath.pi) * (x + mpmath.mpf("0.044715") * x**3) for x in z]
    off = max(abs(x * mpmath.ncdf(x) - x / 2 * (1 + mpmath.tanh(y))) for x, y in zip(z, inner, strict=True))
    assert 0.0004 < off < 0.0005


def test_a_saturated_neuron_without_blame_decides_the_answer() -> None:
    """As section 6 says: blame near 0 tells of small changes of a sum, not of what the neuron did."""
    w, b = 8.0, 0.0
    saturated = math.tanh(9.0)
    share = 1 / (1 + math.exp(-(w * saturated + b)))
    blame = (1 - math.tanh(9.0) ** 2) * w * (share - 0)
    assert abs(blame) < 1e-5
    assert share > 0.99
    assert 1 / (1 + math.exp(-(w * -saturated + b))) < 0.01


def test_eight_sigmoids_may_double_the_blame_that_one_quarters() -> None:
    assert r"8 \cdot 0.25 = 2" in {plain(formula.tex) for formula in formulas()}
    blame = np.ones(8)
    assert (0.25 * (np.ones((8, 8)).T @ blame) == 2).all()


def test_the_point_that_is_followed_is_one_that_the_network_gets_wrong(made: networks.Trained) -> None:
    record, _ = networks._free(made.parameters, made.points)
    record.feedforward()
    answers = record.activations[4].argmax(axis=0)
    assert answers[networks.FOLLOWED] != made.points.target[networks.FOLLOWED]


def test_a_sigmoid_network_of_ten_layers_starves_its_first_layers(made: networks.Trained) -> None:
    blame = networks.deep_deltas("sigmoid", 1.0, networks.deep_draws(), made.points)
    assert len(blame) == 9
    assert blame[0] < 1e-4 * blame[-1]
    kept = networks.deep_deltas("tanh", 1.0, networks.deep_draws(), made.points)
    assert 1 / 3 < kept[0] / kept[-1] < 3


def test_powers_of_a_layers_factor() -> None:
    assert "ten layers leave" in WORDS
    assert f"{0.25**8:.6f}" == "0.000015"
    assert 3**8 == 6561
    texts = {plain(formula.tex) for formula in formulas()}
    assert {r"0.25^{8} \approx 0.000015", "3^8 = 6561"} <= texts


def test_a_multiplication_for_each_weight_three_times_but_for_those_into_layer_2() -> None:
    """As section 7 counts them, one point through the network of the essay and back."""
    assert "except for the weights into layer 2" in WORDS
    forwards = sum(a * b for a, b in pairwise(ARCHITECTURE.sizes))
    blame = sum(a * b for a, b in pairwise(ARCHITECTURE.sizes[1:]))
    assert (forwards, blame) == (26, 18)
    assert round((forwards + blame + forwards) / forwards) == 3


def test_a_linear_output_has_no_plateau_where_all_weights_learn() -> None:
    """Squared error, one tanh neuron and one output, a step too far: nothing holds the numbers."""
    assert (
        "Where all weights learn, with a linear output and squared error, no such plateau stops them" in WORDS
    )
    first, second, x, y = 1.0, 1.0, 1.0, 0.0
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(2000):
            a = np.tanh(first * x)
            error = second * a - y
            first, second = first - 5 * error * second * (1 - a**2) * x, second - 5 * error * a
    assert not np.isfinite(second)


def test_leads_of_softmax() -> None:
    assert "a lead of 1 in the sums means about 73%, a lead of 3 about 95%" in WORDS
    assert [round(100 / (1 + math.exp(-lead))) for lead in (1, 3)] == [73, 95]


def test_costs_without_a_script() -> None:
    assert f"{-math.log(0.2):.3f} {0.5 * (0.8**2 + 0.8**2):.2f}" == "1.609 0.64"
    assert f"{-math.log(0.01):.3f} {0.5 * (0.99**2 + 0.99**2):.3f}" == "4.605 0.980"
    texts = "".join(formula.tex for formula in formulas() if formula.template == "cost.html")
    assert all(number in texts for number in ("1.609", "0.64", "4.605", "0.980"))


def test_the_exercise_in_fractions() -> None:
    a2 = [Fraction(2 * 2 - 1, 2 * 2 + 1), Fraction(3 * 3 - 1, 3 * 3 + 1)]
    assert a2 == [Fraction(3, 5), Fraction(4, 5)]
    assert [math.tanh(math.log(2)), math.tanh(math.log(3))] == pytest.approx([3 / 5, 4 / 5])
    d3 = [Fraction(3, 4) - 0, Fraction(1, 4) - 1]
    w23 = [[1, 2], [-1, 0]]
    back = [sum(w23[m][k] * d3[m] for m in range(2)) for k in range(2)]
    assert back == [Fraction(3, 2), Fraction(3, 2)]
    d2 = [(1 - a * a) * b for a, b in zip(a2, back, strict=True)]
    assert d2 == [Fraction(24, 25), Fraction(27, 50)]
    gradient = [[d * x for x in (5, 10)] for d in d2]
    assert gradient == [[Fraction(24, 5), Fraction(48, 5)], [Fraction(27, 10), Fraction(27, 5)]]
    tex = r"\begin{pmatrix} 24/5 & 48/5 \\ 27/10 & 27/5 \end{pmatrix}"
    assert any(tex in plain(formula.tex) for formula in formulas())


def test_the_exercise_on_a_smaller_step() -> None:
    script = LISTING.read_text(encoding="utf-8")
    assert script.count("eta = 0.5\n") == 1
    names: dict[str, Any] = {}
    exec(script.replace("eta = 0.5\n", "eta = 0.05\n"), names)
    said = {formula.tex for formula in formulas() if formula.template == "worked.html"}
    assert {f"{names['promised']:.6f}", f"{names['cost'] - names['new_cost']:.6f}"} <= said


def test_the_exercises_in_small_numbers() -> None:
    assert (4 + 1 + 2, Experiment(hidden=(4, 4)).architecture().parameter_count) == (7, 42)
    assert f"{math.tanh(0.5 + 2 * 0.5 - 1):.4f}" == "0.4621"
    assert f"{math.log(4):.3f}" == "1.386"
    assert min(t for t in range(100) if 0.9**t <= 0.01) == 44
    for theta, limit in ((1, Fraction(1, 2)), (3, Fraction(1, 18))):
        for eta, nearer in ((limit * Fraction(99, 100), True), (limit * Fraction(101, 100), False)):
            assert (abs(theta - eta * 4 * theta**3) < theta) is nearer


def test_the_exercise_on_the_speed_limit() -> None:
    assert "21 and 24 steps" in WORDS
    assert [min(t for t in range(100) if factor**t < 0.01) for factor in (0.8, 0.82)] == [21, 24]


def test_the_exercise_on_twins() -> None:
    orders, signs = math.factorial(4) * math.factorial(3), 2**7
    assert (orders, signs, orders * signs) == (144, 128, 18432)
    assert any(r"18\,432" in formula.tex for formula in formulas())
