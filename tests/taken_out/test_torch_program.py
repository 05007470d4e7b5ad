"""The program in PyTorch comes to the server's weights within 1e-9 after 100 updates.

PyTorch is no dependency of the tests: it ran each program when the fixture was made, and a fingerprint says
that it was this one.
"""

import ast
import json

import numpy as np
import pytest

from app.taken_out.common import Case
from app.taken_out.torch_program import torch_program
from app.training.trainer import Trainer
from tests.repository import ROOT
from tests.taken_out.runs import EXPERIMENTS, TORCH_UPDATES, checkpoint_of, fingerprint

RUNS = json.loads((ROOT / "tests/fixtures/torch/programs.json").read_text())


def program_of(name: str) -> str:
    return torch_program(Case(checkpoint_of(EXPERIMENTS[name]), TORCH_UPDATES)).script()


def test_pytorch_ran_the_programs_that_are_taken_out() -> None:
    stale = [
        name for name in EXPERIMENTS if RUNS.get(name, {}).get("program") != fingerprint(program_of(name))
    ]
    assert stale == [], "run make generate where PyTorch is installed"


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_pytorch_comes_to_the_weights_of_the_server(name: str) -> None:
    trainer = Trainer(checkpoint_of(EXPERIMENTS[name]))
    trainer.run(TORCH_UPDATES)
    np.testing.assert_allclose(RUNS[name]["parameters"], trainer.parameters, rtol=0, atol=1e-9)


def test_it_needs_pytorch_and_numpy_alone() -> None:
    for name in EXPERIMENTS:
        imported = {
            alias.name.partition(".")[0] if isinstance(node, ast.Import) else node.module
            for node in ast.walk(ast.parse(program_of(name)))
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for alias in node.names
        }
        assert imported <= {"hashlib", "itertools", "math", "numpy", "torch"}


def test_no_line_is_too_long_to_read() -> None:
    assert max(len(line) for name in EXPERIMENTS for line in program_of(name).splitlines()) <= 110
