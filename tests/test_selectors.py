"""Style sheets ask nothing whose answer takes a search of the whole page."""

import re
from pathlib import Path

import pytest

from tests.repository import ROOT

SHEETS = [path for folder in ("css", "js") for path in sorted((ROOT / "static" / folder).rglob("*.css"))]
OF_THE_PAGE = re.compile(r"(?::root|html|body)[^\s{},>~+]*?:has\((?!\s*>)[^)]*\)")
"""Asks the page for something at any depth: where it is not there, each change of style searches it all."""


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_the_page_is_asked_for_its_children_only(path: Path) -> None:
    assert OF_THE_PAGE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("selector", "searches"),
    [
        (":root:has(.playground) { }", True),
        (":root[data-projector]:has(.playground) { }", True),
        ("html:has(:target) .article section { }", True),
        (":root:has(> .playground) { }", False),
        (".code:has(.by) pre { }", False),
    ],
)
def test_what_searches_is_known(selector: str, searches: bool) -> None:
    assert bool(OF_THE_PAGE.search(selector)) is searches
