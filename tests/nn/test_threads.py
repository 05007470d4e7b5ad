"""Importing the application gives BLAS one thread, unless the environment says otherwise."""

import os
import subprocess
import sys

import pytest

from tests.repository import ROOT

NAME = "OPENBLAS_NUM_THREADS"


@pytest.mark.parametrize(("before", "after"), [({}, "1"), ({NAME: "2"}, "2")])
def test_blas_has_one_thread_unless_told_otherwise(before: dict[str, str], after: str) -> None:
    environment = {key: value for key, value in os.environ.items() if key != NAME} | before
    shown = subprocess.run(
        [sys.executable, "-c", f"import app, os, sys; print(os.environ['{NAME}'], 'numpy' in sys.modules)"],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    assert shown.stdout.split() == [after, "False"]
