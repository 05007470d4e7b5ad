"""How the cost of an update grows with the network, its batch, its points and its optimizer."""

from contextlib import ExitStack
from dataclasses import dataclass, replace

from app.nn.optimizers import OPTIMIZERS
from bench.report import Report, Table
from bench.training.alternation import Effort, Rate, rates
from bench.training.cases import Case
from bench.training.engines import CHAINRULE
from bench.training.worker import WorkerError

BASE = Case(hidden=(8, 8), classes=2, points=250, batch_size=10)


@dataclass(frozen=True)
class Series:
    """Cases that differ in one thing, which `labels` say; the first is what others are compared with."""

    title: str
    varied: str
    labels: tuple[str, ...]
    cases: tuple[Case, ...]


def _series(title: str, varied: str, cases: dict[str, Case]) -> Series:
    return Series(title, varied, tuple(cases), tuple(cases.values()))


SERIES = (
    _series(
        "Neurons in each of two hidden layers, batch 10 of 250 points", "neurons",
        {str(size): replace(BASE, hidden=(size, size)) for size in (2, 4, 8, 16, 32, 64)},
    ),
    _series(
        "Hidden layers of 8 neurons, batch 10 of 250 points", "layers",
        {str(layers): replace(BASE, hidden=(8,) * layers) for layers in (0, 1, 2, 4, 6, 8)},
    ),
    _series(
        "Samples in a batch, 2-8-8-2 with 250 points", "batch",
        {str(size): replace(BASE, batch_size=size) for size in (1, 5, 10, 25, 50, 125, 250)},
    ),
    _series(
        "Points, 2-8-8-2 with batch 10", "points",
        {str(points): replace(BASE, points=points) for points in (20, 250, 1000, 2000)},
    ),
    _series(
        "Optimizers, 2-8-8-2 with batch 10 of 250 points", "optimizer",
        {name.replace("_", " "): replace(BASE, optimizer=name, learning_rate=0.01) for name in OPTIMIZERS},
    ),
)  # fmt: skip


def grow(effort: Effort, report: Report) -> None:
    """Measure each series in alternation and report microseconds an update."""
    for series in SERIES:
        print(f"{series.title} ...", flush=True)
        try:
            measured = _rates(series, effort)
        except WorkerError as error:
            print(f"{series.title}: left out: {error}")
            continue
        rows = [
            [label, f"{_microseconds(rate):.2f}", f"{_cost(rate, measured[0]):.2f}", rate.wall.shown()]
            for label, rate in zip(series.labels, measured, strict=True)
        ]
        table = Table(series.title, [series.varied, "µs an update", "× the first", "updates/s"], rows)
        named = zip(series.labels, measured, strict=True)
        report.add(table, **{series.varied: {label: rate.to_json() for label, rate in named}})


def _rates(series: Series, effort: Effort) -> list[Rate]:
    with ExitStack() as running:
        workers = []
        for case in series.cases:
            worker = CHAINRULE.start(case)
            running.callback(worker.close)
            workers.append(worker)
        return rates(workers, effort)


def _cost(rate: Rate, first: Rate) -> float:
    """How many times as long as an update of the first, by the processor's time of the same rounds."""
    _, processor = first.times(rate)
    return processor


def _microseconds(rate: Rate) -> float:
    """By the processor's time, which other programs disturb least."""
    return 1e6 / rate.processor.median
