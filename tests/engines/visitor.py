"""A person at a page, in whatever engine: what they do with mouse and keys, and what they can see."""

import json
from typing import Any

from tests.been_here import BEEN_HERE
from tests.engines.engine import Actions, Engine

PATIENCE = 20
"""Seconds after which something that should have happened is a failure: ten times what it takes at most."""

KEYS = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowRight": "\ue014",
    "Control": "\ue009",
    "Delete": "\ue017",
}

_UNTIL = """new Promise((resolve) => {{
  const end = performance.now() + {patience};
  (function look() {{
    let value = null;
    try {{ value = {condition}; }} catch {{ /* what it asks of is not there yet */ }}
    if (value || performance.now() > end) resolve(value || null);
    else setTimeout(look, 20);
  }})();
}})"""
_PLACE = """((element) => {{
  if (!element) return null;
  element.scrollIntoView({{ block: 'nearest', behavior: 'instant' }});
  const {{ left, top, width, height }} = element.getBoundingClientRect();
  const place = [left, top, width, height].join();
  const rests = element.placeBefore === place;
  element.placeBefore = place;
  return rests && width > 0 && {{ left, top, width, height }};
}})(document.querySelector({selector}))"""
"""Where an element is, once it is there at two looks: one that still moves would be missed."""

# Nobody has been here before: neither what was looked at nor what was drawn is there. The database is
# emptied, not deleted: that would wait for a page that WebKit keeps in order to go back to it.
_FORGET = """new Promise((resolve, reject) => {
  for (const storage of [localStorage, sessionStorage]) storage.clear();
  const opening = indexedDB.open('chainrule');
  let isNew = false;
  opening.onupgradeneeded = () => {
    isNew = true;
    opening.transaction.abort();
  };
  opening.onerror = (event) => {
    event.preventDefault();
    if (isNew) resolve(true);
    else reject(opening.error);
  };
  opening.onsuccess = () => {
    const kept = opening.result;
    const emptying = kept.transaction([...kept.objectStoreNames], 'readwrite');
    for (const name of kept.objectStoreNames) emptying.objectStore(name).clear();
    emptying.oncomplete = () => {
      kept.close();
      resolve(true);
    };
    emptying.onerror = () => { reject(emptying.error); };
  };
})"""


# Firefox tells of every face that was still on its way when its page was left.
_FACES_THERE = "document.fonts.ready.then(() => true)"


class Visitor:
    """One person with one window."""

    def __init__(self, engine: Engine, server: str) -> None:
        self._engine = engine
        self._server = server
        self._complaints: list[str] = []
        self._is_new = True

    def visit(self, path: str, server: str | None = None) -> None:
        """Open a page of the server's, or of another one."""
        self.evaluate(_FACES_THERE)
        self.complaints()
        address = server or self._server
        # What is remembered is put there before the page is: WebKit tells of scripts that a reload cuts off.
        self._engine.navigate(f"{address}/ear.js")
        if self._is_new:
            self._complaints.clear()  # of what the visitor before left open
            self.evaluate(_FORGET)
            self._is_new = False
        self.evaluate(BEEN_HERE)
        self._engine.navigate(f"{address}{path}")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression on the page."""
        return self._engine.evaluate(expression)

    def wait(self, condition: str) -> Any:
        """The value of a JavaScript expression once it is true of the page."""
        value = self.evaluate(_UNTIL.format(condition=condition, patience=1000 * PATIENCE))
        assert value is not None, f"in vain waited for {condition}\nthe page said {self.complaints()}"
        return value

    def wait_for_text(self, selector: str, part: str) -> None:
        """Wait until an element's text has this part."""
        self.wait(f"document.querySelector({json.dumps(selector)}).textContent.includes({json.dumps(part)})")

    def click(self, selector: str) -> None:
        """Press the left button in the middle of an element."""
        self.click_in(selector, 0.5, 0.5)

    def click_in(self, selector: str, right: float, down: float) -> None:
        """Press the left button at a place in an element, given as shares of its width and height."""
        box = self.wait(_PLACE.format(selector=json.dumps(selector)))
        x, y = (round(box["left"] + right * box["width"]), round(box["top"] + down * box["height"]))
        self._mouse({"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}, _UP)

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        value = KEYS.get(key, key)
        self._perform("key", [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}])

    def complaints(self) -> list[str]:
        """What the pages so far have complained about."""
        self._complaints += self.evaluate("window.heard ? heard.complaints.splice(0) : []")
        self._complaints += self._engine.console()
        return self._complaints

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._engine.resize(width, height)

    def _mouse(self, *actions: dict[str, Any]) -> None:
        self._perform("pointer", list(actions))

    def _perform(self, kind: str, actions: Actions) -> None:
        self._engine.perform([{"type": kind, "id": kind, "actions": actions}])


_UP = {"type": "pointerUp", "button": 0}
