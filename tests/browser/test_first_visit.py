"""The first visit: what the page is, a sample that is learned, settings that wait; and the page on a wall."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from app.data.generate import generated
from tests.browser.conftest import SERVER_GONE, NewPage
from tests.browser.keeping import left
from tests.browser.playground import DRAWN, Playground
from tests.browser.test_layout_shift import PAINTED, SHIFTS, expect_still
from tests.running_server import running_server

PALE = re.compile(r"^Plane, 200 points, ")


def first(new_page: NewPage) -> Playground:
    """A newcomer's page, whose sample has been learned."""
    playground = Playground(new_page(first_visit=True, reduced_motion="reduce"))
    playground.expect_step(600)
    return playground


def test_nothing_moves_on_a_first_visit(new_page: NewPage) -> None:
    """The page is painted before its modules are there, and the curve is there before its style."""
    page = new_page(first_visit=True, reduced_motion="reduce", viewport={"width": 390, "height": 844})
    page.add_init_script(SHIFTS)
    held: dict[str, Route] = {}

    def hold(route: Route) -> None:
        held[route.request.resource_type] = route

    page.route(re.compile(r"/built/(playground-\w+\.js|late-\w+\.css)$"), hold)
    with page.expect_request("**/built/playground-*.js"):
        page.goto("/", wait_until="commit")
    page.wait_for_function(PAINTED)
    with page.expect_response("**/built/uPlot*.js"):
        held["script"].continue_()
    expect(page.locator("#step-count")).to_have_text("600")
    page.evaluate(DRAWN)
    held["stylesheet"].continue_()
    expect(page.locator("#chart canvas")).to_be_visible()
    page.evaluate(DRAWN)
    expect_still(page)


TWO_CLICKS = """(plane) => {
  const { left, top, width, height } = plane.getBoundingClientRect();
  for (const [x, y] of [[0.2, 0.2], [0.8, 0.15]]) {
    const place = { clientX: left + x * width, clientY: top + y * height, pointerId: 1, bubbles: true };
    plane.dispatchEvent(new PointerEvent('pointerdown', { ...place, button: 0, buttons: 1 }));
    plane.dispatchEvent(new PointerEvent('pointerup', { ...place, button: 0 }));
  }
}"""


def test_a_second_click_waits_until_the_sample_has_gone(new_page: NewPage) -> None:
    """However slow the server is: the point is not taken away with the sample."""
    playground = Playground(new_page(first_visit=True))
    playground.expect_step_beyond(5)  # it is being learned
    playground.plane.hover()  # the pointer is known
    playground.plane.evaluate(TWO_CLICKS)
    playground.expect_points(2)


def test_the_first_click_takes_the_place_of_the_sample(new_page: NewPage) -> None:
    """Two moons are learned unasked; the first point starts the network anew, and undo brings them back."""
    playground = first(new_page)
    page = playground.page
    expect(page.locator("#about")).to_have_text(re.compile("^Place points. A small neural network"))
    expect(playground.plane).to_have_attribute("aria-label", PALE)
    expect(page.locator("#invitation")).to_contain_text("your own first point")
    expect(playground.primary).to_have_text("Train")
    expect(playground.reading).to_contain_text(
        re.compile("network that (learns|has learned) to tell them apart")
    )
    playground.click((-2, 2))
    playground.expect_points(1)
    playground.expect_step(0)
    expect(page.locator("#invitation")).to_be_hidden()
    page.keyboard.press("Control+z")
    playground.expect_points(0)
    page.keyboard.press("Control+z")
    playground.expect_points(200)
    playground.expect_step(600)


@pytest.mark.thorough
def test_a_click_on_a_point_of_the_sample_places_ones_own(new_page: NewPage) -> None:
    """Nobody chose those points, so nobody means one of them."""
    playground = first(new_page)
    points = generated("moons", 200, 0.1, 0.2, seed=1)
    playground.click((float(points.x1[0]), float(points.x2[0])))
    playground.expect_points(1)


def test_train_takes_the_sample(new_page: NewPage) -> None:
    """It goes on from what was learned, and the page is no newcomer's any more, nor at the next visit."""
    playground = first(new_page)
    page = playground.page
    expect(page.locator("#step")).to_be_hidden()
    playground.primary.click()
    playground.expect_step_beyond(600)
    expect(playground.primary).to_have_text("Pause")
    playground.expect_points(200)
    expect(page.locator("#about")).to_be_hidden()
    expect(page.locator("#step")).to_be_visible()
    left(page, 200)
    page.reload()
    playground.expect_live()
    playground.expect_points(200)
    expect(playground.primary).to_have_text("Continue")
    expect(page.locator("#about")).to_be_hidden()


def test_settings_and_the_key_are_as_this_browser_remembers(new_page: NewPage) -> None:
    """Folded until one button shows the three sentences; the key is there until it is hidden for good."""
    playground = first(new_page)
    page = playground.page
    settings = page.get_by_role("button", name="Settings")
    key = page.get_by_role("region", name="How to read it")
    expect(settings).to_have_attribute("aria-expanded", "false")
    expect(playground.network_sentence).to_be_hidden()
    settings.click()
    for sentence in (playground.data_sentence, playground.network_sentence, playground.run_sentence):
        expect(sentence).to_be_visible()
    for name in ("Tile", "Wire", "Pin", "Hollow", "Ring"):
        expect(key).to_contain_text(name)
    key.get_by_role("button", name="Hide").click()
    expect(key).to_be_hidden()
    page.reload()
    playground.expect_step(600)
    expect(settings).to_have_attribute("aria-expanded", "true")
    expect(playground.network_sentence).to_be_visible()
    expect(key).to_be_hidden()
    page.get_by_role("button", name="Keys and help").click()
    page.get_by_role("switch", name=re.compile("^How to read the picture")).click()
    page.keyboard.press("Escape")
    expect(key).to_be_visible()
    # It stays with whoever trains, in a line of its own, as nobody has closed it.
    page.get_by_role("button", name="Train", exact=True).click()
    playground.expect_step_beyond(600)
    expect(key.get_by_text("solid adds, dashed takes away", exact=True)).to_be_visible()


