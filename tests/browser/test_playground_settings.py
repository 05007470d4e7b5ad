"""Every setting stands behind a phrase of a sentence, says what it is, and answers where it was asked."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.playground import Playground

PHRASES = {
    "3 arms": "Data set",
    "noise 0.1": "Noise",
    "20% for testing": "Test points",
    "2 inputs": "Inputs",
    "tanh": "Activation",
    "3 classes": "Task",
    "softmax": "Output",
    "Glorot start": "First weights",
    "seed 1": "Seed",
    "Gradient descent": "Optimizer",
    "0.1": "Learning rate",
    "10": "Batch",
    "cross-entropy": "Cost",
    "no penalty": "Penalty on weights",
    "+ goal": "Train until",
}
"""What is underlined in the sentences, and the title of what it opens."""


def test_each_phrase_opens_its_setting(page: Page) -> None:
    """What it is, its controls, what a change costs; Escape closes it and gives the focus back."""
    playground = Playground(page)
    playground.draw_sample("3 arms")
    for phrase, title in PHRASES.items():
        popover = playground.open_setting(phrase)
        expect(popover.get_by_role("heading")).to_have_text(title)
        assert popover.locator("[role=radio], [role=checkbox], input").count() > 0, phrase
        expect(popover.locator(".price")).not_to_be_empty()
        box, window = popover.bounding_box(), page.viewport_size
        assert box is not None
        assert window is not None
        assert 0 <= box["x"] <= window["width"] - box["width"], phrase
        assert 0 <= box["y"] <= window["height"] - box["height"], phrase
        page.keyboard.press("Escape")
        expect(popover).to_be_hidden()
        expect(page.locator(".recipe").get_by_role("button", name=phrase, exact=True)).to_be_focused()


def test_a_refused_number_is_told_at_its_field(page: Page) -> None:
    """What was typed stays, with the reason under it; the sentence keeps the number in force."""
    playground = Playground(page)
    playground.open_setting("0.1")
    field = playground.type_number("Learning rate", "1000")
    rate = page.get_by_label("Learning rate", exact=True)
    wrong = playground.popover.locator(".field").filter(has=rate).locator(".wrong")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_contain_text(re.compile("0.000001.*100"))
    expect(field).to_have_value("1000")
    expect(playground.run_sentence).to_contain_text("rate 0.1")
    playground.type_number("Learning rate", "much")
    expect(wrong).to_contain_text("“much” is not a number")
    playground.type_number("Learning rate", "3e-2")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(playground.run_sentence).to_contain_text("rate 0.03")


def test_the_rate_goes_by_a_schedule_and_the_page_says_what_it_is_now(page: Page) -> None:
    """Chosen by its shape, drawn with where training stands; of a step it is told with all its digits."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    popover = playground.open_setting("0.1")
    chart = popover.get_by_role("img")
    expect(chart).to_have_attribute("aria-label", re.compile(r"now 0\.1, at step 0\."))
    popover.get_by_role("radio", name="Falls in steps").click()
    playground.type_number("Steps between two drops", "4")
    playground.type_number("Factor of each fall", "0.5")
    expect(playground.run_sentence).to_contain_text("rate 0.1, falling in steps")
    expect(popover.get_by_role("textbox", name="Least share of the rate")).to_be_hidden()
    page.keyboard.press("Escape")
    for _ in range(9):
        playground.make_step()
    popover = playground.open_setting("0.1, falling in steps")
    expect(popover.get_by_role("img")).to_have_attribute("aria-label", re.compile(r"now 0\.025, at step 9\."))
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Follow a point").click()
    page.get_by_role("group", name="Phases of this pass").get_by_role("button", name="Update").click()
    told = page.get_by_text("At this step the rate is 0.02500, of the 0.1 that was set.")
    expect(told.first).to_be_visible()


