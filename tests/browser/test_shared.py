"""An experiment goes to another browser, by a link or a file, and nothing of the receiver's is lost."""

import base64
import json
import struct
import zlib

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.keeping import left, trained
from tests.browser.playground import Playground
from tests.thoroughness import some

NUMBERS = """() => ['train-cost', 'test-cost', 'train-accuracy', 'step-count', 'epoch-count']
  .map((id) => document.getElementById(id).textContent)"""
PASTE = """(text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}"""
ALLOWED = ["clipboard-read", "clipboard-write"]


def shared(page: Page) -> str:
    """The link that one press of Share copies."""
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("heading", name="The link is copied")).to_be_visible()
    link: str = page.evaluate("() => navigator.clipboard.readText()")
    return link


def test_a_link_shows_the_same_state_elsewhere(new_page: NewPage) -> None:
    """Its code stands in the plane's place until Esc; what the receiver had is safe."""
    sender = trained(new_page(permissions=ALLOWED))
    sender.click((-2.5, 2.5))
    sender.page.mouse.move(5, 5)
    sender.expect_points(201)
    sender.make_step()
    numbers = sender.page.evaluate(NUMBERS)
    link = shared(sender.page)
    assert len(link) < 1000
    expect(sender.page.get_by_role("img", name="QR code of the link")).to_be_visible()
    sender.page.keyboard.press("Escape")
    expect(sender.page.get_by_role("img", name="QR code of the link")).to_be_hidden()

    receiver = Playground(new_page())
    page = receiver.page
    receiver.draw_sample("Moons")
    left(page, 200, 0)
    page.goto("about:blank")
    page.goto(link)
    receiver.expect_live()
    receiver.expect_points(201)
    expect(receiver.reading).to_contain_text(
        f"Somebody sent you this: Spiral, 201 points, at step {sender.step}."
    )
    assert page.evaluate(NUMBERS) == numbers
    expect(receiver.primary).to_have_text("Continue")
    expect(receiver.data_sentence).to_contain_text("Spiral")
    assert "#" not in page.url
    expect(receiver.reading).to_contain_text("Your “Moons” is safe.")
    page.reload()
    receiver.expect_live()
    receiver.expect_points(201)
    page.get_by_role("link", name="My experiments").click()
    expect(page.get_by_role("listitem")).to_have_count(2)
    page.get_by_role("button", name="Moons, 200 points").click()
    receiver.expect_points(200)
    page.evaluate("(hash) => { location.hash = hash; }", link[link.index("#") :])
    receiver.expect_points(201)
    receiver.reading.get_by_role("button", name="Go back to it").click()
    receiver.expect_points(200)


@pytest.mark.parametrize("how", some(["changed", "cut off"], 0, 1))
def test_a_link_that_is_damaged_leaves_what_there_was(new_page: NewPage, how: str) -> None:
    """It says why, and what to ask for."""
    sender = trained(new_page(permissions=ALLOWED))
    step = sender.step
    left(sender.page, 200, step)
    link = shared(sender.page)
    middle = len(link) - 200
    changed = link[:middle] + ("A" if link[middle] != "A" else "B") + link[middle + 1 :]
    damaged = changed if how == "changed" else link[:-100]
    sender.page.goto("about:blank")
    sender.page.goto(damaged)
    sender.expect_live()
    expect(sender.page.get_by_role("alert").filter(has_text="This link can’t be opened: ")).to_be_visible()
    sender.expect_points(200)
    sender.expect_step(step)


def test_a_file_that_no_server_takes_leaves_what_there_was(page: Page) -> None:
    """Whatever it holds: a sentence says why, and none of it becomes part of the page."""
    playground = trained(page)
    step = playground.step
    page.get_by_role("button", name="Share").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    whole = json.loads(download.value.path().read_text())
    page.keyboard.press("Escape")
    hostile = [
        {**whole, "checkpoint": {**whole["checkpoint"], "experiment": {"hidden": [10**9]}}},
        {
            **whole,
            "checkpoint": {**whole["checkpoint"], "points": [{"id": 0, "x1": 1e308, "x2": 0, "target": 0}]},
        },
        {
            **whole,
            "checkpoint": {
                **whole["checkpoint"],
                "progress": {**whole["checkpoint"]["progress"], "parameters": "AAAA"},
            },
        },
        {**whole, "name": "<img src=x onerror=alert(1)>", "checkpoint": None},
        {**whole, "version": 99},
    ]
    for content in hostile:
        page.evaluate(PASTE, json.dumps(content))
        alert = playground.reading.get_by_role("alert").filter(has_text="can’t be opened: ")
        expect(alert).to_be_visible()
        playground.expect_points(200)
        playground.expect_step(step)
        page.mouse.click(5, 5)
        expect(alert).to_be_hidden()
    playground.primary.click()
    playground.expect_step_beyond(step)


@pytest.mark.thorough
def test_a_link_that_no_server_takes_leaves_what_there_was(page: Page) -> None:
    """Its checksum is right, its network larger than any: the own work is there again, and still kept."""
    playground = trained(page)
    step = playground.step
    left(page, 200, step)
    page.goto("about:blank")
    page.goto(f"/{too_large()}")
    playground.expect_live()
    expect(page.get_by_role("alert").filter(has_text="This link can’t be opened: ")).to_be_visible()
    playground.expect_points(200)
    playground.expect_step(step)
    page.reload()
    playground.expect_live()
    playground.expect_points(200)
    playground.expect_step(step)
    page.get_by_role("link", name="My experiments").click()
    expect(page.get_by_role("listitem")).to_have_count(1)


def too_large() -> str:
    """A link of version 1 whose hidden layer has a thousand neurons, made without the page's own scripts."""
    head = json.dumps({"n": "Huge", "e": {"hidden": [1000]}, "o": [], "d": None, "l": None}).encode()
    no_points = bytes([0, 0]) + 4 * bytes([0, 0, 0, 0])
    progress = bytes([0, 0, 0, 0, 0])
    content = bytes([len(head)]) + head + no_points + progress
    deflate = zlib.compressobj(wbits=-15)
    deflated = deflate.compress(content) + deflate.flush()
    packed = base64.urlsafe_b64encode(struct.pack(">I", zlib.crc32(content)) + deflated)
    return "#x1=" + packed.decode().rstrip("=")
