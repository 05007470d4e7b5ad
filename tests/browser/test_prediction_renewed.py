"""A question that waits while something changes under it ends, or is asked of what is there now."""

import math
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.known_network import open_known
from tests.browser.test_follow import POINT, follow, title
from tests.browser.test_prediction import (
    FAR,
    open_predicting,
    question,
    shown,
    switch,
    verdict,
    walk_to_the_first_question,
)


def test_a_point_that_is_dragged_is_asked_about_where_it_lies(page: Page) -> None:
    """By hand for the point at (2, 2): the answer is in the numbers of that one."""
    playground = open_predicting(page)
    walk_to_the_first_question(page)
    playground.drag((1, 2), (2, 2))
    z2 = [0.5 * 2 - 0.25 * 2 + 0.5, -1.0 * 2 + 0.5 * 2 - 1.0]
    a2 = [math.tanh(z) for z in z2]
    z3 = [1.0 * a2[0] - 0.5 * a2[1], 0.5 * a2[0] + 1.0 * a2[1] + 0.25]
    d3 = math.exp(z3[0]) / (math.exp(z3[0]) + math.exp(z3[1]))
    d2 = [(1 - a2[0] ** 2) * (1.0 - 0.5) * d3, (1 - a2[1] ** 2) * (-0.5 - 1.0) * d3]
    largest = max(range(2), key=lambda k: abs(d2[k]))
    expect(question(page)).to_be_visible()
    question(page).get_by_role("button", name=f"Neuron {largest + 1}").click()
    expect(verdict(page)).to_contain_text(
        f"Right: neuron {largest + 1} of layer 2 has δ = {shown(d2[largest])}"
    )


def test_a_question_goes_with_its_point(page: Page) -> None:
    open_predicting(page, FAR)
    walk_to_the_first_question(page)
    page.keyboard.press("Delete")
    expect(page.locator("#reading")).to_contain_text("The point of this pass is gone")
    expect(question(page)).to_be_hidden()


def test_a_question_goes_when_the_network_takes_another_shape(page: Page) -> None:
    open_predicting(page)
    walk_to_the_first_question(page)
    page.get_by_role("button", name="Remove a neuron from layer 2").click()
    expect(page.locator("#reading")).to_contain_text("another shape")
    expect(question(page)).to_be_hidden()


def test_a_question_goes_when_training_begins(page: Page) -> None:
    playground = open_predicting(page)
    walk_to_the_first_question(page)
    playground.primary.click()
    playground.expect_step_beyond(0)
    expect(question(page)).to_be_hidden()


def test_a_question_goes_when_the_numbers_break(page: Page) -> None:
    """A linear network at a rate of 100 overflows soon; each step on the way is asked about anew."""
    parameters = [0.5, -1.0, -0.25, 0.5, 0.5, -1.0, 1.0, 0.5, -0.5]
    linear: dict[str, Any] = {
        "task": "regression",
        "activation": "linear",
        "output": "linear",
        "cost": "squared_error",
        "learning_rate": 100,
    }
    playground = open_known(page, parameters, [POINT], None, **linear)
    follow(page)
    switch(page).click()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(question(page)).to_be_visible()
    for step in range(1, 4):
        page.keyboard.press(".")
        playground.expect_step(step)
        expect(question(page)).to_be_visible()
    for _ in range(10):
        page.keyboard.press(".")
    expect(page.get_by_text("The steps became too large.")).to_be_visible()
    expect(question(page)).to_be_hidden()


def test_another_point_is_asked_about_instead(page: Page) -> None:
    """The plane has the focus from the click; the arrow key is the pass's all the same."""
    playground = open_predicting(page, FAR)
    walk_to_the_first_question(page)
    playground.click((FAR[0], FAR[1]))
    expect(question(page)).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(question(page)).to_be_hidden()
    expect(title(page)).to_contain_text("collects its blame")
