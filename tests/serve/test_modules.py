"""The modules that a page names beforehand are those that its entry imports."""

from pathlib import Path

import pytest

from app.serve.modules import imported_modules

LIBRARIES = {"katex/main": "vendor/katex.mjs"}


def write(folder: Path, **sources: str) -> None:
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source)


def test_imports_are_followed_through_folders_and_circles(tmp_path: Path) -> None:
    (tmp_path / "js" / "parts").mkdir(parents=True)
    write(tmp_path / "js", entry="import { a } from './parts/a.js';\nimport './side.js';\n", side="")
    write(
        tmp_path / "js" / "parts",
        a="import {\n  b,\n  c,\n} from './b.js';\nimport katex from 'katex/main';\n",
        b="export { d } from '../d.js';\nexport const c = 'from ./none.js';\n",
    )
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "katex.mjs").write_text("export default 1;\n")
    write(tmp_path / "js", d="import { a } from './parts/a.js';\nimport '../js/entry.js';\n")
    assert imported_modules(tmp_path, "js/entry.js", LIBRARIES) == [
        "js/d.js", "js/parts/a.js", "js/parts/b.js", "js/side.js", "vendor/katex.mjs",
    ]  # fmt: skip


def test_what_comes_later_or_stands_in_comments_is_left_out(tmp_path: Path) -> None:
    write(
        tmp_path,
        entry=(
            "/** @typedef {import('./types.js').State} State */\n"
            "// import { a } from './a.js';\n"
            " * import { b } from './b.js';\n"
            "export const later = () => import('./late.js');\n"
        ),
    )
    assert imported_modules(tmp_path, "entry.js", {}) == []


def test_a_module_that_is_missing_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, entry="import { a } from './a.js';\n")
    with pytest.raises(FileNotFoundError):
        imported_modules(tmp_path, "entry.js", {})
