"""static/vendor/ holds what pages ask for, is made anew when the lock changes, and survives a failure."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.repository import ROOT
from tools import vendor

VENDOR = ROOT / "static" / "vendor"
FACE = """/* {family}-{subset}-opsz-normal */
@font-face {{
  font-family: 'Some';
  src: url(./files/{family}-{subset}-opsz-normal.woff2) format('woff2-variations');
}}

"""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def fake_modules(modules: Path) -> None:
    """A node_modules with the files that a page asks for and others."""
    katex = (
        '@font-face{src:url(fonts/A.woff2) format("woff2"),url(fonts/A.woff) format("woff"),'
        'url(fonts/A.ttf) format("truetype")}'
    )
    write(modules / "katex/dist/katex.min.css", katex)
    for name in ("katex.mjs", "katex.js", "fonts/A.woff2", "fonts/A.woff", "fonts/A.ttf"):
        write(modules / "katex/dist" / name, name)
    for name in ("uPlot.min.css", "uPlot.cjs.js"):
        write(modules / "uplot/dist" / name, name)
    asks = (
        "const numFormatter = new Intl.NumberFormat(domEnv ? nav.language : 'en-US');\n"
        "const localTz = new Intl.DateTimeFormat().resolvedOptions().timeZone;\n"
    )
    write(modules / "uplot/dist/uPlot.esm.js", asks)
    write(modules / "fflate/esm/browser.js", "fflate")
    write(modules / "idb/build/index.js", "idb")
    write(modules / "lean-qr/index.mjs", "lean-qr")
    write(modules / "papaparse/papaparse.min.js", "module.exports = 'Papa';")
    write(modules / "papaparse/papaparse.js", "a longer one")
    for name in ("jsep.js", "jsep.min.js"):
        write(modules / "jsep/dist" / name, name)
    for name in ("signals-core.mjs", "signals-core.js"):
        write(modules / "@preact/signals-core/dist" / name, name)
    for family, sheets in (("inter", ["opsz.css"]), ("source-serif-4", ["opsz.css", "opsz-italic.css"])):
        font = modules / "@fontsource-variable" / family
        for sheet in sheets:
            write(
                font / sheet,
                "".join(FACE.format(family=family, subset=name) for name in ("cyrillic", "latin")),
            )
        for subset in ("cyrillic", "latin"):
            write(font / f"files/{family}-{subset}-opsz-normal.woff2", subset)
    fonts = ("@fontsource-variable/inter", "@fontsource-variable/source-serif-4")
    write(modules / "esbuild/lib/main.js", "esbuild")
    write(modules / "@esbuild/some-machine/bin/esbuild", "a program")
    for package, needs in (("subset-font", ["harfbuzzjs"]), ("harfbuzzjs", []), ("csstype", [])):
        write(modules / package / "package.json", json.dumps({"dependencies": dict.fromkeys(needs, "1")}))
    for package in (
        "katex", "uplot", "fflate", "idb", "jsep", "lean-qr", "papaparse", "@preact/signals-core", *fonts,
    ):  # fmt: skip
        write(modules / package / "LICENSE", "free")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a lock file, and an npm that installs `fake_modules`."""

    def npm(_: list[str], *, cwd: Path, **__: object) -> subprocess.CompletedProcess[str]:
        fake_modules(cwd / "node_modules")
        return subprocess.CompletedProcess([], 0, "")

    monkeypatch.setattr(vendor, "npm", npm)
    for name in vendor.NPM_FILES:
        write(tmp_path / name, "{}")
    return tmp_path


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_only_what_pages_ask_for_is_copied(repository: Path) -> None:
    assert vendor.install(repository) is True
    assert files(repository / "static/vendor") == {
        vendor.STAMP,
        "katex/LICENSE", "katex/katex.mjs", "katex/katex.min.css", "katex/fonts/A.woff2",
        "idb/LICENSE", "idb/index.js", "lean-qr/LICENSE", "lean-qr/index.mjs",
        "uplot/LICENSE", "uplot/uPlot.esm.js", "uplot/uPlot.min.css",
        "signals-core/LICENSE", "signals-core/signals-core.mjs",
        "fflate/LICENSE", "fflate/browser.js",
        "jsep/LICENSE", "jsep/jsep.js",
        "papaparse/LICENSE", "papaparse/papaparse.mjs",
        "inter/LICENSE", "inter/opsz.css", "inter/files/inter-latin-opsz-normal.woff2",
        "source-serif-4/LICENSE", "source-serif-4/opsz.css", "source-serif-4/opsz-italic.css",
        "source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
    }  # fmt: skip


