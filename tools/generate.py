"""Generates what is derived from the code and committed all the same: `python -m tools.generate`.

With `--check` nothing is written: what is stale is named, and the exit status is 1.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cogapp import Cog

from tests.fixtures import make_mountain_fixtures, make_network_fixtures, make_torch_program_fixtures
from tools import (
    choices,
    command_kinds,
    fixtures,
    frame_header,
    lessons,
    panels,
    stored_run,
    system_faces,
    typescript,
)

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Generated:
    """A file below the repository's top, and what makes its text; `make` is given the present one."""

    path: str
    make: Callable[[str], str]


def _cog(text: str) -> str:
    """A page whose generated parts stand between marks of cog."""
    return str(Cog().process_string(text))


def _always(made: str, _present: str) -> str:
    return made


def _renewed(content: Callable[[], object], present: str) -> str:
    return fixtures.renewed(present, content())


GENERATED = (
    Generated("app/wire/commands.py", _cog),
    Generated("static/js/wire/command_kinds.js", lambda _: command_kinds.module()),
    Generated("static/js/wire/protocol.d.ts", lambda _: typescript.declarations()),
    Generated("static/js/wire/frame_header.js", lambda _: frame_header.module()),
    Generated("static/js/page/first/stored_run.js", lambda _: stored_run.module()),
    Generated("static/js/page/panels.js", panels.with_imports),
    Generated("static/css/pages/late.css", panels.with_late_sheets),
    Generated("static/js/page/lessons/files.js", lambda _: lessons.module()),
    Generated("tools/system_faces.json", lambda _: system_faces.measured()),
    Generated("docs/protocol.md", _cog),
    Generated("docs/one_update.md", _cog),
    Generated("docs/architecture.md", _cog),
    Generated("README.md", _cog),
    Generated("tests/fixtures/torch/programs.json", make_torch_program_fixtures.renewed),
    *(Generated(path, partial(_always, text)) for path, text in choices.generated().items()),
    *(
        Generated(f"tests/fixtures/network/{name}.json", partial(_renewed, content))
        for name, content in (make_network_fixtures.CONTENTS | make_mountain_fixtures.CONTENTS).items()
    ),
)
"""All of them."""


def stale(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """The files that are not what they would be now, each with what it would be."""
    for generated in GENERATED:
        path = root / generated.path
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        made = generated.make(text)
        if made != text:
            yield path, made


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Renews what is stale, or names it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where something is stale")
    only_check = parser.parse_args(arguments).check
    status = 0
    try:
        for path, text in stale(root):
            name = path.relative_to(root).as_posix()
            if only_check:
                status = 1
                sys.stderr.write(f"{name} is stale: run make generate.\n")
            else:
                path.write_text(text, encoding="utf-8")
                sys.stdout.write(f"Renewed {name}.\n")
    except ModuleNotFoundError as missing:
        status = 1
        sys.stderr.write(f"{missing}: what stale programs come to is renewed by PyTorch, torch 2.13.0.\n")
    except (command_kinds.RowlessError, panels.PanelError) as missing:
        status = 1
        sys.stderr.write(f"{missing}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
