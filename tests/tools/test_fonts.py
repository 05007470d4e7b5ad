"""Pages load the part of a face that they use; the rest is there for what people write, and nothing twice."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT
from tools import fonts
from tools.said import said

FACES = ROOT / "static" / "vendor" / "faces"
TOKENS = ROOT / "static" / "css" / "tokens.css"
_FACE = re.compile(r"@font-face\{(.*?)\}")
_FAMILY = re.compile(r"""font-family:["']?([^;"']+)""")


def faces(sheet: str) -> Iterator[tuple[str, str, str, set[int]]]:
    """Family, style and file of each face in a sheet, with its characters."""
    for rule in _FACE.findall((FACES / sheet).read_text()):
        parts = dict(part.split(":", 1) for part in rule.split(";"))
        yield (
            parts["font-family"],
            parts["font-style"],
            re.findall(r"url\((.*?)\)", parts["src"])[0],
            codes(parts["unicode-range"]),
        )


def codes(unicode_range: str) -> set[int]:
    """The characters of a range, by their numbers."""
    runs = [run.removeprefix("U+").split("-") for run in unicode_range.split(",")]
    return {code for run in runs for code in range(int(run[0], 16), int(run[-1], 16) + 1)}


@pytest.mark.parametrize("sheet", ["inter", "serif", "math"])
def test_no_character_that_pages_use_is_in_two_files_of_a_face(sheet: str) -> None:
    seen: dict[tuple[str, str], set[int]] = {}
    for family, style, file, characters in faces(f"{sheet}.css"):
        if not file.endswith("-used.woff2"):
            continue
        known = seen.setdefault((family, style), set())
        assert not known & characters, file
        known |= characters


@pytest.mark.parametrize("sheet", ["inter", "serif", "math"])
def test_what_pages_use_is_all_of_what_they_say_and_the_rest_none(sheet: str) -> None:
    used = set(map(ord, said(ROOT)["characters"]))
    for _, _, file, characters in faces(f"{sheet}.css"):
        assert characters <= used if file.endswith("-used.woff2") else not characters & used, file


@pytest.mark.parametrize("sheet", ["inter", "serif"])
def test_letters_of_other_languages_are_there_when_somebody_writes_them(sheet: str) -> None:
    there = set().union(
        *(characters for _, style, _, characters in faces(f"{sheet}.css") if style == "normal")
    )
    assert set(map(ord, "øßéŁőΩώ")) <= there


def test_what_the_first_picture_takes_is_less_than_half_of_what_it_was_cut_from() -> None:
    for name, whole in (
        ("inter-latin-opsz-normal", "inter/files"),
        ("source-serif-4-latin-opsz-normal", "source-serif-4/files"),
    ):
        part = (FACES / f"{name}-used.woff2").stat().st_size
        assert part < (FACES.parent / whole / f"{name}.woff2").stat().st_size / 2


def test_every_family_that_the_tokens_name_is_made() -> None:
    named = {name for name in re.findall(r'"([^"]+)"', TOKENS.read_text()) if " as " in name}
    made = {name for path in FACES.glob("*_fallbacks.css") for name in _FAMILY.findall(path.read_text())}
    assert named == made


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A repository with the fonts made ready."""
    for folder in ("templates", "static", "app"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("built", "__pycache__")
        )
    shutil.copy(ROOT / "package-lock.json", tmp_path)
    (tmp_path / ".front_end").symlink_to(ROOT / ".front_end")
    return tmp_path


def test_a_second_run_does_nothing_and_another_character_on_a_page_makes_them_anew(copy: Path) -> None:
    assert fonts.make(copy) is False
    page = copy / "templates" / "404.html"
    page.write_text(page.read_text() + "Ŵ")
    assert fonts.make(copy) is True
    assert "U+174" in (copy / "static/vendor/faces/inter.css").read_text()


def test_a_font_that_is_missing_is_named(copy: Path) -> None:
    (copy / "static/vendor/faces/.made_from").unlink()
    (copy / "static/vendor/inter/files/inter-greek-opsz-normal.woff2").unlink()
    with pytest.raises(fonts.FontError, match=r"inter-greek-opsz-normal\.woff2"):
        fonts.make(copy)
