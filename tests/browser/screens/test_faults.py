"""The eye itself: each kind of fault, planted, is seen; what is meant to be so is not."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.screens.screen import SCRIPTS

OVER = '<p style="position:absolute; left:10px; top:10px">One</p>'
GROUND = "background:#fff; width:200px; height:60px"

FAULTY = {
    "texts that lie over each other": (
        OVER + '<p style="position:absolute; left:20px; top:14px">Two</p>',
        ["overlap: “One” and “Two”"],
    ),
    "a text under a fixed one without a ground": (
        OVER + '<p style="position:fixed; left:20px; top:14px">Two</p>',
        ["overlap: “One” and “Two”"],
    ),
    "a button's icon over a text": (
        OVER + '<button style="position:absolute; left:10px; top:24px; border:0; padding:0; background:none" '
        'aria-label="Go"><svg width="16" height="16"></svg></button>',
        ["overlap: “icon of button. “Go”” and “One”"],
    ),
    "a drawing in a button's drawing": (
        '<button aria-label="Go"><svg width="16" height="16"><svg width="8" height="8"></svg></svg></button>',
        [],
    ),
    "a text that its box cuts": (
        '<p style="width:30px; overflow:hidden; white-space:nowrap">Too long a line</p>',
        ["cut: “Too long a line”"],
    ),
    "a line cut at its foot": (
        '<div style="height:30px; overflow:clip; line-height:20px">One<br>Two</div>',
        ["cut: “Two”"],
    ),
    "a control that leaves the window": (
        '<button style="position:fixed; right:-20px; top:0; width:60px; height:30px"></button>',
        ["out: button."],
    ),
    "a control beyond the page's left edge": (
        '<button style="position:absolute; left:-20px; top:0; width:60px; height:30px"></button>',
        ["out: button."],
    ),
    "a pale text": ('<p style="color:#8a8a8a; font-size:13px">Pale</p>', ["faint: “Pale” has 3.4"]),
    "a text that is faded too far": (
        '<p style="opacity:.35; color:#000">Pale</p>',
        ["faint: “Pale” has 2.4"],
    ),
    "a large text that is too pale": (
        '<p style="color:#a0a0a0; font-size:24px">Pale</p>',
        ["faint: “Pale” has 2.6"],
    ),
}
SOUND = {
    "one text below the other": "<p>One</p><p>Two</p>",
    "lines of one paragraph": '<p style="width:60px; line-height:1.2">One two three four five</p>',
    "a popover over a text": OVER + f'<div popover id="over" style="{GROUND}">Two</div>',
    "what sticks to the window on a ground of its own": OVER
    + f'<div style="position:fixed; left:0; top:0; {GROUND}">Two</div>',
    "a formula": '<span class="katex"><span>a</span><span style="margin-left:-8px">b</span></span>',
    "what can be scrolled to": '<div style="height:30px; overflow:auto; line-height:20px">One<br>Two</div>',
    "what is read aloud only": OVER
    + '<p style="position:absolute; left:10px; top:10px; clip-path:inset(50%)">Two</p>',
    "a large text in grey": '<p style="color:#8a8a8a; font-size:24px">Grey</p>',
    "a faded text that can be read": '<p style="opacity:.5; color:#000">Grey</p>',
}

DRAW = """([words, wipe]) => {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  const pen = canvas.getContext('2d');
  const write = ([text, x, y, colour, alpha]) => {
    pen.globalAlpha = alpha ?? 1;
    pen.fillStyle = colour ?? '#000';
    pen.font = '14px sans-serif';
    pen.fillText(text, x, y);
  };
  words.forEach(write);
  if (wipe) {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    write(words[1]);
  }
}"""


@pytest.fixture
def blank(new_page: NewPage) -> Page:
    page = new_page(viewport={"width": 400, "height": 300})
    for script in SCRIPTS:
        page.add_init_script(path=script)
    page.goto("about:blank")
    return page


def faults(page: Page, content: str = "") -> list[str]:
    if content:
        page.set_content(f"<style>html {{ background:#fff; font:16px sans-serif }}</style>{content}")
        page.evaluate("document.querySelector('[popover]')?.showPopover()")
    found: list[str] = page.evaluate("findFaults()")
    return found


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_planted_is_seen(blank: Page, name: str) -> None:
    content, expected = FAULTY[name]
    found = faults(blank, content)
    assert len(found) == len(expected), found
    assert all(fault.startswith(start) for fault, start in zip(found, expected, strict=True)), found


@pytest.mark.parametrize("name", SOUND)
def test_what_is_meant_to_be_so_is_left_alone(blank: Page, name: str) -> None:
    assert faults(blank, SOUND[name]) == []


def test_words_on_canvases_are_measured_like_others(blank: Page) -> None:
    """They overlap, are cut, are pale, and are forgotten when they are wiped away."""
    over = [["One", 10, 40], ["Two", 20, 42]]
    faults(blank, "<p>Above</p>")
    blank.evaluate(DRAW, [over, False])
    assert [fault.split(" (")[0] for fault in faults(blank)] == ["overlap: “One” and “Two”"]
    faults(blank, "<p>Above</p>")
    blank.evaluate(DRAW, [over, True])
    assert faults(blank) == []
    faults(blank, "<p>Above</p>")
    blank.evaluate(DRAW, [[["Beyond", 280, 40]], False])
    assert [fault.split(" (")[0] for fault in faults(blank)] == ["cut: “Beyond”"]
    faults(blank, "<p>Above</p>")
    blank.evaluate(DRAW, [[["Pale", 10, 40, "#000", 0.3]], False])
    assert [fault.split(" has ")[0] for fault in faults(blank)] == ["faint: “Pale”"]


def test_a_text_is_judged_by_the_picture_beneath_it(blank: Page) -> None:
    """Dark words on a canvas that is dark there, though the page is light."""
    faults(
        blank,
        '<div style="position:relative"><canvas></canvas><p style="position:absolute; top:0">Dark</p></div>',
    )
    blank.evaluate("""() => {
      const pen = document.querySelector('canvas').getContext('2d');
      pen.fillStyle = '#223';
      pen.fillRect(0, 0, 300, 150);
    }""")
    assert [fault.split(" has ")[0] for fault in faults(blank)] == ["faint: “Dark”"]
