"""What a browser keeps comes back, is named, copied and deleted with a way back, in other engines too."""

import pytest

from tests.engines.test_engines import expect_live, expect_six_points, stand, steps
from tests.engines.visitor import Visitor

COST = "document.querySelector('#train-cost').textContent"
NAMES = "[...document.querySelectorAll('[data-card] .name')].map((name) => name.textContent).join()"
FOCUS = "(document.querySelector('[data-card]:not(.present) .open').focus(), true)"


@pytest.mark.in_turn(2)
def test_what_is_kept_comes_back_and_is_found_again(visitor: Visitor) -> None:
    """Step and cost after a reload are those before; a name stays; what is deleted comes back."""
    stood, cost = stand(visitor), visitor.evaluate(COST)
    visitor.visit("/")
    expect_live(visitor)
    expect_six_points(visitor)
    visitor.wait_for_text("#reading", f"Welcome back. Step {stood:,}, 6 points, as you left it.")
    assert (steps(visitor), visitor.evaluate(COST)) == (stood, cost)

    visitor.click(".top nav a[href$='#experiments']")
    visitor.wait(f"{NAMES} === 'Points by hand'")
    visitor.click("[data-card] .name")
    visitor.wait("document.activeElement.matches('[data-card] input')")
    for key in "Mine":
        visitor.press(key)
    visitor.press("Enter")
    visitor.wait(f"{NAMES} === 'Mine'")
    visitor.press("d")
    visitor.wait(f"{NAMES} === 'Mine 2,Mine'")
    visitor.evaluate(FOCUS)
    visitor.press("Delete")
    visitor.wait_for_text("[data-card] .gone", "“Mine 2” is deleted.")
    visitor.click("[data-card] .gone button")
    visitor.wait(f"{NAMES} === 'Mine 2,Mine'")
    visitor.press("Escape")

    visitor.visit("/")
    expect_live(visitor)
    expect_six_points(visitor)
    visitor.click(".top nav a[href$='#experiments']")
    visitor.wait(f"{NAMES}.split(',').toSorted().join() === 'Mine,Mine 2'")
    visitor.press("Escape")
