"""What is pointed at stays under the pointer: telling of it never lays the network out anew."""

from playwright.sync_api import Page, expect

from tests.browser.known_network import open_known

# A network 2-4-3-2, its weights of any size.
PARAMETERS = [(-1) ** i * (0.2 + 0.37 * (i % 5)) for i in range(3 * 4 + 5 * 3 + 4 * 2)]
POINTS = [(-1.0, 0.5, 0), (-2.0, -1.0, 0), (1.0, 0.5, 1), (2.0, -1.0, 1)]
WINDOWS = [(1366, 768), (1440, 900), (1280, 720), (1024, 768), (960, 600)]
WIRES = [("x:0", "a:2:1"), ("a:2:0", "a:3:0"), ("a:3:2", "a:4:1")]

BOXES = """() => [...document.querySelectorAll('.focus-layer button, .layer-heading')]
  .map((element) => { const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map(Math.round).join(' '); })"""

IS_ONE_LINE = """() => {
  const middles = [...document.querySelectorAll('.equation :is(.tile, .factor, .op)')]
    .map((element) => element.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2);
  const pane = document.querySelector('#reading');
  const right = Math.max(...[...document.querySelectorAll('.equation *')]
    .map((element) => element.getBoundingClientRect().right));
  return middles.length === 7 && Math.max(...middles) - Math.min(...middles) < 2
    && right <= pane.getBoundingClientRect().right + 1 && pane.scrollWidth <= pane.clientWidth;
}"""
"""Three tiles, the weight and three signs of an equation, side by side within the pane."""


def _middle(page: Page, key: str) -> tuple[float, float]:
    box = page.locator(f".focus-layer button[data-key='{key}']").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _point_at(page: Page, x: float, y: float) -> None:
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)


def test_pointing_never_moves_the_network(page: Page) -> None:
    """Neurons, wires and headings are pointed at in every window: boxes stay, equations keep to a line."""
    open_known(page, PARAMETERS, POINTS, hidden=[4, 3])
    expect(page.locator(".colours")).to_be_visible()  # what comes late is there
    pane = page.locator(".closer")
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        page.mouse.move(5, 5)
        expect(pane).to_be_hidden()
        page.locator("#network").scroll_into_view_if_needed()
        before = page.evaluate(BOXES)
        window = f"{width} × {height}"
        for key in ("x:0", "a:2:0", "a:3:2", "a:4:1"):
            _point_at(page, *_middle(page, key))
            expect(page.locator("#plane-frame.mapped")).to_be_visible()
            assert page.evaluate(BOXES) == before, f"{key} at {window}"
        for one, other in WIRES:
            (x0, y0), (x1, y1) = _middle(page, one), _middle(page, other)
            _point_at(page, (x0 + x1) / 2, (y0 + y1) / 2)
            expect(pane.locator(".equation")).to_be_visible()
            if one == "a:2:0":
                expect(pane.locator(".op").last).to_have_text("+ 3 others + bias =")
            assert page.evaluate(BOXES) == before, f"the wire from {one} to {other} at {window}"
            if one == "a:2:0":
                assert page.evaluate(IS_ONE_LINE), f"the equation at {window}"
        page.locator(".layer-heading").nth(1).hover()
        expect(pane).to_be_hidden()
        assert page.evaluate(BOXES) == before, f"a heading at {window}"
