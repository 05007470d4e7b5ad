"""What the article promises of the time that it takes, held against its length."""

import re

from tests.article.page import page, source

WORDS_A_MINUTE = 220
SECONDS_FOR_SYMBOLS, SECONDS_FOR_AN_EQUATION = 2, 10
"""A formula in a line is read as a word or two; one on a line of its own is looked at."""
MINUTES_AT_A_FIGURE, MINUTES_FOR_AN_EXERCISE = 2, 3
ANYTHING = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
NOT_READ = re.compile(r"<(script|style|svg|math|noscript|table|pre)\b.*?</\1>", re.DOTALL)
EXERCISES = re.compile(r'<ol class="exercises">.*?</ol>', re.DOTALL)
BODY = source()[source().index('<section id="network"') : source().index('id="references"')]
SAID = " ".join("".join(page().words).split())


def minutes(html: str) -> float:
    """How long a reader takes for the words and formulas of a part of the page."""
    html = NOT_READ.sub(" ", html)
    displayed = html.count("katex-display")
    inline = len(re.findall(r'class="katex"', html)) - displayed
    words = len(_without_formulas(html).split())
    seconds = inline * SECONDS_FOR_SYMBOLS + displayed * SECONDS_FOR_AN_EQUATION
    return words / WORDS_A_MINUTE + seconds / 60


def _without_formulas(html: str) -> str:
    """The words; what KaTeX set is a span with spans inside."""
    words, depth = [], 0
    for close, tag, attributes, text in ANYTHING.findall(html):
        if tag == "span" and (depth or "katex-html" in attributes):
            depth += -1 if close else 1
        elif not depth:
            words.append(text)
    return " ".join(words)


def up_to_the_next_heading(name: str) -> str:
    start = BODY.index(f' id="{name}"')
    end = re.search(r"<section |<h3", BODY[start + 1 :])
    return BODY[start : start + 1 + end.start() if end else None]


def test_all_of_it_takes_what_the_opening_says() -> None:
    assert "an hour and a half to two hours" in SAID
    figures = BODY.count("<figcaption><b>Figure")
    assert 90 < minutes(EXERCISES.sub("", BODY)) + figures * MINUTES_AT_A_FIGURE < 120


def test_the_exercises_take_about_another_hour() -> None:
    assert "and another one with the exercises" in SAID
    exercises = BODY.count("<summary>Answer</summary>")
    assert 45 < exercises * MINUTES_FOR_AN_EXERCISE < 75


def test_each_section_that_teaches_has_two_exercises_at_least() -> None:
    lists = EXERCISES.findall(BODY)
    assert len(lists) == 9
    assert min(one.count("<summary>Answer</summary>") for one in lists) == 2


def test_the_short_path_takes_about_fifteen_minutes() -> None:
    promise = re.search(r"Or fifteen minutes:.*?</p>", source(), re.DOTALL)
    assert promise
    stations = re.findall(r'href="#([\w-]+)"', promise[0])
    assert len(stations) == 7
    assert 12 < sum(minutes(up_to_the_next_heading(name)) for name in stations) < 18
