"""Cost and accuracy are those of each half of the points, worked out from the formulas."""

import numpy as np
import pytest

from app.training.trainer import Trainer
from tests.training.examples import start


@pytest.mark.parametrize(("count", "test_points"), [(8, 4), (8, 3), (5, 5), (5, 0)])
def test_each_half_is_evaluated_by_itself(count: int, test_points: int) -> None:
    """Halves of one size are no case of their own; of none, nothing is known."""
    checkpoint = start(count, test_points=test_points, hidden=(), output="softmax", cost="cross_entropy")
    found = Trainer(checkpoint).evaluate()
    points = checkpoint.points
    block = checkpoint.progress.parameters.reshape(3, 2)  # (from + 1, to), biases last
    z = np.column_stack([points.x1, points.x2]) @ block[:2] + block[2]
    share = np.exp(z) / np.exp(z).sum(1, keepdims=True)
    label = points.target.astype(int)
    costs = -np.log(share[np.arange(count), label])
    right = z.argmax(1) == label
    for half, cost, accuracy in (
        (~points.test, found.train_cost, found.train_accuracy),
        (points.test, found.test_cost, found.test_accuracy),
    ):
        known = half.any()
        np.testing.assert_allclose(cost, costs[half].mean() if known else np.nan, rtol=1e-12)
        np.testing.assert_allclose(accuracy, right[half].mean() if known else np.nan, rtol=1e-12)
