"""Prepares what a wheel or an editable install serves: the front-end libraries and the article's formulas."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from tools import front_end  # noqa: E402  (a build front end puts this file, not the repository, on the path)


class FrontEndHook(BuildHookInterface[Any]):
    """Fills static/vendor/ before the files of a wheel are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (Hatch's signature)
        """Installs and renders what is missing or outdated; what is current takes no time."""
        if self.target_name == "wheel":
            front_end.prepare(Path(self.root))
