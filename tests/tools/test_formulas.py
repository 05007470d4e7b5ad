"""Formulas are found in templates as Jinja reads them, and rendered by KaTeX or refused with their place."""

import json
import shutil
from pathlib import Path

import pytest

from tests.repository import ROOT
from tools import formulas
from tools.formulas import Formula, FormulaError

KATEX = ROOT / "static" / "vendor" / "katex" / "katex.mjs"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with KaTeX and no templates yet."""
    (tmp_path / "templates" / "article").mkdir(parents=True)
    (tmp_path / "static" / "vendor" / "katex").mkdir(parents=True)
    shutil.copy(KATEX, tmp_path / "static" / "vendor" / "katex")
    return tmp_path


def write(repository: Path, text: str) -> None:
    (repository / "templates" / "article" / "names.html").write_text(text)


def rendered(repository: Path) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads((repository / "static/vendor/formulas.json").read_text())
    return table


def test_formulas_are_found_once_each_with_their_place(repository: Path) -> None:
    write(repository, 'The {{ tex("a_j^i") }}\nand {{ eq("B2", "\\\\delta^i") }}, {{ tex("a_j^i") }}.')
    assert formulas.find(repository / "templates") == [
        Formula("a_j^i", False, "templates/article/names.html:1"),
        Formula("\\delta^i", True, "templates/article/names.html:2"),
    ]


def test_a_formula_becomes_html_and_mathml(repository: Path) -> None:
    write(repository, '{{ tex("a_j^i") }}{{ eq("B1", "\\\\frac{1}{2}") }}')
    assert formulas.render(repository) is True
    table = rendered(repository)
    assert table["inline"].keys() == {"a_j^i"}
    for part in ("<math", 'class="katex-html" aria-hidden="true"'):
        assert part in table["inline"]["a_j^i"]
    assert 'class="katex-display"' in table["display"]["\\frac{1}{2}"]
    assert "<mfrac>" in table["display"]["\\frac{1}{2}"]


def test_a_long_list_that_arrives_in_pieces_is_waited_for(repository: Path) -> None:
    names = [f"a_{{{number}}}" for number in range(2000)]
    write(repository, "".join(f'{{{{ tex("{name}") }}}}' for name in names))
    formulas.render(repository)
    assert set(rendered(repository)["inline"]) == set(names)


def test_a_symbol_can_name_what_it_stands_for(repository: Path) -> None:
    write(repository, '{{ tex("\\\\htmlData{neuron=2-1}{a_1^2}") }}')
    formulas.render(repository)
    assert 'data-neuron="2-1"' in next(iter(rendered(repository)["inline"].values()))


def test_what_is_current_is_not_rendered_again(repository: Path) -> None:
    write(repository, '{{ tex("a") }}')
    assert formulas.render(repository) is True
    assert formulas.render(repository) is False
    write(repository, '{{ tex("b") }}')
    assert formulas.render(repository) is True
    assert rendered(repository)["inline"].keys() == {"b"}


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ('tex("\\\\frac{1}")', "KaTeX parse error"),
        ('tex("\\\\unheard{1}")', "Undefined control sequence"),
        ('tex("\\\\href{https://example.org}{a}")', "href is not allowed"),
        ('tex("né")', "strict mode"),
        ("tex(name)", "one literal string"),
        ('eq("no label")', "one literal string"),
        ('tex("\\frac{1}{2}")', "written twice"),
    ],
)
def test_a_formula_that_cannot_be_rendered_fails_with_its_place(
    repository: Path, call: str, reason: str
) -> None:
    write(repository, f"<p>\n{{{{ {call} }}}}")
    with pytest.raises(FormulaError, match=rf"templates/article/names\.html:2: .*(?:{reason})"):
        formulas.render(repository)


def test_all_failures_are_told_at_once(repository: Path) -> None:
    write(repository, '{{ tex("{") }}\n{{ tex("}") }}')
    with pytest.raises(FormulaError) as failure:
        formulas.render(repository)
    assert len(str(failure.value).splitlines()) == 2


def test_every_formula_of_the_pages_is_rendered() -> None:
    table = rendered(ROOT)
    for formula in formulas.find(ROOT / "templates"):
        assert formula.tex in table["display" if formula.display else "inline"], formula.place


def test_no_line_breaks_in_a_short_formula_or_before_the_comma_behind_a_long_one(
    repository: Path,
) -> None:
    write(repository, '{{ tex("a_1 = x_1") }}, {{ tex("a = b + c + d + e + f + g + h + i + j") }},')
    formulas.render(repository)
    short, long = rendered(repository)["inline"].values()
    base = '<span class="katex-base">'
    assert short.count(base) == 2
    assert f'aria-hidden="true"><span class="kept">{base}' in short
    assert long.rpartition(base)[0].endswith('<span class="kept">')
    assert long.endswith("j</span></span></span></span></span>")


def test_statements_side_by_side_can_stand_below_each_other(repository: Path) -> None:
    write(repository, '{{ eq(None, "a = b, \\\\qquad c = d \\\\quad e") }}{{ eq(None, "f = g") }}')
    formulas.render(repository)
    several, one = rendered(repository)["display"].values()
    assert several.count('<span class="statement">') == 2
    assert several.count("<span") == several.count("</span>")
    assert "statement" not in one
