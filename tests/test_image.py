"""The Dockerfile states what an image of ours must have; what it runs is tested in test_packaging.py."""

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from urllib.parse import urlsplit

import pytest

from app.serve.settings import Settings
from tests.repository import ROOT, committed, name
from tests.running_server import free_port, running_server

INSTRUCTION = re.compile(r"^([A-Z]+) (.+)$", re.MULTILINE)


def stages() -> list[list[tuple[str, str]]]:
    """The instructions of each stage, in order, with continued lines joined."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    found: list[list[tuple[str, str]]] = []
    for word, rest in INSTRUCTION.findall(re.sub(r"\\\n\s*", "", text)):
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest))
    return found


def test_the_image_runs_as_a_user_without_rights() -> None:
    final = stages()[-1]
    users = [rest for word, rest in final if word == "USER"]
    assert users == ["chainrule"]
    after_user = final[final.index(("USER", "chainrule")) :]
    assert [word for word, _ in after_user if word in ("RUN", "COPY", "ADD")] == []


def test_the_image_holds_the_wheel_and_not_the_tools_that_built_it() -> None:
    build, final = stages()
    assert any("pip wheel" in rest for word, rest in build if word == "RUN")
    assert [rest for word, rest in final if word == "COPY"] == [
        "requirements/runtime.txt /requirements.txt",
        "--from=build /wheels /wheels",
    ]
    assert not any("nodejs" in rest or "requirements/build" in rest for _, rest in final)


def test_everything_installed_is_locked_and_nothing_else_is_fetched() -> None:
    for stage in stages():
        for word, rest in stage:
            assert word != "ADD", "ADD can fetch from the network"
            assert not re.search(r"\b(curl|wget|git|npm)\b", rest), rest
            if "pip install" in rest:
                assert "--require-hashes" in rest or "--no-index" in rest, rest


def environment() -> dict[str, str]:
    """What the image sets for its server."""
    return dict(pair.split("=", 1) for word, rest in stages()[-1] if word == "ENV" for pair in rest.split())


def health_check(**settings: str) -> int:
    """The exit status of the image's health check where its server has these settings."""
    command = dict(stages()[-1])["HEALTHCHECK"].partition("CMD ")[2]
    python, *arguments = json.loads(command)
    assert python == "python"
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=environment() | settings, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.returncode


@pytest.mark.parametrize("port_setting", ["PORT", "CHAINRULE_PORT"])
def test_the_image_starts_a_server_that_its_health_check_finds(port_setting: str) -> None:
    """Its command and its settings, run here; only the port is another one, as tests share a machine."""
    python, option, module = json.loads(dict(stages()[-1])["CMD"])
    assert (python, option) == ("python", "-m")
    settings = {**environment(), "CHAINRULE_BASE_PATH": "/ml"}
    settings.pop("PYTHONDONTWRITEBYTECODE")
    settings |= {port_setting: "0"}
    with running_server(settings=settings, module=module, port_setting=port_setting) as address:
        assert address.startswith("http://0.0.0.0:")
        port = str(urlsplit(address).port)
        assert health_check(CHAINRULE_BASE_PATH="/ml", **{port_setting: port}) == 0
    assert health_check(**{port_setting: str(free_port())}) == 1


def test_the_port_is_the_one_that_a_server_has_by_itself() -> None:
    assert int(environment()["PORT"]) == Settings.model_fields["port"].default


def test_the_build_sees_every_file_that_the_wheel_is_made_from() -> None:
    ignored = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    needed = committed(
        "app", "static", "templates", "tools", "requirements", "package*.json", ".npmrc", "*.toml"
    )
    needed += committed("hatch_build.py", "README.md", "LICENSE")
    for path in map(name, needed):
        assert not any(fnmatch(path, pattern) or path.startswith(f"{pattern}/") for pattern in ignored), path
