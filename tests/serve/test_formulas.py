"""Templates get formulas as they were rendered at build time."""

import json
from pathlib import Path

import pytest
from jinja2 import Environment

from app.serve.formulas import Formulas, UnknownFormulaError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table with one formula of each kind."""
    table = {"inline": {"a<b": "<i>a</i>"}, "display": {"c": "<b>c</b>"}}
    path = tmp_path / "formulas.json"
    path.write_text(json.dumps(table))
    return path


def page(path: Path, template: str) -> str:
    environment = Environment(autoescape=True)
    environment.globals |= Formulas(path).functions
    return environment.from_string(template).render()


def test_a_formula_stands_in_its_line(path: Path) -> None:
    assert page(path, '<p>{{ tex("a<b") }}</p>') == "<p><i>a</i></p>"


def test_an_equation_can_be_linked_by_its_label(path: Path) -> None:
    html = page(path, '{{ eq("B2", "c") }}')
    assert html.startswith('<div class="equation" id="eq-B2"><b>c</b>')
    assert 'href="#eq-B2"' in html
    assert ">(B2)</a>" in html


def test_an_equation_without_a_label_has_no_anchor(path: Path) -> None:
    assert page(path, '{{ eq(None, "c") }}') == '<div class="equation"><b>c</b></div>'


def test_a_label_is_escaped(path: Path) -> None:
    assert 'id="eq-&#34;&gt;"' in page(path, """{{ eq('">', "c") }}""")


def test_a_formula_is_looked_up_by_its_kind(path: Path) -> None:
    with pytest.raises(UnknownFormulaError, match="make front-end"):
        page(path, '{{ tex("c") }}')


def test_without_a_table_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormulaError, match="The formula c is not rendered"):
        page(tmp_path / "missing.json", '{{ eq("B2", "c") }}')


def test_a_table_that_changes_is_read_again(path: Path) -> None:
    formulas = Formulas(path)
    assert formulas.tex("a<b") == "<i>a</i>"
    path.write_text(json.dumps({"inline": {"new": "<i>new</i>"}, "display": {}}))
    assert formulas.tex("new") == "<i>new</i>"
