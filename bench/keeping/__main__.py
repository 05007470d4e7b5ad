"""`python -m bench.keeping [--quick]`: what kills lose, and how soon what is kept is there again."""

import argparse
import sys

from bench.keeping.kills import measure_kills
from bench.report import Report
from tools.browser import find
from tools.machine import this_machine


def main() -> int:
    """Measure, print tables and keep them."""
    parser = argparse.ArgumentParser(prog="python -m bench.keeping", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything: a look, not a result")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the kills")
    given = parser.parse_args()
    path = find(this_machine())
    if path is None:
        print("Keeping was not measured: no Chromium or Chrome is installed.", file=sys.stderr)
        return 1
    report = Report("keeping", given.quick)
    measure_kills(path, count=6 if given.quick else 100, seed=given.seed, report=report)
    report.save()
    return 0


if __name__ == "__main__":
    sys.exit(main())
