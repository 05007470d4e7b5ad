"""The worked example: the listing runs, and every number that the text prints is one of its values."""

import re
import runpy
from functools import cache
from itertools import pairwise
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from numpy.typing import NDArray

from tests.article.page import LISTING, formulas, plain, source

Array = NDArray[np.float64]

POINT, TARGET = np.array([1.0, 2.0]), np.array([0.0, 1.0])
W12, B2 = np.array([[0.5, -0.25], [-1.0, 0.5]]), np.array([0.5, -1.0])
W23, B3 = np.array([[1.0, -0.5], [0.5, 1.0]]), np.array([0.0, 0.25])
RATE = 0.5
NUMBER = re.compile(r"\\htmlData\{num=([\w.]+)\}\{(-?[\d.]+)\}")


def passed(parameters: tuple[Any, ...]) -> list[Any]:
    """z^2, a^2, z^3, a^3 and the cost, in autograd's NumPy."""
    w12, b2, w23, b3 = parameters
    z2 = anp.dot(w12, POINT) + b2
    a2 = anp.tanh(z2)
    z3 = anp.dot(w23, a2) + b3
    a3 = anp.exp(z3) / anp.sum(anp.exp(z3))
    return [z2, a2, z3, a3, -anp.sum(TARGET * anp.log(a3))]


@cache
def listed() -> dict[str, Any]:
    """The names that the listing makes."""
    return runpy.run_path(str(LISTING))


@cache
def expected() -> dict[str, Any]:
    """The same by automatic differentiation, under the listing's names, and what the text makes of them."""
    old = (W12, B2, W23, B3)
    z2, a2, z3, a3, cost = passed(old)
    slopes = grad(lambda parameters: passed(parameters)[-1])(old)
    new = tuple(value - RATE * slope for value, slope in zip(old, slopes, strict=True))
    new_z2, new_a2, new_z3, new_a3, new_cost = passed(new)
    # δ is the derivative by the bias; through a neuron's activation it is that over the slope of the bend.
    bend = 1 / np.cosh(z2) ** 2
    nudge = np.array([[0.001, 0.0], [0.0, 0.0]])
    above, below = (passed((W12 + sign * nudge, B2, W23, B3))[-1] for sign in (1, -1))
    return {
        "weights": [None, None, W12, W23], "biases": [None, None, B2, B3],
        "z": [None, None, z2, z3], "a": [None, POINT, a2, a3], "cost": cost,
        "delta": [None, None, slopes[1], slopes[3]], "by_weight": [None, None, slopes[0], slopes[2]],
        "by_bias": [None, None, slopes[1], slopes[3]], "eta": RATE,
        "new_weights": [None, None, new[0], new[2]], "new_biases": [None, None, new[1], new[3]],
        "new_z": [None, None, new_z2, new_z3], "new_a": [None, POINT, new_a2, new_a3], "new_cost": new_cost,
        "promised": -RATE * sum(float((slope**2).sum()) for slope in slopes),
        "cost_above": above, "cost_below": below, "nudged": (above - below) / 0.002,
        # What the text prints besides.
        "power": np.exp(z3), "powers": np.exp(z3).sum(), "slope": [None, None, bend],
        "back": [None, None, slopes[1] / bend], "fall": cost - new_cost,
        "nudged_by_hand": (1.4052767 - 1.4046832) / 0.002,
    }  # fmt: skip


def at(values: dict[str, Any], key: str) -> float:
    """The number that a key such as `z.2.0` names."""
    name, *indices = key.split(".")
    value = values[name]
    for index in indices:
        value = value[int(index)]
    return float(value)


COMPARED = [name for name in expected() if name in listed()]


@pytest.mark.parametrize("name", COMPARED)
def test_the_listing_is_right_to_twelve_digits(name: str) -> None:
    ours, theirs = listed()[name], expected()[name]
    if not isinstance(ours, list):
        ours, theirs = [ours], [theirs]
    for mine, reference in zip(ours, theirs, strict=False):
        if reference is not None:
            np.testing.assert_allclose(mine, reference, rtol=1e-12, atol=1e-13)


def test_the_listing_has_every_value_that_is_compared() -> None:
    assert {"z", "a", "cost", "delta", "by_weight", "by_bias", "new_cost", "nudged"} <= set(COMPARED)


def printed() -> list[tuple[str, str]]:
    return [number for formula in formulas() for number in NUMBER.findall(formula.tex)]


def test_every_number_of_the_text_is_its_value_rounded() -> None:
    assert len(printed()) > 70
    wrong = []
    for key, text in printed():
        decimals = len(text.partition(".")[2])
        value = at(expected(), key)
        if f"{value:.{decimals}f}".replace("-0.000000", "0.000000") != text:
            wrong.append(f"{key} is {value!r}, the text prints {text}")
    assert wrong == []


def arithmetic() -> list[tuple[str, float, float]]:
    """Each equality of the worked example between numbers alone: its line, its left and its right side."""
    lines = []
    for formula in formulas():
        if formula.template != "worked.html" or "pmatrix" in formula.tex:
            continue
        parts = [part.strip() for part in plain(formula.tex).split("=")]
        for left, right in pairwise(parts):
            if (value := evaluated(left)) is not None and (result := evaluated(right)) is not None:
                lines.append((plain(formula.tex), value, result))
    return lines


def evaluated(tex: str) -> float | None:
    """The value of TeX that is made of numbers, + − · /, powers, tanh, ln and fractions; else None."""
    code = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", tex)
    code = re.sub(r"\\ln (\d[\d.]*)", r"log(\1)", code)
    code = re.sub(r"e\^\{([^{}]*)\}", r"exp(\1)", code).replace(r"\cdot", "*").replace("^", "**")
    code = code.replace(r"\tanh", "tanh").replace(r"\ln", "log").replace("{", "(").replace("}", ")")
    if not re.fullmatch(r"(?:[\d.+\-*/() ]|tanh|log|exp)+", code) or not re.search(r"\d", code):
        return None
    return float(eval(code, {"__builtins__": {}}, {"tanh": np.tanh, "log": np.log, "exp": np.exp}))


def test_the_arithmetic_of_the_text_holds_as_printed() -> None:
    lines = arithmetic()
    assert len(lines) >= 20
    # The factors are printed with six decimals, so a line may be off by a few units of the last one.
    wrong = [line for line, value, result in lines if abs(value - result) > 4e-6]
    assert wrong == []


def test_the_page_shows_the_listing_as_it_is() -> None:
    shown = re.search(r'<code class="language-python">(.*?)</code>', source(), re.DOTALL)
    assert shown
    text = shown[1].replace("&#34;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'")
    assert text.replace("&amp;", "&").strip() == LISTING.read_text(encoding="utf-8").strip()


def test_the_check_table_starts_with_these_numbers() -> None:
    cells = dict(re.findall(r'<dd class="(\w+)[^"]*">([^<]*)</dd>', source()))
    for name, key in (
        ("above", "cost_above"),
        ("below", "cost_below"),
        ("quotient", "nudged"),
        ("derivative", "by_weight.2.0.0"),
    ):
        assert cells[name] == f"{at(expected(), key):.9f}"
    derivative = at(expected(), "by_weight.2.0.0")
    assert cells["error"] == "1.7·10⁻⁷"
    assert f"{abs(at(expected(), 'nudged') - derivative) / derivative:.1e}" == "1.7e-07"
