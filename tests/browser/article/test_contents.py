"""The article's contents: beside the text, within reach of the pointer, and each link lands where it says."""

import pytest
from playwright.sync_api import Page, expect

from tests.thoroughness import some

SECTIONS = (
    "network", "notation", "feedforward", "cost", "descent", "derivatives", "backpropagation", "worked",
    "practice", "summary", "further",
)  # fmt: skip
# How far below the header a section begins.
OFF = """id => {
  const top = document.querySelector('.top').getBoundingClientRect().bottom;
  return document.getElementById(id).getBoundingClientRect().top - top;
}"""
LANDED = f"id => Math.abs(({OFF})(id)) < 40"
AT_THE_END = "innerHeight + scrollY >= document.documentElement.scrollHeight - 1"
OVERLAPS = """() => {
  const { right, left, width } = document.querySelector('.contents').getBoundingClientRect();
  return [...document.querySelectorAll('.first > *, section > *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.left < right && box.right > left;
  }).map((element) => element.outerHTML.slice(0, 80));
}"""


def opened(page: Page, place: str = "") -> Page:
    """The article, with scrolling that takes no time."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"/maths{place}")
    return page


def expect_landed(page: Page, section: str) -> None:
    page.wait_for_function(f"id => ({LANDED})(id) || ({AT_THE_END})", arg=section)
    expect(page.locator(f"#{section}-title")).to_be_in_viewport()


def test_no_text_lies_under_the_contents(article: Page) -> None:
    for width in (1241, 1280, 1366, 1375, 1440, 1920):
        article.set_viewport_size({"width": width, "height": 800})
        assert article.evaluate(OVERLAPS) == [], width
        assert article.evaluate("document.documentElement.scrollWidth") == width


def test_an_address_with_a_section_lands_on_it(page: Page) -> None:
    """Also for one that has never been laid out, nor anything above it: each is loaded anew."""
    for section in some(SECTIONS, 6, 1):
        page.goto("about:blank")
        expect_landed(opened(page, f"#{section}"), section)


@pytest.mark.parametrize(("turn", "width"), some([(0, 1440), (1, 390)], 0, 1))
def test_the_contents_lead_to_each_section_and_back(article: Page, turn: int, width: int) -> None:
    """Wherever the page has been scrolled to, a click reaches the list, which no section covers."""
    article.set_viewport_size({"width": width, "height": 900})
    for section in some((*reversed(SECTIONS), *SECTIONS), turn, 6):
        if width < 1241:
            article.evaluate("scrollTo(0, 0)")
        article.locator(f'.contents a[href="#{section}"]').click()
        expect_landed(article, section)


# A symbol's link opens the glossary where it stands.
PLACES = """[...new Set([...document.querySelectorAll('main a[href^="#"]:not(.symbol)')]
  .map((link) => link.hash.slice(1)))]"""
FOLLOW = "id => document.querySelector(`main a[href='#${id}']:not(.symbol)`).click()"
ARRIVED = f"id => (({OFF})(id) >= 0 && ({OFF})(id) < 60) || ({AT_THE_END})"


def test_every_link_of_the_text_lands_where_it_says(page: Page) -> None:
    """From a fresh load, in which nothing between has been laid out."""
    places = opened(page).evaluate(PLACES)
    assert len(places) > 30
    for place in some(places, 5, 2):
        page.goto("about:blank")
        opened(page).evaluate(FOLLOW, place)
        page.wait_for_function(ARRIVED, arg=place)
        expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    page.evaluate("location.hash = '#summary'")  # as if typed: most above it has not been laid out
    expect_landed(page, "summary")


@pytest.mark.thorough
def test_a_place_that_is_typed_is_found(page: Page) -> None:
    """Nothing above it has been laid out, and no link was followed."""
    opened(page).evaluate("location.hash = '#summary'")
    expect_landed(page, "summary")


NOTES_THAT_COLLIDE = """() => {
  const boxes = [...document.querySelectorAll('.note')].map((note) => {
    const parts = [...note.children].map((part) => part.getBoundingClientRect());
    return {
      name: note.textContent.slice(0, 40), left: parts[0].left, right: parts[0].right,
      top: Math.min(...parts.map(({ top }) => top)), bottom: Math.max(...parts.map(({ bottom }) => bottom)),
    };
  });
  const others = [...document.querySelectorAll('section > .wide, h2')].map((other) => {
    const { left, right, top, bottom } = other.getBoundingClientRect();
    return { name: other.id || other.textContent, left, right, top, bottom };
  });
  return boxes.flatMap((box, at) => [...boxes.slice(at + 1), ...others].filter((other) =>
    box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)
    .map((other) => `${box.name} / ${other.name}`));
}"""


def test_side_notes_lie_over_nothing(article: Page) -> None:
    article.locator("#further").scroll_into_view_if_needed()
    for width in (1024, 1241, 1440):
        article.set_viewport_size({"width": width, "height": 900})
        assert article.evaluate(NOTES_THAT_COLLIDE) == [], width
