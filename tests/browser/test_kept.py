"""Nothing is lost: a page comes back as it was left, each tab has its own, what is kept is found again."""

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.keeping import left, trained
from tests.browser.pictures import drawn, expect_drawn
from tests.browser.playground import Playground

FORBIDDEN = """Object.defineProperty(window, 'indexedDB', {
  get() { throw new DOMException('no', 'SecurityError'); },
})"""
DROP = """(text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'mine.chainrule.json'));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true, bubbles: true }));
}"""


COPIES = """async (count) => {
  const told = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const database = await told(indexedDB.open('chainrule'));
  const [card] = await told(database.transaction('cards').objectStore('cards').getAll());
  const kept = await told(database.transaction('kept').objectStore('kept').get(card.id));
  const copies = database.transaction(['cards', 'kept'], 'readwrite');
  for (let at = 0; at < count; at += 1) {
    const id = `copy ${at}`;
    const copy = { ...card, id, name: `Copy ${at}`, named: true, deleted: false, changed: 1e12 - at };
    copies.objectStore('cards').put(copy);
    copies.objectStore('kept').put(kept, id);
  }
  await new Promise((resolve) => { copies.oncomplete = resolve; });
  database.close();
}"""
"""So many experiments more, older than all others."""
FULL = """() => {
  const put = IDBObjectStore.prototype.put;
  window.emptied = () => { IDBObjectStore.prototype.put = put; };
  IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };
}"""


def item(page: Page, name: str) -> Locator:
    """An experiment in the list."""
    return page.get_by_role("listitem").filter(has=page.get_by_role("button", name=name, exact=True))


def test_a_page_comes_back_as_it_was_left(page: Page) -> None:
    """Points, weights to the last bit, curve, numbers, words, what can be undone; paused, and it says so."""
    playground = trained(page)
    playground.click((-2.5, 2.5))
    playground.expect_points(201)
    page.keyboard.press("Escape")
    page.mouse.move(5, 5)
    playground.make_step()
    step, loss = playground.step, page.locator("#train-cost").inner_text()
    left(page, 201, step)
    picture = drawn(page)
    page.reload()
    playground.expect_live()
    playground.expect_points(201)
    playground.expect_step(step)
    expect(page.locator("#train-cost")).to_have_text(loss)
    expect(playground.primary).to_have_text("Continue")
    line = f"Welcome back. Step {step}, 201 points, as you left it."
    expect(playground.reading).to_contain_text(line)
    expect(page.locator("#announcements")).to_contain_text(line)
    expect_drawn(page, picture)
    page.get_by_role("button", name="Undo: ").click()
    playground.expect_points(200)
    expect(playground.reading).to_contain_text(f"Step {step}, in words")
    expect(playground.reading).not_to_contain_text("Welcome back")
    page.goto("/maths")
    page.go_back()
    playground.expect_live()
    playground.expect_points(200)
    page.get_by_role("button", name="Start anew").click()
    playground.expect_points(0)
    playground.expect_step(0)
    expect(playground.reading).to_contain_text("A new page. Spiral is kept.")
    playground.reading.get_by_role("button", name="Undo", exact=True).click()
    playground.expect_points(200)
    playground.expect_step(step)


def test_each_tab_has_its_own_experiment(page: Page) -> None:
    """A new one begins empty beside another; one that is duplicated is a copy with a name of its own."""
    playground = trained(page)
    step = playground.step
    left(page, 200, step)
    other = Playground(page.context.new_page())
    other.expect_points(0)
    other.page.close()
    copy = _duplicated(page.context, page)
    expect(copy.locator("#step-count")).to_have_text(str(step))
    page.get_by_role("link", name="My experiments").click()
    expect(item(page, "Spiral 2")).to_contain_text("open in another tab")
    item(page, "Spiral 2").locator(".open").focus()
    page.keyboard.press("Delete")
    expect(page.get_by_role("alert").filter(has_text="“Spiral 2” is not deleted")).to_be_visible()
    page.keyboard.press("F2")
    page.keyboard.type("Period 3")
    page.keyboard.press("Enter")
    copy.locator("#step").click()
    expect(copy.locator("#step-count")).to_have_text(str(step + 1))
    left(copy, 200, step + 1)
    copy.close()
    page.reload()  # to the list again, which stands where Train is
    playground.expect_step(step)
    expect(item(page, "Spiral")).to_contain_text(f"200 points, step {step}")
    expect(item(page, "Spiral")).to_contain_text("open now")
    expect(item(page, "Period 3")).to_contain_text(f"200 points, step {step + 1}")


def _duplicated(context: BrowserContext, page: Page) -> Page:
    """A tab that is opened from another has a copy of its memory, as a duplicated one."""
    with context.expect_page() as opened:
        page.evaluate("() => { window.open(location.href); }")
    return opened.value


