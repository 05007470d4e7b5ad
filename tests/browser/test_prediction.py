"""A pass that asks before it shows: answers are judged by a calculation by hand, and counted."""

import math
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.known_network import Point, open_known
from tests.browser.playground import Playground
from tests.browser.test_follow import A2, A3, D2, D3, PARAMETERS, POINT, RATE, follow, title

LARGEST = max(range(2), key=lambda k: abs(D2[k]))
OTHER = 1 - LARGEST
# The first point at step 0 is asked about the first weight that moves: from x1 to neuron 1 of layer 2.
WEIGHT = 0.5
GRADIENT = POINT[0] * D2[0]
UPDATED = WEIGHT - RATE * GRADIENT
RIGHT, WRONG = ("Down", "Up") if GRADIENT > 0 else ("Up", "Down")
FAR: Point = (-1.0, -1.0, 0)


def open_predicting(page: Page, *others: Point) -> Playground:
    """The known network, its first point followed with questions, at the input."""
    playground = open_known(page, PARAMETERS, [POINT, *others])
    follow(page)
    switch(page).click()
    expect(switch(page)).to_have_attribute("aria-pressed", "true")
    return playground


def switch(page: Page) -> Locator:
    return page.get_by_role("button", name="Predict")


def question(page: Page) -> Locator:
    return page.locator(".question")


def verdict(page: Page) -> Locator:
    return page.locator(".verdict")


def score(page: Page) -> Locator:
    return page.locator(".pass .score span")


def walk_to_the_first_question(page: Page) -> None:
    """By the arrow key to what is asked before the blame of layer 2.

    Two classes by softmax are blamed alike, so nothing is asked before the blame of the output.
    """
    for expected in ("Neuron 1 of layer 2", "Output neuron 1", "cost", "Blame reaches output neuron 1"):
        page.keyboard.press("ArrowRight")
        expect(title(page)).to_contain_text(re.compile(expected, re.IGNORECASE))
    page.keyboard.press("ArrowRight")
    expect(question(page)).to_be_visible()


def walk_to_the_second_question(page: Page) -> None:
    """On to what is asked before the update; the first question is passed over."""
    walk_to_the_first_question(page)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(question(page)).to_contain_text("The update comes next")


def test_nothing_is_given_away_before_the_answer(page: Page) -> None:
    open_predicting(page)
    walk_to_the_first_question(page)
    expect(page.locator("#announcements")).to_contain_text("Which neuron gets the largest")
    expect(page.get_by_role("heading", name="What comes next?")).to_be_visible()
    for told in (".sentences", ".formulas", ".aside"):
        expect(page.locator(f".pass {told}")).to_be_hidden()
    expect(page.get_by_role("button", name="The whole pass as text")).to_be_hidden()
    strip = page.get_by_role("group", name="Phases of this pass")
    expect(strip.get_by_role("button", name="Delta 3")).to_have_attribute("aria-current", "step")


def test_the_neuron_with_the_largest_blame_is_asked_for_and_counted(page: Page) -> None:
    open_predicting(page)
    walk_to_the_first_question(page)
    question(page).get_by_role("button", name=f"Neuron {LARGEST + 1}").click()
    expect(question(page)).to_be_hidden()
    expect(title(page)).to_have_text(f"Neuron {LARGEST + 1} of layer 2 collects its blame")
    expect(verdict(page)).to_contain_text(
        f"Right: neuron {LARGEST + 1} of layer 2 has δ = {shown(D2[LARGEST])}"
    )
    expect(verdict(page)).to_contain_text(f"Next comes neuron {OTHER + 1} with δ = {shown(D2[OTHER])}.")
    reaching = sum(
        weight * delta for weight, delta in zip(([1.0, 0.5], [-0.5, 1.0])[LARGEST], D3, strict=True)
    )
    numbers = re.search(r"δ = \S+: (\S+) reaches it, times its slope (\S+)\.", verdict(page).inner_text())
    assert numbers
    assert [_read(number) for number in numbers.groups()] == pytest.approx(
        [reaching, 1 - A2[LARGEST] ** 2], rel=1e-3
    )
    expect(score(page)).to_have_text("1 of 1 right")
    expect(page.locator("#announcements")).to_contain_text(re.compile(r"Right: .* Delta of neuron"))


