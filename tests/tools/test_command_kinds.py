"""The union of all commands and what each is to undo, from the models and the rows."""

from typing import Any, get_args

import pytest

from app.wire.commands import COMMANDS, Command
from app.wire.kinds import WireModel
from tools import command_kinds


class Juggle(WireModel):
    """What has no row."""


def test_the_union_names_each_model_once() -> None:
    names = [name.strip(" |") for name in command_kinds.union().splitlines()[1:-1]]
    assert names == [model.__name__ for model in get_args(Command)]
    assert list(COMMANDS.values()) == list(get_args(Command))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("configure", "change"),
        ("move_points", "edit"),
        ("train", "starts"),
        ("step", "stops"),
        ("trace", "passes"),
    ],
)
def test_a_row_says_what_its_command_is_to_undo(name: str, kind: str) -> None:
    assert command_kinds.row(COMMANDS[name]).kind == kind
    assert f"  {name}: '{kind}',\n" in command_kinds.module()


def test_a_missing_row_is_named_with_where_to_write_it() -> None:
    juggle: Any = Juggle
    with pytest.raises(
        command_kinds.RowlessError, match=r"^Juggle has no row: write it in app/serve/commands\.py\.$"
    ):
        command_kinds.row(juggle)
