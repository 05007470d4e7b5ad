"""What is generated from the commands all together: the union of their models, and what each is to undo."""

from typing import cast, get_args

from app.serve.commands import row_of
from app.serve.rows import Kind, Row
from app.wire.command import CommandModel
from app.wire.commands import COMMANDS, Command

NOTE = "Generated from the rows in app/serve/commands.py by `make generate`: edit those."


class RowlessError(LookupError):
    """A command that the server can read and has no row for."""


def union() -> str:
    """The union of all models in app/wire/commands.py."""
    names = "\n    | ".join(model.__name__ for model in COMMANDS.values())
    return f"Command: TypeAlias = (\n    {names}\n)"


def row(model: type[CommandModel]) -> Row:
    """The row of the commands of a model, of which no field is asked for."""
    try:
        return row_of(cast(Command, model.model_construct(id=0)))
    except AssertionError:
        raise RowlessError(f"{model.__name__} has no row: write it in app/serve/commands.py.") from None


def module() -> str:
    """The text of static/js/wire/command_kinds.js."""
    kinds = " | ".join(f"'{kind}'" for kind in get_args(Kind))
    rows = "".join(f"  {name}: '{row(model).kind}',\n" for name, model in COMMANDS.items())
    return f"""/** @file What each command is to undo (app/serve/rows.py). {NOTE} */

/** @type {{Record<import('./protocol.js').Command['type'], {kinds}>}} */
export const KINDS = {{
{rows}}};
"""
