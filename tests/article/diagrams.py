"""The article's drawings that no script brings to life: small ones beside the text, and the recap's."""

from collections.abc import Iterable, Sequence

import numpy as np

from tests.article.stills import Array, Spot, curve, svg, text

SIDE_WIDTH = 260
LABEL = "label"


def named(x: float, y: float, base: str, above: str = "", below: str = "", kind: str = "") -> str:
    """A symbol in the middle of (x, y), with what stands high and low beside it."""
    index = f'<tspan class="index" dy="-7">{above}</tspan>' if above else ""
    if below:
        index += f'<tspan class="index" dy="{13 if above else 5}">{below}</tspan>'
    return (
        f'<text class="symbol {kind}" x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle">'
        f'<tspan class="base">{base}</tspan>{index}</text>'
    )


def arrow(start: Spot, end: Spot, kind: str = "") -> str:
    """A straight line with a head at its end."""
    way = np.subtract(end, start)
    along = way / np.hypot(*way)
    across = np.array([-along[1], along[0]])
    neck = np.array(end) - 8 * along
    left, right = neck + 3.5 * across, neck - 3.5 * across
    return (
        f'<path class="arrow {kind}" d="M{start[0]:.1f} {start[1]:.1f}L{neck[0]:.1f} {neck[1]:.1f}"/>'
        f'<path class="head {kind}" d="M{end[0]:.1f} {end[1]:.1f}L{left[0]:.1f} {left[1]:.1f}'
        f'L{right[0]:.1f} {right[1]:.1f}Z"/>'
    )


def box(x: float, y: float, half: float = 20) -> str:
    """A tile around (x, y)."""
    return (
        f'<rect class="neuron" x="{x - half:.1f}" y="{y - half:.1f}" width="{2 * half:g}" '
        f'height="{2 * half:g}" rx="7"/>'
    )


def neuron() -> str:
    """A neuron: what arrives, the sum, the bend, what it says."""
    parts = []
    for y, low in ((30, "1"), (80, "2"), (130, "3")):
        parts += [named(14, y, "a", "", low), arrow((34, y), (96, 80 + 0.35 * (y - 80)))]
    parts += [box(118, 80), named(118, 80, "z"), arrow((140, 80), (174, 80))]
    parts += [box(196, 80)]
    x = np.linspace(-1, 1, 41)
    parts += [curve(196 + 14 * x, 80 - 12 * np.tanh(2.6 * x), "value"), arrow((218, 80), (238, 80))]
    parts += [named(248, 80, "a"), arrow((118, 128), (118, 102)), named(118, 140, "b")]
    parts += [text(118, 50, "add up", LABEL), text(196, 50, "bend", LABEL)]
    return svg(SIDE_WIDTH, 156, "A neuron adds up what arrives, and its bias, and bends the sum", parts)


def chain() -> str:
    """Two paths from x to C."""
    x, c = (22.0, 75.0), (238.0, 75.0)
    parts = []
    for y, low in ((28.0, "1"), (122.0, "2")):
        parts += [named(130, y, "u", "", low)]
        shift = 0.55 * (75 - y)
        parts += [arrow((36, 75 - 0.12 * (75 - y)), (112, y + 0.12 * (75 - y)))]
        parts += [arrow((148, y + 0.12 * (75 - y)), (224, 75 - 0.12 * (75 - y)))]
        side = -8 if y < 75 else 16
        parts += [
            text(72, 75 - shift + side, "times", LABEL),
            text(188, 75 - shift + side, "times", LABEL),
        ]
    parts += [named(*x, "x"), named(*c, "C"), text(130, 79, "plus", LABEL)]
    return svg(SIDE_WIDTH, 150, "From x two paths lead to C, one through each u", parts)


def valley() -> str:
    """The same valley at three learning rates, with the places of the first steps."""
    width, height, foot, reach = SIDE_WIDTH, 112, 78, 1.25
    parts = []
    for at, (factor, name) in enumerate(((0.5, "η = 0.5/λ"), (1.7, "η = 1.7/λ"), (2.1, "η = 2.1/λ"))):
        middle = (at + 0.5) * width / 3
        theta = np.linspace(-reach, reach, 41)

        def place(values: Array, middle: float = middle) -> tuple[Array, Array]:
            return middle + 28 * values, foot - 40 * values**2

        parts += [curve(*place(theta), "ground")]
        stops = np.power(1.0 - factor, np.arange(5.0)) * (0.95 if factor < 2 else 0.75)
        xs, ys = place(stops)
        parts += [curve(xs, ys, "path"), *(_dot(x, y) for x, y in zip(xs, ys, strict=True))]
        parts += [text(middle, 100, name, LABEL)]
    return svg(width, height, "One valley, three learning rates: down one side, to and fro, and out", parts)


