"""What a browser keeps of the page, as tests wait for it."""

from playwright.sync_api import Page

from tests.browser.playground import Playground

THERE = "() => indexedDB.databases().then((all) => all.some(({ name }) => name === 'chainrule'))"
KEPT = """async ([points, step]) => {
  const open = indexedDB.open('chainrule');
  await new Promise((resolve) => { open.onsuccess = resolve; });
  const cards = open.result.transaction('cards').objectStore('cards').getAll();
  await new Promise((resolve) => { cards.onsuccess = resolve; });
  open.result.close();
  return cards.result.some((card) => card.points === points && (step === null || card.step === step));
}"""
"""Whether an experiment with so many points at this step lies in the browser's storage."""


def left(page: Page, points: int, step: int | None = None) -> None:
    """Waits until the browser has written what is on the page."""
    page.wait_for_function(THERE)
    page.wait_for_function(KEPT, arg=[points, step])


def trained(page: Page) -> Playground:
    """Some steps with the spiral, paused."""
    playground = Playground(page)
    playground.draw_sample("Spiral")
    playground.primary.click()
    playground.expect_step_beyond(20)
    playground.pause()
    return playground
