"""Style attributes of a page as rules of one sheet, which a policy can name by its hash.

Formulas that were set before have hundreds of them, alike for the most part.
"""

import html
import re

_TAG = re.compile(r"(<[a-zA-Z][^<>]*?)\sstyle=\"([^\"]*)\"([^<>]*>)")
_CLASS = re.compile(r"\sclass=\"([^\"]*)\"")


def sheeted(page: str) -> str:
    """The same page without style attributes. What a script sets on an element still comes before its rule.

    A rule names its class three times: it then comes before all others of sheets, as the attribute did.
    """
    classes: dict[str, str] = {}

    def replaced(found: re.Match[str]) -> str:
        before, style, after = found.groups()
        name = classes.setdefault(html.unescape(style), f"s-{len(classes)}")
        tag = before + after
        if kept := _CLASS.search(tag):
            return tag.replace(kept[0], f' class="{kept[1]} {name}"', 1)
        end = "/>" if tag.endswith("/>") else ">"
        return f'{tag.removesuffix(end)} class="{name}"{end}'

    page = _TAG.sub(replaced, page)
    if not classes:
        return page
    rules = "".join(f".{name}.{name}.{name}{{{style}}}" for style, name in classes.items())
    return page.replace("</head>", f"<style>{rules}</style>\n</head>", 1)
