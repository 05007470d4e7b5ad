"""The modules that a page's entry imports, found by following: none then waits for another to be read."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

_STATIC_IMPORT = re.compile(r"""^(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]""", re.MULTILINE)
"""At the beginning of a line, where linters want it; what `import()` fetches comes when it is wanted."""


def imported_modules(directory: Path, entry: str, libraries: Mapping[str, str]) -> list[str]:
    """Paths below the directory of all modules that `entry`, such as "js/page.js", imports, itself left out.

    `libraries` says where those lie that are imported by their names.

    Raises `FileNotFoundError` where one of them is not there.
    """
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        module = waiting.pop()
        source = (directory / module).read_text(encoding="utf-8")
        for target in _STATIC_IMPORT.findall(source):
            path = libraries.get(target) or posixpath.normpath(
                posixpath.join(posixpath.dirname(module), target)
            )
            if path not in found:
                found.add(path)
                waiting.append(path)
    return sorted(found - {entry})
