"""What all tests share: Hypothesis draws the same examples in every run, and browsers come last."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("chainrule", derandomize=True, deadline=None)
settings.load_profile("chainrule")

BROWSER_TESTS = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the browser tests behind all others.

    They are the slowest; and once Playwright is there, its event loop runs until the end, so that no other
    test could run one of its own.
    """
    items.sort(key=lambda item: item.path.is_relative_to(BROWSER_TESTS))
