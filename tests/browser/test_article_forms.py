"""The article in each of its forms: without a script, on paper, on every screen, by ear."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.article_page import FIGURES, NewPage, all_awake, awake, opened
from tests.repository import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def test_the_recap_is_printed_by_itself(page: Page) -> None:
    figure = awake(opened(page), 12)
    page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.sheet; }")
    figure.get_by_role("button", name="Print this sheet").click()
    assert page.evaluate("printed") == "recap"
    page.emulate_media(media="print")
    expect(figure.locator(".still")).to_be_visible()
    expect(page.locator("#worked")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#worked")).to_be_visible()


def test_everything_can_be_read_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/maths")
    expect(page.locator("figure .still").first).to_be_visible()
    for name in ("#eq-B2 .katex", "#symbol-d", "#worked", ".references li"):
        page.locator(name).first.scroll_into_view_if_needed()
        expect(page.locator(name).first).to_be_visible()
    page.locator("summary").first.click()
    expect(page.locator("details[open]")).to_contain_text("123")


def test_print_shows_stills_and_answers(page: Page) -> None:
    awake(opened(page), 1)
    page.emulate_media(media="print")
    expect(page.locator("#figure-1 .still")).to_be_visible()
    expect(page.locator("#figure-1 .live")).to_be_hidden()
    expect(page.locator(".contents")).to_be_hidden()


FLATTEN = """[...document.querySelectorAll('.katex')].filter((_, at) => at % 15).forEach((formula) => {
  formula.replaceChildren(formula.querySelector('.katex-html').textContent);
  Object.assign(formula.style, { whiteSpace: 'normal', overflowWrap: 'anywhere' });
})"""
"""Nine of ten elements are the boxes within formulas, which are alike: axe sees those of every fifteenth."""


def test_no_figure_is_taller_than_a_laptops_window(new_page: NewPage) -> None:
    page = all_awake(new_page(viewport={"width": 1280, "height": 800}))
    for width in (1280, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        for number in range(1, FIGURES + 1):
            box = page.locator(f"#figure-{number}").bounding_box()
            assert box
            assert box["height"] <= 760, (width, number)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_no_violation(new_page: NewPage, width: int, scheme: str) -> None:
    page = all_awake(new_page(viewport={"width": width, "height": 900}, color_scheme=scheme))
    page.evaluate(AXE.read_text())
    page.evaluate(FLATTEN)
    report = page.evaluate(
        "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
    )
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in report["violations"]] == []


def test_nothing_runs_off_the_screen(new_page: NewPage) -> None:
    page = all_awake(new_page(viewport={"width": 1440, "height": 900}))
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