def test_papa_parse_is_made_a_module(repository: Path) -> None:
    """It asks for another loader's `module`, which stands before it and is what is exported."""
    vendor.install(repository)
    before, script, after = (repository / "static/vendor/papaparse/papaparse.mjs").read_text().splitlines()
    assert "module = { exports }" in before
    assert script == "module.exports = 'Papa';"
    assert after == "export default module.exports;"


def test_the_curves_library_asks_nothing_of_intl_as_it_loads(repository: Path) -> None:
    """That took longer than all else of it; nor may it do so again in another version."""
    vendor.install(repository)
    copied = (repository / "static/vendor/uplot/uPlot.esm.js").read_text()
    assert copied == "const numFormatter = { format: String };\nconst localTz = '';\n"
    real = (VENDOR / "uplot/uPlot.esm.js").read_text()
    code = [line for line in real.splitlines() if not line.lstrip().startswith("//")]
    assert "Intl" not in "\n".join(code)


def test_another_uplot_is_looked_at_first(tmp_path: Path) -> None:
    fake_modules(tmp_path)
    write(tmp_path / "uplot/dist/uPlot.esm.js", "const numFormatter = makeFormat();")
    with pytest.raises(vendor.VendorError, match="uPlot no longer has"):
        vendor.copy_libraries(tmp_path, tmp_path / "vendor")


def test_what_builds_the_page_is_installed_apart_from_what_is_served(repository: Path) -> None:
    vendor.install(repository)
    built_with = repository / vendor.BUILDERS
    assert files(built_with) == {
        "esbuild/lib/main.js",
        "@esbuild/some-machine/bin/esbuild",
        "subset-font/package.json",
        "harfbuzzjs/package.json",
    }, "what it needs comes along, and nothing else"


def test_what_builds_the_page_is_installed_anew_where_it_was_removed(repository: Path) -> None:
    vendor.install(repository)
    shutil.rmtree(repository / ".front_end")
    assert vendor.install(repository) is True
    assert (repository / vendor.BUILDERS / "esbuild").is_dir()


def test_style_sheets_name_no_font_that_is_left_out(repository: Path) -> None:
    vendor.install(repository)
    katex = (repository / "static/vendor/katex/katex.min.css").read_text()
    assert katex == '@font-face{src:url(fonts/A.woff2) format("woff2")}'
    assert "cyrillic" not in (repository / "static/vendor/inter/opsz.css").read_text()


def test_a_second_run_does_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vendor.install(repository)
    monkeypatch.setattr(vendor, "npm", None)
    assert vendor.install(repository) is False


def test_a_changed_lock_makes_all_anew(repository: Path) -> None:
    vendor.install(repository)
    (repository / "static/vendor/stale.js").write_text("old")
    (repository / "package-lock.json").write_text('{"changed": true}')
    assert vendor.install(repository) is True
    assert "stale.js" not in files(repository / "static/vendor")


def test_a_failure_of_npm_says_what_helps_and_keeps_what_was_there(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor.install(repository)
    before = files(repository / "static/vendor")
    (repository / "package-lock.json").write_text('{"changed": true}')
    failed = subprocess.CompletedProcess([], 1, "ENOTFOUND")
    monkeypatch.setattr(vendor, "npm", lambda *_, **__: failed)
    with pytest.raises(vendor.VendorError, match=r"(?s)Check the network connection.*ENOTFOUND"):
        vendor.install(repository)
    assert files(repository / "static/vendor") == before


def test_every_file_that_an_installed_style_sheet_names_is_installed() -> None:
    sheets = list(VENDOR.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        for target in re.findall(r"url\(([^)]+)\)", sheet.read_text()):
            assert (sheet.parent / target).is_file(), f"{sheet.name} names {target}"