def test_a_wrong_answer_by_keyboard_hears_what_is_right(page: Page) -> None:
    """Enter answers; the arrow key goes on afterwards as before."""
    open_predicting(page)
    walk_to_the_first_question(page)
    expect(page.get_by_role("button", name="Neuron 1", exact=True)).to_be_focused()
    if OTHER == 1:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(verdict(page)).to_contain_text(f"Not quite: neuron {LARGEST + 1} of layer 2")
    expect(verdict(page)).to_contain_text(f"You said neuron {OTHER + 1}, which has δ = {shown(D2[OTHER])}.")
    expect(score(page)).to_have_text("0 of 1 right")
    expect(page.get_by_role("button", name="Play the pass")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_contain_text("shares out its blame")
    expect(verdict(page)).to_be_hidden()


def test_up_or_down_is_asked_before_the_update(page: Page) -> None:
    """By hand: of the one point, ∂C/∂w = a δ; the step is −η times that."""
    open_predicting(page)
    walk_to_the_second_question(page)
    expect(question(page)).to_contain_text("weight from input x1 to neuron 1 of layer 2, now 0.5000")
    question(page).get_by_role("button", name=RIGHT).click()
    expect(verdict(page)).to_contain_text(
        f"Right: it goes {RIGHT.lower()}, from 0.5000 to {shown(UPDATED)}, "
        f"because its gradient is {'positive' if GRADIENT > 0 else 'negative'} ({shown(GRADIENT)})"
    )
    expect(score(page)).to_have_text("1 of 1 right")
    # The formula below is that of the weight that was asked about.
    expect(page.get_by_role("button", name="from 1", exact=True)).to_have_attribute("aria-pressed", "true")


def test_the_step_that_momentum_makes_is_the_one_that_counts(page: Page) -> None:
    """By hand: v ← 0.9 v + g; a velocity along the gradient's sign turned round carries the weight on."""
    velocity = -math.copysign(2.0, GRADIENT)
    after = WEIGHT - RATE * (0.9 * velocity + GRADIENT)
    memory = {"velocity": [velocity, *([0.0] * (len(PARAMETERS) - 1))]}
    open_known(page, PARAMETERS, [POINT], memory, optimizer="momentum", momentum=0.9)
    follow(page)
    switch(page).click()
    walk_to_the_second_question(page)
    expect(question(page)).to_contain_text("and by what earlier steps left behind")
    question(page).get_by_role("button", name=WRONG).click()
    expect(verdict(page)).to_contain_text(
        f"Right: it goes {WRONG.lower()}, from 0.5000 to {shown(after)}, though its gradient is"
    )
    expect(verdict(page)).to_contain_text(
        f"the velocity kept from earlier steps ({velocity:.0f}) is stronger".replace("-", "−")
    )


def test_what_is_passed_over_does_not_count_and_is_not_asked_again(page: Page) -> None:
    open_predicting(page)
    walk_to_the_first_question(page)
    question(page).get_by_role("button", name="Show me").click()
    expect(title(page)).to_contain_text("collects its blame")
    expect(verdict(page)).to_be_hidden()
    expect(score(page)).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    expect(title(page)).to_have_text("Blame reaches output neuron 1")
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_contain_text("collects its blame")


def test_the_score_outlives_a_reload_and_can_begin_anew(page: Page) -> None:
    open_predicting(page)
    walk_to_the_second_question(page)
    question(page).get_by_role("button", name=WRONG).click()
    expect(score(page)).to_have_text("0 of 1 right")
    page.reload()
    Playground(page)
    follow(page)
    expect(switch(page)).to_have_attribute("aria-pressed", "true")
    walk_to_the_first_question(page)
    expect(score(page)).to_have_text("0 of 1 right")
    page.get_by_role("button", name="Count from 0 again").click()
    expect(score(page)).to_be_hidden()


def test_a_pass_that_plays_waits_and_plays_on(page: Page) -> None:
    open_predicting(page)
    page.keyboard.press("p")
    expect(question(page)).to_be_visible(timeout=15_000)
    question(page).get_by_role("button", name="Neuron 1").click()
    page.get_by_role("button", name="Go on", exact=True).click()
    expect(question(page)).to_contain_text("The update comes next", timeout=15_000)
    question(page).get_by_role("button", name="Show me").click()
    expect(title(page)).to_contain_text("one small step")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_slow_motion_asks_and_goes_on_to_the_next_step(new_page: NewPage, motion: str) -> None:
    """A verdict stands until it is read; then the step is made and the next pass plays."""
    page = new_page(reduced_motion=motion)
    playground = open_predicting(page)
    page.locator("#slow-motion").click()
    expect(question(page)).to_contain_text("Blame", timeout=20_000)
    question(page).get_by_role("button", name="Show me").click()
    expect(question(page)).to_contain_text("The update comes next", timeout=20_000)
    question(page).get_by_role("button", name=RIGHT).click()
    expect(verdict(page)).to_contain_text("Right: ")
    go_on = page.get_by_role("button", name="Go on", exact=True)
    expect(go_on).to_be_focused()
    playground.expect_step(0)
    page.keyboard.press("Enter")
    playground.expect_step(1)
    expect(page.locator("#slow-motion")).to_have_attribute("aria-checked", "true")
    expect(title(page)).to_have_text("The point enters the network")


def test_the_wish_goes_when_it_is_withdrawn(page: Page) -> None:
    open_predicting(page)
    walk_to_the_first_question(page)
    switch(page).click()
    expect(question(page)).to_be_hidden()
    expect(title(page)).to_have_text("Blame reaches output neuron 1")
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_contain_text("collects its blame")


def test_a_finger_answers_on_a_phone(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    open_known(page, PARAMETERS, [POINT])
    page.get_by_role("button", name="Follow a point").tap()
    switch(page).tap()
    expect(question(page)).to_be_visible(timeout=15_000)
    option = question(page).get_by_role("button", name=f"Neuron {LARGEST + 1}")
    box = option.bounding_box()
    assert box
    assert box["height"] >= 44
    option.tap()
    expect(verdict(page)).to_contain_text("Right: ")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_hand_calculation_asks_what_it_seems_to() -> None:
    """The two blames of layer 2 differ enough to be told apart, and those of the output only in sign."""
    assert abs(abs(D2[0]) - abs(D2[1])) > 1e-3
    assert math.isclose(D3[0], -D3[1])
    assert math.isclose(sum(A3), 1)


def shown(value: float) -> str:
    """Four significant digits."""
    digits = 4 - 1 - math.floor(math.log10(abs(value)))
    return f"{value:.{digits}f}".replace("-", "−")


def _read(text: str) -> float:
    return float(text.replace("−", "-"))
