"""A run whose numbers broke leads back to its best moment by one press, and training holds from there."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SERVER_GONE, NewPage
from tests.browser.playground import Playground
from tests.running_server import running_server


def _diverge(playground: Playground, rate: str) -> None:
    """Bumps, linear neurons and a rate that is too high."""
    playground.draw_sample("Bumps")
    playground.open_setting("tanh").get_by_role("radio", name="linear").click()
    playground.page.keyboard.press("Escape")
    playground.open_setting("0.1")
    playground.type_number("Learning rate", rate)
    playground.page.keyboard.press("Escape")
    playground.primary.click()
    expect(playground.page.get_by_text("The steps became too large.")).to_be_visible(timeout=15_000)


def _back(page: Page) -> Locator:
    """The button that leads back, once it was found out where to."""
    back = page.get_by_role("button", name=re.compile("^Back to"))
    expect(back).to_be_enabled(timeout=15_000)
    return back


def test_a_run_that_diverged_offers_the_way_back(page: Page) -> None:
    """It says what happened and where, and what was tried out; one press is enough, and training holds."""
    playground = Playground(page)
    _diverge(playground, "100")
    expect(playground.reading).to_contain_text("Where the numbers broke")
    expect(playground.primary).to_be_disabled()
    back = _back(page)
    expect(back).to_have_text("Back to the start, with rate 0.1")
    note = page.get_by_role("alert").filter(has=back)
    expect(note).to_contain_text("Training ran at a learning rate of 100.")
    said = re.search(
        r"with a cost of (\S+)\. Tried out: with rate 0\.1, .* bring it to 0\.\d+", note.inner_text()
    )
    assert said
    back.click()
    expect(note).to_be_hidden()
    expect(playground.run_sentence).to_contain_text("rate 0.1,")
    playground.expect_step(0)
    expect(page.locator("#train-cost")).to_have_text(said[1])
    playground.expect_points(200)
    slider = page.get_by_role("slider", name="Speed")
    slider.focus()
    slider.press("End")
    playground.primary.click()
    playground.expect_step_beyond(3000)
    expect(playground.primary).to_have_text("Pause")


@pytest.mark.thorough
def test_after_it_went_well_the_way_leads_to_where_it_did(page: Page) -> None:
    """A rate that is raised on the way goes back to the one that went well, at the best moment of the run."""
    playground = Playground(page)
    playground.draw_sample("Plane")
    playground.primary.click()
    playground.expect_step_beyond(150)
    playground.pause()
    stood, loss = playground.step, page.locator("#train-cost").inner_text()
    playground.open_setting("0.1")
    playground.type_number("Learning rate", "100")
    page.keyboard.press("Escape")
    playground.primary.click()
    expect(page.get_by_text("The steps became too large.")).to_be_visible(timeout=15_000)
    back = _back(page)
    expect(back).to_have_text(f"Back to step {stood}, with rate 0.1")
    back.click()
    playground.expect_step(stood)
    expect(page.locator("#train-cost")).to_have_text(loss)


def test_where_the_server_has_no_room_for_trying_out_it_says_so(
    new_page: NewPage, expected_remarks: list[str]
) -> None:
    """The page's own run is the only one that this server takes."""
    expected_remarks.extend(SERVER_GONE)
    with running_server(settings={"CHAINRULE_MAX_SESSIONS": "1"}) as address:
        page = new_page(base_url=address)
        playground = Playground(page)
        _diverge(playground, "100")
        back = _back(page)
        expect(back).to_have_text("Back to the start, with rate 0.01")
        expect(page.get_by_text("so rate 0.01 is a guess.")).to_be_visible()
        back.click()
        playground.expect_step(0)
        playground.primary.click()
        playground.expect_step_beyond(60)
