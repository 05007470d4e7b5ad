"""Lists the modules of a folder with the sentence that each begins with, for docs/architecture.md."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent


def listing(folder: str) -> str:
    """The Python modules of a folder of the project as a Markdown list, in the order of their names."""
    modules = sorted(path for path in (ROOT / folder).glob("*.py") if path.name != "__init__.py")
    return "\n".join(f"- `{path.name}`: {_sentence(path)}" for path in modules)


def _sentence(module: Path) -> str:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    if not docstring:
        message = f"{module} does not say in its first sentence what it is."
        raise ValueError(message)
    first = docstring.split("\n\n", maxsplit=1)[0]
    return " ".join(first.split())
