"""`python -m bench.keeping [--quick]`: what kills lose, and how soon what is kept is there again."""

import argparse
import sys

from bench.drawing.stage import stage
from bench.keeping.kills import measure_kills
from bench.keeping.returns import measure_returns
from bench.report import Report


def main() -> int:
    """Measure, print tables and keep them."""
    parser = argparse.ArgumentParser(prog="python -m bench.keeping", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything: a look, not a result")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the kills")
    given = parser.parse_args()
    report = Report("keeping", given.quick)
    try:
        with stage() as shown:
            measure_returns(shown, runs=3 if given.quick else 15, report=report)
            version = shown.browser.version
        measure_kills(count=6 if given.quick else 100, seed=given.seed, report=report)
    except RuntimeError as error:
        print(f"Keeping was not measured: {error}.", file=sys.stderr)
        return 1
    report.save(Chromium=version)
    return 0


if __name__ == "__main__":
    sys.exit(main())