def test_what_is_kept_is_found_renamed_duplicated_and_deleted_with_a_way_back(page: Page) -> None:
    playground = trained(page)
    step = playground.step
    left(page, 200, step)
    page.get_by_role("link", name="My experiments").click()
    page.get_by_role("button", name="Begin a new one").click()
    playground.expect_points(0)
    playground.draw_sample("Moons")
    page.get_by_role("link", name="My experiments").click()
    expect(page.get_by_role("status").filter(has_text="2 of them")).to_be_visible()
    spiral = page.get_by_role("button", name=re.compile(f"^Spiral, 200 points, step {step}, today"))
    spiral.focus()
    page.keyboard.press("F2")
    page.keyboard.type("<b>Ring</b>")
    page.keyboard.press("Enter")
    ring = item(page, "<b>Ring</b>")
    expect(ring).to_be_visible()
    ring.locator(".open").focus()
    page.keyboard.press("d")
    expect(item(page, "<b>Ring</b> 2")).to_be_visible()
    item(page, "<b>Ring</b> 2").locator(".open").focus()
    page.keyboard.press("Delete")
    gone = page.get_by_role("listitem").filter(has_text="“<b>Ring</b> 2” is deleted.")
    gone.get_by_role("button", name="Undo").click()
    expect(item(page, "<b>Ring</b> 2")).to_be_visible()
    item(page, "<b>Ring</b> 2").locator(".open").focus()
    page.keyboard.press("Delete")
    expect(gone.get_by_role("button", name="Undo")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(item(page, "<b>Ring</b> 2").locator(".open")).to_be_focused()
    page.keyboard.press("Delete")
    expect(gone).to_be_visible()
    other = page.context.new_page()
    other.goto("/#experiments")
    expect(other.locator("[data-card]")).to_have_count(2)
    other.close()
    gone.get_by_role("button", name="Undo").click()
    item(page, "<b>Ring</b> 2").locator(".open").click()
    playground.expect_step(step)
    page.get_by_role("link", name="My experiments").click()
    item(page, "<b>Ring</b> 2").locator(".open").focus()
    page.keyboard.press("Delete")
    expect(gone).to_be_visible()
    page.evaluate(FULL)
    ring.locator(".open").focus()
    page.keyboard.press("d")
    expect(page.get_by_role("alert").filter(has_text="“<b>Ring</b>” is not duplicated: ")).to_contain_text(
        "this browser’s room is full"
    )
    page.evaluate("() => window.emptied()")
    ring.locator(".open").click()
    playground.expect_points(200)
    playground.expect_step(step)
    expect(playground.reading).to_contain_text("<b>Ring</b> again: 200 points")
    page.reload()
    playground.expect_live()
    playground.expect_step(step)
    page.get_by_role("link", name="My experiments").click()
    expect(item(page, "Moons")).to_be_visible()
    expect(item(page, "<b>Ring</b> 2")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="My experiments")).to_be_hidden()

    # Of many what is far out of sight is not made, has its room, and is made on the way there.
    page.evaluate(COPIES, 600)
    page.get_by_role("link", name="My experiments").click()
    items = page.get_by_role("listitem")
    expect(items).to_have_count(602)
    assert page.locator(".contact-sheet .open").count() < 100
    height = page.locator("dialog.experiments").evaluate("(sheet) => sheet.scrollHeight")
    last = items.last
    expect(last).to_have_text("Copy 599")
    last.scroll_into_view_if_needed()
    expect(last.get_by_role("button", name=re.compile("^Copy 599, 200 points"))).to_be_visible()
    assert page.locator("dialog.experiments").evaluate("(sheet) => sheet.scrollHeight") == height
    last.locator(".open").focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    assert page.evaluate("() => document.activeElement.closest('li').getBoundingClientRect().top") > 0
    page.keyboard.press("/")
    page.keyboard.type("copy 599")
    expect(items).to_have_count(1)


def test_a_browser_that_keeps_nothing_says_so(new_page: NewPage) -> None:
    """Before anything is lost, and a file keeps it."""
    page = new_page()
    page.add_init_script(FORBIDDEN)
    playground = Playground(page)
    note = page.get_by_role("status").filter(has_text="This browser keeps nothing for this page.")
    expect(note).to_be_hidden()
    playground.click((1, 1))
    expect(note).to_be_visible()
    with page.expect_download() as download:
        note.get_by_role("button", name="Save a file").click()
    assert download.value.suggested_filename == "a-point-by-hand.chainrule.json"
    page.reload()
    playground.expect_live()
    playground.expect_points(0)
    page.evaluate(DROP, download.value.path().read_text())
    playground.expect_points(1)
    expect(playground.reading).to_contain_text("Opened from the file: A point by hand, 1 point, at step 0.")
