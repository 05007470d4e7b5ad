"""The mountain stands, turns and is walked down in Firefox and in WebKit."""

import pytest

from tests.engines.test_engines import click_points, open_playground
from tests.engines.visitor import Visitor

LOOK = "[...document.querySelectorAll('.hills canvas')].map((canvas) => canvas.toDataURL()).join()"
COLOURS = """((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
})(document.querySelector('.hills canvas'))"""

WALK = "[...document.querySelectorAll('.elsewhere button')].find((one) => one.textContent.startsWith('Walk'))"


@pytest.mark.thorough
def test_the_mountain_stands_and_is_walked_down(visitor: Visitor) -> None:
    """Its slopes are tinted; turned by a key it looks otherwise; three methods walk from now."""
    open_playground(visitor)
    click_points(visitor)
    visitor.press("Escape")
    visitor.press("m")
    visitor.wait("/cost/i.test(document.querySelector('.hills').ariaLabel)")
    visitor.wait(f"{COLOURS} > 50")
    before = visitor.evaluate(LOOK)
    visitor.evaluate("document.querySelector('.hills').focus() ?? true")
    visitor.press("ArrowRight")
    assert visitor.wait(f"{LOOK} !== {before!r}")
    visitor.wait(f"{WALK}.click() ?? true")
    visitor.wait("document.querySelectorAll('.walks tbody tr').length === 3")
