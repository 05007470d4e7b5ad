"""The formulas of the templates, set as HTML and MathML when the front end was built."""

import json
from pathlib import Path

from markupsafe import Markup

_EQUATION = Markup('<div class="equation"{anchor}>{formula}{label}</div>')
_LABEL = Markup('<a class="equation-label" href="#eq-{0}" aria-label="Equation {0}">({0})</a>')


class UnknownFormulaError(LookupError):
    """A template names a formula that was not rendered when the front end was built."""


class Formulas:
    """What `tools/formulas.py` wrote, by the formula's TeX; `functions` are the names that templates call."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at = 0
        self._html: dict[str, dict[str, str]] = {}
        self.functions = {"tex": self.tex, "eq": self.eq}

    def tex(self, formula: str) -> Markup:
        """A formula in a line of text; raises UnknownFormulaError."""
        return self._lookup("inline", formula)

    def eq(self, label: str | None, formula: str) -> Markup:
        """An equation on a line of its own, with a label that links to it (none when `label` is None)."""
        html = self._lookup("display", formula)
        if label is None:
            return _EQUATION.format(anchor="", formula=html, label="")
        anchor = Markup(' id="eq-{0}"').format(label)
        return _EQUATION.format(anchor=anchor, formula=html, label=_LABEL.format(label))

    def _lookup(self, kind: str, formula: str) -> Markup:
        self._refresh()
        html = self._html.get(kind, {}).get(formula)
        if html is None:
            raise UnknownFormulaError(
                f"The formula {formula} is not rendered. Run `make front-end`, then load the page again."
            )
        return Markup(html)  # noqa: S704  (KaTeX's own output, from TeX that stands in our templates)

    def _refresh(self) -> None:
        changed_at = self._path.stat().st_mtime_ns if self._path.is_file() else 0
        if changed_at != self._read_at:
            self._html = json.loads(self._path.read_text(encoding="utf-8")) if changed_at else {}
            self._read_at = changed_at
