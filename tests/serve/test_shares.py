"""Time is divided so that nobody gets more than wanted, and no address more for having many sessions."""

import math

from app.serve.shares import fair_shares, shares_by_address


def test_fair_shares_give_what_one_leaves_to_the_others() -> None:
    assert fair_shares([1, math.inf, 3, math.inf], 12) == [1, 4, 3, 4]
    assert fair_shares([math.inf, math.inf], 10) == [5, 5]
    assert fair_shares([1, 2], 10) == [1, 2]
    assert fair_shares([], 10) == []


def test_an_address_with_many_sessions_gets_what_one_with_one_gets() -> None:
    assert shares_by_address([math.inf] * 3, ["a", "b", "a"], 12) == [3, 6, 3]
    assert shares_by_address([math.inf, 2, math.inf], ["a", "b", "a"], 12) == [5, 2, 5]
    assert shares_by_address([math.inf] * 2, ["a", "b"], 12) == [6, 6]
