"""Renders the formulas that templates name into static/vendor/formulas.json: pages arrive with them set.

A template writes `{{ tex("a_j^i") }}` in a line of text and `{{ eq("B2", "\\delta^i = ...") }}` on a line of
its own. The strings are Jinja's: a backslash of TeX is written twice. `app/serve/formulas.py` looks up what
is rendered here.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from jinja2 import Environment, nodes

from tools.node_script import NodeScriptError, run_script

_RENDERER = Path(__file__).with_name("formulas.mjs")
_SCRIPTS = (_RENDERER, Path(__file__).with_name("lean.mjs"))
_CALLS = {"tex": 0, "eq": 1}  # which argument holds the formula


class FormulaError(ValueError):
    """A formula that can't be rendered; the message names its file and line."""


@dataclass(frozen=True)
class Formula:
    """A formula as a template has it; `display` is true for one on a line of its own."""

    tex: str
    display: bool
    place: str


def render(root: Path) -> bool:
    """Makes static/vendor/formulas.json of the repository `root` current; False when it was so already.

    Raises FormulaError with one line for each formula that does not parse.
    """
    katex = root / "static" / "vendor" / "katex" / "katex.mjs"
    target = root / "static" / "vendor" / "formulas.json"
    wanted = json.dumps([asdict(formula) for formula in find(root / "templates")])
    scripts = b"".join(script.read_bytes() for script in _SCRIPTS)
    made_from = hashlib.sha256(wanted.encode() + katex.read_bytes() + scripts).hexdigest()
    if target.is_file() and json.loads(target.read_text())["made_from"] == made_from:
        return False
    try:
        rendered = run_script(_RENDERER, str(katex), given=wanted)
    except NodeScriptError as error:
        raise FormulaError(str(error)) from None
    target.write_text(json.dumps({"made_from": made_from, **json.loads(rendered)}))
    return True


def find(templates: Path) -> list[Formula]:
    """Every formula of every template, in the order of the files' names, each distinct one once."""
    found: dict[tuple[str, bool], Formula] = {}
    environment = Environment(autoescape=True)
    for path in sorted(templates.rglob("*.html")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in _CALLS:
                place = f"{path.relative_to(templates.parent).as_posix()}:{call.lineno}"
                formula = _formula(call, call.node.name, place)
                found.setdefault((formula.tex, formula.display), formula)
    return list(found.values())


def _formula(call: nodes.Call, name: str, place: str) -> Formula:
    position = _CALLS[name]
    argument = call.args[position] if len(call.args) == position + 1 else None
    if not isinstance(argument, nodes.Const) or not isinstance(argument.value, str):
        raise FormulaError(
            f"{place}: {name}() takes its formula as one literal string: it is set at build time"
        )
    if not argument.value.isprintable():
        raise FormulaError(f"{place}: a backslash of TeX is written twice in a template, as in \\\\frac")
    return Formula(argument.value, name == "eq", place)
