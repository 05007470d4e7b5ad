"""What an answer over HTTP carries: bytes, compressed once, and the tag by which browsers know them."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from starlette.datastructures import Headers
from starlette.responses import Response

_FOR_EVER = "max-age=31536000, immutable"

EMBEDDING = {"cross-origin-embedder-policy": "require-corp"}
"""What a script says that a worker of an isolated page may import; WebKit asks it of each of them."""

EVERYWHERE = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
"""What every file says: a page in a sandboxed frame is from nowhere, and its own files are foreign to it."""

ISOLATED = {"cross-origin-opener-policy": "same-origin", **EMBEDDING}
"""A page that shares nothing with other sites may share memory with its workers."""


@dataclass(frozen=True)
class Body:
    """The bytes of an answer with its type, and what is derived from them once."""

    content: bytes
    media_type: str
    compressible: bool = True
    policies: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def compressed(self) -> bytes:
        """The content for browsers that take gzip; no time in it, so that equal content has equal bytes."""
        return gzip.compress(self.content, compresslevel=9, mtime=0)

    @cached_property
    def tag(self) -> str:
        """A fingerprint of the content."""
        return hashlib.sha256(self.content).hexdigest()[:16]

    def prepare(self) -> None:
        """Make what is derived from the content now, rather than when it is first asked for."""
        _ = self.compressed, self.tag

    def respond(self, request: Headers, *, for_ever: bool = False, status: int = 200) -> Response:
        """The answer to a request with these headers: 304 where the browser has it already.

        What may be kept for ever is never asked for again, and so bears no tag.
        """
        zipped = self.compressible and "gzip" in request.get("accept-encoding", "")
        headers = {"x-content-type-options": "nosniff", **self.policies}
        if for_ever:
            headers["cache-control"] = _FOR_EVER
        else:
            # Two representations of one content need two strong tags.
            etag = f'"{self.tag}-gzip"' if zipped else f'"{self.tag}"'
            headers |= {"cache-control": "no-cache", "etag": etag}
        if self.compressible:
            headers["vary"] = "accept-encoding"
        if status == 200 and headers.get("etag") in _listed_tags(request.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        if zipped:
            headers["content-encoding"] = "gzip"
        content = self.compressed if zipped else self.content
        return Response(content, status, headers | {"content-type": self.media_type})


def _listed_tags(if_none_match: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
