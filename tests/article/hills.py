"""The opening's picture before any script runs: the mountain as the scripts draw it, in few lines."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from tests.article.stills import Array, Spot, curve, svg, text

WIDTH, HEIGHT = 648, 470
TURN, TILT = 0.62, 0.62
RISE, DIAGONAL, MARGIN, MARGIN_UP = 1.3, 2 * np.sqrt(2), 30, 18
"""As in static/js/figures/mountain/camera.js."""
SHADES = 12
LIGHT_EAST, LIGHT_NORTH, STRENGTH = -0.5, 0.35, 0.2


class View:
    """Where a place of the map lies in the picture, for a mountain of this height."""

    def __init__(self, highest: float) -> None:
        self._highest = highest
        up = DIAGONAL * np.sin(TILT) + RISE * np.cos(TILT)
        self._scale = min((WIDTH - 2 * MARGIN) / DIAGONAL, (HEIGHT - 2 * MARGIN_UP) / up)

    def __call__(self, x: float, y: float, cost: float) -> Spot:
        """The picture's coordinates of a place, x and y from 0 to 1 of the map."""
        east, north = 2 * x - 1, 2 * y - 1
        across = east * np.cos(TURN) - north * np.sin(TURN)
        depth = (east * np.sin(TURN) + north * np.cos(TURN)) * np.sin(TILT)
        base = HEIGHT / 2 + RISE * np.cos(TILT) * self._scale / 2
        rise = RISE * np.cos(TILT) * cost / self._highest
        return float(WIDTH / 2 + across * self._scale), float(base - (depth + rise) * self._scale)


def mountain(heights: Array, path: Array, words: tuple[str, str, str]) -> str:
    """The mountain of `heights` (rows from below), and a way down: (steps, 2) in shares of the map.

    `words` stand at its start, beside its middle and at its end.
    """
    view = View(float(heights.max()))
    parts = [*_ground(heights, view), *_walls(heights, view), *_scale(float(heights.max()), view)]
    spots = [view(float(x), float(y), _height(heights, float(x), float(y))) for x, y in _fine(path)]
    xs, ys = (np.array(values) for values in zip(*spots, strict=True))
    parts += [curve(xs, ys, "path halo-line"), curve(xs, ys, "path")]
    start, middle, end = spots[0], spots[2 * len(spots) // 5], spots[-1]
    for (x, y), kind in ((start, "start"), (end, "end")):
        parts.append(f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>')
    parts.append(text(start[0] + 10, start[1] + 4, words[0], "number halo", "start"))
    parts.append(text(middle[0] - 14, middle[1] + 4, words[1], "number halo back", "end"))
    parts.append(text(end[0] - 10, end[1] + 4, words[2], "number halo", "end"))
    return svg(WIDTH, HEIGHT, "The cost as a mountain over two weights, and a way down it", parts)


def _ground(heights: Array, view: View) -> Iterable[str]:
    """Cells of one shade that lie side by side are one piece; what is far comes first."""
    last = len(heights) - 1
    for row in range(last - 1, -1, -1):
        shades = _shades(heights, row)
        first = 0
        for column in range(1, last + 1):
            if column < last and shades[column] == shades[first]:
                continue
            edge = [(c, row) for c in range(first, column + 1)]
            edge += [(c, row + 1) for c in range(column, first - 1, -1)]
            points = "L".join(
                f"{x:.1f} {y:.1f}" for x, y in (view(c / last, r / last, heights[r, c]) for c, r in edge)
            )
            yield f'<path class="shade-{shades[first]}" d="M{points}Z"/>'
            first = column


def _shades(heights: Array, row: int) -> list[int]:
    last, highest = len(heights) - 1, float(heights.max())
    a, b = heights[row, :-1], heights[row, 1:]
    d, c = heights[row + 1, :-1], heights[row + 1, 1:]
    east, north = (rise * last * RISE / (4 * highest) for rise in (b + c - a - d, c + d - a - b))
    light = (-east * LIGHT_EAST - north * LIGHT_NORTH) / np.sqrt(1 + east**2 + north**2)
    share = (a + b + c + d) / (4 * highest) - STRENGTH * light
    return [int(shade) for shade in np.clip(np.round(share * (SHADES - 1)), 0, SHADES - 1)]


def _walls(heights: Array, view: View) -> Iterable[str]:
    """The cut faces on the near sides, down to a cost of 0: the first row and the first column."""
    last = len(heights) - 1
    faces: list[list[Spot]] = [
        [view(at / last, 0, heights[0, at]) for at in range(last + 1)] + [view(1, 0, 0), view(0, 0, 0)],
        [view(0, at / last, heights[at, 0]) for at in range(last + 1)] + [view(0, 1, 0), view(0, 0, 0)],
    ]
    for face in faces:
        points = "L".join(f"{x:.1f} {y:.1f}" for x, y in face)
        yield f'<path class="wall" d="M{points}Z"/>'


def _scale(highest: float, view: View) -> Iterable[str]:
    """The cost at the leftmost corner."""
    x, foot = view(0, 1, 0)
    _, head = view(0, 1, highest)
    yield f'<path class="axis" d="M{x:.1f} {foot:.1f}V{head:.1f}"/>'
    yield text(x, head - 8, "cost", "tick", "end")
    for cost in range(int(highest) + 1):
        yield text(x - 8, view(0, 1, cost)[1] + 4, str(cost), "tick", "end")


def _fine(path: Array, pieces: int = 12) -> Iterable[Array]:
    for here, there in pairwise(path):
        for piece in range(pieces):
            yield here + (there - here) * piece / pieces
    yield path[-1]


def _height(heights: Array, x: float, y: float) -> float:
    """Between the nodes the ground is bilinear."""
    last = len(heights) - 1
    column, row = min(last - 1, int(x * last)), min(last - 1, int(y * last))
    dx, dy = x * last - column, y * last - row
    near = heights[row, column] * (1 - dx) + heights[row, column + 1] * dx
    far = heights[row + 1, column] * (1 - dx) + heights[row + 1, column + 1] * dx
    return float(near * (1 - dy) + far * dy)
