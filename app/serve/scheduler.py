"""Shares the time of one process among all sessions that train: a slice of each frame interval to each."""

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from app.serve.accounts import Accounts, SessionAccount
from app.serve.shares import shares_by_address
from app.serve.tally import Tally

_log = logging.getLogger(__name__)

SHORTEST_INTERVAL = 1 / 60
"""Seconds between two frames while there is time for more."""

LONGEST_SLICE = 0.002
"""Seconds of computing after which other tasks get their turn; a single update may take longer."""

EAGER_SLICE = 0.0005
"""Seconds of computing after which what a person has changed is shown: enough updates to see it, soon."""

PASSES = 6
"""Passes of the event loop in a pause: as many as a command takes from the socket to its answer.

With fewer, each task on its way would wait for a slice of its own.
"""

LEAST_TRAINING = 1 / 3
"""Time for training in a turn, as a share of its frame's: with less, a session would do little but show."""

TOLERATED_DEBT = 4
"""Turns' worth of time that a session may be in debt before it misses a round: short turns come first."""

LONGEST_ROUND = 0.1
"""Seconds after which turns that are left over wait for the next round: debtors have theirs all at once."""

_TIMER_RESOLUTION = 0.001
"""Seconds by which the event loop's timers may be late: shorter waits are not worth a timer."""

_ROUNDING = 1.05
"""Estimated times are off by some percent, and a turn makes whole updates."""

_ADAPTATION = 0.2
"""Weight of the newest round in the estimate of what a round costs beside training."""


class Runner(Protocol):
    """What the scheduler asks of a session that trains."""

    @property
    def account(self) -> SessionAccount:
        """Whose time it is: that of a session, which has its part of its address's."""

    @property
    def running(self) -> bool:
        """Whether it still wants turns; a command may end that between two slices."""

    @property
    def eager(self) -> bool:
        """Whether a change waits to be trained and seen: it gets a slice now, and a frame right after it."""

    @property
    def update_seconds(self) -> float:
        """Estimated time of one update."""

    @property
    def show_seconds(self) -> float:
        """Estimated time of one frame: evaluation and encoding."""

    @property
    def comfortable_seconds(self) -> float:
        """Estimated time of the shortest turn that is worth its overhead."""

    def wanted_seconds(self, now: float) -> float:
        """The time it can use in this round: infinity without an asked speed, 0 when no update is due."""

    def train(self, seconds: float) -> float:
        """Make the updates that are due and fit into this time, at least one if one is due.

        Answers the seconds of computing that it took, 0 where no update was due.
        """

    def show(self) -> float:
        """Send a frame of what was reached; answers the seconds of computing that it took."""

    def failed(self) -> None:
        """Stop, after an exception in `train` or `show` that was noted in the log."""


@dataclass(frozen=True)
class Turn:
    """A session's in one round, in seconds: its share, and its part if everybody wanted all of the time."""

    runner: Runner
    share: float
    part: float

    @property
    def worked_off(self) -> float:
        """What it pays of what it owes: by its share alone, one long turn would silence who wants little."""
        return max(self.share, self.part)


def _share(turn: Turn) -> float:
    return turn.share


def longest_interval(runners: int) -> float:
    """Seconds between frames that are never exceeded by choice: 1/22 up to 200 sessions, 1/17 from 400 on.

    That is 20 and 15 frames a second with what a machine takes away now and then.
    """
    crowd = min(max((runners - 200) / 200, 0.0), 1.0)
    return 1 / 22 + crowd * (1 / 17 - 1 / 22)