def test_it_trains_until_a_step_and_says_why_it_paused(page: Page) -> None:
    """Whichever comes first; pressed again it goes on."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    playground.open_setting("+ goal")
    playground.type_number("Step", "30")
    playground.type_number("Cost of the training points below", "1e-9")
    share = playground.type_number("Training points that are right, in per cent", "120")
    expect(playground.popover.get_by_text("from 0% to 100%")).to_be_visible()
    playground.type_number("Training points that are right, in per cent", "99.5")
    expect(share).to_have_value("99.5%")
    expect(playground.run_sentence).to_contain_text("or 99.5% of training points right")
    playground.type_number("Training points that are right, in per cent", "0")
    page.keyboard.press("Escape")
    expect(playground.run_sentence).to_contain_text("until step 30 or cost 1e-9")
    playground.primary.click()
    expect(playground.reading).to_contain_text("Stopped at step 30, as you asked")
    expect(playground.reading).to_contain_text("It was to train until step 30.")
    playground.expect_step(30)
    expect(playground.primary).to_have_text("Continue")
    playground.primary.click()
    playground.expect_step_beyond(60)
    playground.pause()
    expect(playground.reading).not_to_contain_text("as you asked")


def test_settings_change_while_it_trains(page: Page) -> None:
    """Optimizer, rate, batch, cost, penalty and activation, one after the other, without a pause."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    page.keyboard.press("Space")
    popover = playground.open_setting("Gradient descent")
    popover.get_by_role("radio", name="Adam").click()
    expect(popover.get_by_role("textbox", name=re.compile("^Momentum"))).to_be_visible()
    expect(popover.get_by_role("textbox", name=re.compile("^Decay"))).to_be_visible()
    page.keyboard.press("Escape")
    playground.open_setting("0.1").get_by_role("radio", name="0.01", exact=True).click()
    page.keyboard.press("Escape")
    playground.open_setting("10").get_by_role("radio", name="32", exact=True).click()
    page.keyboard.press("Escape")
    playground.open_setting("cross-entropy").get_by_role("radio", name="squared error").click()
    page.keyboard.press("Escape")
    playground.open_setting("no penalty")
    playground.type_number(re.compile("^L2"), "0.001")
    page.keyboard.press("Escape")
    playground.open_setting("tanh").get_by_role("radio", name="ReLU", exact=False).first.click()
    page.keyboard.press("Escape")
    expect(playground.run_sentence).to_have_text("Adam, rate 0.01, batches of 32, squared error, L2 0.001")
    expect(playground.network_sentence).to_contain_text("ReLU neurons")
    expect(playground.primary).to_have_text("Pause")
    playground.expect_step_beyond(playground.step)
    playground.expect_correct()


def test_what_is_pressed_while_it_changes_is_pressed(page: Page) -> None:
    """A phrase of a sentence or an icon may change between a press and its release."""
    playground = Playground(page)
    playground.draw_sample("2 blobs")
    playground.open_setting("no penalty")
    playground.type_number(re.compile("^L2"), "0.001")
    page.keyboard.press("Escape")
    playground.press(page.locator(".recipe").get_by_role("button", name="cross-entropy", exact=True))
    page.keyboard.press("Control+z")
    expect(playground.run_sentence).to_contain_text("no penalty")
    page.mouse.up()
    expect(playground.popover.get_by_role("heading")).to_have_text("Cost")
    page.keyboard.press("Escape")
    playground.press(playground.primary.locator("svg"))
    page.keyboard.press("Space")
    expect(playground.primary).to_have_text("Pause")
    page.mouse.up()
    expect(playground.primary).to_have_text("Continue")


def test_every_output_and_cost_that_go_together_can_be_chosen(page: Page) -> None:
    """Classes by tanh with Huber; a cost that does not go with the output is not offered."""
    playground = Playground(page)
    playground.place_two_classes()
    offered = playground.open_setting("softmax").locator("[role=radio]:visible b")
    expect(offered).to_have_text(["softmax", "sigmoid", "tanh", "linear", "one sigmoid", "one tanh"])
    playground.popover.get_by_role("radio", name=re.compile("^tanh")).click()
    page.keyboard.press("Escape")
    expect(playground.run_sentence).to_contain_text("squared error")
    offered = playground.open_setting("squared error").locator("[role=radio]:visible b")
    expect(offered).to_have_text(["squared error", "Huber"])
    playground.popover.get_by_role("radio", name="Huber").click()
    page.keyboard.press("Escape")
    expect(playground.run_sentence).to_contain_text("Huber")
    playground.primary.click()
    playground.expect_correct()


def test_features_are_inputs(page: Page) -> None:
    """Inputs come and go; the last one can't be taken away."""
    playground = Playground(page)
    playground.draw_sample("Circle")
    popover = playground.open_setting("2 inputs")
    for pair, inputs in (("[2, 3]", 4), ("[0, 1]", 2)):
        # Both before the server can have answered the first.
        popover.evaluate(
            f"popover => {pair}.map(at => popover.querySelectorAll('[role=checkbox]')[at].click())"
        )
        expect(playground.network_sentence).to_contain_text(f"{inputs} inputs")
    popover.get_by_role("checkbox").nth(2).click()
    expect(playground.network_sentence).to_contain_text("1 input")
    expect(popover.get_by_role("checkbox").nth(3)).to_be_disabled()


