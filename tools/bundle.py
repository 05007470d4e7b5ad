"""Has esbuild make static/built/ of the page's sources, where that is outdated: see bundle.mjs."""

import hashlib
from pathlib import Path

from tools.node_script import NodeScriptError, run_script

_BUNDLER = Path(__file__).with_name("bundle.mjs")
_STAMP = ".made_from"
_SOURCES = (".css", ".js", ".mjs", ".svg", ".woff2")


class BundleError(RuntimeError):
    """The front end could not be built; the message is esbuild's, with file and line."""


def bundle(root: Path) -> bool:
    """Makes static/built/ of a repository current; False when it was so already."""
    target = root / "static" / "built"
    stamp = target / _STAMP
    wanted = fingerprint(root)
    if stamp.is_file() and stamp.read_text() == wanted:
        return False
    try:
        run_script(_BUNDLER, str(root))
    except NodeScriptError as error:
        raise BundleError(f"The front end could not be built. {error}") from None
    stamp.write_text(wanted)
    return True


def fingerprint(root: Path) -> str:
    """A text that changes when static/built/ has to be made anew: with any source, or with the bundler."""
    static = root / "static"
    digest = hashlib.sha256(_BUNDLER.read_bytes() + (root / "package-lock.json").read_bytes())
    for path in sorted(static.rglob("*")):
        if path.suffix in _SOURCES and not path.is_relative_to(static / "built"):
            digest.update(f"{path.relative_to(static).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()
