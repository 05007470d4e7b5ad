"""`python -m bench.training [--quick]`: updates per second beside peers, and how an update's cost grows."""

import argparse

from bench.report import Report
from bench.training.alternation import Effort
from bench.training.cases import COMPARED
from bench.training.comparison import compare
from bench.training.engines import PEERS, installed
from bench.training.growth import grow


def main() -> None:
    """Measure, print tables and keep them."""
    parser = argparse.ArgumentParser(prog="python -m bench.training", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything: a look, not a result")
    quick = parser.parse_args().quick
    report = Report("training", quick)
    effort = Effort(repetitions=3, seconds=0.05) if quick else Effort(repetitions=11, seconds=0.2)
    compare(COMPARED, installed(PEERS), effort, report)
    grow(effort, report)
    report.save()


if __name__ == "__main__":
    main()
