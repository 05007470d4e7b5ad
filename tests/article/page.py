"""The article as the server gives it, and as its templates have it, taken apart for tests."""

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from jinja2 import Environment, nodes

from app.serve.files import Files
from app.serve.formulas import Formulas
from app.serve.front_end import Built
from app.serve.pages import Pages
from tests.repository import ROOT

FOLDER = ROOT / "templates" / "article"
LISTING = FOLDER / "listing.py"
_VOID = {"meta", "link", "input", "br", "img", "hr", "path", "rect", "circle", "use"}


@dataclass
class Page:
    """What the page holds: the ids in their order, the links within it, and its words without formulas."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    glossary: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "id" in named:
            self.page.ids.append(named["id"])
        if tag == "a" and named.get("href", "").startswith("#"):
            self.page.links.append(named["href"][1:])
        if tag not in _VOID:
            self._open.append((tag, named.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self._open}
        classes = {kind for _, kinds in self._open for kind in kinds.split()}
        if not inside & {"script", "style", "svg", "math"} and "katex-html" not in classes:
            self.page.words.append(data)


@cache
def source() -> str:
    """The page's HTML."""
    static = ROOT / "static"
    formulas = Formulas(static / "vendor" / "formulas.json")
    pages = Pages(ROOT / "templates", Files(static), Built(static), formulas)
    return pages.body("article.html", "./").content.decode()


@cache
def page() -> Page:
    """The page, read."""
    reader = _Reader()
    reader.feed(source())
    return reader.page


@dataclass(frozen=True)
class Formula:
    """A formula of a template: its TeX, its label ("" without one) and the template it stands in."""

    tex: str
    label: str
    template: str


@cache
def formulas() -> list[Formula]:
    """Every formula of the article's templates."""
    environment = Environment(autoescape=True)
    found = []
    for path in sorted(FOLDER.rglob("*.html")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("tex", "eq"):
                arguments = [argument.as_const() for argument in call.args]
                found.append(
                    Formula(arguments[-1], (arguments[0] or "") if len(arguments) == 2 else "", path.name)
                )
    return found


def plain(tex: str) -> str:
    """TeX without the marks that link its symbols: `\\htmlData{...}{x}` is x."""
    while True:
        bare = re.sub(r"\\html(?:Data|Class)\{[^{}]*\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}", r"\1", tex)
        if bare == tex:
            return tex
        tex = bare
