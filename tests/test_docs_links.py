"""Links within the documents lead somewhere, and so do the files that they name."""

import re

import pytest

from tests.repository import ROOT, committed, name

DOCUMENTS = [name(path) for path in committed("*.md")]
LINK = re.compile(r"\[[^\]]*\]\((?!https?://|mailto:)([^)#\s]*)(#[^)\s]*)?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(text: str) -> set[str]:
    """The anchors that a Markdown renderer gives to headings: lower case, words joined by hyphens."""
    return {
        "#" + re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)
    }


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    text = path.read_text()
    for target, anchor in LINK.findall(text):
        there = (path.parent / target).resolve() if target else path
        assert there.exists(), f"{document} links to {target}"
        if anchor:
            assert anchor in anchors(there.read_text()), f"{document} links to {target}{anchor}"


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text()
    decisions = [path.name for path in committed("docs/decisions/0*.md")]
    assert decisions
    assert [decision for decision in decisions if f"({decision})" not in index] == []
