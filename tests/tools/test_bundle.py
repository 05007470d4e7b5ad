"""The page is built of its sources under names that change with the content; nothing of it is left out."""

import re
import shutil
from pathlib import Path

import pytest

from app.serve.front_end import Built
from tests.repository import ROOT, committed, name
from tools import bundle

STATIC = ROOT / "static"
BUILT = STATIC / "built"
PAGES = STATIC / "css" / "pages"
_IMPORT = re.compile(r"@import url\(([^)]+)\)")
_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of what the front end is built of."""
    shutil.copytree(STATIC, tmp_path / "static", ignore=shutil.ignore_patterns("built"))
    shutil.copy(ROOT / "package-lock.json", tmp_path)
    (tmp_path / ".front_end").symlink_to(ROOT / ".front_end")
    return tmp_path


def named(sheet: Path) -> set[str]:
    """The style sheets that another one is made of, by their path."""
    return {
        (sheet.parent / path).resolve().relative_to(ROOT).as_posix()
        for path in _IMPORT.findall(sheet.read_text())
    }


def test_every_style_sheet_is_part_of_a_page() -> None:
    ours = {name(path) for path in committed("static/*.css")} - {name(path) for path in PAGES.glob("*.css")}
    assert ours <= set.union(*(named(sheet) for sheet in PAGES.glob("*.css")))


def test_no_style_sheet_of_the_first_picture_comes_once_more_later() -> None:
    assert not named(PAGES / "playground.css") & named(PAGES / "late.css")


@pytest.mark.parametrize("sheet", ["late", "not_found"])
def test_every_file_that_a_style_sheet_names_is_beside_it(sheet: str) -> None:
    path = ROOT / Built(STATIC).url(f"css/pages/{sheet}.css")
    targets = [target for target in _URL.findall(path.read_text()) if not target.startswith("data:")]
    assert targets
    assert [target for target in targets if not (path.parent / target).is_file()] == []


@pytest.mark.parametrize("sheet", ["playground", "maths", "formulas"])
def test_every_file_that_a_pages_own_style_names_is_there_from_the_page(sheet: str) -> None:
    written = _URL.findall(Built(STATIC).text(f"css/pages/{sheet}.css") or "")
    targets = [target for target in written if not target.startswith("data:")]
    assert targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_the_faces_of_formulas_come_with_the_essay_and_apart_from_the_playground() -> None:
    """And behind the essay's title, which is painted without waiting for them."""
    sheets = ("formulas", "maths", "playground")
    written = {sheet: Built(STATIC).text(f"css/pages/{sheet}.css") or "" for sheet in sheets}
    assert {sheet: text.count("url(data:font/woff2") for sheet, text in written.items()} == {
        "formulas": 2,
        "maths": 0,
        "playground": 0,
    }


@pytest.mark.parametrize("entry", ["js/playground.js", "js/by_hand.js", "js/article.js"])
def test_what_a_page_starts_with_is_one_file_however_many_parts_share_it(entry: str) -> None:
    assert len(Built(STATIC).preloads(entry)) <= 1


def test_a_second_run_does_nothing_and_a_change_of_one_module_renames_what_holds_it(repository: Path) -> None:
    assert bundle.bundle(repository) is True
    assert bundle.bundle(repository) is False
    before = Built(repository / "static")
    olds = {
        source: before.url(source) for source in ("js/socket_worker.js", "js/playground.js", "js/article.js")
    }
    module = repository / "static" / "js" / "socket_worker.js"
    module.write_text(
        module.read_text().replace("self.postMessage(message)", "self.postMessage(message, [])")
    )
    assert bundle.bundle(repository) is True
    after = Built(repository / "static")
    changed = {source for source, old in olds.items() if after.url(source) != old}
    assert changed == {"js/socket_worker.js", "js/playground.js"}, (
        "the page names its worker, the article has none"
    )


def test_a_source_that_does_not_parse_is_named_with_its_line(repository: Path) -> None:
    (repository / "static" / "js" / "article.js").write_text("\nexport const = 1;\n")
    with pytest.raises(bundle.BundleError, match=r"js/article\.js:2:13"):
        bundle.bundle(repository)


def test_a_module_that_is_loaded_by_an_address_that_nothing_was_built_for_is_an_error(
    repository: Path,
) -> None:
    module = repository / "static" / "js" / "ui" / "started.js"
    module.write_text(module.read_text() + "\nexport const other = new URL('./other.js', import.meta.url);\n")
    with pytest.raises(bundle.BundleError, match=r"started\.js names \./other\.js"):
        bundle.bundle(repository)
