"""`python -m bench.drawing [--quick]`: what the page costs a headless Chromium, with a real server."""

import argparse
import sys

from bench.drawing.clicks import measure_clicks
from bench.drawing.frames import measure_frames
from bench.drawing.loading import measure_loading
from bench.drawing.mountain import measure_mountain
from bench.drawing.scrubbing import measure_scrubbing
from bench.drawing.stage import stage
from bench.drawing.taking_in import measure_taking_in
from bench.report import Report


def main() -> int:
    """Measure, print tables and keep them."""
    parser = argparse.ArgumentParser(prog="python -m bench.drawing", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything: a look, not a result")
    quick = parser.parse_args().quick
    report = Report("drawing", quick)
    try:
        with stage() as shown:
            measure_loading(shown, runs=2 if quick else 7, report=report)
            measure_clicks(shown, count=10 if quick else 60, report=report)
            measure_taking_in(shown, runs=3 if quick else 15, report=report)
            measure_mountain(shown, runs=2 if quick else 9, report=report)
            measure_scrubbing(shown, trained=8 if quick else 60, seconds=3 if quick else 6, report=report)
            measure_frames(shown, runs=1 if quick else 3, seconds=2.0 if quick else 5.0, report=report)
            version = shown.browser.version
    except RuntimeError as error:
        print(f"Drawing was not measured: {error}.", file=sys.stderr)
        return 1
    report.save(Chromium=version)
    return 0


if __name__ == "__main__":
    sys.exit(main())
