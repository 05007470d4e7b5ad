"""Where no engine is installed, nothing fails, nothing is skipped, and one line says what was left out."""

import os
import subprocess
import sys

from tests.repository import ROOT

OTHERS = "tests/tools/test_engines.py"


def test_one_line_says_what_was_left_out() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/engines/test_engines.py", OTHERS],
        cwd=ROOT,
        env={**os.environ, "PATH": ""},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Left out: the checks in Firefox and WebKit") == 1
    assert "skipped" not in done.stdout
