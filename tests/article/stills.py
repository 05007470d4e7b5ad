"""The article's figures before any script runs, and in print: SVG, coloured by the style sheet."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from app.nn.activations import ACTIVATIONS
from app.nn.architecture import Architecture

Array = NDArray[np.float64]
Spot = tuple[float, float]
Label = Callable[[int, int], tuple[str, str]]

MINUS = "\u2212"
HANDLE = 0.46
WIDTH, HEIGHT = 948, 380
LEFT, RIGHT, TOP, BOTTOM = 70, 130, 26, 34


def number(value: float, decimals: int = 2) -> str:
    """A number as people read it, with a true minus."""
    return f"{value:.{decimals}f}".replace("-", MINUS)


def svg(width: float, height: float, title: str, content: Iterable[str]) -> str:
    """An SVG picture with a name for those who can't see it."""
    body = "\n".join(content)
    size = f'viewBox="0 0 {width:g} {height:g}"'
    return f'<svg class="still" {size} role="img" aria-label="{title}">\n{body}\n</svg>\n'


def text(x: float, y: float, content: str, kind: str = "", anchor: str = "middle") -> str:
    """A line of text, its base line at y."""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{content}</text>'


def symbol(x: float, y: float, base: str, above: str, below: str) -> str:
    """A symbol with indices above and below."""
    raised = f'<tspan class="index" x="{x + 11:.1f}" dy="-8">{above}</tspan>' if above else ""
    return (
        f'<text class="symbol" x="{x:.1f}" y="{y:.1f}"><tspan class="base">{base}</tspan>{raised}'
        f'<tspan class="index" x="{x + 11:.1f}" dy="{14 if above else 6}">{below}</tspan></text>'
    )


def network(architecture: Architecture, parameters: Array, title: str, below: Label) -> str:
    """Neurons and wires; `below(layer, neuron)` gives a text under a neuron and its class."""
    sizes, n = architecture.sizes, architecture.layers
    columns = np.linspace(LEFT, WIDTH - RIGHT, n)
    row = (HEIGHT - TOP - BOTTOM) / max(sizes)
    middle = TOP + (HEIGHT - TOP - BOTTOM) / 2
    side = min(44.0, 0.5 * row)
    spots = [
        [(float(x), middle + (j - (size - 1) / 2) * row) for j in range(size)]
        for x, size in zip(columns, sizes, strict=True)
    ]
    greatest = float(np.abs(parameters).max())
    parts = []
    for i in range(2, n + 1):
        for (k, j), weight in np.ndenumerate(architecture.weights(parameters)[i]):
            parts.append(_wire(spots[i - 2][j], spots[i - 1][k], float(weight), greatest, side))
    for i in range(1, n + 1):
        for j, (x, y) in enumerate(spots[i - 1]):
            radius = side / 2 if i == 1 else 7
            parts.append(
                f'<rect class="neuron" x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" '
                f'width="{side:g}" height="{side:g}" rx="{radius:g}"/>'
            )
            base = ("x", "", str(j + 1)) if i == 1 else ("a", str(i), str(j + 1))
            parts.append(symbol(x - 11, y + 5, *base))
            content, kind = below(i, j)
            parts.append(text(x, y + side / 2 + 16, content, f"number {kind}"))
    names = ["Layer 1, input", *(f"Layer {i}" for i in range(2, n)), f"Layer {n}, output"]
    parts += [text(float(x), HEIGHT - 4, name, "name") for x, name in zip(columns, names, strict=True)]
    return svg(WIDTH, HEIGHT, title, parts)


def _wire(start: Spot, end: Spot, weight: float, greatest: float, side: float) -> str:
    x0, x1 = start[0] + side / 2, end[0] - side / 2
    handle = HANDLE * (x1 - x0)
    kind, thickness = "neg" if weight < 0 else "pos", 0.7 + 5.2 * abs(weight) / greatest
    return (
        f'<path class="wire {kind}" stroke-width="{thickness:.1f}" '
        f'd="M{x0:.1f} {start[1]:.1f}C{x0 + handle:.1f} {start[1]:.1f} {x1 - handle:.1f} {end[1]:.1f} '
        f'{x1:.1f} {end[1]:.1f}"/>'
    )


