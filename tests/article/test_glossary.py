"""Every symbol of the article's formulas has an entry in the glossary."""

import re

from tests.article.page import FOLDER, formulas, page, plain

COMMANDS_THAT_ARE_SYMBOLS = {
    r"\sigma", r"\delta", r"\theta", r"\eta", r"\lambda", r"\mu", r"\beta", r"\varepsilon", r"\Delta",
    r"\partial", r"\odot", r"\#", r"\ln", r"\lVert",
    r"\gamma", r"\kappa", r"\rho", r"\tau", r"\varphi", r"\psi", r"\omega",
}  # fmt: skip
# Words, environments and the height of a line are no symbols.
WORDS = re.compile(r"\\(?:text|mathsf|mathbf)\{[^}]*\}|\\(?:begin|end)\{[a-z]+\}|\[[\d.]+(?:em|pt)\]")


def symbols(tex: str) -> set[str]:
    """The letters of a formula, and those commands that stand for something."""
    bare = WORDS.sub(" ", plain(tex))
    commands = set(re.findall(r"\\(?:[A-Za-z]+|#)", bare))
    letters = set(re.findall(r"[A-Za-z]", re.sub(r"\\(?:[A-Za-z]+|.)", " ", bare)))
    return letters | (commands & COMMANDS_THAT_ARE_SYMBOLS)


def glossary() -> set[str]:
    """The symbols of the glossary's own formulas."""
    text = (FOLDER / "further.html").read_text(encoding="utf-8").split('class="glossary"')[1]
    found = re.findall(r'tex\("((?:[^"\\]|\\.)*)"\)', text)
    return {symbol for tex in found for symbol in symbols(tex.replace("\\\\", "\\"))}


def test_every_symbol_has_an_entry() -> None:
    used = {symbol for formula in formulas() for symbol in symbols(formula.tex)}
    # The d of an ordinary derivative is known from school.
    assert used - glossary() - {"d"} == set()


def test_symbols_of_the_text_open_their_entry() -> None:
    entries = {name for name in page().ids if name.startswith("symbol-")}
    opened = {target for target in page().links if target.startswith("symbol-")}
    assert opened
    assert opened <= entries


OF_TWO_ENTRIES = {"s": ("rho", "adam"), "m": ("index", "adam")}
"""s is about squared gradients both times; of Adam's m, section 9 says that it is no counter."""


def test_no_letter_stands_for_two_things() -> None:
    text = (FOLDER / "further.html").read_text(encoding="utf-8").split('class="glossary"')[1]
    entries: dict[str, list[str]] = {}
    for name, title in re.findall(r'<div id="symbol-([\w-]+)"><dt>(.*?)</dt>', text):
        for tex in re.findall(r'tex\("((?:[^"\\]|\\.)*)"\)', title):
            for symbol in named(tex.replace("\\\\", "\\")):
                entries.setdefault(symbol, []).append(name)
    twice = {symbol: tuple(names) for symbol, names in entries.items() if len(names) > 1}
    assert twice == OF_TWO_ENTRIES


WHERE = {
    "f": {"derivatives"}, "g": {"descent", "practice"}, "h": {"cost", "derivatives"},
    "r": {"cost", "derivatives"}, "s": {"practice"}, "t": {"descent", "practice"}, "u": {"derivatives"},
    "v": {"practice"}, "S": {"derivatives"}, r"\beta": {"practice"}, r"\gamma": {"cost", "derivatives"},
    r"\kappa": {"backpropagation"}, r"\lambda": {"descent"}, r"\mu": {"practice"}, r"\omega": {"practice"},
    r"\psi": {"derivatives"}, r"\rho": {"practice"}, r"\tau": {"backpropagation", "worked", "check"},
    r"\varepsilon": {"practice"}, r"\varphi": {"derivatives"}, r"\Delta": {"descent"},
}  # fmt: skip
"""Where a letter is at home that is not used throughout, by section or figure; elsewhere it means nothing."""


def test_a_letter_is_used_only_where_it_was_given_a_meaning() -> None:
    """One that was left behind when a letter got another name stands where nobody introduced it."""
    astray = {
        (symbol, formula.template)
        for formula in formulas()
        for symbol in symbols(formula.tex) & set(WHERE)
        if formula.template.removesuffix(".html") not in WHERE[symbol] | {"further"}
    }
    assert astray == set()


def named(tex: str) -> set[str]:
    """What an entry's title names: its letters without their indices, and without what a derivative is of."""
    bare = plain(tex)
    if "\\partial" in bare and "frac" in bare:
        return {"gradient"}
    while (less := re.sub(r"[_^](?:\{[^{}]*\}|\\\w+|\w)", "", bare)) != bare:
        bare = less
    return symbols(re.sub(r"\(\w\)", "", bare)) - {r"\#"}
