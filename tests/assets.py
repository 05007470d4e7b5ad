"""Follows a page's references: what a browser would fetch, read from pages, scripts and styles."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
_SCRIPT_IMPORT = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.{0,2}/?[@\w][\w@./-]*)['"]""")
_STYLE_URL = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)""")


class _References(HTMLParser):
    """Collects what a page links and the import map that its scripts use."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.import_map: dict[str, str] = {}
        self._in_import_map = False
        self._in_style = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        self._in_import_map = tag == "script" and values.get("type") == "importmap"
        self._in_style = tag == "style"
        for name in ("href", "data-late") if tag == "link" else ("src",):
            if target := values.get(name):
                self.links.add(target)

    def handle_data(self, data: str) -> None:
        if self._in_import_map and data.strip():
            self.import_map |= json.loads(data)["imports"]
            self._in_import_map = False
        if self._in_style:
            self.links |= {target for target in _STYLE_URL.findall(data) if not target.startswith("data:")}


def page_references(html: str) -> tuple[set[str], dict[str, str]]:
    """What a page links (styles, scripts, icons, fonts), and its import map."""
    parser = _References()
    parser.feed(html)
    return parser.links, parser.import_map


def references(address: str, text: str, import_map: dict[str, str]) -> set[str]:
    """The addresses that a script imports or a style sheet loads; none for other files."""
    if address.endswith((".js", ".mjs")):
        targets = _SCRIPT_IMPORT.findall(_COMMENT.sub("", text))
        return {urljoin(address, import_map.get(target, target)) for target in targets}
    if address.endswith(".css"):
        return {
            urljoin(address, target) for target in _STYLE_URL.findall(text) if not target.startswith("data:")
        }
    return set()
