"""What pages may not do they don't try: nothing of theirs is blocked, and they work without an origin too."""

from collections.abc import Iterator

import pytest

from tests.engines.listening import SANDBOXED
from tests.engines.test_engines import click_points, open_playground, steps, train
from tests.engines.visitor import Visitor
from tests.running_server import running_server

STORES = "(() => { try { return typeof localStorage; } catch (error) { return error.name; } })()"
BESIDE = """[...document.querySelectorAll('#plane, #train, #gallery, #connection')].filter((element) => {
  const { left, right } = element.getBoundingClientRect();
  return left < right && (left < 0 || right > innerWidth + 1);
}).length"""


@pytest.fixture(scope="module")
def sandboxed() -> Iterator[str]:
    """The address of a server whose pages have no origin, and that admits such pages."""
    settings = {"CHAINRULE_FRAME_ANCESTORS": "*", SANDBOXED: "1"}
    with running_server(settings=settings, module="tests.engines.listening") as address:
        yield address


@pytest.mark.without_socket
def test_nothing_of_a_page_is_blocked(visitor: Visitor, expected_remarks: list[str]) -> None:
    """Of this one; the others are visited by other checks, which fail for whatever an engine complains of."""
    expected_remarks.append("404")
    visitor.visit("/no/such/page")
    visitor.wait("document.readyState === 'complete' && document.fonts.status === 'loaded'")
    assert visitor.evaluate("document.styleSheets.length") > 0


@pytest.mark.in_turn(2)
def test_without_an_origin_it_learns_in_the_smallest_frame(visitor: Visitor, sandboxed: str) -> None:
    visitor.resize(640, 420)
    open_playground(visitor, sandboxed)
    assert visitor.evaluate("self.origin") == "null"
    assert visitor.evaluate(STORES) == "SecurityError"
    assert visitor.evaluate(BESIDE) == 0
    click_points(visitor)
    train(visitor)
    visitor.click("#train")
    visitor.wait_for_text("#train", "Continue")
    assert steps(visitor) > 0
