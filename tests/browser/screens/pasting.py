"""Tables that are pasted into the page, and what becomes of one that holds nothing to learn but by heart."""

from playwright.sync_api import expect

from tests.browser.playground import Playground

PASTE = """text => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.body.dispatchEvent(paste);
}"""
FASTEST = """speed => {
  speed.value = speed.max;
  for (const type of ['input', 'change']) speed.dispatchEvent(new Event(type, { bubbles: true }));
}"""
NOISE = "x;y;kind\n" + "".join(
    f"{7 * row % 20};{11 * row % 23};{'ab'[(row * row // 3 + row) % 2]}\n" for row in range(40)
)
"""Points whose class has nothing to do with where they lie."""


def overfitting(playground: Playground) -> None:
    page = playground.page
    page.evaluate(PASTE, NOISE)
    page.get_by_role("button", name="Use 40 points").click()
    playground.expect_points(40)
    page.locator("#speed").evaluate(FASTEST)
    playground.primary.click()
    expect(playground.reading).to_contain_text("It overfits")
    playground.pause()
