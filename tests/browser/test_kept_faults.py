"""Nothing that is kept is lost where something fails: slow storage, a refusal, two presses for one."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.keeping import left, trained

SLOW = """() => {
  const open = IDBFactory.prototype.open;
  const waiting = [];
  window.answer = () => { for (const go of waiting.splice(0)) go(); IDBFactory.prototype.open = open; };
  IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given);
    // What storage says reaches nobody until it may.
    const stop = (event) => { event.stopImmediatePropagation(); waiting.push(() => {
      for (const type of ['success', 'upgradeneeded', 'error']) request.removeEventListener(type, stop, true);
      request.dispatchEvent(new Event(event.type));
    }); };
    for (const type of ['success', 'upgradeneeded', 'error']) request.addEventListener(type, stop, true);
    return request;
  };
}"""
SPOIL = """async () => {
  const open = indexedDB.open('chainrule');
  await new Promise((resolve) => { open.onsuccess = resolve; });
  const store = open.result.transaction('kept', 'readwrite').objectStore('kept');
  const keys = store.getAllKeys(), all = store.getAll();
  await new Promise((resolve) => { all.onsuccess = resolve; });
  const [kept] = all.result;
  kept.checkpoint.experiment.learning_rate = -1;
  await new Promise((resolve) => { store.put(kept, keys.result[0]).onsuccess = resolve; });
  open.result.close();
}"""
COUNT = """async () => {
  const open = indexedDB.open('chainrule');
  await new Promise((resolve) => { open.onsuccess = resolve; });
  const cards = open.result.transaction('cards').objectStore('cards').getAll();
  await new Promise((resolve) => { cards.onsuccess = resolve; });
  open.result.close();
  return cards.result.map(({ points, step, deleted }) => [points, step, deleted]);
}"""


def test_what_slow_storage_brings_late_is_not_written_over(page: Page) -> None:
    """It comes back when it is there; beside points of one's own it stays in the list."""
    playground = trained(page)
    step = playground.step
    left(page, 200, step)
    page.add_init_script(f"({SLOW})()")
    page.reload()
    playground.expect_live()
    playground.expect_points(0)
    page.evaluate("() => window.answer()")
    playground.expect_points(200)
    playground.expect_step(step)
    page.reload()
    playground.expect_live()
    playground.click((2, 2))
    playground.expect_points(1)
    page.evaluate("() => window.answer()")
    left(page, 1)
    assert [200, step, False] in page.evaluate(COUNT)
    playground.expect_points(1)


def test_what_a_server_refuses_stays_kept(page: Page) -> None:
    """The page begins anew under a number of its own; the way out lies in a file or another server."""
    playground = trained(page)
    step = playground.step
    left(page, 200, step)
    page.goto("/maths")
    page.evaluate(SPOIL)
    page.goto("/")
    playground.expect_live()
    playground.expect_points(0)
    expect(page.locator("#chart")).not_to_contain_text("you left here")
    page.get_by_role("button", name="Begin anew").click()
    playground.click((2, 2))
    left(page, 1)
    assert sorted(page.evaluate(COUNT)) == [[1, 0, False], [200, step, False]]


def test_two_presses_open_one_and_keeping_goes_on(page: Page) -> None:
    """What was deleted gives its room back when the list is looked at again."""
    playground = trained(page)
    left(page, 200, playground.step)
    experiments = page.get_by_role("link", name="My experiments")
    experiments.click()
    page.get_by_role("button", name="Begin a new one").click()
    playground.draw_sample("Moons")
    left(page, 200, 0)
    experiments.click()
    expect(page.get_by_role("dialog", name="My experiments")).to_be_visible()
    page.locator("[data-card]:not(.present) .open").first.dblclick()
    expect(page.get_by_role("dialog", name="My experiments")).to_be_hidden()
    playground.expect_step_beyond(20)
    playground.click((-2.5, 2.5))
    left(page, 201)
    experiments.click()
    expect(page.get_by_role("dialog", name="My experiments")).to_be_visible()
    page.locator("[data-card]:not(.present) .open").first.focus()
    page.keyboard.press("Delete")
    expect(page.get_by_text("“Moons” is deleted.")).to_be_visible()
    page.keyboard.press("Escape")
    experiments.click()
    expect(page.locator("[data-card]")).to_have_count(1)
    assert [points for points, *_ in page.evaluate(COUNT)] == [201]


@pytest.mark.thorough
def test_a_damaged_link_is_told_though_what_reads_it_came_late(
    page: Page, expected_remarks: list[str]
) -> None:
    """The own work comes back, and why the link did not open is said beside it."""
    expected_remarks.append("net::ERR_FAILED")
    playground = trained(page)
    step = playground.step
    left(page, 200, step)
    page.goto("about:blank")
    refused: list[str] = []

    def refuse_once(route: Route) -> None:
        refused.append(route.request.url)
        route.abort() if len(refused) == 1 else route.continue_()

    page.route(re.compile(r"/keeping[^/]*\.js"), refuse_once)
    page.goto("/#x1=AAAA")
    playground.expect_live()
    expect(page.get_by_role("alert").filter(has_text="This link can’t be opened: ")).to_be_visible()
    playground.expect_points(200)
    playground.expect_step(step)
    assert refused