def curve(x: Array, y: Array, kind: str) -> str:
    """A line through points in the picture's coordinates."""
    points = "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(x, y, strict=True))
    return f'<path class="{kind}" d="M{points}"/>'


def activation(name: str) -> str:
    """σ, and thinner σ', from -4 to 4."""
    width, height, reach, low, high = 200, 120, 4.0, -1.6, 2.4
    z = np.concatenate([np.linspace(-reach, -1e-9, 81), np.linspace(1e-9, reach, 81)])
    x = width * (z / reach + 1) / 2

    def y(values: Array) -> Array:
        return height * (high - values) / (high - low)

    zero = float(y(np.zeros(1))[0])
    parts = [f'<path class="axis" d="M0 {zero:.1f}H{width}M{width / 2} 0V{height}"/>']
    made = (ACTIVATIONS[name].derivative(z), "slope"), (ACTIVATIONS[name].function(z), "value")
    for values, kind in made:
        # Two pieces, since a slope may jump at 0.
        for side in (z < 0, z > 0):
            inside = (values > low) & (values < high) & side
            parts.append(curve(x[inside], y(values[inside]), kind))
    return svg(width, height, f"The curve of {name.replace('_', ' ')}, and of its slope", parts)


def costs() -> str:
    """Cross-entropy and, thinner, squared error, with the other outputs as 7 to 1."""
    width, height, left, right, top, bottom, most = 380, 240, 34, 12, 12, 34, 4
    share = np.linspace(0.001, 0.998, 250)
    x = left + share * (width - left - right)
    entropy, squares = -np.log(share), 0.5 * (1 - share) ** 2 * (1 + (7 / 8) ** 2 + (1 / 8) ** 2)

    def y(cost: Array) -> Array:
        return top + (1 - cost / most) * (height - top - bottom)

    foot = height - bottom
    parts = [f'<path class="axis" d="M{left} {top}V{foot}H{width - right}"/>', curve(x, y(squares), "second")]
    parts.append(curve(x[entropy <= most], y(entropy[entropy <= most]), "value"))
    parts += [text(left + at * (width - left - right), foot + 14, f"{at:g}", "tick") for at in (0, 0.5, 1)]
    parts += [text(left - 6, float(y(np.array(at))) + 4, str(at), "tick", "end") for at in range(5)]
    parts.append(text((left + width - right) / 2, height - 4, "probability given to the truth", "tick"))
    return svg(width, height, "Both costs over the probability given to the truth", parts)


def contours(
    heights: Array, levels: Sequence[float], paths: Sequence[tuple[str, Array]], side: float, title: str
) -> str:
    """A map of `heights` (rows from below), and paths (steps, 2) in shares of the map, with labels."""
    rows, columns = heights.shape
    parts = [f'<rect class="ground" width="{side:g}" height="{side:g}"/>']
    for number_of, level in enumerate(levels):
        d = "".join(
            f"M{x0 * side / (columns - 1):.1f} {side - y0 * side / (rows - 1):.1f}"
            f"L{x1 * side / (columns - 1):.1f} {side - y1 * side / (rows - 1):.1f}"
            for x0, y0, x1, y1 in _segments(heights - level)
        )
        parts.append(f'<path class="contour{" index" if number_of % 4 == 3 else ""}" d="{d}"/>')
    for label, path in paths:
        parts.append(curve(path[:, 0] * side, side - path[:, 1] * side, "path"))
        x, y = path[-1, 0] * side, side - path[-1, 1] * side
        parts.append(f'<circle class="end" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>')
        parts.append(text(min(x, side - 30), y - 8, label, "number halo"))
    return svg(side, side, title, parts)


def _segments(values: Array) -> Iterable[tuple[float, float, float, float]]:
    """Where `values` is 0, as segments in grid coordinates; each cell is two triangles."""
    rows, columns = values.shape
    for row in range(rows - 1):
        for column in range(columns - 1):
            corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
            for triangle in ((0, 1, 2), (0, 2, 3)):
                spots = [corners[c] for c in triangle]
                found = []
                for (xa, ya), (xb, yb) in zip(spots, spots[1:] + spots[:1], strict=True):
                    a, b = values[ya, xa], values[yb, xb]
                    if (a > 0) != (b > 0):
                        share = a / (a - b)
                        found += [xa + share * (xb - xa), ya + share * (yb - ya)]
                if found:
                    yield found[0], found[1], found[2], found[3]
