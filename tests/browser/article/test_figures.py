"""The article as its readers meet it: linked symbols, live figures."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.article.article_page import awake, opened

CORNER: Any = {"x": 4, "y": 4}
"""A place in a cell that no symbol covers."""
CHANGED = "before => document.querySelector('.hills canvas').toDataURL() !== before"


def test_a_symbol_lights_its_place_and_its_other_mentions(article: Page) -> None:
    figure = awake(article, 1)
    article.locator('.symbol[data-kind="w"]').first.focus()
    expect(figure.locator(".said")).to_have_text(
        re.compile(r"Weight from neuron 1 of layer 2 to neuron 3 of layer 3, −\d")
    )
    expect(article.locator('#eq-3\\.1 [data-kind="w"].lit')).to_have_count(1)
    expect(article.locator('#eq-3\\.1 [data-kind="b"].lit')).to_have_count(0)


def test_an_element_of_the_figure_lights_its_symbols(article: Page) -> None:
    figure = awake(article, 1)
    figure.get_by_role("button", name=re.compile("neuron 3 of layer 3")).first.focus()
    expect(article.locator('#eq-6\\.3 [data-kind="d"].lit')).to_have_count(1)
    expect(figure.locator(".said")).to_have_text(re.compile("Neuron 3 of layer 3"))


def test_row_column_and_wire_of_the_matrix_light_together(article: Page) -> None:
    awake(article, 1)
    figure = awake(article, 2)
    figure.locator('th[data-to="1"]').hover(position=CORNER)
    expect(figure.locator('td[data-lit="full"]')).to_have_count(4)
    figure.locator('th[data-from="2"]').hover(position=CORNER)
    expect(figure.locator('td[data-lit="full"]')).to_have_count(3)
    figure.locator('td[data-to="1"][data-from="2"]').hover(position=CORNER)
    expect(figure.locator('td[data-lit="full"]')).to_have_count(1)
    expect(figure.locator('td[data-lit="line"]')).to_have_count(5)
    expect(article.locator("#figure-1 .said")).to_have_text(
        re.compile("Weight from neuron 3 of layer 2 to neuron 2 of layer 3")
    )


def test_an_own_point_goes_through_the_network(article: Page) -> None:
    figure = awake(article, 3)
    said = figure.locator(".said")
    expect(said).to_contain_text("At (1.14, −0.24)")
    plane = figure.locator(".plane")
    plane.click(position={"x": 200, "y": 200})
    expect(said).to_contain_text("At (2.00, −2.00) the network says “square” with probability")
    plane.focus()
    for key in ("ArrowLeft", "ArrowUp", "Enter"):
        article.keyboard.press(key)
    expect(said).not_to_contain_text("At (2.00, −2.00)")


def test_a_pass_is_stepped_scrubbed_and_played(article: Page) -> None:
    article.emulate_media(reduced_motion="reduce")
    figure = awake(article, 9)
    station = figure.locator(".station")
    figure.get_by_role("slider", name="Where in the pass").fill("50")
    stations = []
    following = figure.get_by_role("button", name="The next phase")
    for _ in range(7):
        stations.append(station.inner_text())
        following.click()
    assert stations == ["Input", "Layer 2", "Output", "Cost", "Delta 3", "Delta 2", "Gradients"]
    scrub = figure.get_by_role("slider", name="Where in the pass")
    scrub.fill("100")
    expect(station).to_have_text("Layer 2")
    scrub.fill("300")
    expect(station).to_have_text(re.compile("^Delta"))
    figure.get_by_role("button", name="Play", exact=True).click()
    expect(station).to_have_text("Gradients", timeout=20_000)


def test_the_pass_of_the_worked_example_has_the_numbers_of_the_text(article: Page) -> None:
    article.emulate_media(reduced_motion="reduce")
    figure = awake(article, 9)
    numbers = figure.locator(".numbers .katex-mathml annotation")
    scrub = figure.get_by_role("slider", name="Where in the pass")
    for place, line, expected in (
        ("100", numbers.last, "0.4621"),
        ("150", numbers.last, "0.7546"),
        ("200", numbers.last, "1.405"),
        ("300", numbers.first, "0.2967"),
    ):
        scrub.fill(place)
        expect(line).to_contain_text(expected)


def test_one_z_is_read_on_nine_curves(article: Page) -> None:
    figure = awake(article, 4)
    figure.get_by_role("slider", name="z").fill("0")
    readings = figure.locator(".reading-numbers").all_inner_texts()
    assert readings == [
        "σ = 0.00, σ′ = 1.00", "σ = 0.50, σ′ = 0.25", "σ = 0.00, σ′ = 0.00", "σ = 0.00, σ′ = 0.01",
        "σ = 0.00, σ′ = 1.00", "σ = 0.00, σ′ = 0.50", "σ = 0.69, σ′ = 0.50", "σ = 0.00, σ′ = 1.00",
        "σ = 0.00, σ′ = 1.00",
    ]  # fmt: skip


def test_outputs_are_dragged_and_cost_what_the_formulas_say(article: Page) -> None:
    figure = awake(article, 5)
    expect(figure.locator(".entropy")).to_have_text("Cross-entropy 1.609")
    expect(figure.locator(".squares")).to_have_text("Squared error 0.5700")
    figure.get_by_role("slider", name="circle").fill("0.5")
    expect(figure.locator(".entropy")).to_have_text("Cross-entropy 0.6931")
    figure.get_by_role("button", name="square").click()
    expect(figure.locator(".said")).to_contain_text("Wrong")


def test_the_mountain_tells_what_became_of_a_descent(article: Page) -> None:
    figure = awake(article, 6)
    fates = {"0.1": "It crawls", "3": "It arrives", "10": "It overshoots", "20": "leaves the map"}
    for rate, fate in fates.items():
        figure.get_by_role("button", name=rate, exact=True).click()
        expect(figure.locator(".said")).to_contain_text(fate)


def test_the_mountain_is_climbed_from_elsewhere_and_step_by_step(article: Page) -> None:
    figure = awake(article, 6)
    said = figure.locator(".said")
    before = said.inner_text()
    figure.locator(".map").click(position={"x": 120, "y": 120})
    expect(said).not_to_have_text(before)
    figure.get_by_role("slider", name="Steps").fill("0")
    expect(said).to_have_text(re.compile(r"^The start, at a cost of \d"))
    figure.get_by_role("button", name="Walk down").click()
    expect(said).to_contain_text("After 60 steps", timeout=15_000)


def test_three_methods_walk_down_each_at_its_own_rate(article: Page) -> None:
    figure = awake(article, 11)
    said = figure.locator(".said")
    expect(said).to_have_text(re.compile(r"^After 24 steps, .* Plain arrives: [\d.]+\..* Momentum .* Adam "))
    figure.get_by_role("button", name="Adam", exact=True).click()
    expect(figure.get_by_role("button", name="0.3", exact=True)).to_have_attribute("aria-pressed", "true")
    figure.get_by_role("button", name="1", exact=True).click()
    expect(said).to_have_text(re.compile("^It arrives, though 21 of 60 steps went uphill"))
    figure.get_by_role("button", name="Momentum").click()
    figure.get_by_role("button", name="1", exact=True).click()
    expect(said).to_contain_text("leaves the map")


def test_an_article_that_was_just_opened(page: Page) -> None:
    """The opening is a figure to touch; figure 6, which shares its walk, sleeps until it is in sight."""
    opening = opened(page).locator("#opening-figure")
    expect(opening).to_have_class(re.compile(r"\bawake\b"))
    expect(opening.locator(".said")).to_have_text(re.compile("^It arrives. After 9 steps"))
    opening.get_by_role("button", name="20", exact=True).click()
    expect(opening.locator(".said")).to_contain_text("leaves the map")
    expect(page.locator("#figure-6")).not_to_have_class(re.compile("awake"))
    assert page.locator("#figure-6 canvas").count() == 0
    figure = awake(page, 6)
    expect(figure.get_by_role("button", name="20", exact=True)).to_have_attribute("aria-pressed", "true")

    # A pass rests on its most telling moment, and plays from the start.
    for number, station in ((3, "Output"), (7, "Delta 3"), (9, "Delta 2")):
        figure = awake(page, number)
        expect(figure.locator(".station")).to_have_text(station)
        figure.get_by_role("button", name="Play", exact=True).click()
        expect(figure.locator(".station")).to_have_text("Input")


def test_the_mountain_turns_by_dragging_and_by_keys(article: Page) -> None:
    hills = awake(article, 6).locator(".hills")
    picture = "hills => hills.querySelector('canvas').toDataURL()"
    first = hills.evaluate(picture)
    box = hills.bounding_box()
    assert box
    article.mouse.move(box["x"] + 200, box["y"] + 200)
    article.mouse.down()
    article.mouse.move(box["x"] + 300, box["y"] + 220, steps=4)
    article.mouse.up()
    article.wait_for_function(CHANGED, arg=first)
    second = hills.evaluate(picture)
    hills.focus()
    article.keyboard.press("ArrowLeft")
    article.wait_for_function(CHANGED, arg=second)


def test_blame_fades_with_sigmoids_and_arrives_with_tanh(article: Page) -> None:
    figure = awake(article, 8)
    expect(figure.locator(".said")).to_contain_text("The blame fades")
    figure.get_by_role("button", name="Tanh").click()
    expect(figure.locator(".said")).to_contain_text("The blame arrives")
    expect(figure.locator(".bars .number")).to_have_count(9)


def test_any_derivative_can_be_checked(article: Page) -> None:
    figure = awake(article, 10)
    expect(figure.locator(".derivative")).to_have_text("0.296737764")
    expect(figure.locator(".quotient")).to_have_text("0.296737714")
    figure.get_by_role("combobox").select_option(label="bias of neuron 2 of layer 3")
    expect(figure.locator(".derivative")).to_have_text("−0.754628060")


def test_formulas_show_the_numbers_of_the_moment(article: Page) -> None:
    line = article.locator('[data-now="weight"]')
    line.scroll_into_view_if_needed()
    line.get_by_role("button", name="Show with numbers").click()
    first, second, third = (
        float(text.strip("()").replace("−", "-")) for text in line.locator("b").all_inner_texts()
    )
    assert first == pytest.approx(second * third, abs=2e-4)


def test_the_worked_example_opens_in_the_playground(page: Page) -> None:
    awake(opened(page), 9).get_by_role("button", name="Open this network in the playground").click()
    page.wait_for_url(lambda address: address.endswith("/"))
    expect(page.locator("#connection")).to_have_attribute("data-status", "live")
    expect(page.locator("#network")).to_contain_text("Layer 2")
    expect(page.locator("#network")).to_contain_text("Layer 3, output")


def test_the_glossary_opens_from_a_symbol(article: Page) -> None:
    article.locator('.symbol[data-kind="d"]').first.click()
    entry = article.locator(".pop:popover-open")
    expect(entry).to_contain_text("The blame of neuron")
    article.keyboard.press("Escape")
    expect(entry).to_have_count(0)


def test_the_contents_follow_the_scroll(article: Page) -> None:
    article.locator("#descent-title").scroll_into_view_if_needed()
    article.locator("#descent-title").evaluate("title => title.scrollIntoView({ block: 'start' })")
    expect(article.locator(".contents a[aria-current]")).to_have_text("Downhill: gradient descent")
