"""A panel is one folder and one line: its import, its style sheet and its row in the docs follow."""

from pathlib import Path

import pytest

from tests.repository import ROOT
from tools import panels

LIST = """import { createCurve } from './loss/state.js';

// Made of the list by `make generate`.
import { mountGone } from './gone/gone.js';

const PANELS = [
  mountReading,
  mountClock,
];
"""
LATE = """/* Late. */
@import url(../popover.css);
@import url(../../js/page/gone/gone.css);
@import url(../last.css);
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A page of two features, one of which has a sheet that comes early."""
    for feature, function in (("reading", "mountReading"), ("clock", "mountClock")):
        folder = tmp_path / panels.PAGE / feature
        folder.mkdir(parents=True)
        (folder / f"{feature}.js").write_text(
            f"/**\n * One.\n *\n * @feature tells the {feature}\n */\nexport function {function}(page) {{}}\n"
        )
        (folder / f"{feature}.css").write_text("")
    (tmp_path / panels.SHEETS).mkdir(parents=True)
    (tmp_path / panels.SHEETS / "playground.css").write_text(
        "@import url(../../js/page/reading/reading.css);\n"
    )
    return tmp_path


def test_each_line_of_the_list_has_its_import(root: Path) -> None:
    made = panels.with_imports(LIST, root)
    assert made == LIST.replace(
        "import { mountGone } from './gone/gone.js';\n",
        "import { mountClock } from './clock/clock.js';\n"
        "import { mountReading } from './reading/reading.js';\n",
    )
    assert panels.with_imports(made, root) == made


def test_a_sheet_beside_a_feature_comes_late_unless_it_comes_early(root: Path) -> None:
    made = panels.with_late_sheets(LATE, root)
    assert made == LATE.replace("gone/gone.css", "clock/clock.css")
    assert panels.with_late_sheets(made, root) == made


def test_the_docs_have_a_row_of_each_folder(root: Path) -> None:
    rows = panels.features(root).splitlines()
    assert rows[2:] == ["| `clock/` | tells the clock |", "| `reading/` | tells the reading |"]


def test_what_is_missing_is_named(root: Path) -> None:
    (root / panels.PAGE / "clock" / "clock.js").write_text("/** One. */\n")
    with pytest.raises(panels.PanelError, match="lists mountClock, which 0 modules"):
        panels.with_imports(LIST, root)
    with pytest.raises(panels.PanelError, match="page/clock says 0 times what it is"):
        panels.features(root)


def test_the_list_of_the_playground_is_read_whole() -> None:
    text = (ROOT / panels.PAGE / "panels.js").read_text(encoding="utf-8")
    assert panels.with_imports(text).count("import { mountReading }") == 1
    assert len(panels._LINE.findall(text)) > 25
