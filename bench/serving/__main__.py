"""`python -m bench.serving [--quick]`: measures one server process on this machine's loopback interface."""

import argparse
import asyncio
import json
import platform
import resource
from dataclasses import asdict
from pathlib import Path

from bench.serving.scenarios import Measurement, idle, one_slow, training

RESULTS = Path(__file__).parents[1] / "results"

_COLUMNS = (
    ("sessions", "sessions", "{:d}"),
    ("bytes a frame", "frame_bytes", "{:d}"),
    ("frames/s", "frames_per_second", "{:.1f}"),
    ("slowest", "slowest_frames_per_second", "{:.1f}"),
    ("gap p50 ms", "gap_p50_ms", "{:.1f}"),
    ("gap p99 ms", "gap_p99_ms", "{:.1f}"),
    ("answer p50 ms", "answer_p50_ms", "{:.1f}"),
    ("answer p99 ms", "answer_p99_ms", "{:.1f}"),
    ("updates/s", "updates_per_second", "{:,.0f}"),
    ("MB", "megabytes", "{:.0f}"),
    ("cores", "core_share", "{:.2f}"),
)
_IDLE_COLUMNS = tuple(column for column in _COLUMNS if column[0] in {"sessions", "MB", "cores"})


def main() -> None:
    """Measure, print tables and write them as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.serving", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything: a look, not a result")
    quick = parser.parse_args().quick
    seconds = 3.0 if quick else 10.0
    _allow_many_connections()
    training_counts, idle_counts = ((1, 20), (1, 50)) if quick else ((1, 50, 200, 400), (1, 100, 1000))

    trained = [asyncio.run(training(count, seconds)) for count in training_counts]
    _print_table("Sessions that train a 2-8-8-3 network on 250 points", _COLUMNS, trained)
    idled = [asyncio.run(idle(count, seconds)) for count in idle_counts]
    _print_table("Sessions that are open and idle", _IDLE_COLUMNS, idled)
    slow = asyncio.run(one_slow(10 if quick else 50, seconds))
    _print_table("The quick sessions beside one that reads slowly", _COLUMNS, [slow.quick])
    print(f"The slow one got {slow.slow_frames} frames; memory grew by {slow.megabytes_grown:.1f} MB.")

    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / ("serving-quick.json" if quick else "serving.json")
    results = {
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "training": [asdict(measurement) for measurement in trained],
        "idle": [asdict(measurement) for measurement in idled],
        "one_slow": asdict(slow),
    }
    path.write_text(json.dumps(results, indent=2) + "\n")


def _print_table(title: str, columns: tuple[tuple[str, str, str], ...], rows: list[Measurement]) -> None:
    cells = [[heading for heading, _, _ in columns]]
    cells += [[form.format(getattr(row, name)) for _, name, form in columns] for row in rows]
    widths = [max(len(line[place]) for line in cells) for place in range(len(columns))]
    print(f"\n{title}\n")
    for line in cells:
        print("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)))
    print()


def _allow_many_connections() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard) if hard > 0 else 4096, hard))


if __name__ == "__main__":
    main()
