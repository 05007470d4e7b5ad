"""docs/notation.md is one table for all: its names exist in Python, on the wire and in JavaScript."""

import re
from pathlib import Path

import numpy as np
import pytest

from app.nn.architecture import Architecture
from tests.repository import ROOT, committed

PAGE = (ROOT / "docs" / "notation.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("| ").split(" | ")]
    for line in PAGE.splitlines()
    if line.startswith("|") and " --- " not in line
][1:]
FOLDERS = {
    2: ("app/nn/*.py", "app/training/*.py"),
    3: ("docs/protocol.md", "static/js/*.js"),
    4: ("static/js/*.js",),
}


def words(patterns: tuple[str, ...]) -> set[str]:
    """Every name that stands in these files."""
    files: list[Path] = [path for path in committed(*patterns) if "vendor" not in path.parts]
    return {word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize(("column", "folders"), FOLDERS.items(), ids=["Python", "wire", "JavaScript"])
def test_every_name_in_the_table_is_used(column: int, folders: tuple[str, ...]) -> None:
    documented = {
        name
        for row in ROWS
        for code in re.findall(r"`([^`]+)`", row[column])
        for name in re.findall(r"[a-z]\w{2,}", code, re.IGNORECASE)
    }
    assert len(documented) >= 10
    assert documented <= words(folders)


def test_scripts_have_one_word_for_one_thing() -> None:
    """Of the page's own folder, panels are named by what people read on them, so it is left out."""
    scripts = [path for path in committed("static/js/*.js") if "page" not in path.parts]
    declared = re.compile(r"\b(?:const|let|class|function)\s+(\w+|[{\[][^=]*[}\]])")
    names = {
        name
        for path in scripts
        for found in declared.findall(path.read_text(encoding="utf-8"))
        for name in (path.stem, *re.findall(r"\w+", found))
    }
    assert len(names) > 1000
    assert {name for name in names if re.search("(?<!g)loss|essay|maths", name, re.IGNORECASE)} == set()


def test_the_screen_has_one_word_for_the_cost() -> None:
    """Curve, numbers, settings and formulas; titles of papers in the references speak as they like."""
    told = re.compile(r"(?<![\w./\-\"#])[Ll]oss(?: [a-z]|[<'`])")
    pages = [*committed("static/js/*.js"), *committed("templates/*.html"), *committed("app/taken_out/*.py")]
    texts = {
        path: path.read_text(encoding="utf-8").replace("Visualizing the loss landscape", "") for path in pages
    }
    assert any("Cost curve" in text for text in texts.values())
    assert [path.name for path, text in texts.items() if told.search(text)] == []


def test_the_equations_stand_in_the_code_by_their_labels() -> None:
    labels = set(re.findall(r"^    \(([A-Z]\d)\)", PAGE, re.MULTILINE))
    code = "".join(path.read_text(encoding="utf-8") for path in committed("app/nn/*.py"))
    assert labels == {"F1", "C1", "C2", "C3", "B1", "B2", "B3", "B4", "G1"}
    assert {label for label in labels if f"({label})" not in code} == set()


def test_the_flat_vector_is_laid_out_as_the_page_says() -> None:
    sizes = (3, 4, 2)
    architecture = Architecture(sizes, "tanh", "softmax", "cross_entropy")
    vector = np.arange(float(architecture.parameter_count))
    offset = 0
    for i in (2, 3):
        before, size = sizes[i - 2], sizes[i - 1]
        for k in range(size):
            for j in range(before):
                assert architecture.weights(vector)[i][k, j] == offset + j * size + k
                assert architecture.weight_index(i, k, j) == offset + j * size + k
            assert architecture.biases(vector)[i][k] == offset + before * size + k
            assert architecture.weight_index(i, k, None) == offset + before * size + k
        offset += (before + 1) * size
    assert offset == architecture.parameter_count
