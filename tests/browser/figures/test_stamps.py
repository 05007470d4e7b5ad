"""Points that are stamped look like those that are drawn one by one."""

import pytest

from tests.browser.figures.conftest import Figures

DIFFERENCE = """async ([task, scale]) => {
  const from = (path) => import(new URL(`../../../static/js/${path}`, document.baseURI));
  const [{ drawPoints }, { stampPoints }, { colours }] = await Promise.all(
    ['figures/plane/points.js', 'figures/plane/stamps.js', 'ui/colours.js'].map(from));
  const points = Array.from({ length: 700 }, (_, id) => ({
    id, x1: 3.1 * Math.sin(1.7 * id), x2: 2.9 * Math.cos(2.3 * id * id), test: id % 5 === 0,
    target: task === 'classification' ? id % 4 : 1.4 * Math.sin(id),
  }));
  const layout = { width: 500, height: 500, extent: 3 };
  const scene = { points, task, classes: 4, targetScale: 1, faded: false, architecture: null };
  const drawn = (draw, shown) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 500 * scale;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.fillStyle = '#ffffff'; // what hardly covers has hardly a colour
    context.fillRect(0, 0, 500, 500);
    draw(context, shown, layout, colours());
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [one, other] = [drawn(drawPoints, scene), drawn(stampPoints, scene)];
  // in an order that the sheet of marks was not made for
  const again = drawn(stampPoints, { ...scene, points: points.slice(0, 3) });
  const few = drawn(drawPoints, { ...scene, points: points.slice(0, 3) });
  const off = (a, b) => a.map((value, at) => Math.abs(value - b[at]));
  const share = (found, least) => found.filter((value) => value > least).length / one.filter((value) => value < 255).length;
  const all = off(one, other);
  return { most: off(few, again).reduce((a, b) => Math.max(a, b)), far: share(all, 64), inked: one.filter((value) => value < 255).length / one.length };
}"""  # noqa: E501


@pytest.mark.parametrize("scale", [1, 1.25, 2])
@pytest.mark.parametrize(("task", "most"), [("classification", 110), ("regression", 170)])
def test_stamped_points_look_as_drawn_ones(figures: Figures, task: str, most: int, scale: float) -> None:
    """An eighth of a pixel off (a quarter with real targets), which only edges show."""
    found = figures({}, {}).evaluate(DIFFERENCE, [task, scale])
    assert found["inked"] > 0.1
    assert found["most"] <= most
    assert found["far"] < 0.05
