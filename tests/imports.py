"""Which files import which, read from the sources of both languages."""

import ast
import posixpath
import re
from pathlib import Path

_JS_IMPORT = re.compile(
    r"""(?:^(?:import|export|\})[^'"\n]*\bfrom\s*|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]""",
    re.MULTILINE,
)
"""Of a statement, not of a sentence that happens to have "from" before a quotation mark."""


def python_imports(source: str) -> set[str]:
    """The full names that a Python source imports, at its top or within functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            found |= {f"{module}.{alias.name}" for alias in node.names}
    return found


def javascript_imports(source: str, path: str) -> set[str]:
    """What a JavaScript source imports, types in comments included: paths below the root, or bare names."""
    folder = posixpath.dirname(path)
    return {
        posixpath.normpath(posixpath.join(folder, target)) if target.startswith(".") else target
        for target in _JS_IMPORT.findall(source)
    }


def layer(path: str, top: str) -> str:
    """The folder below `top` that a path lies in; a file right below `top` is its own layer."""
    return Path(path).relative_to(top).parts[0]
