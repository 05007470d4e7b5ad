"""What pages say, by the face that they say it in: fonts are cut and stretched to it."""

import html
import json
import re
from pathlib import Path

_OURS = ("templates/**/*.html", "static/js/**/*.js", "static/css/**/*.css", "app/**/*.py")
"""Every word on a page stands in one of these, or is typed into it."""
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_GREEK = "".join(map(chr, (*range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA))))
"""What formulas name by commands."""

_ESCAPE = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?")
_NOT_WORDS = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<(svg|script|pre|code)\b.*?</\1>|<[^>]*>", re.DOTALL
)
_HEADLINE = re.compile(r"<h[123]\b[^>]*>(.*?)</h[123]>", re.DOTALL)
_MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
_ITALIC = re.compile(r'<span class="mord mathnormal"[^>]*>([^<]*)</span>')
_TAG = re.compile(r"<[^>]*>")


def said(root: Path) -> dict[str, str]:
    """All characters that pages show unasked, and what the text of each kind is: see `Said` in fonts.mjs."""
    sources = [path for pattern in _OURS for path in sorted(root.glob(pattern))]
    written = "".join(html.unescape(path.read_text(encoding="utf-8")) for path in sources)
    escaped = "".join(chr(int(code, 16)) for code in _ESCAPE.findall(written))
    templates = root / "templates"
    article = _joined(templates / "article.html", *sorted((templates / "article").glob("*.html")))
    formulas = _formulas(root)
    shown = "".join(_TAG.sub("", formula) for formula in formulas)
    characters = {*_ASCII, *_GREEK, *written, *escaped, *html.unescape(shown)}
    return {
        "characters": "".join(sorted(characters - set("\n\r\t"))),
        "prose": _words(article),
        "headlines": " ".join(_words(found) for found in _HEADLINE.findall(article)),
        "interface": _words(_joined(*sorted((templates / "partials").glob("*.html")))),
        "roman": html.unescape("".join(_TAG.sub("", _ITALIC.sub("", formula)) for formula in formulas)),
        "math": html.unescape("".join(name for formula in formulas for name in _ITALIC.findall(formula))),
    }


def _joined(*paths: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _words(template: str) -> str:
    return " ".join(html.unescape(_NOT_WORDS.sub(" ", template)).split())


def _formulas(root: Path) -> list[str]:
    """The formulas as KaTeX set them, without what is only read aloud."""
    rendered = json.loads((root / "static" / "vendor" / "formulas.json").read_text(encoding="utf-8"))
    kinds = ("inline", "display")
    return [_MATHML.sub("", formula) for kind in kinds for formula in rendered[kind].values()]
