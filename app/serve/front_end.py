"""What pages load: sources as they stand, or what was built of them, by addresses from the site's own."""

import json
from pathlib import Path
from typing import Protocol

from app.serve.assets import Assets
from app.serve.modules import imported_modules

MANIFEST = "built/manifest.json"


class NotBuiltError(RuntimeError):
    """There is no built front end; the message says how to come to one."""


class FrontEnd(Protocol):
    """Where a page finds the files that its template names by their sources, such as "js/article.js"."""

    def url(self, source: str) -> str:
        """The address of what came of a source."""

    def text(self, source: str) -> str | None:
        """What came of a source, to stand in the page itself; None where the page is to fetch it."""

    def preloads(self, entry: str) -> list[str]:
        """The addresses of all modules that an entry imports, so that none waits for another to be read."""

    def bare_imports(self) -> dict[str, str]:
        """The addresses of libraries that modules import by name."""


class Sources:
    """The sources themselves, which a browser can load as they stand."""

    _LIBRARIES = {  # noqa: RUF012  (it is not changed)
        "@preact/signals-core": "vendor/signals-core/signals-core.mjs",
        "fflate": "vendor/fflate/browser.js",
        "idb": "vendor/idb/index.js",
        "katex": "vendor/katex/katex.mjs",
        "lean-qr": "vendor/lean-qr/index.mjs",
        "jsep": "vendor/jsep/jsep.js",
        "papaparse": "vendor/papaparse/papaparse.mjs",
        "uplot": "vendor/uplot/uPlot.esm.js",
    }

    def __init__(self, assets: Assets) -> None:
        self._assets = assets

    def url(self, source: str) -> str:
        """The address of the source, with the version of all files in it."""
        return self._assets.url(source)

    def text(self, source: str) -> str | None:  # noqa: ARG002  (another front end needs it)
        """Nothing: people look for their sources where these lie."""
        return None

    def preloads(self, entry: str) -> list[str]:
        """Found by following the imports."""
        modules = imported_modules(self._assets.files.directory, entry, self._LIBRARIES)
        return [self.url(path) for path in modules]

    def bare_imports(self) -> dict[str, str]:
        """The libraries as they were installed."""
        return {name: self.url(path) for name, path in self._LIBRARIES.items()}


class Built:
    """What `tools/bundle.mjs` made, under names that change with the content."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._read_at = 0
        self._files: dict[str, str] = {}
        self._imports: dict[str, list[str]] = {}
        self._refresh()

    def url(self, source: str) -> str:
        """The address of the file that came of the source; raises KeyError where none did."""
        self._refresh()
        return f"static/{self._files[source]}"

    def text(self, source: str) -> str | None:
        """The file's text: a page that has it within itself is painted without waiting for another file."""
        self._refresh()
        return (self._directory / self._files[source]).read_text(encoding="utf-8").strip()

    def preloads(self, entry: str) -> list[str]:
        """As the manifest has them."""
        self._refresh()
        return [f"static/{path}" for path in self._imports[entry]]

    def bare_imports(self) -> dict[str, str]:
        """None: libraries were built in."""
        return {}

    def _refresh(self) -> None:
        path = self._directory / MANIFEST
        try:
            changed_at = path.stat().st_mtime_ns
        except FileNotFoundError:
            raise NotBuiltError(
                f"The front end is not built: {path} is not there. Build it with `make front-end`, "
                "or let CHAINRULE_SOURCES=1 serve the sources as they stand."
            ) from None
        if changed_at != self._read_at:
            manifest = json.loads(path.read_text(encoding="utf-8"))
            self._files, self._imports = manifest["files"], manifest["imports"]
            self._read_at = changed_at
