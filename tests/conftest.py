"""What all tests share: Hypothesis draws the same examples in every run, and browsers come last."""

from pathlib import Path

import pytest
from hypothesis import settings

from tools import engines
from tools.machine import this_machine

settings.register_profile("chainrule", derandomize=True, deadline=None)
settings.load_profile("chainrule")

BROWSER_TESTS = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the browser tests behind all others, and keeps the tests of a file in one process.

    They are the slowest; and once Playwright is there, its event loop runs until the end, so that no other
    test could run one of its own.

    A file's tests share what is costly. But those of pages share nothing except the browser: kept together,
    the last of their long files would run for minutes on one core.
    """
    items.sort(key=lambda item: item.path.is_relative_to(BROWSER_TESTS))
    for item in items:
        if item.path.parent != BROWSER_TESTS:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line says what was not checked."""
    if left_out := engines.missing(this_machine()):
        terminalreporter.write_line(
            f"Left out: the checks in {' and '.join(left_out)}, not installed here. "
            "As root, `python -m tools.browser` installs Debian's packages."
        )
