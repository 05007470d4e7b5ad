"""How every part reports: spreads of repeated measurements, tables, and both kept beside each other."""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from bench.machine import machine

FOLDER = Path(__file__).parent / "results"
PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


@dataclass(frozen=True)
class Spread:
    """Repeated measurements of one thing."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """The spread of these measurements, of which there is at least one."""
        return cls(float(median(values)), float(min(values)), float(max(values)))

    def shown(self, form: str = "{:,.0f}") -> str:
        """The median with the least and the largest, each in this form."""
        middle, low, high = (form.format(value) for value in (self.median, self.low, self.high))
        return f"{middle} ({low}–{high})"


@dataclass(frozen=True)
class Table:
    """A table in Markdown, which a terminal shows as well; all but the first column are numbers."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def markdown(self) -> str:
        """The title, the note and the table with its columns aligned."""
        widths = [max(map(len, column)) for column in zip(self.headings, *self.rows, strict=True)]
        rule = [f"{'-' * (widths[0])}", *(f"{'-' * (width - 1)}:" for width in widths[1:])]
        lines = [_line(cells, widths) for cells in (self.headings, rule, *self.rows)]
        return "\n\n".join(filter(None, (f"**{self.title}**", self.note, "\n".join(lines))))


@dataclass
class Report:
    """One part's tables and what else was measured: printed as they come, kept by `save`."""

    part: str
    quick: bool
    load_before: float = field(default_factory=lambda: os.getloadavg()[0])
    _tables: list[Table] = field(default_factory=list)
    _results: dict[str, Any] = field(default_factory=dict)

    def add(self, table: Table, **results: Any) -> None:
        """Print a table; its numbers go into the JSON file under their names."""
        self._tables.append(table)
        self._results |= results
        print(f"\n{table.markdown()}\n", flush=True)

    def save(self, **programs: str) -> None:
        """Write the numbers as JSON and, unless the run was quick, the tables into docs/performance.md.

        `programs` are the versions of what else took part.
        """
        description = machine() | programs | {"load before": f"{self.load_before:.2f}"}
        FOLDER.mkdir(exist_ok=True)
        path = FOLDER / f"{self.part}{'-quick' if self.quick else ''}.json"
        path.write_text(json.dumps({"machine": description, **self._results}, indent=2) + "\n")
        if not self.quick:
            written = ", ".join(f"{name} {version}" for name, version in description.items())
            tables = "\n\n".join([f"Measured on: {written}.", *(table.markdown() for table in self._tables)])
            PAGE.write_text(with_section(PAGE.read_text(), self.part, tables))


def with_section(page: str, part: str, text: str) -> str:
    """A page with other text between the comments that name this part; ValueError if it has none."""
    pattern = re.compile(rf"(<!-- {part} -->\n).*?(<!-- end of {part} -->)", re.DOTALL)
    replaced, count = pattern.subn(lambda found: f"{found[1]}{text}\n{found[2]}", page)
    if count != 1:
        raise ValueError(f"the page has {count} sections <!-- {part} --> ... <!-- end of {part} -->, not one")
    return replaced


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers = zip(cells, widths, strict=True)
    aligned = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in numbers)]
    return f"| {' | '.join(aligned)} |"