def overfitting() -> str:
    """Training cost that falls and falls, test cost that turns."""
    step = np.linspace(0, 1, 61)
    training, test = 0.06 + 0.9 * np.exp(-4 * step), 0.22 + 0.78 * np.exp(-5.2 * step) + 0.42 * step**2
    x = 24 + 176 * step

    def y(cost: Array) -> Array:
        return 128 - 108 * cost

    turn = int(np.argmin(test))
    parts = ['<path class="axis" d="M24 12V128H204"/>', curve(x, y(training), "value")]
    parts += [curve(x, y(test), "value test"), _dot(float(x[turn]), float(y(test)[turn]))]
    parts += [text(206, float(y(training)[-1]) + 4, "training", LABEL, "start")]
    parts += [text(206, float(y(test)[-1]) + 4, "test", LABEL, "start")]
    parts += [text(114, 146, "steps", LABEL), text(24, 8, "cost", LABEL)]
    return svg(SIDE_WIDTH, 152, "Training cost falls on; test cost falls, turns and rises", parts)


def _dot(x: float, y: float) -> str:
    return f'<circle class="end" cx="{x:.1f}" cy="{y:.1f}" r="2.6"/>'


def recap() -> str:
    """Forwards along the upper lane, backwards along the lower, and the derivatives where both meet."""
    upper, lower, meet = 44.0, 150.0, 246.0
    stations = [(60.0, "1"), (268.0, "i−1"), (476.0, "i"), (684.0, "n")]
    cost = 880.0
    parts = [text(10, 14, "forwards", LABEL, "start"), text(10, 120, "backwards", f"{LABEL} back", "start")]
    for at, (x, layer) in enumerate(stations):
        parts += [box(x, upper, 24), named(x, upper, "a", layer)]
        if layer != "1":
            parts += [box(x, lower, 24), named(x, lower, "δ", layer, "", "back")]
        if at == 0:
            continue
        before = stations[at - 1][0]
        parts += _between(before, x, upper, far=layer == "n" or before < 100)
        if before > 100:
            parts += [arrow((x - 28, lower), (before + 28, lower), "back")]
            parts += [text((before + x) / 2, lower - 10, "Wᵀ, slopes", f"{LABEL} back")]
    parts += [box(cost, upper, 24), named(cost, upper, "C"), arrow((712, upper), (852, upper))]
    parts += [text(782, upper - 10, "compare with y", LABEL)]
    parts += [
        f'<path class="arrow back" d="M{cost} 72V{lower}H720"/>',
        arrow((726, lower), (712, lower), "back"),
    ]
    parts += [text(796, lower - 10, "how C changes", f"{LABEL} back")]
    parts += _meeting(stations[1][0], stations[2][0], upper, lower, meet)
    return svg(948, 290, "The whole of feedforward and backpropagation on one sheet", parts)


def _between(before: float, x: float, upper: float, far: bool) -> Sequence[str]:
    """The way from one station of the upper lane to the next, dotted where layers are left out."""
    label = "…" if far else "W, b, bend"
    return [arrow((before + 28, upper), (x - 28, upper)), text((before + x) / 2, upper - 10, label, LABEL)]


def _meeting(x: float, after: float, upper: float, lower: float, meet: float) -> Iterable[str]:
    """Where the activation before a wire and the blame behind it make the derivative of its weight."""
    middle = (x + after) / 2
    yield f'<path class="join" d="M{x + 24:.1f} {upper + 22:.1f}L{middle:.1f} {meet - 20:.1f}"/>'
    yield f'<path class="join back" d="M{after - 24:.1f} {lower + 22:.1f}L{middle:.1f} {meet - 20:.1f}"/>'
    yield text(middle, meet, "∂C/∂w = a · δ", "formula back")
    yield text(middle, meet + 22, "what arrived, times the blame where it arrived", LABEL)
    yield text(after + 40, meet, "∂C/∂b = δ", "formula back", "start")
