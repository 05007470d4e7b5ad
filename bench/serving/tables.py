"""Runs the scenarios several times in alternation, and puts what came of them into tables."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.report import Report, Spread, Table
from bench.serving.attackers import ASKED, Remainder, remainder
from bench.serving.attacks import ATTACKS, MIXED
from bench.serving.endings import GROUP, remains
from bench.serving.pauses import UPDATES, pause_seconds
from bench.serving.scenarios import Load, Measurement, idle, one_slow, training
from tests.deploy.moving import moved
from tests.deploy.pages import case

_COLUMNS = (
    ("frames/s each", "frames_per_second", "{:.1f}"),
    ("slowest", "slowest_frames_per_second", "{:.1f}"),
    ("gap p50 ms", "gap_p50_ms", "{:.1f}"),
    ("gap p99 ms", "gap_p99_ms", "{:.1f}"),
    ("answer p99 ms", "answer_p99_ms", "{:.1f}"),
    ("updates/s of all", "updates_per_second", "{:,.0f}"),
    ("memory MB", "megabytes", "{:.0f}"),
    ("cores", "core_share", "{:.2f}"),
)
_REMAINDERS = (
    ("updates/s", "updates_per_second", "{:.0f}"),
    ("frames/s", "frames_per_second", "{:.1f}"),
    ("answer p50 ms", "answer_p50_ms", "{:.0f}"),
    ("answer p95 ms", "answer_p95_ms", "{:.0f}"),
    ("computing p95 ms", "computed_p95_ms", "{:.0f}"),
)
_IDLE_COLUMNS = tuple(column for column in _COLUMNS if column[1] in {"megabytes", "core_share"})


async def measure_training(
    load: Load, counts: Sequence[int], runs: int, seconds: float, report: Report
) -> None:
    """Sessions that all train, by their number."""
    measured: dict[int, list[Measurement]] = {count: [] for count in counts}
    for _ in range(runs):
        for count in counts:
            measured[count].append(await training(load, count, seconds))
    frame_bytes = measured[counts[0]][0].frame_bytes
    note = (
        f"{load.points} points, batches of 10, as fast as it goes; each sends a command every "
        f"{load.command_seconds:g} s. A frame has {frame_bytes} bytes. Medians (least–most) of runs of "
        f"{seconds:g} s: {runs}."
    )
    rows = [[str(count), *_cells(_COLUMNS, of_count)] for count, of_count in measured.items()]
    headings = ["sessions", *(heading for heading, _, _ in _COLUMNS)]
    table = Table(f"Sessions that all train a {load.name} network", headings, rows, note)
    report.add(table, **{f"training {load.name}": _numbers(measured)})


async def measure_workers(
    load: Load, sessions: int, workers: Sequence[int], runs: int, seconds: float, report: Report
) -> None:
    """The same sessions on one worker and on more, in turn."""
    measured: dict[int, list[Measurement]] = {count: [] for count in workers}
    for _ in range(runs):
        for count in workers:
            measured[count].append(await training(load, sessions, seconds, count))
    costs = {
        count: Spread.of([_frame_seconds(one) for one in of_count]) for count, of_count in measured.items()
    }
    first = workers[0]
    rows = [
        [
            str(count),
            *_cells(_COLUMNS, measured[count]),
            Spread.of([1e6 * _frame_seconds(one) for one in measured[count]]).shown("{:.0f}"),
            f"{count / first * costs[first].median / costs[count].median:.2f}",
        ]
        for count in workers
    ]
    headings = [
        "workers",
        *(heading for heading, _, _ in _COLUMNS),
        "processor µs a frame",
        "times the frames",
    ]
    note = (
        f"{sessions} sessions, each asks for {load.updates_per_second:g} updates a second. The last column: "
        "what a processor for each worker would serve, by the processor time that a frame takes (here the "
        "clients use the same ones)."
    )
    report.add(Table("Workers", headings, rows, note), workers=_numbers(measured))


def _frame_seconds(measured: Measurement) -> float:
    """Of processor time, for each frame, with all that its session had done for it."""
    return measured.core_share / (measured.sessions * measured.frames_per_second)


def measure_moves(pages: int, report: Report) -> None:
    """How long pages see nothing new that lose their server."""
    with TemporaryDirectory() as folder:
        waits = [
            one["longest_wait"] for one in moved([case(number) for number in range(pages)], Path(folder))
        ]
    row = [str(pages), f"{median(waits):.2f}", f"{max(waits):.2f}"]
    note = (
        "Three servers behind Caddy, restarted in turn, and one killed, while all train and edit. "
        "A page waits a second before it connects again. The longest time without a frame, of each page."
    )
    report.add(
        Table("Pages that are moved to other servers", ["pages", "median s", "longest s"], [row], note),
        moves=waits,
    )


async def measure_idle(counts: Sequence[int], runs: int, seconds: float, report: Report) -> None:
    """Sessions that are open and do nothing, by their number."""
    measured: dict[int, list[Measurement]] = {count: [] for count in counts}
    for _ in range(runs):
        for count in counts:
            measured[count].append(await idle(count, seconds))
    rows = [[str(count), *_cells(_IDLE_COLUMNS, of_count)] for count, of_count in measured.items()]
    headings = ["sessions", *(heading for heading, _, _ in _IDLE_COLUMNS)]
    report.add(Table("Sessions that are open and idle", headings, rows), idle=_numbers(measured))


async def measure_slow(quick: int, runs: int, seconds: float, report: Report) -> None:
    """Quick sessions beside one that reads less than it is sent."""
    measured = [await one_slow(quick, seconds) for _ in range(runs)]
    headings = ["quick sessions", *(heading for heading, _, _ in _COLUMNS), "slow one's frames/s", "MB grown"]
    slow_rate = Spread.of([one.slow_frames_per_second for one in measured])
    grown = Spread.of([one.megabytes_grown for one in measured])
    cells = _cells(_COLUMNS, [one.quick for one in measured])
    rows = [[str(quick), *cells, slow_rate.shown("{:.1f}"), grown.shown("{:.1f}")]]
    table = Table("Quick sessions beside one that reads slowly", headings, rows)
    report.add(table, one_slow=[asdict(one) for one in measured])


async def measure_endings(sessions: int, report: Report) -> None:
    """What sessions of the largest kind leave when they have ended."""
    found = await remains(sessions)
    headings = ["sessions", "MB before", "at the most", "after"]
    row = [str(sessions), f"{found.before:.0f}", f"{found.most:.0f}", f"{found.after:.0f}"]
    note = f"Each with 2,000 points, eight layers of sixteen neurons and Adam; {GROUP} are open at a time."
    report.add(Table("Sessions that have ended", headings, [row], note), endings=asdict(found))


async def measure_attacks(crowds: Sequence[int], runs: int, seconds: float, report: Report) -> None:
    """What an innocent session keeps beside clients that send the dearest commands."""
    measured: dict[tuple[int, str], list[Remainder]] = {}
    for _ in range(runs):
        measured.setdefault((0, "nobody"), []).append(await remainder(None, 0, seconds))
        for attackers in crowds:
            for attack in (*ATTACKS, MIXED):
                found = await remainder(attack, attackers, seconds)
                measured.setdefault((attackers, attack), []).append(found)
    rows = [
        [str(attackers), attack, *_cells(_REMAINDERS, found)]
        for (attackers, attack), found in sorted(measured.items(), key=lambda item: item[0][0])
    ]
    numbers = {
        f"{attackers} {attack}": [asdict(one) for one in found]
        for (attackers, attack), found in measured.items()
    }
    note = (
        f"It asks for {ASKED} updates a second and moves ten points a second; they come from one address. "
        "The last column is what the server computed, whoever for, between question and answer."
    )
    headings = ["attackers", "attack", *(heading for heading, _, _ in _REMAINDERS)]
    report.add(Table("A session beside attackers", headings, rows, note), attacks=numbers)


async def measure_pauses(times: int, report: Report) -> None:
    """How soon a long step is ended by a pause."""
    usual, longest = await pause_seconds(times)
    row = [str(times), f"{1000 * usual:.0f}", f"{1000 * longest:.0f}"]
    note = (
        f"During a step of {UPDATES:,} updates on the network of the table before, all points in one batch."
    )
    report.add(
        Table("Pauses of a long step", ["pauses", "answer p50 ms", "longest ms"], [row], note),
        pauses={"median": usual, "longest": longest},
    )


def _cells(columns: Sequence[tuple[str, str, str]], measured: Sequence[Measurement | Remainder]) -> list[str]:
    return [Spread.of([getattr(one, name) for one in measured]).shown(form) for _, name, form in columns]


def _numbers(measured: dict[int, list[Measurement]]) -> dict[str, list[dict[str, float]]]:
    return {str(count): [asdict(one) for one in of_count] for count, of_count in measured.items()}
