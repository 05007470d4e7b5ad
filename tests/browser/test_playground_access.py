"""Everyone can use it: axe finds nothing, fingers hit, nothing runs off the screen, motion keeps away."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.playground import FITS, Playground
from tests.repository import ROOT
from tests.thoroughness import some

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}
EVERYTHING = {"rules": {"target-size": {"enabled": True}}}
COLOURS = {"runOnly": ["color-contrast"]}
"""What axe asks of a page: all it knows, or only what depends on colours."""
WIDTHS = (320, 360, 375, 390, 768, 1024, 1440, 1920)


def _nothing(_: Playground) -> None:
    pass


def _training(playground: Playground) -> None:
    playground.draw_sample("3 arms")
    playground.primary.click()
    playground.expect_step_beyond(5)


def _chosen(playground: Playground) -> None:
    playground.place_two_classes()
    playground.primary.click()
    playground.expect_step_beyond(0)
    playground.click((-1, -1))
    expect(playground.reading).to_contain_text("A circle at")


def _setting(playground: Playground) -> None:
    playground.open_setting("tanh")


def _refused(playground: Playground) -> None:
    playground.open_setting("0.1")
    field = playground.type_number("Learning rate", "-1")
    expect(field).to_have_attribute("aria-invalid", "true")


def _menu(playground: Playground) -> None:
    playground.page.get_by_role("button", name="More ways to step").click()


def _help(playground: Playground) -> None:
    playground.page.keyboard.press("?")


def _table(playground: Playground) -> None:
    playground.place_two_classes()
    playground.page.get_by_role("button", name="All points as a table").click()
    expect(playground.page.get_by_role("table", name="Points", exact=True)).to_be_visible()


def _heights(playground: Playground) -> None:
    playground.draw_sample("Bumps")


STATES = [_nothing, _training, _chosen, _setting, _refused, _menu, _help, _table, _heights]


@pytest.mark.parametrize("reach", some(STATES, 3, 1), ids=lambda reach: reach.__name__.strip("_"))
def test_axe_finds_no_violation(new_page: NewPage, reach: Callable[[Playground], None]) -> None:
    """In each state of the page and both themes, which differ in colours alone."""
    page = new_page(color_scheme="light", reduced_motion="reduce")
    playground = Playground(page)
    reach(playground)
    assert _violations(page) == []
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert _violations(page, COLOURS) == []


def test_on_a_phone_axe_finds_no_violation_and_a_finger_hits_every_control(new_page: NewPage) -> None:
    """The page in one column, and the sheet of settings over it; 44 pixels for whatever is pressed."""
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    assert page.evaluate(TOO_SMALL) == []
    assert _violations(page) == []
    playground.run_sentence.get_by_role("button").first.tap()
    expect(page.get_by_role("dialog", name="Training")).to_be_visible()
    assert _violations(page) == []


def test_nothing_runs_off_the_side(new_page: NewPage) -> None:
    """No width makes the page scroll sideways, nor the data sets where they are folded."""
    page = new_page(viewport={"width": WIDTHS[0], "height": 800}, reduced_motion="reduce")
    Playground(page).draw_sample("4 quadrants")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(FITS, arg=width)
    page.set_viewport_size({"width": 1024, "height": 768})
    page.locator("#data-sets").click()
    assert page.locator("#gallery").evaluate("all => all.scrollWidth - all.clientWidth") == 0


def test_less_motion_where_it_is_asked_for(new_page: NewPage) -> None:
    """No transition lasts, and training goes on all the same."""
    page = new_page(reduced_motion="reduce")
    playground = Playground(page)
    playground.place_two_classes()
    playground.primary.click()
    playground.expect_correct()
    assert (
        page.locator("#train").evaluate("train => parseFloat(getComputedStyle(train).transitionDuration)")
        == 0
    )


def test_what_happens_is_said(page: Page) -> None:
    """The brush, the plane and undo speak to those who don't see them."""
    playground = Playground(page)
    said = page.locator("#announcements")
    page.keyboard.press("2")
    expect(said).to_have_text("Brush: square")
    playground.click((1, 1))
    name = re.compile("^Plane, 1 point, 2 classes, (0|100)% correct$")
    expect(playground.plane).to_have_attribute("aria-label", name)
    page.keyboard.press("Control+z")
    expect(said).to_have_text("Undo: point added")


def _violations(page: Page, asked: dict[str, Any] = EVERYTHING) -> list[Any]:
    """What axe complains of, in few words."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    report = page.evaluate("asked => axe.run(document, { resultTypes: ['violations'], ...asked })", asked)
    return [
        (violation["id"], node["target"], node["failureSummary"])
        for violation in report["violations"]
        for node in violation["nodes"]
    ]


TOO_SMALL = """() => {
  const least = 44;
  // Links in a line; a sentence, which is one target; a layer's name, as the count under it does as much.
  const exempt = '.focus-layer, .vh, .skip, .recipe, nav, .layer-heading .name';
  const isSmall = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest(exempt)) return false;
    const around = getComputedStyle(element, '::before');
    const grown = (side) => around.content === 'none' ? 0 : Math.max(0, -parseFloat(around[side]) || 0);
    const width = box.width + grown('left') + grown('right');
    const height = box.height + grown('top') + grown('bottom');
    return width < least - 0.5 || height < least - 0.5;
  };
  return [...document.querySelectorAll('button, a, input, [role=radio]')].filter(isSmall)
    .map((element) => `${element.id || element.className} ${element.textContent.trim()}`);
}"""
