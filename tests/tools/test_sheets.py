"""A class's sheets: every solution worked out anew by plain arithmetic; the same seed, the same sheets."""

from math import exp

import pytest

from tools.sheets import RATE, main, page, sheet

PUPILS = [(1, 1), (7, 30), (2**32, 200)]


def sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z))


@pytest.mark.parametrize(("seed", "number"), PUPILS)
def test_every_solution_is_what_a_hand_would_work_out(seed: int, number: int) -> None:
    one = sheet(seed, number)
    given, answers = one.given, one.answers
    w = {
        (layer, j, k): given[f"w from {j} to {k} of layer {layer}"]
        for layer, j, k in [(2, 1, 1), (2, 1, 2), (2, 2, 1), (2, 2, 2), (3, 1, 1), (3, 2, 1)]
    }
    z = [given["x1"] * w[2, 1, k] + given["x2"] * w[2, 2, k] + given[f"b{k} of layer 2"] for k in (1, 2)]
    a = [sigmoid(value) for value in z]
    out = a[0] * w[3, 1, 1] + a[1] * w[3, 2, 1] + given["b1 of layer 3"]
    blame = out - given["y"]
    hidden = [blame * w[3, k, 1] * a[k - 1] * (1 - a[k - 1]) for k in (1, 2)]
    slopes = {
        **{f"w from {j} to {k} of layer 2": given[f"x{j}"] * hidden[k - 1] for j in (1, 2) for k in (1, 2)},
        **{f"b{k} of layer 2": hidden[k - 1] for k in (1, 2)},
        **{f"w from {k} to 1 of layer 3": a[k - 1] * blame for k in (1, 2)},
        "b1 of layer 3": blame,
    }
    expected = {
        **{f"z{k} of layer 2": z[k - 1] for k in (1, 2)},
        **{f"a{k} of layer 2": a[k - 1] for k in (1, 2)},
        "a of layer 3": out,
        "the cost C": blame**2 / 2,
        "δ of layer 3": blame,
        **{f"δ{k} of layer 2": hidden[k - 1] for k in (1, 2)},
        **{f"∂C/∂{name}": slope for name, slope in slopes.items()},
        **{f"new {name}": given[name] - RATE * slope for name, slope in slopes.items()},
    }
    assert {name: answers[name] for name in expected} == pytest.approx(expected, rel=1e-12, abs=1e-15)
    assert set(answers) - set(expected) == {"the cost after the step"}
    assert answers["the cost after the step"] < answers["the cost C"] or blame == 0


def test_each_pupil_has_other_numbers_and_a_seed_always_the_same() -> None:
    assert len({tuple(sheet(1, number).given.values()) for number in range(1, 31)}) == 30
    assert page(7, 3) == page(7, 3)
    assert page(7, 3) != page(8, 3)
    assert all(value == round(value, 2) and value != 0 for value in sheet(7, 1).given.values())


def test_the_page_has_a_sheet_each_without_answers_and_all_solutions_behind_them() -> None:
    *sheets, solutions = page(7, 3).split("<section>")[1:]
    assert [f"sheet {number}" in text for number, text in enumerate(sheets, 1)] == [True] * 3
    for number, text in enumerate(sheets, 1):
        cost = f"{sheet(7, number).answers['the cost C']:.4f}"
        assert cost in solutions
        assert "<td>the cost C</td><td></td>" in text


def test_what_can_not_be_made_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--pupils", "0"])
    assert "there are sheets for 1 to 200" in capsys.readouterr().err
