"""Sheets for a class: a step of backpropagation by hand, other numbers for each pupil, and all solutions.

`python -m tools.sheets --seed 7 --pupils 30 > sheets.html` writes a page to print, all of it by the seed.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.data.randomness import generator
from app.nn.architecture import Architecture
from app.nn.passes import Pass

NETWORK = Architecture((2, 2, 1), "sigmoid", "linear", "squared_error")
RATE = 0.5
MOST_PUPILS = 200
_DIGITS = 4

STYLE = """\
body { font: 11pt/1.5 Georgia, serif; color: #000; background: #fff; margin: 2cm; }
section { break-after: page; }
h1 { font-size: 16pt; }
table { border-collapse: collapse; margin: 0.5cm 0; }
td, th { border: 1px solid #000; padding: 0.15cm 0.35cm; text-align: left; font-weight: normal; }
.blanks td:last-child { width: 5cm; }
"""


@dataclass(frozen=True)
class Sheet:
    """One pupil's numbers: the parameters with two decimals, a point, its target, and all that follows."""

    number: int
    given: dict[str, float]
    answers: dict[str, float]


def sheet(seed: int, number: int) -> Sheet:
    """The sheet of a pupil, numbered from 1: a function of both."""
    draw = generator(seed, "sheet", number)
    # Hundredths, none of them 0: a factor of 0 would leave nothing to work out.
    drawn = np.round(draw.choice([-1.0, 1.0], 12) * draw.integers(10, 100, 12)) / 100
    parameters, point, target = drawn[:9], drawn[9:11], drawn[11]
    record = Pass(NETWORK, parameters, samples=1)
    record.inputs[:, 0], record.targets[:, 0] = point, target
    record.feedforward()
    record.backpropagate()
    after = parameters - RATE * record.gradient
    new = Pass(NETWORK, after, samples=1)
    new.inputs[:, 0], new.targets[:, 0] = point, target
    new.feedforward()
    names = list(_parameter_names())
    given = {"x1": point[0], "x2": point[1], "y": target, **dict(zip(names, parameters, strict=True))}
    answers = {
        **{f"z{k + 1} of layer 2": record.pre_activations[2][k, 0] for k in range(2)},
        **{f"a{k + 1} of layer 2": record.activations[2][k, 0] for k in range(2)},
        "a of layer 3": record.activations[3][0, 0],
        "the cost C": record.cost(),
        "δ of layer 3": record.deltas[3][0, 0],
        **{f"δ{k + 1} of layer 2": record.deltas[2][k, 0] for k in range(2)},
        **{f"∂C/∂{name}": value for name, value in zip(names, record.gradient, strict=True)},
        **{f"new {name}": value for name, value in zip(names, after, strict=True)},
        "the cost after the step": new.cost(),
    }
    return Sheet(
        number,
        {name: float(value) for name, value in given.items()},
        {name: float(value) for name, value in answers.items()},
    )


def _parameter_names() -> Iterator[str]:
    """In the order of θ: from source j to neuron k, then the biases, layer by layer."""
    for layer in (2, 3):
        before, size = NETWORK.sizes[layer - 2], NETWORK.sizes[layer - 1]
        for source in range(before):
            for neuron in range(size):
                yield f"w from {source + 1} to {neuron + 1} of layer {layer}"
        for neuron in range(size):
            yield f"b{neuron + 1} of layer {layer}"


def printed(value: float, digits: int = _DIGITS) -> str:
    """With a true minus, and no minus before a zero."""
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", "−")


def page(seed: int, pupils: int) -> str:
    """The whole page: a section for each pupil, and the solutions."""
    sheets = [sheet(seed, number) for number in range(1, pupils + 1)]
    parts = [*(_section(each) for each in sheets), _solutions(sheets)]
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Backpropagation by hand</title>\n'
        f"<style>\n{STYLE}</style>\n{''.join(parts)}</html>\n"
    )


def _section(one: Sheet) -> str:
    given = _rows((name, printed(value, 2)) for name, value in one.given.items())
    blanks = _rows((name, "") for name in one.answers)
    return f"""<section>
<h1>A step by hand, sheet {one.number}</h1>
<p>Two inputs, two hidden sigmoid neurons (layer 2), one linear output (layer 3). The cost is half the
square of a − y, the learning rate {RATE}. Work out the pass, the blame, the derivatives and the new
weights, to {_DIGITS} decimals.</p>
<table>{given}</table>
<table class="blanks">{blanks}</table>
</section>
"""


def _solutions(sheets: list[Sheet]) -> str:
    names = list(sheets[0].answers)
    head = "".join(f"<th>{one.number}</th>" for one in sheets)
    rows = "".join(
        f"<tr><th>{name}</th>{''.join(f'<td>{printed(one.answers[name])}</td>' for one in sheets)}</tr>"
        for name in names
    )
    return f"<section>\n<h1>Solutions</h1>\n<table><tr><th>sheet</th>{head}</tr>{rows}</table>\n</section>\n"


def _rows(pairs: Iterator[tuple[str, str]]) -> str:
    return "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in pairs)


def main(arguments: list[str] | None = None) -> int:
    """Writes the page to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="whole number from 0; another one, other numbers")
    parser.add_argument("--pupils", type=int, default=30, help=f"1 to {MOST_PUPILS}")
    asked = parser.parse_args(arguments)
    if asked.seed < 0:
        parser.error(f"--seed {asked.seed}: it is a whole number from 0")
    if not 1 <= asked.pupils <= MOST_PUPILS:
        parser.error(f"--pupils {asked.pupils}: there are sheets for 1 to {MOST_PUPILS}")
    sys.stdout.write(page(asked.seed, asked.pupils))
    return 0


if __name__ == "__main__":
    sys.exit(main())
