"""Every formula of the article is well-formed, though a browser may read it before all of it has come."""

from collections import Counter
from html.parser import HTMLParser

from tests.article.page import source

CHILDREN = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""How many children an element of MathML takes (MathML Core, 3.3 and 3.4)."""


class _Counting(HTMLParser):
    """Counts the children of each element within a formula."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, list[str]]] = []
        self.found: Counter[str] = Counter()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if self.open:
            self.open[-1][1].append(tag)
        if self.open or tag == "math":
            self.open.append((tag, []))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open:
            return
        name, children = self.open.pop()
        self.found[name] += 1
        if name != tag or len(children) != CHILDREN.get(name, len(children)):
            self.wrong.append(f"line {self.getpos()[0]}: <{name}> holds {children} and ends with </{tag}>")


def test_each_part_of_a_formula_has_the_children_that_it_takes() -> None:
    """Fractions have two, what has an index above and below has three, and so on."""
    counting = _Counting()
    counting.feed(source())
    assert counting.wrong == []
    assert counting.open == []
    assert counting.found["math"] > 100
    assert set(counting.found) & set(CHILDREN) > {"mfrac", "msub", "msubsup"}
