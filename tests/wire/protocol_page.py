"""docs/protocol.md as data: its tables, and the names and numbers in its sentences."""

import re
from functools import cache

from tests.repository import ROOT

Row = dict[str, str]


@cache
def page() -> str:
    """The text of the page."""
    return (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")


def table(first_column: str) -> list[Row]:
    """The rows of the one table whose head begins with this, as cells by column."""
    lines = page().splitlines()
    heads = [number for number, line in enumerate(lines) if line.startswith(f"| {first_column} |")]
    return [row for head in heads for row in _rows(lines[head:])]


def tables_with(*columns: str) -> list[Row]:
    """The rows of all tables that have exactly these columns."""
    lines = page().splitlines()
    head = f"| {' | '.join(columns)} |"
    return [row for number, line in enumerate(lines) if line == head for row in _rows(lines[number:])]


def command_rows() -> dict[str, Row]:
    """The rows of the commands by type."""
    rows = tables_with("type", "fields", "does", "before the ack")
    return {names(row["type"])[0]: row for row in rows}


def before_the_ack(kind: str) -> list[str]:
    """What the page says comes before a command's `ack`, in order: types of events, and "frame"."""
    cell = command_rows()[kind]["before the ack"].replace("`", "")
    return cell.split(", ")


def sentence(start: str, end: str) -> str:
    """What stands between two pieces of the page, on one line."""
    text = " ".join(page().split())
    return text.split(start, 1)[1].split(end, 1)[0].strip()


def names(cell: str) -> list[str]:
    """The names in backticks, without what stands in parentheses or braces after them."""
    outside = re.sub(r"\{[^}]*\}|\([^)]*\)", "", cell)
    return [re.split(r"[:. ]", name)[0] for name in re.findall(r"`([^`]+)`", outside)]


def quoted_names(cell: str) -> list[str]:
    """The names in double quotes."""
    return re.findall(r'"([^"]+)"', cell)


def number(text: str) -> int | float:
    """A number as the page writes it, 2^53 - 1 and 1 MiB among them."""
    if text.endswith(" MiB"):
        return int(text.removesuffix(" MiB")) * 1024 * 1024
    power = re.fullmatch(r"2\^(\d+) - 1", text)
    if power:
        return (1 << int(power[1])) - 1
    return float(text) if "." in text else int(text)


def _rows(lines: list[str]) -> list[Row]:
    head, _, *body = lines
    columns = _cells(head)
    rows = []
    for line in body:
        if not line.startswith("|"):
            break
        rows.append(dict(zip(columns, _cells(line), strict=True)))
    return rows


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split(" | ")]
