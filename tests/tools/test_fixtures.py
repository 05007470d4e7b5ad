"""A fixture is written anew where NumPy says something else, and left alone where only rounding differs."""

import pytest

from tools.fixtures import renewed

PRESENT = '{"z":[1.0,-2.0],"tanh":{"value":[0.7615941559557649,1e-300]}}\n'


@pytest.mark.parametrize(
    "value", [[0.7615941559557649, 1e-300], [0.7615941559557651, 0.0], [0.7615941559557649 + 1e-14, 1e-300]]
)
def test_rounding_makes_no_difference(value: list[float]) -> None:
    assert renewed(PRESENT, {"z": [1.0, -2.0], "tanh": {"value": value}}) == PRESENT


@pytest.mark.parametrize(
    "content",
    [
        {"z": [1.0, -2.0], "tanh": {"value": [0.7615941559, 1e-300]}},
        {"z": [1.0, -2.0], "tanh": {"value": [0.7615941559557649]}},
        {"z": [1.0, -2.0], "sine": {"value": [0.7615941559557649, 1e-300]}},
        {"z": [1.0, -2.0], "tanh": {"value": [0.7615941559557649, 1e-300]}, "swish": {"value": []}},
        [1.0],
    ],
)
def test_what_differs_is_written(content: object) -> None:
    assert renewed(PRESENT, content) != PRESENT


@pytest.mark.parametrize("present", ["", "{"])
def test_what_is_no_fixture_is_written(present: str) -> None:
    assert renewed(present, {"z": [1]}) == '{"z":[1]}\n'
