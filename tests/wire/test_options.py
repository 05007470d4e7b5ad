"""The options describe every choice by its entry, and show what the data sets look like."""

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
import pytest

from app.data.datasets import DATASETS
from app.nn.costs import COSTS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.training.experiment import CHOICES, Experiment
from app.wire.options import options, title_of

OFFERED = cast(Mapping[str, Mapping[str, Any]], options())


@pytest.mark.parametrize("choice", CHOICES)
def test_each_choice_is_offered_in_order_with_a_title_and_words_of_its_own(choice: str) -> None:
    offered = OFFERED[choice]
    assert list(offered) == list(CHOICES[choice])
    for name, option in offered.items():
        assert option["title"] == CHOICES[choice][name].title == title_of(choice, name)
        assert all(option[text].strip() == option[text] != "" for text in ("title", "words"))
    for text in ("title", "words"):
        assert len({option[text] for option in offered.values()}) == len(offered)


def test_what_has_no_title_is_called_by_itself() -> None:
    assert title_of("hidden", "3") == "3"


def test_the_outputs_of_the_tasks_with_their_costs_make_experiments() -> None:
    usual = Experiment()
    first = next(iter(OFFERED["task"].values()))["outputs"][0]
    assert (first, OFFERED["output"][first]["costs"][0]) == (usual.output, usual.cost)
    for task, option in OFFERED["task"].items():
        for output in option["outputs"]:
            for cost in OFFERED["output"][output]["costs"]:
                Experiment(task=task, output=output, cost=cost).check_combination()
    assert {cost for output in OUTPUTS.values() for cost in output.costs} == set(COSTS)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_state_of_an_optimizer_is_told(name: str) -> None:
    option = OFFERED["optimizer"][name]
    told = dict.fromkeys(option["vectors"], 7) | dict.fromkeys(option["counts"], 1)
    assert told == OPTIMIZERS[name].state_sizes(7)


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
            assert preview.shape == (4 if dataset["is_table"] else 60, 3)
            if dataset["classes"] is not None:
                assert set(preview[:, 2]) == set(range(dataset["classes"]))
