"""The files under static/: read once, compressed once, kept by browsers for as long as they stay the same."""

import hashlib
import mimetypes
from pathlib import Path, PurePosixPath

from starlette.datastructures import Headers
from starlette.responses import Response

from app.serve.body import EMBEDDING, Body

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
_SCRIPT_SUFFIXES = {".js", ".mjs"}
"""Any script may be imported where a worker runs."""


def fingerprint(directory: Path) -> str:
    """A short text that changes when any file below the directory does."""
    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*")):
        if path.is_file():
            status = path.stat()
            digest.update(f"{path.relative_to(directory)}:{status.st_mtime_ns}:{status.st_size};".encode())
    return digest.hexdigest()[:12]


class Assets:
    """All files of a directory by their path, kept in memory and read anew when one changes on disk."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory.resolve()
        self._bodies: dict[Path, tuple[tuple[int, int], Body]] = {}
        self.version = fingerprint(self.directory)

    def refresh(self) -> None:
        """Notice files that were changed, added or removed; done when a page is asked for."""
        self.version = fingerprint(self.directory)

    def url(self, path: str) -> str:
        """The address of a file under which browsers may keep it for ever.

        The version is a folder in the address, so that the relative imports of a module stay within it.
        """
        return f"/static/{_VERSION_MARK}{self.version}/{path.removeprefix('/')}"

    def respond(self, address: str, request: Headers) -> Response | None:
        """The answer for an address below /static/; None where there is no such file."""
        parts = PurePosixPath(address).parts
        for_ever = False
        if parts and parts[0].startswith(_VERSION_MARK):
            for_ever = parts[0] == _VERSION_MARK + self.version
            parts = parts[1:]
        body = self._body(self.directory.joinpath(*parts))
        if body is None:
            return None
        return body.respond(request, for_ever=for_ever)

    def _body(self, path: Path) -> Body | None:
        try:
            path = path.resolve()
            if not path.is_relative_to(self.directory) or not path.is_file():
                return None
            status = path.stat()
        except (OSError, ValueError):  # such as a name that is too long, or has a zero in it
            return None
        state = (status.st_mtime_ns, status.st_size)
        kept = self._bodies.get(path)
        if kept is None or kept[0] != state:
            kept = self._bodies[path] = (state, _read(path))
        return kept[1]


def _read(path: Path) -> Body:
    if text_type := _TEXT_TYPES.get(path.suffix):
        policies = EMBEDDING if path.suffix in _SCRIPT_SUFFIXES else {}
        return Body(path.read_bytes(), text_type, policies=policies)
    media_type = _OTHER_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    return Body(path.read_bytes(), media_type or "application/octet-stream", compressible=False)
