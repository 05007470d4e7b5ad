"""The files below a directory, by their path in it, and a fingerprint that changes when any of them does."""

import asyncio
import hashlib
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path


class Files:
    """What lies in a directory, as it was when last looked at."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory.resolve()
        self.look()

    @property
    def paths(self) -> dict[str, Path]:
        """The files by their addresses, such as "js/page.js"."""
        return self._seen[0]

    @property
    def version(self) -> str:
        """The fingerprint, a short text."""
        return self._seen[1]

    def look(self) -> None:
        """Notice what was changed, added or removed; any thread may do it."""
        digest = hashlib.sha256()
        paths = {}
        for address, entry in sorted(self._walk(self.directory, ""), key=lambda found: found[0]):
            status = entry.stat()
            digest.update(f"{address}:{status.st_mtime_ns}:{status.st_size};".encode())
            paths[address] = Path(entry.path)
        self._seen = paths, digest.hexdigest()[:12]

    def _walk(self, directory: Path | str, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
        with os.scandir(directory) as entries:
            for entry in entries:
                if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(self.directory):
                    continue
                if entry.is_dir():
                    yield from self._walk(entry.path, f"{prefix}{entry.name}/")
                elif entry.is_file():
                    yield prefix + entry.name, entry


REST = 9
"""How many times as long as a look took the next one waits: who asks all the time leaves most to others."""


class Freshness:
    """Looks at files anew for those who ask, in another thread: the one that answers also trains."""

    def __init__(
        self, *files: Files, clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._files = files
        self._clock, self._sleep = clock, sleep
        self._begun = 0
        self._due = 0.0
        self._looking = asyncio.Lock()

    async def ensure(self) -> None:
        """Whatever was done to the files before this was called has been noticed after it."""
        begun = self._begun
        async with self._looking:
            if self._begun == begun:  # else a look began while this one waited, and is done
                await self._sleep(max(0.0, self._due - self._clock()))
                self._begun += 1
                started = self._clock()
                await asyncio.to_thread(self._look)
                ended = self._clock()
                self._due = ended + REST * (ended - started)

    def _look(self) -> None:
        for files in self._files:
            files.look()
