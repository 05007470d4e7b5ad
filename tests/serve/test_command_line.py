"""The command line: an option for each setting, and one clear line where it can't be."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.serve.command_line import WrongSettingsError, settings_from
from app.serve.listener import page_address
from app.serve.settings import Settings
from app.serve.version import VERSION
from tests.repository import ROOT
from tests.running_server import running_server
from tests.serve.browser import PATIENCE


def test_without_options_it_is_as_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINRULE_MAX_POINTS", "12")
    assert settings_from([]) == Settings() == Settings(max_points=12)


def test_an_option_wins_over_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINRULE_PORT", "9001")
    monkeypatch.setenv("PORT", "9002")
    assert settings_from(["--port", "9003"]).port == 9003


def test_options_are_taken_as_variables_are() -> None:
    arguments = ["--allowed-origins=https://a.example/, https://b.example", "--max-sessions", "7", "--open"]
    settings = settings_from([*arguments, "--base-path", "courses/ml/"])
    assert settings.allowed_origins == {"https://a.example", "https://b.example"}
    assert (settings.max_sessions, settings.open, settings.base_path) == (7, True, "/courses/ml")


def test_the_help_has_every_setting_with_its_words_and_variable(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        settings_from(["--help"])
    assert end.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    for name, field in Settings.model_fields.items():
        assert f"--{name.replace('_', '-')} " in said
        assert f"{str(field.description).replace('`', '')} (CHAINRULE_{name.upper()}; default: " in said


def test_readme_lists_every_option() -> None:
    listed = set(re.findall(r"\| `--([a-z-]+)` \|", (ROOT / "README.md").read_text()))
    assert listed == {name.replace("_", "-") for name in Settings.model_fields}


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        settings_from(["--version"])
    assert (end.value.code, capsys.readouterr().out) == (0, f"Chainrule {VERSION}\n")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--port", "70000"], "--port can't be '70000'"),
        (["--port=eighty"], "--port can't be 'eighty'"),
        (["--port"], "--port"),
        (["--max-sessions", "0"], "--max-sessions can't be '0'"),
        (["--log-level", "loud"], "--log-level can't be 'loud'"),
        (["--prot", "80"], "--prot"),
        (["--por", "80"], "--por"),
        (["80"], "80"),
        (["--base-path", "https://a.example/x"], "--base-path can't be 'https://a.example/x'"),
        (["--base-path", "/a/../b"], "--base-path"),
        (["--base-path", "/a//b"], "--base-path"),
        (["--base-path", "/a b"], "--base-path"),
        (["--base-path", "/a?b"], "--base-path"),
        (["--base-path", "/<script>"], "--base-path"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert named in said.err


@pytest.mark.parametrize(("name", "value"), [("CHAINRULE_MAX_POINTS", "no"), ("PORT", "eighty")])
def test_a_wrong_variable_is_named_as_it_was_set(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettingsError, match=f"^{name} can't be '{value}'"):
        settings_from([])


def test_the_address_of_the_page() -> None:
    assert page_address("127.0.0.1", 8000) == "http://127.0.0.1:8000"
    assert page_address("::", 80, "/ml") == "http://[::]:80/ml/"
    assert page_address("::", 80, here=True) == "http://[::1]:80"
    assert page_address("0.0.0.0", 80, here=True) == "http://127.0.0.1:80"


def test_the_browser_is_opened_at_the_page_once_it_listens(tmp_path: Path) -> None:
    """A stand-in for a browser fetches the health check of where it is sent."""
    told = tmp_path / "told"
    program = tmp_path / "browser.py"
    program.write_text(
        "import sys, urllib.request, pathlib\n"
        "urllib.request.urlopen(sys.argv[1] + '/health').read()\n"
        f"pathlib.Path({str(tmp_path / 'new')!r}).write_text(sys.argv[1])\n"
        f"pathlib.Path({str(tmp_path / 'new')!r}).rename({str(told)!r})\n"
    )
    settings = {"CHAINRULE_OPEN": "yes", "BROWSER": f"{sys.executable} {program} %s"}
    with running_server(settings=settings) as address:
        wait = "import pathlib, sys, time\nwhile not pathlib.Path(sys.argv[1]).exists(): time.sleep(0.01)"
        subprocess.run([sys.executable, "-c", wait, str(told)], timeout=PATIENCE, check=True)
        assert told.read_text() == address


def test_where_no_browser_can_be_opened_the_address_is_told() -> None:
    environment = os.environ | {"BROWSER": "/bin/false %s", "PATH": ""}
    program = "from app.serve import opening; opening._open('http://127.0.0.1:1')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert "open http://127.0.0.1:1 in one" in done.stderr
