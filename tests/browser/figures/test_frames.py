"""The frame loop: device pixels, one drawing a frame, sleep off screen, and the theme's colours."""

from playwright.sync_api import Page

from tests.browser.figures.conftest import PHONE, Figures

POINT = {"id": 1, "x1": 0, "x2": 0, "target": 0, "test": False}
COUNT_DRAWINGS = """() => {
  const canvas = document.querySelector('canvas.wires');
  const context = canvas.getContext('2d');
  window.drawings = 0;
  // Each drawing begins with a wipe, which nothing else's `copy` is.
  context.fillRect = (...box) => {
    if (context.globalCompositeOperation === 'copy') window.drawings += 1;
    CanvasRenderingContext2D.prototype.fillRect.apply(context, box);
  };
}"""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def settled(page: Page) -> None:
    """The figures have drawn what they were given."""
    page.evaluate("() => document.fonts.ready")
    page.evaluate(TWO_FRAMES)


def test_a_canvas_has_a_pixel_for_each_of_the_screen(figures: Figures) -> None:
    context = {**PHONE, "device_scale_factor": 2}
    page = figures(context=context)
    sizes = page.evaluate("""() => [...document.querySelectorAll('#plane canvas')].map((canvas) =>
      [canvas.width / canvas.clientWidth, canvas.height / canvas.clientHeight])""")
    assert sizes == [[2, 2]] * 3


def test_a_canvas_follows_the_size_of_its_box(figures: Figures) -> None:
    page = figures()
    page.evaluate("document.querySelector('#network').style.height = '300px'")
    page.wait_for_function("() => document.querySelector('canvas.wires').height === 300")
    assert page.locator('[data-key="a:2:3"]').bounding_box()
    page.evaluate("document.querySelector('#network').style.height = ''")
    page.wait_for_function("() => document.querySelector('canvas.wires').height === 440")


def test_many_updates_make_one_drawing(figures: Figures) -> None:
    page = figures()
    settled(page)
    page.evaluate(COUNT_DRAWINGS)
    page.evaluate("() => { for (let count = 0; count < 10; count += 1) figures.nudge(0.1); }")
    settled(page)
    assert page.evaluate("drawings") == 1


def test_a_figure_off_screen_sleeps_and_wakes_with_the_newest_scene(figures: Figures) -> None:
    page = figures()
    settled(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("document.querySelector('#network').getBoundingClientRect().bottom < -120")
    settled(page)
    page.evaluate(COUNT_DRAWINGS)
    page.evaluate("figures.nudge(1)")
    settled(page)
    assert page.evaluate("drawings") == 0
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("drawings > 0")


def test_a_change_of_theme_is_drawn_by_itself(figures: Figures) -> None:
    """The middle of a point of class 0 has the colour of the token, in either theme."""
    page = figures({"points": [POINT]})
    middle = """() => {
      const canvas = document.querySelector('#plane canvas.points');
      const [x, y] = [canvas.width / 2, canvas.height / 2];
      return [...canvas.getContext('2d').getImageData(x, y, 1, 1).data];
    }"""
    settled(page)
    assert page.evaluate(middle) == [0x1C, 0x60, 0xA8, 255]
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    settled(page)
    assert page.evaluate(middle) == [0x4F, 0x9D, 0xF5, 255]
    page.evaluate("document.documentElement.dataset.theme = 'light'")
