"""What is read together is of one moment and true of it, and nothing that is no number is ever shown."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.been_here import PLAYS_PASSES
from tests.browser.conftest import SERVER_GONE, NewPage
from tests.browser.playground import Playground
from tests.running_server import running_server
from tests.thoroughness import some

SAMPLES, MOST, TOLD = 60, 1200, 3
"""Looks at the page, one a frame, and more of them until it has told of so many steps."""

READ_TOGETHER = """async ([samples, most, told]) => {
  const text = (selector) => document.querySelector(selector).textContent;
  const read = () => ({
    step: text('#step-count'), title: text('#reading h3'), words: text('#reading .say p'),
    bars: document.querySelector('.updates').getAttribute('aria-label'),
    loss: text('#train-cost'), cost: document.querySelector('[data-key="C"]').getAttribute('aria-label'),
    correct: text('#train-accuracy'), plane: document.querySelector('#plane').getAttribute('aria-label'),
  });
  const moments = [];
  const steps = new Set();
  while (moments.length < samples || (steps.size < told && moments.length < most)) {
    await new Promise(requestAnimationFrame);
    moments.push(read());
    steps.add(moments.at(-1).step);
  }
  return moments;
}"""

READ_ALL = """() => {
  const seen = (element) => element.getClientRects().length > 0
    && getComputedStyle(element).visibility !== 'hidden';
  const all = [...document.querySelectorAll('body *')]
    .filter((element) => !element.closest('script, style, .katex-mathml'));
  const texts = all.filter(seen).flatMap((element) => [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent));
  const names = all.flatMap((element) => [...element.attributes]
    .filter(({ name }) => /^(aria-|title$|alt$|placeholder$)/.test(name)).map(({ value }) => value));
  const named = (ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('');
  const nameOf = (element) => element.getAttribute('aria-label') || element.textContent.trim()
    || element.title || named(element.getAttribute('aria-labelledby') ?? '')
    || [...(element.labels ?? [])].map((label) => label.textContent).join('');
  const roles = ['img', 'group', 'application', 'radio'].map((role) => `[role=${role}]`);
  const control = ['button', 'a[href]', 'input', 'select', 'dialog', ...roles].join();
  const nameless = all.filter((element) => element.matches(control) && seen(element))
    .filter((element) => !nameOf(element).trim()).map((element) => element.outerHTML.slice(0, 120));
  return { texts, names, nameless };
}"""

NO_NUMBER = re.compile(r"NaN(?!, “not a number”)|undefined|\bnull\b|\[object|Infinity|−0(\.0*)?(?![.\d])|≈0")


@contextmanager
def _stopped_server(page_of: NewPage) -> Iterator[Playground]:
    """A playground with points whose server has just ended."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings = {"CHAINRULE_PORT": str(probe.getsockname()[1])}
    with running_server(settings=settings) as address:
        playground = Playground(page_of(base_url=address))
        playground.place_two_classes()
        playground.page.keyboard.press(".")
        playground.expect_step(1)
    expect(playground.page.get_by_text("The connection dropped").first).to_be_visible()
    yield playground


def assert_readable(page: Page, state: str) -> None:
    """No text and no accessible name leaks what is no number, and no control is without a name."""
    shown = page.evaluate(READ_ALL)
    leaks = [text for text in (*shown["texts"], *shown["names"]) if NO_NUMBER.search(text)]
    assert leaks == [], state
    assert shown["nameless"] == [], state


def test_heading_sentence_bars_and_numbers_are_of_one_moment_while_training(page: Page) -> None:
    """At full speed, whenever it is looked at."""
    playground = Playground(page)
    playground.draw_sample("Spiral")
    page.get_by_role("slider", name="Speed").press("End")
    playground.primary.click()
    playground.expect_step_beyond(1000)
    moments = page.evaluate(READ_TOGETHER, [SAMPLES, MOST, TOLD])
    assert len({moment["step"] for moment in moments}) >= TOLD
    for moment in moments:
        step = moment["step"]
        assert moment["title"] == f"Step {step}, in words"
        bars = re.fullmatch(
            r"Bars of step (.+): (\d+) of (\d+) weights and biases moved, one by (\S+), none further",
            moment["bars"],
        )
        assert bars, moment
        assert bars[1] == step
        assert moment["words"].endswith(f"by {bars[4]}."), moment
        assert f"{bars[2] if bars[2] != bars[3] else 'All ' + bars[3]}" in moment["words"], moment
        assert moment["cost"] == f"cost over all training points, {moment['loss']}"
        assert moment["plane"].endswith(f", {moment['correct']} of the training points correct")


def test_no_state_of_the_page_shows_what_is_no_number(page: Page) -> None:
    """Empty, one point, stepping, training, paused, with fewer neurons, reset, in regression, diverged."""
    page.add_init_script(PLAYS_PASSES)
    playground = Playground(page)
    assert_readable(page, "empty")
    playground.click((0.003, -0.004))
    playground.expect_points(1)
    expect(page.locator(".pass")).to_be_visible()
    assert_readable(page, "one point, its pass begun")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert_readable(page, "one point")
    page.keyboard.press(".")
    playground.expect_step(1)
    assert_readable(page, "one step")
    playground.draw_sample("3 blobs")
    assert_readable(page, "other points after a step")
    page.keyboard.press("Space")
    playground.expect_step_beyond(20)
    assert_readable(page, "training")
    playground.pause()
    assert_readable(page, "paused")
    page.get_by_role("button", name="Remove a neuron from layer 3").click()
    expect(playground.reading).to_contain_text("is not known here")
    assert_readable(page, "a neuron less while paused")
    page.get_by_role("button", name="All points as a table").click()
    expect(page.get_by_role("table", name="Points", exact=True)).to_be_visible()
    assert_readable(page, "the table")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reset to the same initial weights").click()
    playground.expect_step(0)
    assert_readable(page, "reset")
    playground.draw_sample("Bumps")
    assert_readable(page, "regression")
    playground.open_setting("tanh").get_by_role("radio", name="linear").click()
    page.keyboard.press("Escape")
    playground.open_setting("0.1")
    playground.type_number("Learning rate", "50")
    page.keyboard.press("Escape")
    playground.primary.click()
    expect(page.get_by_text("The steps became too large.")).to_be_visible(timeout=15_000)
    assert_readable(page, "diverged")


def test_offline_nothing_is_claimed_of_points_that_nobody_measured(
    new_page: NewPage, expected_remarks: list[str]
) -> None:
    """The cost is that of the points that were there; a chosen point still speaks for itself."""
    expected_remarks.extend(SERVER_GONE)
    with _stopped_server(new_page) as playground:
        page = playground.page
        assert_readable(page, "offline")
        loss = page.locator("#train-cost")
        expect(loss).to_have_text(re.compile(r"^\d"))
        expect(playground.reading).not_to_contain_text("Training goes on")
        playground.click((2.5, -2.5))
        playground.expect_points(11)
        expect(loss).to_have_text("–")
        assert_readable(page, "offline with another point")


def test_a_page_that_the_server_does_not_admit_says_so(new_page: NewPage) -> None:
    """The server answers, so the page doesn't say that it does not."""
    page = new_page()
    page.add_init_script("Object.defineProperty(window, 'crossOriginIsolated', { value: false })")

    def refuse(route: WebSocketRoute) -> None:
        route.close(code=4403, reason="not admitted")

    page.route_web_socket("**/socket", refuse)
    page.goto("/")
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
    expect(page.locator(".lost")).to_contain_text(f"This server does not accept pages from {origin}.")
    expect(page.locator(".lost")).to_contain_text(f"CHAINRULE_ALLOWED_ORIGINS={origin}")
    expect(page.locator("#reading h3")).to_have_text(f"This server does not accept pages from {origin}.")
    expect(page.locator("body")).not_to_contain_text("does not answer")


def test_the_chosen_points_numbers_stay_while_the_pointer_is_elsewhere(page: Page) -> None:
    """Its words say that they stand at the neurons, so those of another place don't."""
    playground = Playground(page)
    playground.place_two_classes()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    playground.click((1, 1))
    expect(playground.reading).to_contain_text("A square at 1.00, 1.00")
    expect(playground.reading).to_contain_text("Its numbers stand at the neurons above.")
    output = page.locator("[data-key='a:4:1']")
    expect(output).to_have_attribute("aria-label", re.compile(r"activation \d"))
    said = output.get_attribute("aria-label")
    page.mouse.move(*playground.pixel(-2, -2))
    page.mouse.move(*playground.pixel(-2.1, -2))
    assert output.get_attribute("aria-label") == said


@pytest.mark.parametrize("width", some([1440, 390], 1, 1))
def test_names_of_weights_and_biases_follow_training(new_page: NewPage, width: int) -> None:
    """A bias that has moved is not read as 0.00."""
    page = new_page(viewport={"width": width, "height": 900})
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    bias = page.locator("[data-key='a:2:0']")
    expect(bias).to_have_attribute("aria-label", "neuron 1 of layer 2, bias 0.00")
    playground.primary.click()
    playground.expect_step_beyond(50)
    expect(bias).not_to_have_attribute("aria-label", "neuron 1 of layer 2, bias 0.00")
    playground.pause()
    expect(bias).to_have_attribute("aria-label", re.compile(r"bias −?\d"))
