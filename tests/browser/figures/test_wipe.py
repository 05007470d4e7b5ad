"""A canvas that is wiped holds nothing, however it was scaled, and draws as before."""

import pytest

from tests.browser.figures.conftest import Figures

WIPED = """async (scale) => {
  const { wipe } = await import(new URL('../../../static/js/figures/wipe.js', document.baseURI));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [60, 40];
  const context = canvas.getContext('2d');
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 100, 100);
  const opacities = () => context.getImageData(0, 0, 60, 40).data.filter((_, at) => at % 4 === 3);
  const full = () => opacities().filter((opacity) => opacity > 0).length;
  const before = full();
  wipe(context);
  return [before, full(), context.globalCompositeOperation, context.fillStyle];
}"""


@pytest.mark.parametrize("scale", [0.5, 1, 1.25, 3])
def test_nothing_is_left_of_a_picture(figures: Figures, scale: float) -> None:
    page = figures({}, {})
    before, after, operation, fill = page.evaluate(WIPED, scale)
    assert before == (60 * 40 if scale >= 1 else 50 * 40)
    assert after == 0
    assert (operation, fill) == ("source-over", "#ff0000")
