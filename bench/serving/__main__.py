"""`python -m bench.serving [--quick]`: how many sessions one server process carries, over loopback."""

import argparse
import asyncio
import sys
from dataclasses import dataclass

from bench.report import Report
from bench.serving.connections import allow_connections
from bench.serving.scenarios import HEAVY, PACED, USUAL
from bench.serving.tables import (
    measure_attacks,
    measure_endings,
    measure_idle,
    measure_moves,
    measure_pauses,
    measure_slow,
    measure_training,
    measure_workers,
)


@dataclass(frozen=True)
class Effort:
    """How many sessions, how often, how long."""

    runs: int
    seconds: float
    usual: tuple[int, ...]
    heavy: tuple[int, ...]
    idle: tuple[int, ...]
    quick_beside_slow: int
    ended: int
    pauses: int
    on_workers: int
    moved: int
    attackers: tuple[int, ...] = (1, 20)


FULL = Effort(
    3,
    8.0,
    usual=(1, 50, 200, 400),
    heavy=(1, 200),
    idle=(1, 100, 1000),
    quick_beside_slow=50,
    ended=400,
    pauses=20,
    on_workers=500,
    moved=60,
)
QUICK = Effort(
    1,
    3.0,
    usual=(1, 20),
    heavy=(1,),
    idle=(1, 50),
    quick_beside_slow=10,
    ended=40,
    pauses=5,
    on_workers=40,
    moved=12,
)


def main() -> int:
    """Measure, print tables and keep them."""
    parser = argparse.ArgumentParser(prog="python -m bench.serving", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything: a look, not a result")
    quick = parser.parse_args().quick
    effort = QUICK if quick else FULL
    report = Report("serving", quick)
    try:
        allow_connections(max(*effort.usual, *effort.idle, effort.on_workers))
        asyncio.run(measure_training(USUAL, effort.usual, effort.runs, effort.seconds, report))
        asyncio.run(measure_training(HEAVY, effort.heavy, effort.runs, effort.seconds, report))
        asyncio.run(measure_workers(PACED, effort.on_workers, (1, 2), effort.runs, effort.seconds, report))
        asyncio.run(measure_idle(effort.idle, effort.runs, effort.seconds, report))
        asyncio.run(measure_slow(effort.quick_beside_slow, effort.runs, effort.seconds, report))
        asyncio.run(measure_endings(effort.ended, report))
        asyncio.run(measure_attacks(effort.attackers, effort.runs, effort.seconds, report))
        asyncio.run(measure_pauses(effort.pauses, report))
        measure_moves(effort.moved, report)
    except RuntimeError as error:
        print(f"Serving was not measured to its end: {error}.", file=sys.stderr)
        return 1
    report.save()
    return 0


if __name__ == "__main__":
    sys.exit(main())
