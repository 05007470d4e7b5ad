"""Real Firefox and real WebKit, each started once; where one is not installed, its checks are left out."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from tests.engines.engine import Engine
from tests.engines.firefox import firefox
from tests.engines.visitor import Visitor
from tests.engines.webkit import webkit
from tests.running_server import free_port, running_server
from tests.thoroughness import THOROUGH, some
from tools import engines
from tools.machine import this_machine

Open = Callable[[], AbstractContextManager[Engine]]
RestartableServer = Callable[[], AbstractContextManager[str]]

# WebKit for GTK comes without shared memory; with it, it is what Safari is. Under this LANG it speaks "C".
WITH_SHARED_MEMORY = "WebKit with shared memory"
SHARED_MEMORY = {"JSC_useSharedArrayBuffer": "1", "LANG": "C.UTF-8"}


def _installed() -> dict[str, Open]:
    machine = this_machine()
    found: dict[str, Open] = {}
    if program := engines.firefox(machine):
        found["Firefox"] = lambda: firefox(program)
    if programs := engines.webkit(machine):
        found["WebKit"] = lambda: webkit(programs)
        found[WITH_SHARED_MEMORY] = lambda: webkit(programs, SHARED_MEMORY)
    return found


INSTALLED = _installed()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each check runs in each engine that is installed; without a socket, both WebKits are one.

    Dear ones take turns: each in one of the engines, but where tests are thorough.
    """
    if "engine" in metafunc.fixturenames:
        alike = not THOROUGH and metafunc.definition.get_closest_marker("without_socket")
        engines = [name for name in INSTALLED if not (alike and name == WITH_SHARED_MEMORY)]
        if (turn := metafunc.definition.get_closest_marker("in_turn")) and engines:
            engines = some(engines, turn.args[0], 1)
        metafunc.parametrize("engine", engines, scope="package", indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without any engine, nothing is left of a check, and that is no skip."""
    kept = [item for item in items if "[NOTSET" not in item.name]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that runs for all of these checks."""
    with running_server(module="tests.engines.listening") as address:
        yield address


@pytest.fixture
def restartable_server() -> RestartableServer:
    """Starts a server, at the same address each time."""
    settings = {"CHAINRULE_PORT": str(free_port())}
    return lambda: running_server(settings=settings, module="tests.engines.listening")


@pytest.fixture
def expected_remarks() -> list[str]:
    """Parts of complaints that a check provokes, such as by ending the server; the check adds its own."""
    return []


@pytest.fixture
def visitor(engine: Engine, server: str, expected_remarks: list[str]) -> Iterator[Visitor]:
    """A person with a window of 1440 × 900; a page that complains about anything else fails its check."""
    engine.resize(1440, 900)
    visitor = Visitor(engine, server)
    yield visitor
    surprises = [said for said in visitor.complaints() if not any(part in said for part in expected_remarks)]
    assert surprises == []


@pytest.fixture(scope="package")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A browser of the engine whose turn it is."""
    with INSTALLED[request.param]() as opened:
        yield opened
