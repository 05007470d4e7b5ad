"""What is generated is current; what is stale is named, and renewed."""

from pathlib import Path

import pytest

from tests.repository import ROOT
from tools import generate


def test_nothing_that_is_generated_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 0, capsys.readouterr().err


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A repository of what is generated alone."""
    for generated in generate.GENERATED:
        path = tmp_path / generated.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((ROOT / generated.path).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("static/js/wire/protocol.d.ts", "learning_rate: number;", "learning_rate: string;"),
        ("static/js/wire/frame_header.js", "HEADER_BYTES = 72", "HEADER_BYTES = 76"),
        ("docs/protocol.md", "| `max_points` | 5000 |", "| `max_points` | 5001 |"),
        ("README.md", "| `--max-neurons` | 16 |", "| `--max-neurons` | 17 |"),
    ],
)
def test_a_stale_file_is_named_with_what_to_do_and_renewed(
    copy: Path, capsys: pytest.CaptureFixture[str], name: str, right: str, wrong: str
) -> None:
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    assert generate.main(["--check"], copy) == 1
    assert capsys.readouterr().err == f"{name} is stale: run make generate.\n"
    assert path.read_text(encoding="utf-8") != text
    assert generate.main([], copy) == 0
    assert capsys.readouterr().out == f"Renewed {name}.\n"
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_is_missing_is_made(copy: Path) -> None:
    path = copy / "static/js/wire/protocol.d.ts"
    path.unlink()
    assert generate.main([], copy) == 0
    assert path.read_text(encoding="utf-8") == (ROOT / "static/js/wire/protocol.d.ts").read_text("utf-8")


def test_prose_outside_the_marks_stays_as_it_was(copy: Path) -> None:
    path = copy / "docs/protocol.md"
    path.write_text(path.read_text(encoding="utf-8").replace("## Limits", "## Bounds"), encoding="utf-8")
    assert generate.main(["--check"], copy) == 0
