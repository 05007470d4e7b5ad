"""Tables read as Markdown, spreads by hand, and a page keeps what stands around a section."""

import json
from pathlib import Path

import pytest

from bench import report
from bench.report import Report, Spread, Table, with_section

PAGE = "before\n<!-- training -->\nold\n<!-- end of training -->\nbetween\n<!-- end -->\n"


def test_a_spread_is_the_middle_and_both_ends() -> None:
    assert Spread.of([5.0, 1.0, 3.0]) == Spread(3.0, 1.0, 5.0)
    assert Spread.of([4.0, 1.0]) == Spread(2.5, 1.0, 4.0)


def test_a_spread_is_shown_with_the_ends_in_brackets() -> None:
    assert Spread(1234.5, 1000.0, 20000.0).shown() == "1,234 (1,000–20,000)"
    assert Spread(1.26, 1.0, 2.0).shown("{:.1f}") == "1.3 (1.0–2.0)"


def test_a_table_has_aligned_columns() -> None:
    table = Table("Title", ["name", "n"], [["a", "100"], ["longer", "2"]], "A note.")
    assert table.markdown() == (
        "**Title**\n\nA note.\n\n| name   |   n |\n| ------ | --: |\n| a      | 100 |\n| longer |   2 |"
    )


def test_a_table_refuses_rows_of_another_length() -> None:
    with pytest.raises(ValueError, match="zip"):
        Table("Title", ["a", "b"], [["1"]]).markdown()


def test_a_section_is_replaced_and_nothing_else() -> None:
    replaced = with_section(PAGE, "training", "new \\1")
    assert replaced == PAGE.replace("old", "new \\1")


@pytest.mark.parametrize("part", ["serving", "end"])
def test_a_page_without_the_section_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match=f"<!-- {part} -->"):
        with_section(PAGE, part, "new")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where results and page go instead of the repository."""
    (tmp_path / "page.md").write_text(PAGE)
    monkeypatch.setattr(report, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(report, "PAGE", tmp_path / "page.md")
    return tmp_path


@pytest.mark.parametrize("quick", [False, True])
def test_a_quick_look_leaves_the_page_and_the_results_alone(folder: Path, quick: bool) -> None:
    made = Report("training", quick)
    made.add(Table("Rates", ["net", "rate"], [["2-4-2", "7"]]), rates={"2-4-2": 7})
    made.save(Node="24")
    name = "training-quick.json" if quick else "training.json"
    written = json.loads((folder / "results" / name).read_text())
    assert written["rates"] == {"2-4-2": 7}
    assert written["machine"]["Node"] == "24"
    assert [path.name for path in (folder / "results").iterdir()] == [name]
    page = (folder / "page.md").read_text()
    assert ("| 2-4-2 |    7 |" in page) is not quick
    assert page.startswith("before\n")
    assert page.endswith("between\n<!-- end -->\n")


def test_the_repository_has_a_section_for_each_part() -> None:
    parts = [path.parent.name for path in (report.FOLDER.parent).glob("*/__main__.py")]
    page = report.PAGE.read_text()
    assert {"training", "serving", "drawing", "loading", "keeping"} == set(parts)
    for part in parts:
        with_section(page, part, "")
