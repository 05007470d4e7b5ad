"""The article in each of its forms: without a script, on paper, on every screen, by ear."""

from typing import Literal

from playwright.sync_api import Page, expect

from tests.browser.article.article_page import FIGURES, NewPage, all_awake, awake, opened
from tests.repository import ROOT
from tests.thoroughness import THOROUGH, some

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def test_the_recap_is_printed_by_itself(article: Page) -> None:
    figure = awake(article, 12)
    article.evaluate("window.print = () => { window.printed = document.documentElement.dataset.sheet; }")
    figure.get_by_role("button", name="Print this sheet").click()
    assert article.evaluate("printed") == "recap"
    article.emulate_media(media="print")
    expect(figure.locator(".still")).to_be_visible()
    expect(article.locator("#worked")).to_be_hidden()
    article.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(article.locator("#worked")).to_be_visible()


def test_everything_can_be_read_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/maths")
    expect(page.locator("figure .still").first).to_be_visible()
    for name in ("#eq-B2 .katex", "#symbol-d", "#worked", ".references li"):
        page.locator(name).first.scroll_into_view_if_needed()
        expect(page.locator(name).first).to_be_visible()
    page.locator("summary").first.click()
    expect(page.locator("details[open]")).to_contain_text("123")


def test_print_shows_stills_and_answers(article: Page) -> None:
    awake(article, 1)
    article.emulate_media(media="print")
    expect(article.locator("#figure-1 .still")).to_be_visible()
    expect(article.locator("#figure-1 .live")).to_be_hidden()
    expect(article.locator(".contents")).to_be_hidden()


FLATTEN = """[...document.querySelectorAll('.katex')].filter((_, at) => at % 15).forEach((formula) => {
  formula.replaceChildren(formula.querySelector('.katex-html').textContent);
  Object.assign(formula.style, { whiteSpace: 'normal', overflowWrap: 'anywhere' });
})"""
"""Nine of ten elements are the boxes within formulas, which are alike: axe sees those of every fifteenth."""
ASKED = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
PLACES = ["html"] if THOROUGH else [".top", ".opening", "#backpropagation", "#practice"]
WINDOWS: list[tuple[int, Literal["light", "dark"]]] = [(1440, "light"), (390, "dark")]


HEIGHTS = (
    "[...document.querySelectorAll('figure[id^=figure-]')].map((figure) => [figure.id, figure.offsetHeight])"
)


def test_nothing_runs_off_the_screen_and_no_figure_is_taller_than_a_laptops_window(article: Page) -> None:
    page = all_awake(article)
    for width in (1280, 1440, 1920, 1024, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        heights = page.evaluate(HEIGHTS)
        assert len(heights) == FIGURES
        if width >= 1280:
            assert [(figure, height) for figure, height in heights if not 100 < height <= 760] == [], width


def test_a_figure_fits_a_phones_window_with_its_caption(article: Page) -> None:
    page = all_awake(article)
    for width in (360, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert [(figure, height) for figure, height in page.evaluate(HEIGHTS) if height > 760] == [], width


def test_axe_finds_no_violation(article: Page) -> None:
    """On a wide light page, and on a narrow dark one."""
    page = all_awake(article)
    page.evaluate(AXE.read_text())
    page.evaluate(FLATTEN)
    for width, scheme in some(WINDOWS, 1, 1):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("html")).to_have_attribute("data-theme", scheme)
        all_awake(page)  # what is too wide is found out where it comes into sight
        report = page.evaluate(
            "([places, asked]) => axe.run({ include: places }, asked)",
            [[[place] for place in PLACES], ASKED],
        )
        found = [(one["id"], [node["target"] for node in one["nodes"]]) for one in report["violations"]]
        assert found == [], (width, scheme)
    opened(page)  # its formulas are whole again
