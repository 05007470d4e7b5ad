"""The set-up says what it does: locks without addresses, targets that exist."""

import json
import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = ("runtime", "build", "test")
TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)


def read(path: str) -> str:
    return (ROOT / path).read_text()


def locked(lock: str) -> dict[str, str]:
    """Name → version of a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", read(f"requirements/{lock}.txt"), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_no_addresses(lock: str) -> None:
    entries = re.split(
        r"\n(?=\w)", re.sub(r"^\s*#.*\n", "", read(f"requirements/{lock}.txt"), flags=re.MULTILINE)
    )
    assert len(entries) == len(locked(lock))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in read(f"requirements/{lock}.txt")


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("runtime", PROJECT["project"]["dependencies"]),
        ("build", PROJECT["build-system"]["requires"]),
        ("test", PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["test"]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    versions = locked(lock)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(versions[requirement.name.lower()]), requirement


def test_the_locks_agree() -> None:
    everything = locked("test")
    for lock in ("runtime", "build"):
        assert locked(lock).items() <= everything.items()


def test_front_end_libraries_are_pinned_and_their_lock_names_no_address() -> None:
    package = json.loads(read("package.json"))
    lock = json.loads(read("package-lock.json"))
    for kind in ("dependencies", "devDependencies"):
        for name, pinned in package[kind].items():
            assert lock["packages"][f"node_modules/{name}"]["version"] == pinned
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []
    assert all("integrity" in entry for name, entry in lock["packages"].items() if name)


@pytest.mark.parametrize(
    "path", ["node_modules/x", "static/vendor/x", ".venv/x", "dist/x", "app/__pycache__/x"]
)
def test_what_is_installed_or_built_is_not_committed(path: str) -> None:
    ignored = subprocess.run(["git", "check-ignore", "--quiet", path], cwd=ROOT, check=False)
    assert ignored.returncode == 0


def test_readme_documents_every_make_target() -> None:
    targets = set(TARGET.findall(read("Makefile"))) - {"help"}
    documented = set(re.findall(r"`make ([a-z-]+)`", read("README.md") + read("CONTRIBUTING.md")))
    assert documented == targets


def test_one_version() -> None:
    newest = re.search(r"^## \[?(\d\S*?)\]?(?: |$)", read("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == PROJECT["project"]["version"] == version("chainrule")


def test_continuous_integration_runs_what_developers_run(tmp_path: Path) -> None:
    """A stand-in for `make` says what it was called with, and where."""
    stand_in = tmp_path / "make"
    stand_in.write_text('#!/bin/sh\necho "$(pwd) $*"\n')
    stand_in.chmod(0o755)
    done = subprocess.run(
        [ROOT / ".ci" / "run"],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == f"{ROOT} test\n"


def fake_python(folder: Path, program: str, minor: int) -> None:
    """A program that answers the version check as Python 3.`minor` would."""
    path = folder / program
    path.write_text(f"#!/bin/sh\nexit {0 if minor >= 11 else 1}\n")
    path.chmod(0o755)


def find_python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "tools" / "find_python.sh"
    return subprocess.run(
        ["/bin/sh", str(script), *arguments],
        env={"PATH": str(folder)},
        capture_output=True,
        check=False,
        text=True,
    )


def test_the_first_python_that_is_new_enough_is_taken(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", 9)
    fake_python(tmp_path, "python3.12", 12)
    assert find_python(tmp_path).stdout == "python3.12\n"


def test_a_python_that_is_named_comes_first(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", 12)
    fake_python(tmp_path, "mine", 13)
    assert find_python(tmp_path, str(tmp_path / "mine")).stdout == f"{tmp_path / 'mine'}\n"


def test_without_a_python_the_message_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "cat").symlink_to("/bin/cat")
    fake_python(tmp_path, "python3", 10)
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "python3-venv" in done.stderr
