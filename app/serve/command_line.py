"""The command line: an option for each setting, and a line for each that can't be what it was given."""

import argparse
import os
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import CliSettingsSource, SettingsError

from app.serve.settings import PLATFORM_PORT, Settings, option, variable
from app.serve.version import VERSION

PROGRAM = "chainrule"
_KINDS: dict[Any, str] = {str: "TEXT", int: "NUMBER", float: "SECONDS"}


class WrongSettingsError(ValueError):
    """Something can't be set so; `lines` tell people what, and what to do."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(" ".join(lines))
        self.lines = lines


def settings_from(arguments: Sequence[str]) -> Settings:
    """The settings by these arguments, and by the environment for what they don't say.

    Raises `WrongSettingsError`, and `SystemExit` after it has printed the help or the version.
    """
    source: CliSettingsSource[Any] = CliSettingsSource(
        Settings,
        cli_prog_name=PROGRAM,
        cli_exit_on_error=False,
        cli_implicit_flags="toggle",
        add_argument_method=_add_option,
    )
    source.root_parser.description = (
        "Serves Chainrule: click points on a plane and watch a network learn them."
    )
    source.root_parser.add_argument("--version", action="version", version=f"Chainrule {VERSION}")
    try:
        return Settings(_cli_settings_source=source(args=list(arguments)))
    except SettingsError as error:
        words = str(error).removeprefix("error parsing CLI: ")
        raise WrongSettingsError([f"{PROGRAM}: {words}. {PROGRAM} --help lists the options."]) from error
    except ValidationError as error:
        raise WrongSettingsError([_line(problem, arguments) for problem in error.errors()]) from error


def told_default(field: FieldInfo) -> str:
    """A setting's default, as people read it."""
    default = field.default
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, tuple | frozenset):
        default = ", ".join(sorted(default))
    return str(default) or "none"


def _add_option(parser: argparse.ArgumentParser, *names: str, **about: Any) -> None:
    """Add an option in our words."""
    if field := Settings.model_fields.get(about.get("dest", "")):
        words = str(field.description).replace("`", "")
        about["help"] = f"{words} ({variable(about['dest'])}; default: {told_default(field)})"
        if "metavar" in about and not about["metavar"].startswith("{"):
            about["metavar"] = _KINDS.get(field.annotation, "LIST")
    parser.add_argument(*names, **about)


def _line(problem: Any, arguments: Sequence[str]) -> str:
    name = str(problem["loc"][0])
    words = str(problem["msg"]).removeprefix("Value error, ")
    return f"{_said_by(name, arguments)} can't be {problem['input']!r}: {words}."


def _said_by(name: str, arguments: Sequence[str]) -> str:
    """Where a setting was set: options win over their variables."""
    if any(argument.partition("=")[0] == option(name) for argument in arguments):
        return option(name)
    return variable(name) if variable(name) in os.environ else PLATFORM_PORT
