"""A page that can't start says so in one sentence; the article can be read all the same."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.article.article_page import INTO_SIGHT
from tests.browser.conftest import NewPage
from tests.browser.playground import Playground
from tests.thoroughness import some

PAGES = {
    "/": "The playground has not started",
    "/maths": "The figures stay still",
    "/by-hand": "The sheet has not started",
}
NEEDED = re.compile(r"/built/(?:playground|article|by_hand)-\w+\.js$")
"""What a page starts with."""

FAILURES = {
    "is not there": lambda route: route.fulfill(status=404, content_type="text/html", body="not here"),
    "is in a syntax to come": lambda route: route.fulfill(
        content_type="text/javascript", body="export const mountThemeSwitch = () => 1 |> 2;"
    ),
    "is blocked": lambda route: route.abort("blockedbyclient"),
    "fails": lambda route: route.fulfill(
        content_type="text/javascript", body="throw new Error('broken'); export const mountThemeSwitch = 1;"
    ),
}
REMARKS = ["Failed to load resource", "Unexpected token", "broken"]


def sentence(page: Page) -> Locator:
    return page.locator(".standstill p").filter(visible=True)


def expect_readable(page: Page) -> None:
    """The article's text is there, formulas and stills included; a playground that is dead invites nobody."""
    if page.url.endswith("/maths"):
        expect(page.locator("#eq-B2 .katex").first).to_be_visible()
        expect(page.locator("#figure-1 .still")).to_be_visible()
    else:
        expect(page.locator("#invitation")).to_be_hidden()


@pytest.mark.parametrize(
    ("failure", "address"),
    [(failure, address) for turn, failure in enumerate(FAILURES) for address in some(list(PAGES), turn, 1)],
)
def test_a_page_whose_module_fails_says_so(
    page: Page, address: str, failure: str, expected_remarks: list[str]
) -> None:
    expected_remarks += REMARKS
    page.route(NEEDED, FAILURES[failure])
    page.goto(address)
    expect(sentence(page)).to_contain_text(PAGES[address])
    expect(page.get_by_role("alert")).to_have_count(1)
    expect_readable(page)


@pytest.mark.parametrize("address", some(list(PAGES), 0, 1))
def test_a_page_whose_scripts_are_all_blocked_says_so_a_little_later(
    page: Page, address: str, expected_remarks: list[str]
) -> None:
    expected_remarks += ["Content Security Policy", "Content-Security-Policy"]

    def block(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": "script-src 'none'"}
        route.fulfill(response=answer, headers=headers)

    page.route(f"**{address}", block)
    page.goto(address)
    expect(sentence(page)).to_have_count(0)
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
    expect(sentence(page)).to_contain_text(PAGES[address])


@pytest.mark.parametrize("address", some(list(PAGES), 1, 1))
def test_a_browser_that_is_too_old_is_told(page: Page, address: str) -> None:
    page.add_init_script("delete HTMLElement.prototype.popover")
    page.goto(address)
    expect(sentence(page)).to_contain_text("Chrome 114, Firefox 125 or Safari 17 at least")
    expect_readable(page)


@pytest.mark.parametrize("address", some(list(PAGES), 0, 1))
def test_a_page_that_started_says_nothing_of_it(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("data-started", "")
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
    expect(sentence(page)).to_have_count(0)


def test_a_figure_whose_module_does_not_load_says_so_and_the_others_live(
    page: Page, expected_remarks: list[str]
) -> None:
    expected_remarks += ["Failed to load resource", "Failed to fetch dynamically imported module"]
    page.route("**/mountain_figure-*.js", FAILURES["is not there"])
    page.goto("/maths")
    for number, words in ((6, True), (5, False)):
        figure = page.locator(f"#figure-{number}")
        figure.evaluate(INTO_SIGHT)
        if words:
            expect(figure.get_by_role("alert")).to_contain_text("This figure did not load.")
        else:
            expect(figure).to_have_class(re.compile(r"\bawake\b"))


def test_settings_that_do_not_load_are_spoken_of(page: Page, expected_remarks: list[str]) -> None:
    expected_remarks.append("Failed to load resource")

    def refuse(route: Route) -> None:
        route.abort("connectionfailed")

    page.route("**/built/open-*.js", refuse)
    playground = Playground(page)
    playground.network_sentence.get_by_role("button").first.click()
    expect(playground.reading.locator(".trouble")).to_contain_text("The settings could not be fetched")


def test_without_scripts_both_pages_say_what_is_missing(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    for address, words in {"/": "draws with JavaScript", "/maths": "the figures stay still"}.items():
        page.goto(address)
        told = page.locator("noscript p").first
        expect(told).to_be_visible()
        assert words in told.inner_text()
        expect(sentence(page)).to_have_count(0)
