"""A pass that asks before it shows: answers are judged by a calculation by hand, and counted."""

import math
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.known_network import open_known
from tests.browser.test_follow import A2, D2, D3, PARAMETERS, POINT, RATE, follow, title

LARGEST = max(range(2), key=lambda k: abs(D2[k]))
OTHER = 1 - LARGEST


def open_predicting(page: Page) -> Locator:
    """The known network, followed with questions; answers the block of the question."""
    open_known(page, PARAMETERS, [POINT])
    follow(page)
    page.get_by_role("button", name="Predict").click()
    expect(page.get_by_role("button", name="Predict")).to_have_attribute("aria-pressed", "true")
    return page.locator(".question")


def walk_to_the_last_blame_that_is_told(page: Page) -> None:
    """From the input by the arrow key to what comes right before the blame of layer 2."""
    for expected in ("Neuron 1 of layer 2", "Output neuron 1", "cost", "Blame reaches output neuron 1"):
        page.keyboard.press("ArrowRight")
        expect(title(page)).to_contain_text(re.compile(expected, re.IGNORECASE))


def walk_to_the_question(page: Page) -> None:
    """And on to what is asked before the blame of layer 2."""
    walk_to_the_last_blame_that_is_told(page)
    page.keyboard.press("ArrowRight")


def score(page: Page) -> Locator:
    return page.locator(".predict")


def test_the_largest_blame_and_up_or_down_are_asked_for_and_counted(page: Page) -> None:
    """Two classes by softmax are blamed alike, so the first question is that of layer 2.

    By hand: of the one point, ∂C/∂w = a δ; the step is −η times that.
    """
    question = open_predicting(page)
    walk_to_the_question(page)
    expect(question).to_be_visible()
    expect(page.locator(".pass .sentences")).to_be_hidden()
    expect(page.locator("#announcements")).to_contain_text("Which neuron gets the largest share")
    question.get_by_role("button", name=f"Neuron {LARGEST + 1}").click()
    expect(question).to_be_hidden()
    expect(title(page)).to_contain_text("layer 2")
    verdict = page.locator(".verdict")
    expect(verdict).to_contain_text("Right: ")
    expect(verdict).to_contain_text(f"neuron {LARGEST + 1} of layer 2 has δ = {_shown(D2[LARGEST])}")
    expect(verdict).to_contain_text(f"the size of the other is {abs(D2[OTHER]):.4f}")
    expect(score(page)).to_have_text("Predict 1/1")
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_contain_text("shares out its blame")
    page.keyboard.press("ArrowRight")
    expect(question).to_contain_text("The update comes next")
    # The first point at step 0 is asked about the first weight: from x1 to neuron 1 of layer 2.
    expect(question).to_contain_text("weight from input x1 to neuron 1 of layer 2, 0.5000 now")
    gradient = POINT[0] * D2[0]
    question.get_by_role("button", name="Down" if gradient > 0 else "Up").click()
    verdict = page.locator(".verdict")
    expect(verdict).to_contain_text(f"Right: its gradient over the batch is {_shown(gradient)}")
    expect(verdict).to_contain_text(f"from 0.5000 to {_shown(0.5 - RATE * gradient)}")
    expect(score(page)).to_have_text("Predict 2/2")


def test_a_wrong_answer_by_keyboard_says_what_is_right_and_a_question_can_be_passed_over(page: Page) -> None:
    question = open_predicting(page)
    walk_to_the_question(page)
    expect(page.get_by_role("button", name="Neuron 1", exact=True)).to_be_focused()
    if OTHER == 1:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_contain_text("Not quite: ")
    expect(score(page)).to_have_text("Predict 0/1")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(question).to_contain_text("The update comes next")
    page.keyboard.press("ArrowRight")  # shows it unanswered
    expect(question).to_be_hidden()
    expect(score(page)).to_have_text("Predict 0/1")


@pytest.mark.thorough
def test_a_pass_that_plays_waits_and_plays_on_when_the_verdict_was_read(page: Page) -> None:
    question = open_predicting(page)
    walk_to_the_last_blame_that_is_told(page)
    expect(page.get_by_role("button", name="Play the pass")).to_be_visible()  # the phase has been shown
    page.keyboard.press("p")
    expect(question).to_be_visible(timeout=15_000)
    question.get_by_role("button", name="Neuron 1").click()
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.get_by_role("button", name="Play the pass")).to_be_visible()
    page.get_by_role("button", name="Play on").click()
    expect(page.locator(".verdict")).to_be_hidden(timeout=15_000)
    expect(question).to_contain_text("The update comes next", timeout=15_000)


@pytest.mark.thorough
def test_a_question_goes_with_its_point_and_the_wish_is_remembered(page: Page) -> None:
    question = open_predicting(page)
    walk_to_the_question(page)
    expect(question).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".pass")).to_be_hidden()
    page.get_by_role("button", name="Follow a point").click()
    expect(page.get_by_role("button", name="Predict")).to_have_attribute("aria-pressed", "true")
    expect(question).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Delete the chosen point").click()
    expect(page.locator(".pass")).to_be_hidden()
    expect(page.locator("#reading")).to_contain_text("point")


@pytest.mark.thorough
def test_without_the_wish_nothing_is_asked(page: Page) -> None:
    open_known(page, PARAMETERS, [POINT])
    follow(page)
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(title(page)).to_contain_text("layer 2")
    expect(page.locator(".question")).to_be_hidden()


def test_the_hand_calculation_asks_what_it_seems_to() -> None:
    """The two blames of layer 2 differ enough to be told apart, and so do those of the output in sign."""
    assert abs(abs(D2[0]) - abs(D2[1])) > 1e-3
    assert math.isclose(D3[0], -D3[1])
    assert all(abs(a) < 1 for a in A2)


def _shown(value: float) -> str:
    return f"{value:.4f}".replace("-", "−")
