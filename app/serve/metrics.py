"""What Prometheus reads, on a port of its own."""

from collections.abc import Callable, Iterator
from itertools import accumulate

from prometheus_client import CollectorRegistry, ProcessCollector, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.serve.tally import TURN_BOUNDS, Tally


class CountsSockets:
    """The application, with its sockets counted by the codes with which they close."""

    def __init__(self, app: ASGIApp, tally: Tally) -> None:
        self._app = app
        self._tally = tally

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request (ASGI)."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        closed = False

        def close(code: int) -> None:
            nonlocal closed
            self._tally.closes[code] += not closed
            closed = True

        async def receive_counted() -> Message:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                close(message["code"])
            return message

        async def send_counted(message: Message) -> None:
            if message["type"] == "websocket.close":
                close(message["code"])
            await send(message)

        await self._app(scope, receive_counted, send_counted)


class Numbers(Collector):
    """A tally as Prometheus has it, with how many sessions there are and how many of them train."""

    def __init__(self, tally: Tally, sessions: Callable[[], int], training: Callable[[], int]) -> None:
        self._tally = tally
        self._sessions = sessions
        self._training = training

    def collect(self) -> Iterator[Metric]:
        """Every number as it is now."""
        tally = self._tally
        yield GaugeMetricFamily("chainrule_sessions", "Pages that are connected.", self._sessions())
        yield GaugeMetricFamily("chainrule_training", "Sessions that train or make a step.", self._training())
        yield CounterMetricFamily("chainrule_updates", "Updates made.", tally.updates)
        yield CounterMetricFamily("chainrule_frames", "Frames sent.", tally.frames)
        yield _by("reason", "chainrule_refusals", "Commands refused.", dict(tally.refusals))
        yield _by("code", "chainrule_closes", "Sockets closed.", dict(tally.closes))
        ends = [*map(str, TURN_BOUNDS), "+Inf"]
        yield HistogramMetricFamily(
            "chainrule_turn_seconds",
            "Computing of a session's turn.",
            [(end, float(count)) for end, count in zip(ends, accumulate(tally.turns), strict=True)],
            tally.turn_seconds,
        )


def serve_metrics(host: str, port: int, numbers: Numbers) -> int:
    """Answer on a port of its own, in a thread, for as long as the process lives; the port that it got.

    Raises `OSError` where it can't listen there.
    """
    registry = CollectorRegistry()
    registry.register(numbers)
    ProcessCollector(registry=registry)
    server, _ = start_http_server(port, host, registry)
    return int(server.server_port)


def _by(label: str, name: str, words: str, counts: dict[str, int] | dict[int, int]) -> CounterMetricFamily:
    family = CounterMetricFamily(name, words, labels=[label])
    for value, count in counts.items():
        family.add_metric([str(value)], count)
    return family
