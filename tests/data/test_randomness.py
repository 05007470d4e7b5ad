"""Draws are a function of seed, purpose and number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.randomness import generator

SEEDS = st.integers(0, 2**32 - 1)


@given(SEEDS, st.text(max_size=20), st.integers(0, 2**53 - 1))
def test_the_same_arguments_give_the_same_draws(seed: int, purpose: str, draw: int) -> None:
    first, second = generator(seed, purpose, draw), generator(seed, purpose, draw)
    assert first.integers(0, 2**63, 8).tolist() == second.integers(0, 2**63, 8).tolist()


@pytest.mark.parametrize("other", [(2, "order", 3), (1, "split", 3), (1, "order", 4)])
def test_each_argument_changes_the_draws(other: tuple[int, str, int]) -> None:
    assert generator(1, "order", 3).random() != generator(*other).random()


def test_it_is_philox_with_the_draw_in_the_highest_word_of_the_counter() -> None:
    state = generator(7, "order", 9).bit_generator.state
    assert state["bit_generator"] == "Philox"
    assert state["state"]["counter"].tolist() == [0, 0, 0, 9]
    assert state["state"]["key"][0] == 7


def test_streams_of_neighbouring_draws_have_nothing_in_common() -> None:
    draws = [generator(1, "order", draw).integers(0, 2**63, 1000) for draw in range(4)]
    assert len(np.unique(draws)) == 4000
