"""What follows of the playground's list of panels and of its folders: a panel is one folder and one line.

Of a name in the list of `static/js/page/panels.js` the import; of the style sheet beside a feature the line
in `static/css/pages/late.css`; of the `@feature` that one module of a folder says, its row in the docs.
"""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = Path("static/js/page")
SHEETS = Path("static/css/pages")

_LIST = re.compile(r"^const PANELS = \[\n(.*?)^\];", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^  (mount\w+),$", re.MULTILINE)
_IMPORTS = re.compile(r"(?<=^// Made of the list by `make generate`\.\n)(?:import .*\n)*", re.MULTILINE)
_FEATURE = re.compile(r"^ \* @feature (.+)$", re.MULTILINE)
_SHEET = re.compile(r"^@import url\(\.\./\.\./js/page/(\w+/\w+\.css)\);\n", re.MULTILINE)


class PanelError(LookupError):
    """What a list or a folder promises is not there; the message says what to write, and where."""


def with_imports(present: str, root: Path = ROOT) -> str:
    """The text of panels.js with an import for each line of its list."""
    (listed,) = _LIST.findall(present)
    lines = sorted((_module_of(name, root), name) for name in _LINE.findall(listed))
    made = "".join(f"import {{ {name} }} from './{module}';\n" for module, name in lines)
    return _IMPORTS.sub(made, present, count=1)


def _module_of(name: str, root: Path) -> str:
    """Where in the page's folders a function of this name is exported."""
    sources = sorted((root / PAGE).glob("*/*.js"))
    found = [path for path in sources if f"export function {name}(" in path.read_text(encoding="utf-8")]
    if len(found) != 1:
        message = (
            f"{PAGE}/panels.js lists {name}, which {len(found)} modules of the page's folders export: "
            "write it in one."
        )
        raise PanelError(message)
    return found[0].relative_to(root / PAGE).as_posix()


def with_late_sheets(present: str, root: Path = ROOT) -> str:
    """The text of late.css with each feature's sheet that no other page's list has; new ones come last."""
    here = {path.relative_to(root / PAGE).as_posix() for path in (root / PAGE).glob("*/*.css")}
    others = [path for path in (root / SHEETS).glob("*.css") if path.name != "late.css"]
    elsewhere = {sheet for path in others for sheet in _SHEET.findall(path.read_text(encoding="utf-8"))}
    listed = _SHEET.findall(present)
    late = [sheet for sheet in listed if sheet in here]
    late += sorted(here - elsewhere - set(late))
    made = "".join(f"@import url(../../js/page/{sheet});\n" for sheet in late)
    first = present.index("@import url(../../js/page/")
    return present[:first] + made + _SHEET.sub("", present[first:])


def features(root: Path = ROOT) -> str:
    """The page's folders as a Markdown table, each with what it shows or does."""
    return "\n".join(["| folder | what it shows or does |", "| --- | --- |", *_rows(root)])


def _rows(root: Path) -> Iterator[str]:
    for folder in sorted(path for path in (root / PAGE).iterdir() if any(path.glob("*.js"))):
        said = _FEATURE.findall("\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.js"))))
        if len(said) != 1:
            message = (
                f"{PAGE}/{folder.name} says {len(said)} times what it is: one of its modules begins with a "
                "comment that has a line “@feature what it shows or does”."
            )
            raise PanelError(message)
        yield f"| `{folder.name}/` | {said[0]} |"
