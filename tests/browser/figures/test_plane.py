"""What a hand, a finger and a keyboard do on the plane."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.figures.conftest import PHONE, Figures

POINTS = [
    {"id": 7, "x1": 1.5, "x2": 1.5, "target": 0, "test": False},
    {"id": 8, "x1": -1.5, "x2": -1.5, "target": 1, "test": True},
]
# z = (x1, −x1): class 0 on the right, so that both points are classified right.
UPRIGHT = [1, -1, 0, 0, 0, 0]
SCENE = {"points": POINTS, "parameters": UPRIGHT}
EXPERIMENT: dict[str, Any] = {"hidden": []}
NEAR = pytest.approx


def pixel(page: Page, x1: float, x2: float) -> tuple[float, float]:
    """Where a place of the plane lies in the window."""
    spot = page.evaluate("place => figures.plane.anchor(place)", {"x1": x1, "x2": x2})
    return spot["x"], spot["y"]


def calls(page: Page, *names: str) -> list[Any]:
    return [call for call in page.evaluate("figures.calls") if call[0] in names]


EDITS = ("onAdd", "onMove", "onPick", "onFollow", "onRemove")


def test_a_click_on_empty_ground_adds_a_point_there(figures: Figures) -> None:
    page = figures(SCENE, EXPERIMENT)
    page.mouse.click(*pixel(page, 0.6, -0.9))
    [[name, place]] = calls(page, *EDITS)
    assert name == "onAdd"
    assert place == {"x1": NEAR(0.6, abs=0.02), "x2": NEAR(-0.9, abs=0.02)}


def test_a_click_on_a_point_picks_it(figures: Figures) -> None:
    page = figures(SCENE, EXPERIMENT)
    x, y = pixel(page, 1.5, 1.5)
    page.mouse.click(x + 6, y)
    assert calls(page, *EDITS) == [["onPick", 7]]


def test_a_drag_moves_a_point_from_start_to_end(figures: Figures) -> None:
    page = figures(SCENE, EXPERIMENT)
    page.mouse.move(*pixel(page, 1.5, 1.5))
    page.mouse.down()
    page.mouse.move(*pixel(page, 0.5, 0.5), steps=4)
    page.mouse.up()
    moves = calls(page, *EDITS)
    assert {move[0] for move in moves} == {"onMove"}
    assert [move[3] for move in moves] == ["start", *["move"] * (len(moves) - 2), "end"]
    assert moves[-1][2] == {"x1": NEAR(0.5, abs=0.02), "x2": NEAR(0.5, abs=0.02)}


def test_a_drag_goes_on_outside_and_stays_at_the_rim(figures: Figures) -> None:
    page = figures(SCENE, EXPERIMENT)
    page.mouse.move(*pixel(page, 1.5, 1.5))
    page.mouse.down()
    page.mouse.move(1200, 20, steps=3)
    page.mouse.up()
    assert calls(page, *EDITS)[-1][2:] == [{"x1": 3, "x2": 3}, "end"]


@pytest.mark.parametrize("how", [{"button": "right"}, {"modifiers": ["Alt"]}])
def test_right_click_and_alt_click_remove(figures: Figures, how: dict[str, Any]) -> None:
    page = figures(SCENE, EXPERIMENT)
    box = page.locator("#plane").bounding_box()
    assert box
    x, y = pixel(page, -1.5, -1.5)
    page.locator("#plane").click(position={"x": x - box["x"], "y": y - box["y"]}, **how)
    assert calls(page, *EDITS) == [["onRemove", 8]]


def test_the_pointer_over_the_plane_is_told_and_its_leaving_too(figures: Figures) -> None:
    page = figures(SCENE, EXPERIMENT)
    page.mouse.move(*pixel(page, 1, -2))
    page.mouse.move(800, 580)
    first, *_, last = [call[1] for call in calls(page, "onHover")]
    assert first == {"x1": NEAR(1, abs=0.02), "x2": NEAR(-2, abs=0.02)}
    assert last is None


def test_the_keyboard_adds_follows_and_removes_at_the_crosshair(figures: Figures) -> None:
    """Three large steps right and up lead from the middle to the point at (1.5, 1.5)."""
    page = figures(SCENE, EXPERIMENT)
    page.locator("#network button:visible").first.focus()
    page.keyboard.press("Shift+Tab")
    for key in ["Shift+ArrowRight", "ArrowUp", "Enter"]:
        page.keyboard.press(key)
    for key in ["ArrowDown", *["Shift+ArrowRight"] * 2, *["Shift+ArrowUp"] * 3, "f", "Delete"]:
        page.keyboard.press(key)
    assert calls(page, *EDITS) == [["onAdd", {"x1": 0.5, "x2": 0.1}], ["onFollow", 7], ["onRemove", 7]]
    assert page.locator("#plane [aria-live]").inner_text() == "1.5, 1.5: circle, training point"


def test_the_plane_names_itself(figures: Figures) -> None:
    page = figures(SCENE, EXPERIMENT)
    plane = page.locator("#plane")
    assert plane.get_attribute("role") == "application"
    assert plane.get_attribute("aria-label") == "Plane, 2 points, 2 classes, 100% correct"
    page.evaluate("figures.update({parameters: [-1, 1, 0, 0, 0, 0]})")
    page.wait_for_selector('#plane[aria-label="Plane, 2 points, 2 classes, 0% correct"]')


def test_points_are_judged_while_it_trains_on_a_slow_machine(figures: Figures) -> None:
    """Where every frame is long enough for a new painting of the field, verdicts are renewed all the same."""
    page = figures(SCENE, EXPERIMENT)
    page.wait_for_selector('#plane[aria-label$="100% correct"]')
    page.evaluate("""() => {
      const { requestAnimationFrame } = window;
      const waiting = [];
      let size = 1;
      const frames = setInterval(() => {
        size += 1;
        figures.update({ parameters: [-size, size, 0, 0, 0, 0], training: true });
        for (const draw of waiting.splice(0)) draw(performance.now());
      }, 60);
      window.requestAnimationFrame = (draw) => waiting.push(draw);
      window.restore = () => {
        clearInterval(frames);
        Object.assign(window, { requestAnimationFrame });
        for (const draw of waiting) draw(performance.now());
      };
    }""")
    page.wait_for_selector('#plane[aria-label$=" 0% correct"]')
    page.evaluate("restore()")


def test_what_a_click_brings_is_drawn_before_the_event_is_over(figures: Figures) -> None:
    """The page answers onAdd by an update; the canvas has the point when the event returns."""
    page = figures(SCENE, EXPERIMENT)
    drawn = page.evaluate("""async () => {
      const plane = document.querySelector('#plane');
      const canvas = plane.querySelector('canvas.points');
      const { left, top } = plane.getBoundingClientRect();
      const pixels = () => canvas.getContext('2d').getImageData(180, 180, 40, 40).data;
      const inked = () => pixels().some((byte) => byte > 0);
      const fire = (type) => plane.dispatchEvent(new PointerEvent(type, {
        clientX: left + 200, clientY: top + 200, pointerId: 1, pointerType: 'mouse', bubbles: true,
      }));
      plane.setPointerCapture = () => {}; // a made-up pointer can't be captured
      figures.answers.onAdd = ({ x1, x2 }) => figures.update({
        points: [{ id: 9, x1, x2, target: 0, test: false }],
      });
      const before = inked();
      fire('pointerdown');
      fire('pointerup');
      delete plane.setPointerCapture;
      return [before, inked()];
    }""")
    assert drawn == [False, True]


@pytest.fixture
def phone(figures: Figures) -> Page:
    return figures(SCENE, EXPERIMENT, context=PHONE)


Touch = Callable[..., None]


@pytest.fixture
def touch(phone: Page) -> Touch:
    """A finger as the browser itself would feel it, scrolling included: `touch("touchStart", (x, y))`."""
    session = phone.context.new_cdp_session(phone)

    def send(kind: str, *spots: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y} for x, y in spots]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    return send


def test_a_tap_adds_and_a_tap_near_a_point_picks(phone: Page) -> None:
    phone.touchscreen.tap(*pixel(phone, 0, -1))
    x, y = pixel(phone, 1.5, 1.5)
    phone.touchscreen.tap(x + 18, y)
    assert [call[0] for call in calls(phone, *EDITS)] == ["onAdd", "onPick"]


def test_a_finger_drags_a_point_and_the_page_stays(phone: Page, touch: Touch) -> None:
    x, y = pixel(phone, 1.5, 1.5)
    touch("touchStart", (x, y))
    for way in (20, 40, 60):
        touch("touchMove", (x, y + way))
    touch("touchEnd")
    phone.wait_for_function("figures.calls.at(-1)[3] === 'end'")
    assert phone.evaluate("scrollY") == 0


def test_a_finger_on_empty_ground_scrolls_the_page_and_adds_nothing(phone: Page, touch: Touch) -> None:
    phone.evaluate("() => { window.rest = new Promise((done) => addEventListener('scrollend', done)); }")
    x, y = pixel(phone, 0, -1)
    touch("touchStart", (x, y))
    for way in (20, 60, 120):
        touch("touchMove", (x, y - way))
    touch("touchEnd")
    phone.evaluate("() => rest.then(() => {})")
    assert phone.evaluate("scrollY") > 0
    assert calls(phone, *EDITS) == []


def test_a_long_press_removes_the_point(phone: Page, touch: Touch) -> None:
    touch("touchStart", pixel(phone, 1.5, 1.5))
    phone.wait_for_function("figures.calls.some(([name]) => name === 'onRemove')")
    touch("touchEnd")
    assert calls(phone, *EDITS) == [["onRemove", 7]]
