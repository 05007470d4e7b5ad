"""What the article says of its own networks and exercises is so: computed anew, not read back."""

import math
import re
from fractions import Fraction

import numpy as np
import pytest

from tests.article import networks
from tests.article.make_article_data import DATA, FOLDER, make_stills, read
from tests.article.page import formulas, page, plain

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
    low, high = np.array(networks.LOW), np.array(networks.HIGH)
    fates = {}
    for rate in (0.1, 3.0, 10.0, 20.0):
        path = np.array(networks.descent(made.parameters, made.points, networks.START, rate, 60))
        rises = int((np.diff(path[:, 2]) > 0).sum())
        last_inside = bool(((path[-1, :2] >= low) & (path[-1, :2] <= high)).all())
        fates[rate] = (rises, last_inside, path[-1, 2] / path[0, 2])
    assert fates[0.1][0] == 0
    assert fates[0.1][2] > 0.9
    assert fates[3.0][0] == 0
    assert fates[3.0][2] < 0.05
    assert fates[10.0][0] > 20
    assert fates[10.0][1]
    assert not fates[20.0][1]


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


def test_the_exercise_on_the_speed_limit() -> None:
    assert "21 and 24 steps" in WORDS
    assert [min(t for t in range(100) if factor**t < 0.01) for factor in (0.8, 0.82)] == [21, 24]


def test_the_exercise_on_twins() -> None:
    orders, signs = math.factorial(4) * math.factorial(3), 2**7
    assert (orders, signs, orders * signs) == (144, 128, 18432)
    assert any(r"18\,432" in formula.tex for formula in formulas())
