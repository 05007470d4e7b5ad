"""What is made from the tables of choices is up to date, and a fixture of NumPy's is what NumPy says."""

import json
from typing import Any

import numpy as np
import pytest

from app.nn.activations import ACTIVATIONS
from tests.repository import ROOT
from tools.choices import generated

RENEW = "Renew it by `python -m tools.choices`."
VALUES: dict[str, Any] = json.loads((ROOT / "tests/fixtures/network/activations.json").read_text())


@pytest.mark.parametrize("path", generated())
def test_a_made_file_is_that_of_the_tables(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == generated()[path], f"{path} is stale. {RENEW}"


def test_the_fixture_has_every_activation_as_numpy_has_it() -> None:
    """To rounding: processors differ in the last digit."""
    assert list(VALUES) == ["z", *ACTIVATIONS], f"tests/fixtures/network is stale. {RENEW}"
    z = np.array(VALUES["z"])
    for name, activation in ACTIVATIONS.items():
        np.testing.assert_allclose(VALUES[name]["value"], activation.function(z), 1e-13, err_msg=RENEW)
        np.testing.assert_allclose(VALUES[name]["slope"], activation.derivative(z), 1e-13, err_msg=RENEW)
