"""Lighthouse's report is read for its four marks, and a page that it could not audit gets none."""

import json

import pytest

from bench.loading.lighthouse import CATEGORIES, Marks, marks


def test_marks_are_of_a_hundred() -> None:
    scores = dict(zip(CATEGORIES, (0.98, 1, 0.5, 0), strict=True))
    report = {"categories": {name: {"score": score} for name, score in scores.items()}}
    assert marks(json.dumps(report)) == Marks(98, 100, 50, 0)


def test_a_page_that_was_not_painted_has_no_marks() -> None:
    report = {"runtimeError": {"code": "NO_FCP", "message": "The page did not paint any content."}}
    with pytest.raises(RuntimeError, match="did not paint"):
        marks(json.dumps(report))
