"""Refused values are quoted short and printable."""

import json

import pytest

from app.data.quoting import cut, shown


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        (True, True),
        (5, 5),
        (2**53, 2**53),
        (-(2**60), "an integer beyond 9007199254740992"),
        (0.5, 0.5),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        ("tanh", "tanh"),
        ([], "a list of 0 items"),
        ([1], "a list of 1 item"),
        ((1, 2), "a list of 2 items"),
        ({"a": 1}, "an object with 1 field"),
    ],
)
def test_shown_as_json_can_carry_it(given: object, expected: object) -> None:
    assert shown(given) == expected
    json.dumps(shown(given), allow_nan=False)


def test_text_is_cut_at_80_characters_and_not_before() -> None:
    assert cut("x" * 80) == "x" * 80
    assert cut("x" * 81) == "x" * 79 + "…"


def test_a_lone_surrogate_is_replaced() -> None:
    assert cut("a\ud800b").encode() == b"a?b"
