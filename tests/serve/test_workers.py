"""Several workers behind one port: sessions are spread, limits are shared, and one that dies is replaced."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError

import pytest

from app.__main__ import main
from app.serve.command_line import settings_from
from app.serve.headcount import Board, Headcount
from app.serve.listener import listen
from app.serve.processors import processors
from tests.running_server import fetch
from tests.serve.browser import PATIENCE, Browser, sessions
from tests.server_process import ServerProcess


class Running:
    """A server with two workers."""

    def __init__(self, process: ServerProcess, port: int) -> None:
        self.process = process
        self.port = port

    def workers(self) -> set[int]:
        """The process ids of those that live."""
        own = self.process.pid
        return {int(pid) for pid in Path(f"/proc/{own}/task/{own}/children").read_text().split()}


@contextmanager
def two_workers(**settings: str) -> Iterator[Running]:
    process = ServerProcess(os.environ | {"CHAINRULE_PORT": "0", "CHAINRULE_WORKERS": "2", **settings})
    try:
        address = re.search(r":(\d+) ", process.stdout.readline())
        assert address
        fetch(f"http://127.0.0.1:{address[1]}/health")
        yield Running(process, int(address[1]))
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline


def worker_of(browser: Browser, running: Running) -> int:
    """The worker that has the other end of a browser's connection."""
    own = browser.connection.socket.getsockname()[1]
    ends = {(f":{running.port:04X}", f":{own:04X}")}
    rows = [row.split() for row in Path(f"/proc/{running.process.pid}/net/tcp").read_text().splitlines()]
    (inode,) = [row[9] for row in rows if (row[1][-5:], row[2][-5:]) in ends]
    (found,) = [pid for pid in running.workers() if f"socket:[{inode}]" in open_files(pid)]
    return found


def open_files(pid: int) -> set[str]:
    """What a process has open, but for what it closes just now."""
    found = set()
    for file in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            found.add(str(file.readlink()))
    return found


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with two_workers(CHAINRULE_MAX_SESSIONS="12", CHAINRULE_MAX_SESSIONS_PER_ADDRESS="10") as running:
        yield running


@pytest.fixture
def crowd(running: Running) -> Iterator[list[Browser]]:
    """As many pages as one address may have."""
    with ExitStack() as stack:
        yield [welcomed(stack, running.port) for _ in range(10)]
    until(lambda: sessions(running.port) == 0)


def welcomed(stack: ExitStack, port: int) -> Browser:
    browser = stack.enter_context(Browser(port))
    browser.event("welcome")
    return browser


def test_sessions_are_spread(running: Running) -> None:
    """By chance, so that sooner or later each worker has had one."""
    found: set[int] = set()

    def all_had_one() -> bool:
        with ExitStack() as stack:
            found.add(worker_of(welcomed(stack, running.port), running))
        return len(found) == 2

    until(all_had_one)
    assert found == running.workers()


def test_sessions_are_counted_together(running: Running, crowd: list[Browser]) -> None:
    assert {sessions(running.port) for _ in range(8)} == {len(crowd)}, "whichever is asked"


def test_a_limit_is_one_for_all_workers(running: Running, crowd: list[Browser]) -> None:
    assert crowd
    for _ in range(6):
        with Browser(running.port) as one_too_many:
            assert one_too_many.close_code() == 1013


def test_one_that_dies_is_replaced_and_its_sessions_are_forgotten() -> None:
    with two_workers() as running, ExitStack() as stack:
        crowd = [welcomed(stack, running.port) for _ in range(10)]
        before = running.workers()
        dead = worker_of(crowd[0], running)
        lost = [browser for browser in crowd if worker_of(browser, running) == dead]
        os.kill(dead, signal.SIGKILL)
        until(lambda: len(running.workers() - before) == 1)
        assert running.workers() & before == before - {dead}
        until(lambda: sessions(running.port) == 10 - len(lost))
        for browser in crowd:
            if browser not in lost:
                browser.ask("configure", changes={})
        # A connection may be led to the new one, whose number the old one had.
        for _ in range(8):
            welcomed(stack, running.port)
        running.process.terminate()
        assert running.process.wait(PATIENCE) == 0
        said = running.process.stderr.read()
        assert re.fullmatch(r"\S+ WARNING worker [12] was ended by SIGKILL; another takes its place\n", said)


def test_a_signal_ends_all_in_good_order() -> None:
    with two_workers() as running, ExitStack() as stack:
        crowd = [welcomed(stack, running.port) for _ in range(6)]
        workers = running.workers()
        running.process.send_signal(signal.SIGTERM)
        assert {browser.close_code() for browser in crowd} == {1001}
        assert running.process.wait(PATIENCE) == 0
        assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


