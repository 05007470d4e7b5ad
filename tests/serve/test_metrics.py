"""What Prometheus reads is what happened, and the port is the metrics' own."""

import socket
import time
from collections.abc import Callable, Iterator

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.__main__ import main
from app.serve.metrics import serve_metrics
from app.serve.tally import TURN_BOUNDS, Tally
from tests.running_server import fetch, free_port, running_server
from tests.serve.browser import PATIENCE, Browser
from tests.serve.conftest import server_in_a_thread

Samples = dict[tuple[str, str], float]


def samples(port: int) -> Samples:
    """Each number by its name and its only label ("" without)."""
    found = {}
    for family in text_string_to_metric_families(fetch(f"http://127.0.0.1:{port}/metrics")):
        for sample in family.samples:
            (label,) = sample.labels.values() or ("",)
            found[sample.name, label] = sample.value
    return found


def once(port: int, condition: Callable[[Samples], bool]) -> Samples:
    """The numbers as soon as they fulfil a condition: a browser may have its answer before it is counted."""
    deadline = time.monotonic() + PATIENCE
    while not condition(found := samples(port)):
        assert time.monotonic() < deadline, found
    return found


@pytest.fixture
def ports() -> Iterator[tuple[int, int]]:
    """A server's port, and that of its metrics."""
    with server_in_a_thread(metrics_port=1) as (port, server):
        yield port, serve_metrics("127.0.0.1", 0, server.numbers)


def test_updates_frames_turns_refusals_and_closes_are_counted(ports: tuple[int, int]) -> None:
    port, metrics = ports
    assert samples(metrics)["chainrule_updates_total", ""] == 0
    with Browser(port) as browser, Browser(port, origin="http://evil.example") as foreign:
        assert foreign.close_code() == 4403
        browser.event("welcome")
        browser.ask("generate", dataset="xor", count=40, noise=0, test_share=0, seed=1)
        browser.ask_in_vain("remove_points", ids=[5000])
        browser.ask_in_vain("trace", point=5000)
        browser.ask("step", updates=123)
        found = samples(metrics)
        assert found["chainrule_updates_total", ""] == 123
        assert found["chainrule_frames_total", ""] >= 2, "after `generate` and after `step`"
        assert sum(value for (name, _), value in found.items() if name == "chainrule_refusals_total") == 2
        assert found["chainrule_closes_total", "4403"] == 1
        assert (found["chainrule_sessions", ""], found["chainrule_training", ""]) == (1, 0)
        found = once(metrics, lambda found: found["chainrule_turn_seconds_count", ""] >= 1)
        assert found["chainrule_turn_seconds_sum", ""] > 0
        browser.ask("train")
        assert samples(metrics)["chainrule_training", ""] == 1
        browser.ask("pause")
        browser.connection.close()
        once(metrics, lambda found: found.get(("chainrule_closes_total", "1000")) == 1)
        once(metrics, lambda found: found["chainrule_sessions", ""] == 0)


def test_a_turn_is_counted_where_it_belongs() -> None:
    tally = Tally()
    for seconds in (0.0, TURN_BOUNDS[0], 0.0011, 100.0):
        tally.turn(seconds)
    assert (tally.turns[0], tally.turns[2], tally.turns[-1], sum(tally.turns)) == (2, 1, 1, 4)
    assert tally.turn_seconds == pytest.approx(100.0016)


def test_metrics_have_a_port_of_their_own() -> None:
    port = free_port()
    with running_server(settings={"CHAINRULE_METRICS_PORT": str(port)}) as address:
        assert "chainrule_sessions 0.0" in fetch(f"http://127.0.0.1:{port}/metrics")
        with pytest.raises(OSError, match="404"):
            fetch(f"{address}/metrics")


def test_a_metrics_port_in_use_is_named_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["--port", "0", "--metrics-port", str(port)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert f"port {port}" in said.err