def test_another_data_set_starts_the_network_anew_unless_told_otherwise(page: Page) -> None:
    """What it learned of one is wrong of another; the choice is remembered."""
    playground = Playground(page)
    playground.draw_sample("Moons")
    playground.primary.click()
    playground.expect_step_beyond(10)
    playground.pause()
    playground.draw_sample("Circle")
    playground.expect_step(0)
    playground.open_setting("Circle").get_by_role("switch", name=re.compile("anew$")).click()
    page.keyboard.press("Escape")
    playground.primary.click()
    playground.expect_step_beyond(10)
    playground.pause()
    stood = playground.step
    playground.draw_sample("XOR")
    expect(playground.data_sentence).to_contain_text("XOR")
    playground.expect_step(stood)


def test_a_projector_shows_more_of_less(page: Page) -> None:
    """A key makes words and numbers larger, leaves out what is only handled, and is remembered."""
    playground = Playground(page)
    playground.draw_sample("Moons")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    before = playground.reading.locator(".say h3").first.evaluate(size)
    page.keyboard.press("w")
    expect(page.locator("#brush")).to_be_hidden()
    assert playground.reading.locator(".say h3").first.evaluate(size) >= 1.25 * before
    page.reload()
    playground.expect_live()
    expect(page.locator("#brush")).to_be_hidden()
    page.get_by_role("button", name="Projector. Press W to leave").click()
    expect(page.locator("#brush")).to_be_visible()


@pytest.mark.thorough
def test_the_focus_returns_to_where_a_pass_was_asked_for(page: Page) -> None:
    playground = Playground(page)
    playground.place_two_classes()
    page.keyboard.press("Escape")
    plane = page.get_by_role("application", name=re.compile("^Plane"))
    plane.focus()
    page.keyboard.press("f")
    expect(page.locator(".pass")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^(Pause|Play) the pass"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(plane).to_be_focused()


@pytest.mark.thorough
def test_a_low_window_folds_the_gallery_into_a_button(new_page: NewPage) -> None:
    """It opens beside the plane, and covers nothing that a choice changes."""
    page = new_page(viewport={"width": 1366, "height": 657})
    playground = Playground(page)
    page.get_by_role("button", name="Data sets: Blank").click()
    gallery = page.locator("#gallery")
    gallery.get_by_role("button", name="Spiral").click()
    playground.expect_points(200)
    frame, pictures = page.locator("#plane-frame").bounding_box(), gallery.bounding_box()
    assert frame
    assert pictures
    assert pictures["x"] >= frame["x"] + frame["width"]
    expect(page.get_by_role("button", name="Data sets: Spiral")).to_be_visible()


def test_a_spiral_offers_the_network_that_can_learn_it(page: Page) -> None:
    """One press takes its inputs, layers and optimizer, and undo gives the present ones back."""
    playground = Playground(page)
    playground.draw_sample("Spiral")
    offer = page.get_by_role("button", name="Take a network that can learn it")
    offer.click()
    expect(playground.network_sentence).to_contain_text("4 inputs")
    expect(playground.run_sentence).to_contain_text("Adam, rate 0.01")
    expect(offer).to_be_hidden()
    playground.expect_step(0)
    page.keyboard.press("Control+z")
    expect(playground.network_sentence).to_contain_text("2 inputs")
    expect(offer).to_be_visible()
    playground.draw_sample("Circle")
    expect(offer).to_be_hidden()


def test_where_a_server_is_full_the_sample_was_learned_beforehand(
    new_page: NewPage, expected_remarks: list[str]
) -> None:
    """It is nobody's: once there is a place, a living sample takes its place, and no server is given it."""
    expected_remarks.extend(SERVER_GONE)
    with running_server(settings={"CHAINRULE_MAX_SESSIONS": "1"}) as address:
        other = new_page(base_url=address)
        Playground(other)
        page = new_page(first_visit=True, base_url=address, reduced_motion="reduce")
        page.goto("/")
        expect(page.get_by_text("The server is full just now").first).to_be_visible()
        expect(page.locator("#plane")).to_have_attribute("aria-label", PALE)
        expect(page.locator("#reading")).to_contain_text("a network that has learned them before")
        expect(page.locator("#invitation")).to_contain_text("as soon as the server takes this page")
        about, told = page.locator("#about").bounding_box(), page.locator("#connection").bounding_box()
        assert about
        assert told
        assert about["x"] + about["width"] <= told["x"]
        other.close()
        page.evaluate("document.querySelector('.lost:not([hidden]) button')?.click()")  # rather than wait
        expect(page.locator("#connection")).to_have_attribute("data-status", "live")
        expect(page.locator("#reading")).to_contain_text("a network that has learned to tell them apart")
        expect(page.locator("#step-count")).to_have_text("600")
        expect(page.locator("#train-cost")).to_have_text(re.compile(r"\d\.\d{3}"))
