"""`python -m bench.peers`: installs what Chainrule is compared with, each as far as that works."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 1800
"""Seconds after which an installation is given up; PyTorch is large."""


def python_peers(project: str) -> list[str]:
    """The requirements of the extra `bench` in a pyproject.toml."""
    extras: dict[str, list[str]] = tomllib.loads(project)["project"]["optional-dependencies"]
    return extras["bench"]


def main() -> None:
    """Install the peers that are not there yet; say which ones could not be installed."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    npm = [sys.executable, "-m", "tools.npm", "ci", "--prefix", "bench", "--silent", "--ignore-scripts"]
    for peer in python_peers((ROOT / "pyproject.toml").read_text()):
        _install(peer, [*pip, peer])
    lock, installed = (ROOT / "bench" / name for name in ("package-lock.json", "node_modules"))
    if not installed.is_dir() or installed.stat().st_mtime < lock.stat().st_mtime:
        _install("the peers on Node", npm)


def _install(what: str, command: list[str]) -> None:
    try:
        failed = subprocess.run(command, check=False, cwd=ROOT, timeout=LONGEST).returncode != 0
    except subprocess.TimeoutExpired:
        failed = True
    if failed:
        print(f"{what} could not be installed (see above); the measurements go on without.")


if __name__ == "__main__":
    main()
