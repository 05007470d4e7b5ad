"""Two classes by a single output neuron, as people meet it on the playground."""

import re

from playwright.sync_api import Page, expect

from tests.browser.known_network import open_known
from tests.browser.test_confusion import CELLS, POINTS, RIGHT_IS_SQUARE, SAME_COLOUR, TEST

ONE_NEURON = [1.0, 0.0, 0.0]
"""z = x1: squares are said on the right, as by the two neurons of `RIGHT_IS_SQUARE`."""
LEFT_AND_RIGHT = [[-2.8, 0.0], [2.8, 0.0]]


def test_one_neuron_is_figure_matrix_pass_and_menu_all_through(page: Page) -> None:
    assert len(RIGHT_IS_SQUARE) == 2 * len(ONE_NEURON)
    playground = open_known(page, ONE_NEURON, POINTS, test=TEST, hidden=[], output="one_sigmoid")
    expect(playground.network_sentence).to_contain_text("2 classes by one sigmoid")
    page.wait_for_function(SAME_COLOUR, arg=[False, LEFT_AND_RIGHT])
    page.get_by_role("button", name="Correct").click()
    table = page.get_by_role("table", name="Right and wrong, by class")
    expect(table).to_be_visible()
    assert table.get_by_role("button").evaluate_all("all => all.map((each) => each.ariaLabel)") == CELLS
    page.keyboard.press("Escape")

    # A pass of it: one output, whose truth is 0 or 1.
    page.locator("#follow").click()
    page.get_by_role("group", name="Phases of this pass").get_by_role("button", name="Cost").click()
    expect(page.locator(".pass")).to_contain_text("1 for the class whose mark it bears, 0 for the other")
    expect(page.locator("table.truth tbody tr")).to_have_count(1)
    page.keyboard.press("Escape")

    # It learns as any other, and another class brings a neuron for each; undo takes both back.
    playground.make_step()
    radios = playground.open_setting("one sigmoid").get_by_role("radio")
    expect(radios).to_have_count(6)
    playground.popover.get_by_role("radio", name=re.compile("^one tanh")).click()
    expect(playground.network_sentence).to_contain_text("2 classes by one tanh")
    expect(playground.run_sentence).to_contain_text("squared error")
    page.keyboard.press("Escape")
    playground.open_setting("2 classes").get_by_role("radio", name=re.compile("^3 classes")).click()
    expect(playground.network_sentence).to_contain_text("3 classes by softmax")
    page.keyboard.press("Escape")
    expect(playground.open_setting("softmax").get_by_role("radio")).to_have_count(4)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    expect(playground.network_sentence).to_contain_text("2 classes by one tanh")