def test_all_drain_and_a_second_signal_cuts_it_short() -> None:
    with two_workers(CHAINRULE_DRAIN_SECONDS="3600") as running, ExitStack() as stack:
        crowd = [welcomed(stack, running.port) for _ in range(6)]
        running.process.send_signal(signal.SIGTERM)
        for _ in range(6):
            until(lambda: not is_ready(running.port))
        for browser in crowd:
            browser.ask("configure", changes={})
        running.process.send_signal(signal.SIGTERM)
        assert {browser.close_code() for browser in crowd} == {1001}
        assert running.process.wait(PATIENCE) == 0


def is_ready(port: int) -> bool:
    try:
        fetch(f"http://127.0.0.1:{port}/ready")
    except HTTPError:
        return False
    return True


def test_workers_end_with_the_process_that_started_them() -> None:
    with two_workers() as running, Browser(running.port) as browser:
        browser.event("welcome")
        workers = running.workers()
        running.process.kill()
        assert browser.close_code() == 1001
        running.process.wait(PATIENCE)
        until(lambda: not any(Path(f"/proc/{pid}/exe").exists() for pid in workers))


def test_each_has_metrics_of_its_own() -> None:
    port = free_ports(2)
    with two_workers(CHAINRULE_METRICS_PORT=str(port)) as running, ExitStack() as stack:
        crowd = [welcomed(stack, running.port) for _ in range(5)]
        assert sessions_by_metrics(port) + sessions_by_metrics(port + 1) == len(crowd)
    with listen("127.0.0.1", port + 1):
        said = refused("--workers", "2", "--metrics-port", str(port))
    assert said == (
        f"Can't serve metrics on 127.0.0.1, port {port + 1}: Address already in use. "
        "Free it, or choose another one by --metrics-port (CHAINRULE_METRICS_PORT).\n"
    )


def sessions_by_metrics(port: int) -> int:
    found = re.search(r"^chainrule_sessions (\S+)$", fetch(f"http://127.0.0.1:{port}/metrics"), re.MULTILINE)
    assert found
    return int(float(found[1]))


def free_ports(count: int) -> int:
    """The first of so many that nobody listens on."""
    while True:
        with ExitStack() as stack:
            first = stack.enter_context(listen("127.0.0.1", 0)).getsockname()[1]
            try:
                for more in range(1, count):
                    stack.enter_context(listen("127.0.0.1", first + more))
            except (OSError, OverflowError):
                continue
            return int(first)


def refused(*arguments: str) -> str:
    """What is said by one that can't start so."""
    process = ServerProcess(os.environ, ["--port", "0", *arguments])
    written, said = process.communicate(PATIENCE)
    assert (process.returncode, written) == (2, "")
    return said


def test_a_port_that_others_share_among_them_is_in_use() -> None:
    """Two servers of one user could listen on it together, and each would get a part of the pages."""
    with two_workers() as running:
        for workers in ("1", "2"):
            said = refused("--port", str(running.port), "--workers", workers)
            assert said.startswith(f"Can't listen on 127.0.0.1, port {running.port}: Address already in use.")
            assert said.count("\n") == 1


def test_more_workers_than_processors_are_told_in_one_line() -> None:
    count = processors() + 1
    with two_workers(CHAINRULE_WORKERS=str(count)) as running:
        running.process.terminate()
        assert running.process.wait(PATIENCE) == 0
        said = running.process.stderr.read()
    assert said.startswith(f"{count} workers are more than the {count - 1} processors here")
    assert said.count("\n") == 1


@pytest.mark.parametrize("given", ["0", "many", "-1", "1.5", "100000"])
def test_a_number_of_workers_that_cannot_be_is_told(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"--workers={given}"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"--workers can't be '{given}'")
    assert said.count("\n") == 1


def test_auto_is_one_for_each_processor() -> None:
    assert settings_from(["--workers", "auto"]).workers == processors() >= 1


@pytest.mark.parametrize(
    ("quota", "most"), [("150000 100000", 1), ("50000 100000", 1), ("max 100000", None), ("", None)]
)
def test_a_container_has_the_processors_that_it_was_given(
    tmp_path: Path, quota: str, most: int | None
) -> None:
    """Half a one, or one and a half, are one."""
    given = tmp_path / "cpu.max"
    given.write_text(quota)
    assert processors(given) == (most or processors(tmp_path / "none"))


def test_a_headcount_is_over_all_workers_and_a_dead_ones_are_not_counted() -> None:
    board = Board(3)
    one, other = Headcount(board, 0), Headcount(board, 1)
    for _ in range(3):
        one.enter("192.0.2.1")
    other.enter("192.0.2.1")
    other.enter("198.51.100.7")
    one.leave("192.0.2.1")
    assert (one.of("192.0.2.1"), other.of("192.0.2.1"), one.of("198.51.100.7")) == (3, 3, 1)
    assert (one.elsewhere, other.elsewhere, Headcount(board, 2).elsewhere) == (2, 2, 4)
    board.clear(1)
    assert (one.elsewhere, one.of("192.0.2.1"), one.of("198.51.100.7")) == (0, 2, 0)
