"""What all tests share: Hypothesis draws the same examples in every run, and browsers come last."""

import gc
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from app.serve.processors import processors
from tests.thoroughness import THOROUGH
from tools import engines
from tools.machine import this_machine

settings.register_profile("chainrule", derandomize=True, deadline=None)
settings.load_profile("chainrule")

BROWSER_TESTS = Path(__file__).parent / "browser"
ENGINES = Path(__file__).parent / "engines"
WALKS = BROWSER_TESTS / "screens"
"""Each of these looks at the page in all its states and windows, and takes minutes."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what only thorough tests try; puts the browser tests behind all others, the longest first.

    They are the slowest; and once Playwright is there, its event loop runs until the end, so that no other
    test could run one of its own.
    """
    if not THOROUGH:
        left_out = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: (item.path.is_relative_to(BROWSER_TESTS), item.path.parent != WALKS))


def pytest_collection_finish() -> None:
    """What was read stays until the end: no collection looks at it again, and some tests ask for many."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: tests of servers and pages wait a good deal."""
    return processors() + 1


class ByFile(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Gives all tests of a file to one process, as they share what is costly; those in engines all to one.

    But those of pages share nothing except the browser: kept together, the last of their long files would run
    for minutes on one core.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = self.config.rootpath / nodeid.partition("::")[0]
        if file.parent == ENGINES:
            return str(ENGINES)
        return nodeid if file.parent in (BROWSER_TESTS, WALKS) else str(file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """How tests are shared out among processes."""
    return ByFile(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line says what was not checked."""
    if left_out := engines.missing(this_machine()):
        terminalreporter.write_line(
            f"Left out: the checks in {' and '.join(left_out)}, not installed here. "
            "As root, `python -m tools.browser` installs Debian's packages."
        )