def test_a_real_target(page: Page) -> None:
    """A data set of heights turns the task round, and the brush asks for a height."""
    playground = Playground(page)
    playground.draw_sample("Bumps")
    expect(playground.network_sentence).to_contain_text("a real number by linear")
    expect(page.locator("#correct")).to_be_hidden()
    height = page.locator("#brush").get_by_role("textbox")
    height.fill("-0.5")
    height.press("Tab")
    playground.click((2.9, 2.9))
    playground.expect_points(201)
    expect(playground.reading).to_contain_text("height −0.50")
    loss = page.locator("#train-cost")
    expect(loss).to_have_text(re.compile(r"^\d"))
    first = float(loss.inner_text())
    playground.primary.click()
    halved = "first => Number(document.getElementById('train-cost').textContent) < first / 2"
    page.wait_for_function(halved, arg=first)


@pytest.mark.thorough
def test_the_test_share_is_chosen_anew(page: Page) -> None:
    """It moves no point, and what is kept for testing is drawn hollow and counted apart."""
    playground = Playground(page)
    playground.draw_sample("XOR")
    before = [row[2:4] for row in playground.table()]
    playground.open_setting("20% for testing")
    playground.type_number("Share for testing", "50%")
    expect(playground.data_sentence).to_contain_text("50% for testing")
    page.keyboard.press("Escape")
    rows = playground.table()
    assert [row[2:4] for row in rows] == before
    assert sum(row[1] == "testing" for row in rows) == 100


def test_layers_and_neurons_are_changed_on_the_figure(page: Page) -> None:
    """Plus and minus stand over the columns; surviving weights go on, so the step counter does too."""
    playground = Playground(page)
    playground.place_two_classes()
    page.keyboard.press(".")
    playground.expect_step(1)
    network = page.locator("#network")
    network.get_by_role("button", name=re.compile("Add a neuron to layer 2")).click()
    expect(network.locator(".layer-heading").nth(1)).to_contain_text("5")
    network.get_by_role("button", name=re.compile("Remove a neuron from layer 3")).click()
    expect(network.locator(".layer-heading").nth(2)).to_contain_text("2")
    network.get_by_role("button", name=re.compile("Add a layer")).first.click()
    expect(network.locator(".layer-heading")).to_have_count(6)
    assert playground.step == 1


def test_the_cost_scale_and_size(page: Page) -> None:
    """Linear or logarithmic by button and key; enlarged, it leaves plane and network in sight, until Esc."""
    playground = Playground(page)
    scale = page.locator("#loss-scale")
    expect(scale).to_have_text("Cost, log")
    scale.click()
    expect(scale).to_have_text("Cost, linear")
    page.keyboard.press("l")
    expect(scale).to_have_text("Cost, log")
    chart = page.locator("#chart")
    small = chart.bounding_box()
    page.get_by_role("button", name="Enlarge the cost curve").click()
    large = chart.bounding_box()
    assert small is not None
    assert large is not None
    assert large["height"] > 2 * small["height"]
    plane, network = playground.plane.bounding_box(), page.locator("#network").bounding_box()
    assert plane is not None
    assert network is not None
    assert large["x"] > plane["x"] + plane["width"]
    assert large["y"] > network["y"] + network["height"]
    shrink = page.get_by_role("button", name="Shrink the cost curve")
    shrink.click()
    assert chart.bounding_box() == small
    page.locator("#enlarge").click()
    page.keyboard.press("Escape")
    assert chart.bounding_box() == small
    playground.expect_live()


OPENS = "performance.getEntriesByType('resource').filter(({ name }) => /\\/open-\\w+\\.js$/.test(name))"
"""The module that opens a setting, once it was fetched."""


def test_what_opens_early_waits_for_its_looks(page: Page) -> None:
    """Style sheets that come late come before what they are for is shown, however slow they are."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/built/late-*.css", hold)
    playground = Playground(page)
    playground.run_sentence.get_by_role("button").first.click()
    page.wait_for_function(f"() => {OPENS}.length > 0")
    page.evaluate(f"import({OPENS}[0].name)")
    expect(playground.popover).to_have_count(0)
    for route in held:
        route.continue_()
    expect(playground.popover).to_be_visible()
    assert playground.popover.evaluate("pop => getComputedStyle(pop).position") == "fixed"
