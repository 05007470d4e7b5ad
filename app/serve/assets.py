"""The files under static/: read once, compressed once, kept by browsers for as long as they stay the same."""

import mimetypes
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response

from app.serve.body import EMBEDDING, EVERYWHERE, Body
from app.serve.files import Files
from app.serve.policies import WORKING

_TEXT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
_OTHER_TYPES = {".woff2": "font/woff2", ".woff": "font/woff"}
_VERSION_MARK = "v-"
BUILT = "built/"
"""Below it, names change with the content, however old the page is that asks."""
_SCRIPT_SUFFIXES = {".js", ".mjs"}
"""Any script may be imported where a worker runs."""


class Assets:
    """All files of a directory by their address, each kept in memory and read anew when it changes on disk.

    What is `settled`, as an installed package is, never does: its files are not looked at again.
    """

    def __init__(self, directory: Path, *, settled: bool = False) -> None:
        self.files = Files(directory)
        self._settled = settled
        self._bodies: dict[str, tuple[object, Body]] = {}

    def url(self, path: str) -> str:
        """The address, from the site's own, under which browsers may keep a file for ever.

        The version is a folder in the address, so that the relative imports of a module stay within it.
        """
        return f"static/{_VERSION_MARK}{self.files.version}/{path.removeprefix('/')}"

    def respond(self, address: str, request: Headers) -> Response | None:
        """The answer for an address below /static/; None where there is no such file."""
        for_ever = address.startswith(BUILT)
        if address.startswith(_VERSION_MARK):
            mark, _, address = address.partition("/")
            for_ever = mark == _VERSION_MARK + self.files.version
        body = self._body(address)
        return None if body is None else body.respond(request, for_ever=for_ever)

    def _body(self, address: str) -> Body | None:
        path = self.files.paths.get(address)
        if path is None:
            return None
        kept = self._bodies.get(address)
        if kept is not None and self._settled:
            return kept[1]
        try:
            status = path.stat()
            state = (status.st_mtime_ns, status.st_size)
            if kept is None or kept[0] != state:
                kept = self._bodies[address] = (state, _read(path))
        except OSError:  # removed since the page that names it was asked for
            return None
        return kept[1]


def _read(path: Path) -> Body:
    if text_type := _TEXT_TYPES.get(path.suffix):
        policies = EVERYWHERE | (EMBEDDING | WORKING if path.suffix in _SCRIPT_SUFFIXES else {})
        return Body(path.read_bytes(), text_type, policies=policies)
    media_type = _OTHER_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    return Body(
        path.read_bytes(), media_type or "application/octet-stream", compressible=False, policies=EVERYWHERE
    )
