"""The options name every choice, in words too, and show what the data sets look like."""

import numpy as np
import pytest

from app.data.datasets import DATASETS
from app.training.experiment import CHOICES
from app.wire.options import TITLES, options


@pytest.mark.parametrize("choice", CHOICES)
def test_each_name_has_a_title_and_each_title_a_name(choice: str) -> None:
    assert dict(options())[choice] == list(CHOICES[choice])
    assert list(TITLES[choice]) == list(CHOICES[choice])
    assert all(TITLES[choice].values())


def test_the_data_sets_in_order_with_what_they_need() -> None:
    described = {dataset["name"]: dataset for dataset in options()["datasets"]}
    assert list(described) == list(DATASETS)
    assert (described["blobs3"]["title"], described["blobs3"]["classes"]) == ("3 blobs", 3)
    assert (described["plane"]["task"], described["plane"]["classes"]) == ("regression", None)
    assert described["blank"]["preview"] == []


def test_previews_are_about_sixty_points_of_every_class() -> None:
    for dataset in options()["datasets"]:
        if dataset["name"] != "blank":
            preview = np.array(dataset["preview"])
            assert preview.shape == (60, 3)
            if dataset["task"] == "classification":
                assert set(preview[:, 2]) == set(range(dataset["classes"] or 0))
