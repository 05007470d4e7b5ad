"""Batches: every training point once in each pass, in its order, the last batch as short as need be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.points import Points
from app.data.randomness import generator
from app.training.batches import Batches, EpochOrders, sample_table
from app.training.experiment import Experiment

TABLE = np.arange(14.0).reshape(7, 2)


def shown(batches: Batches) -> list[list[list[float]]]:
    """The samples of each block as rows."""
    return [block.T.tolist() for block in batches.blocks]


def test_a_sample_is_its_inputs_a_one_its_targets_and_a_zero() -> None:
    points = Points(
        np.arange(3), np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 6.0]), np.array([0.0, 2.0, 1.0]),
        np.array([False, True, False]),
    )  # fmt: skip
    experiment = Experiment(features=("x1", "x1^2", "x1*x2"), classes=3)
    training, test = (sample_table(experiment, points, test=test) for test in (False, True))
    assert training.tolist() == [[1, 1, 4, 1, 1, 0, 0, 0], [3, 9, 18, 1, 0, 1, 0, 0]]
    assert test.tolist() == [[2, 4, 10, 1, 0, 0, 1, 0]]


def test_a_real_target_stands_as_it_is() -> None:
    points = Points(np.array([0]), np.array([1.0]), np.array([2.0]), np.array([-0.75]), np.array([False]))
    experiment = Experiment(task="regression", output="linear", cost="squared_error")
    assert sample_table(experiment, points, test=False).tolist() == [[1, 2, 1, -0.75, 0]]


def test_the_last_batch_is_shorter() -> None:
    assert shown(Batches(TABLE, 3)) == [
        [[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]], [[12, 13]],
    ]  # fmt: skip


@pytest.mark.parametrize("size", [7, 8, 2000])
def test_a_batch_size_from_the_number_of_samples_on_is_a_full_batch(size: int) -> None:
    assert shown(Batches(TABLE, size)) == [TABLE.tolist()]


def test_without_samples_there_is_no_batch() -> None:
    assert Batches(np.empty((0, 2)), 5).blocks == []


@given(st.permutations(range(7)), st.integers(1, 8))
def test_an_order_changes_what_the_same_blocks_hold(order: list[int], size: int) -> None:
    batches = Batches(TABLE, size)
    blocks = list(batches.blocks)
    batches.arrange(np.array(order))
    assert [row for block in shown(batches) for row in block] == TABLE[order].tolist()
    assert all(now is before for now, before in zip(batches.blocks, blocks, strict=True))
    assert all(block.flags.c_contiguous for block in blocks)


def test_replaced_samples_keep_the_order() -> None:
    batches = Batches(TABLE, 4)
    order = np.array([3, 1, 6, 0, 2, 5, 4])
    batches.arrange(order)
    batches.replace(TABLE + 100)
    assert [row for block in shown(batches) for row in block] == (TABLE[order] + 100).tolist()


@given(st.integers(0, 2**32 - 1), st.integers(0, 300), st.lists(st.integers(0, 2**40), max_size=4))
def test_the_order_is_a_function_of_seed_and_epoch(seed: int, count: int, epochs: list[int]) -> None:
    orders = EpochOrders(seed, count)
    for epoch in [*epochs, *reversed(epochs)]:
        order = orders.order(epoch).tolist()
        assert sorted(order) == list(range(count))
        assert order == EpochOrders(seed, count).order(epoch).tolist()


@pytest.mark.parametrize(("count", "at_once"), [(7, 16), (256, 16), (1000, 4), (5000, 1)])
def test_several_orders_are_rows_of_one_draw_as_numpy_makes_it(count: int, at_once: int) -> None:
    orders = EpochOrders(5, count)
    for draw in (0, 3, 2):
        rows = np.tile(np.arange(count), (at_once, 1))
        generator(5, "shuffle", draw).permuted(rows, axis=1, out=rows)
        found = [orders.order(draw * at_once + row).tolist() for row in range(at_once)]
        assert found == rows.tolist()


def test_each_epoch_has_an_order_of_its_own() -> None:
    orders = EpochOrders(5, 50)
    assert len({tuple(orders.order(epoch)) for epoch in range(100)}) == 100
