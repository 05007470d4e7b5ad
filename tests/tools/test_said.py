"""What pages say is found where it stands: in templates, scripts and formulas."""

import json
from pathlib import Path

import pytest

from tests.repository import ROOT
from tools.said import said


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a word in every place that has any."""
    files = {
        "templates/article.html": '{% set x = 1 %}<h1 class="a">A <em>title</em></h1>'
        '<p>Prose &amp; {{ tex("b") }} more.</p>',
        "templates/article/one.html": "<svg><text>Drawn</text></svg><h2>Part</h2><p>Text</p>",
        "templates/partials/bar.html": "<button>Press</button>",
        "static/js/a.js": "const minus = '\\u2212';",
        "static/css/a.css": 'q::before { content: "→"; }',
        "app/a.py": '"÷"',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    formula = '<math><mi>heard</mi></math><span class="mord mathnormal">w</span><span class="mrel">=</span>'
    (tmp_path / "static/vendor").mkdir()
    rendered = {"inline": {"w=": formula}, "display": {}}
    (tmp_path / "static/vendor/formulas.json").write_text(json.dumps(rendered), encoding="utf-8")
    return tmp_path


def test_text_is_told_apart_by_the_face_that_it_is_set_in(root: Path) -> None:
    found = said(root)
    assert found["prose"] == "A title Prose & more. Part Text"
    assert found["headlines"] == "A title Part"
    assert found["interface"] == "Press"
    assert (found["math"], found["roman"]) == ("w", "=")


def test_every_character_that_pages_write_is_among_theirs_and_so_is_what_keyboards_have(root: Path) -> None:
    assert {*"−→÷w=", *"azAZ09~ ", *"αω"} <= set(said(root)["characters"])
    assert "ø" not in said(root)["characters"]


def test_our_own_pages_have_words_of_every_kind() -> None:
    assert all(len(text) > 100 for text in said(ROOT).values())
