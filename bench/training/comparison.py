"""Engines side by side: whether they computed the same, and how fast."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass

from bench.report import Report, Table
from bench.training.alternation import Effort, Rate, rates
from bench.training.cases import COMPARED_UPDATES, Case, Problem
from bench.training.engines import CHAINRULE, Engine
from bench.training.reference import cost, trained
from bench.training.worker import Worker, WorkerError

TOLERANCE = {64: 1e-12, 32: 1e-5}
"""By how much a cost may differ from the textbook's, by the bits of an engine's numbers."""


@dataclass(frozen=True)
class Result:
    """One engine in one case; `difference` is the distance of its cost from the textbook's."""

    case: str
    engine: str
    version: str
    cost: float
    difference: float
    agrees: bool
    rate: Rate


Results = Sequence[Sequence[Result]]


def compare(cases: Sequence[Case], peers: Sequence[Engine], effort: Effort, report: Report) -> None:
    """Measure all cases, a row each, and report rates, ratios and costs."""
    found = []
    for case in cases:
        print(f"{case.name} ...", flush=True)
        try:
            found.append(_measured(case, [CHAINRULE, *peers], effort))
        except WorkerError as error:
            print(f"{case.name} is left out: {error}")
    results: Results = [row for row in found if row and row[0].engine == CHAINRULE.name]
    peer_names = [peer.name for peer in peers]
    names = [CHAINRULE.name, *peer_names]
    versions = {result.engine: result.version for row in results for result in row}
    report.add(
        _table(
            "Updates per second", "Median (least–most) by the clock, all engines in turn: "
            f"{'; '.join(versions.values())}.",
            results, names, lambda result, _: result.rate.wall.shown(),
        ),
        compared=[asdict(result) | {"rate": result.rate.to_json()} for row in results for result in row],
    )  # fmt: skip
    report.add(
        _table(
            "Times as many updates as a peer makes",
            "Medians of the ratios of each round, by the clock; by the processor's time in brackets.",
            results, peer_names, _ratio,
        )
    )  # fmt: skip
    report.add(
        _table(
            f"The cost after {COMPARED_UPDATES} updates",
            "Over all points; in brackets the distance from the textbook's. Allowed: "
            f"{TOLERANCE[64]:g} in float64, {TOLERANCE[32]:g} in float32 (TensorFlow.js).",
            results, names, lambda result, _: f"{result.cost:.12f} ({result.difference:.0e})",
        )
    )  # fmt: skip
    for result in (result for row in results for result in row if not result.agrees):
        print(f"{result.engine} does not agree in {result.case}: its rate compares different mathematics.")


def _measured(case: Case, engines: Sequence[Engine], effort: Effort) -> list[Result]:
    problem = Problem(case)
    wanted = cost(problem, trained(problem, COMPARED_UPDATES))
    with ExitStack() as running:
        started = [
            (engine, worker, reached)
            for engine in engines
            if case.optimizer in engine.optimizers
            for worker, reached in _started(engine, problem, running)
        ]
        measured = rates([worker for _, worker, _ in started], effort)
    return [
        Result(
            case=case.name,
            engine=engine.name,
            version=worker.version,
            cost=reached,
            difference=abs(reached - wanted),
            agrees=abs(reached - wanted) <= TOLERANCE[engine.bits],
            rate=rate,
        )
        for (engine, worker, reached), rate in zip(started, measured, strict=True)
    ]


def _started(engine: Engine, problem: Problem, running: ExitStack) -> list[tuple[Worker, float]]:
    """The engine's worker with the cost that it has reached, or nothing where it fails."""
    try:
        worker = engine.start(problem.case)
        running.callback(worker.close)
        worker.run(COMPARED_UPDATES)
        return [(worker, cost(problem, worker.parameters()))]
    except WorkerError as error:
        print(f"{engine.name} is left out of {problem.case.name}: {error}")
        return []


def _table(
    title: str, note: str, results: Results, names: Sequence[str], cell: Callable[[Result, Result], str]
) -> Table:
    """A row for each case, a column for each engine; `cell` gets an engine's result and Chainrule's."""
    rows = []
    for row in results:
        by_name = {result.engine: result for result in row}
        cells = [cell(by_name[name], row[0]) if name in by_name else "–" for name in names]
        rows.append([row[0].case, *cells])
    return Table(title, ["network", *names], rows, note)


def _ratio(peer: Result, ours: Result) -> str:
    wall, processor = ours.rate.times(peer.rate)
    return f"{wall:.1f} ({processor:.1f})"
