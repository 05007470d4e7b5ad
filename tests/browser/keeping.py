"""What a browser keeps of the page, as tests wait for it."""

from playwright.sync_api import Page

from tests.browser.playground import Playground

PATIENCE = 15
"""Seconds after which something that should have been written is a failure."""
KEPT = """async ([points, step]) => {
  const open = indexedDB.open('chainrule');
  await new Promise((resolve) => { open.onsuccess = resolve; });
  const cards = open.result.transaction('cards').objectStore('cards').getAll();
  await new Promise((resolve) => { cards.onsuccess = resolve; });
  open.result.close();
  return cards.result.some((card) => card.points === points && (step === null || card.step === step));
}"""
"""Whether an experiment with so many points at this step lies in the browser's storage."""

# Playwright takes a promise for a truth, so the waiting is done on the page.
_UNTIL_KEPT = f"""async (wanted) => {{
  const isThere = async () => (await indexedDB.databases()).some(({{ name }}) => name === 'chainrule');
  const isKept = {KEPT};
  const end = performance.now() + {1000 * PATIENCE};
  while (!(await isThere() && await isKept(wanted))) {{
    if (performance.now() > end) return false;
    await new Promise((again) => {{ setTimeout(again, 20); }});
  }}
  return true;
}}"""


def left(page: Page, points: int, step: int | None = None) -> None:
    """Waits until the browser has written what is on the page."""
    assert page.evaluate(_UNTIL_KEPT, [points, step]), f"{points} points at step {step} were never kept"


def trained(page: Page) -> Playground:
    """Some steps with the spiral, paused: after a press on a data set, the space bar means the page."""
    playground = Playground(page)
    playground.draw_sample("Spiral")
    page.keyboard.press("Space")
    playground.expect_step_beyond(20)
    playground.pause()
    return playground
