"""Engines that are there answer; those that are not are named; those that fail say why."""

import sys
from pathlib import Path

import numpy as np
import pytest

from bench.training.cases import COMPARED, Problem
from bench.training.engines import CHAINRULE, Engine, installed
from bench.training.worker import Worker, WorkerError

CASE = COMPARED[0]


def test_a_peer_that_is_missing_is_named_and_left_out() -> None:
    python = Engine("Nowhere", "nowhere", "no_such_module", 64, frozenset())
    node = Engine("Nobody", "nobody.mjs", "no-such-package", 64, frozenset())
    said: list[str] = []
    assert installed([python, CHAINRULE, node], said.append) == [CHAINRULE]
    assert [line.split(":")[0] for line in said] == ["Nowhere is left out", "Nobody is left out"]
    assert "no_such_module" in said[0]
    assert "no-such-package" in said[1]


def test_the_pages_own_engine_starts_where_the_case_does() -> None:
    worker = CHAINRULE.start(CASE)
    try:
        assert np.array_equal(worker.parameters(), Problem(CASE).parameters)
        timing = worker.run(10)
        assert timing.processor > 0
        assert not np.array_equal(worker.parameters(), Problem(CASE).parameters)
    finally:
        worker.close()


@pytest.mark.parametrize(
    ("program", "complaint"),
    [
        ("raise SystemExit('it hurts')", "it hurts"),
        ("raise SystemExit(3)", "status 3"),
        ("import sys; sys.stdin.readline(); raise ValueError('no weights')", "no weights"),
    ],
)
def test_an_engine_that_ends_says_why(tmp_path: Path, program: str, complaint: str) -> None:
    with pytest.raises(WorkerError, match=complaint):
        Worker([sys.executable, "-c", program], CASE, tmp_path)


def test_an_engine_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.training.worker.PATIENCE", 0.2)
    with pytest.raises(WorkerError, match=r"within 0\.2 seconds"):
        Worker([sys.executable, "-c", "import sys; sys.stdin.read()"], CASE, tmp_path)
