"""The repository that the tests stand in, as files: what is committed, and what is ours."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def committed(*patterns: str) -> list[Path]:
    """The files of the repository, committed or about to be, that match git's patterns (all without one)."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


def name(path: Path) -> str:
    """A file's path as people write it, from the repository's top."""
    return path.relative_to(ROOT).as_posix()
