"""A part of a sweep leaves nothing out for ever."""

import pytest

from tests.thoroughness import some


@pytest.mark.parametrize("count", [1, 2, 3, 7, 9])
def test_case_after_case_everything_is_tried_as_often_as_anything_else(count: int) -> None:
    whole = "abcdefg"
    tried = [part for turn in range(len(whole)) for part in some(whole, turn, count, thorough=False)]
    assert {part: tried.count(part) for part in tried} == dict.fromkeys(whole, min(count, len(whole)))


def test_thorough_is_the_whole_in_its_order() -> None:
    assert some("abcdefg", 3, 2, thorough=True) == list("abcdefg")
    assert some("abcdefg", 3, 2, thorough=False) == list("ag")
