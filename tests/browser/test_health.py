"""The layers' health: a mark at a layer after it has ailed for a while, its explanation, and what helps."""

import re

from playwright.sync_api import Page, expect

from tests.browser.known_network import open_known

# Of the three neurons of layer 2 the second hears nothing but its bias, which keeps it at 0.
DEAD = [0.5, 0, 0.8, 0.1, 0, 0.4, 0.2, -9, 0.1, 0.3, -0.3, 0.2, -0.1, 0.4, -0.5, 0, 0]
POINTS = [(1.0, 1.0, 0), (-1.0, 0.5, 1), (0.4, -1.2, 0), (-0.8, -0.9, 1), (1.5, -0.4, 0), (-1.6, 0.2, 1)]


def test_a_dead_neuron_is_marked_explained_and_woken_by_a_phrase(page: Page) -> None:
    playground = open_known(page, DEAD, POINTS, hidden=[3], activation="relu", learning_rate=0.1)
    mark = page.get_by_role("button", name="Layer 2: 1 of 3 neurons is dead. Explain")
    playground.make_step()
    expect(mark).to_be_hidden()
    playground.primary.click()
    playground.expect_step_beyond(40)
    expect(mark).to_have_text("1 dead")
    mark.click()
    pane = playground.reading.locator(".health")
    expect(pane.get_by_role("heading")).to_have_text("Layer 2: 1 of 3 neurons is dead")
    expect(pane).to_contain_text("The sum of this one is not above zero for any training point")
    rows = pane.get_by_role("table", name="Blame and last step by layer")
    expect(rows.get_by_role("columnheader")).to_have_text(["Layer 2", "Output"])
    playground.pause()
    page.keyboard.press("Escape")
    expect(pane).to_be_hidden()
    page.keyboard.press("h")
    expect(pane).to_be_visible()
    pane.get_by_role("button", name="leaky ReLU").click()
    expect(playground.network_sentence).to_contain_text("leaky ReLU")
    playground.make_step()
    for _ in range(20):
        playground.make_step()
    expect(mark).to_be_hidden()
    expect(pane).to_be_hidden()
    page.keyboard.press("h")
    expect(pane.get_by_role("heading")).to_have_text("How the layers fare")
    expect(pane).to_contain_text(re.compile("No hidden neuron is dead|Something shows"))