class Scheduler:
    """Gives turns in rounds, one round per frame interval.

    More sessions mean fewer updates per frame first. When not even a comfortable turn for each fits, frames
    come more slowly, down to `longest_interval`; beyond that turns get shorter. A session whose single update
    or evaluation takes longer than its share pays by missing rounds. `clock` gives seconds and `sleep` waits
    for them; `work_clock` gives those of computing, by which sessions say what their turns took.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.perf_counter,
        work_clock: Callable[[], float] = time.thread_time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.clock = clock
        self.work_clock = work_clock
        self.accounts = Accounts(clock)
        self._sleep = sleep
        self.tally = Tally()
        self._debts: dict[Runner, float] = {}
        self._any_running = asyncio.Event()
        self._overhead = 0.0
        self._breathed_at = 0.0
        self._round_due = 0.0

    @property
    def crowd(self) -> int:
        """How many sessions share the time."""
        return len(self._debts)

    def add(self, runner: Runner) -> None:
        """Give this session turns from the next round on."""
        self._debts.setdefault(runner, 0.0)
        runner.account.trains = True
        self.accounts.engage(runner.account)
        self._any_running.set()

    def remove(self, runner: Runner) -> None:
        """Give it no more turns; without any session left the scheduler sleeps."""
        self._debts.pop(runner, None)
        runner.account.trains = False
        if not self._debts:
            self._any_running.clear()

    async def run(self) -> None:
        """Give turns until cancelled."""
        while True:
            await self._any_running.wait()
            await self.round()

    async def round(self) -> None:
        """One turn for every session that wants one, then wait for the end of the frame interval."""
        started = self._breathed_at = self.clock()
        # Who waits below holds no session: one that ends meanwhile is gone at once.
        spent = await self._turns(started)
        idle = self._round_due - self.clock()
        if idle <= _TIMER_RESOLUTION:
            await self._breathe()
        if spent is not None:
            beside = self.clock() - started - spent
            self._overhead += _ADAPTATION * (beside - self._overhead)
        if idle > _TIMER_RESOLUTION:
            # Nobody wanted this time: whoever owes any owes so much less.
            self._pardon(idle / max(1, len(self._debts)))
            await self._sleep(idle)

    async def _turns(self, started: float) -> float | None:
        """The turns of a round; answers the time that they took, None where nobody wanted one."""
        wanted = {runner: runner.wanted_seconds(started) for runner in self._debts}
        wanting = [runner for runner, seconds in wanted.items() if seconds > 0]
        interval = self._interval(wanted)
        # Rounds end on a fixed grid, so that delays don't add up; one that took too long starts a new grid.
        self._round_due = max(self._round_due + interval, started + interval / 2)
        budget = min(max(self._round_due - started - self._overhead, interval / 4), interval)
        addresses = [runner.account.address for runner in wanting]
        shares = shares_by_address([wanted[runner] for runner in wanting], addresses, budget)
        parts = shares_by_address([math.inf] * len(wanting), addresses, budget)
        spent = 0.0
        # Short turns come first: who wants little does not wait until those that want much had theirs.
        turns = sorted(map(Turn, wanting, shares, parts), key=_share)
        for number, turn in enumerate(turns):
            if number and self.clock() - started > LONGEST_ROUND:
                self._put_off(turns[number:])
                break
            spent += await self._turn(turn)
        else:
            self._rotate()
        # Debt is owed to the others: what all of them owe cancels out.
        self._pardon(min((self._debts.get(runner, 0.0) for runner in wanting), default=0.0))
        return spent if wanting else None

    def _put_off(self, turns: Sequence[Turn]) -> None:
        """These come first among their like in the next round, and owe so much less."""
        first = {
            turn.runner: max(self._debts[turn.runner] - turn.worked_off, 0.0)
            for turn in turns
            if turn.runner in self._debts
        }
        self._debts = first | {runner: debt for runner, debt in self._debts.items() if runner not in first}

    def _rotate(self) -> None:
        # After a pause the caches are cold: a different session each time pays for that.
        if self._debts:
            first = next(iter(self._debts))
            self._debts[first] = self._debts.pop(first)

    def _interval(self, wanted: Mapping[Runner, float]) -> float:
        """Seconds until the next round: what comfortable turns take, or shorter ones where less is due."""
        turns = [
            min(runner.comfortable_seconds, seconds) for runner, seconds in wanted.items() if seconds > 0
        ]
        if not turns:
            return SHORTEST_INTERVAL
        comfortable = len(turns) * _ROUNDING * median(turns) + self._overhead
        return min(max(SHORTEST_INTERVAL, comfortable), longest_interval(len(turns)))

    def _pardon(self, seconds: float) -> None:
        """Let each session owe so much less."""
        if seconds:
            for runner, debt in self._debts.items():
                self._debts[runner] = max(debt - seconds, 0.0)

    async def _turn(self, turn: Turn) -> float:
        """A session's turn, unless it owes too much; answers the time that was spent."""
        runner, share = turn.runner, turn.share
        debt = self._debts.get(runner)
        if debt is None or not runner.running:
            return 0.0
        if debt >= TOLERATED_DEBT * turn.worked_off:
            self._debts[runner] = debt - turn.worked_off
            return 0.0
        try:
            spent = await self._spend(runner, share - debt)
        except Exception:  # A mistake in one session must not end the turns of all others.
            _log.exception("a turn failed")
            runner.failed()
            return 0.0
        self.tally.turn(spent)
        if runner in self._debts:
            self._debts[runner] = max(debt + spent - turn.worked_off, 0.0)
        return spent

    async def _spend(self, runner: Runner, seconds: float) -> float:
        """Train and show; answers the time that it took, which may be more."""
        training = max(seconds - runner.show_seconds, LEAST_TRAINING * runner.show_seconds)
        spent = 0.0
        while runner.running and (spent == 0 or runner.eager or spent + runner.update_seconds <= training):
            longest = EAGER_SLICE if runner.eager else LONGEST_SLICE
            slice_ = runner.train(min(training - spent, longest))
            spent += slice_
            if eager := runner.eager:
                spent += runner.show()
            if eager or self.clock() - self._breathed_at >= LONGEST_SLICE:
                await self._breathe()
            if slice_ == 0:
                break
        return spent + runner.show() if runner.running else spent

    async def _breathe(self) -> None:
        for _ in range(PASSES):
            await self._sleep(0)
        self._breathed_at = self.clock()
