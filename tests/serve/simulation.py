"""Simulated time for the scheduler: computing moves a clock, sleeping moves it to the end of the sleep."""

import asyncio
import math

from app.serve.accounts import AddressAccount, SessionAccount
from app.serve.pace import UpdateClock
from app.serve.scheduler import Scheduler


class World:
    """A clock that only work and sleep move, with what other tasks cost at each pause between work."""

    def __init__(self, others_seconds: float = 0.0) -> None:
        self.now = 0.0
        self.paused_at = 0.0
        self.longest_without_pause = 0.0
        self._others_seconds = others_seconds

    def clock(self) -> float:
        return self.now

    def work(self, seconds: float) -> None:
        self.now += seconds
        self.longest_without_pause = max(self.longest_without_pause, self.now - self.paused_at)

    async def sleep(self, seconds: float) -> None:
        self.now += max(seconds, self._others_seconds if self.now > self.paused_at else 0)
        self.paused_at = self.now
        await asyncio.sleep(0)


class Learner:
    """Stands for a session whose updates and frames take a known time."""

    def __init__(
        self,
        world: World,
        update: float,
        show: float,
        asked: float | None = None,
        address: AddressAccount | None = None,
    ) -> None:
        self.world = world
        self.account = SessionAccount(address or AddressAccount("its own"))
        self.running = True
        self.eager = False
        self.update_seconds = update
        self.show_seconds = show
        self.comfortable_seconds = 25 * update + show
        self.updates = 0
        self.spent = 0.0
        self.frames: list[float] = []
        self.asked = None if asked is None else UpdateClock(asked, world.now)

    def wanted_seconds(self, now: float) -> float:
        if self.asked is None:
            return math.inf
        due = self.asked.due(now)
        return due * self.update_seconds + self.show_seconds if due else 0.0

    def train(self, seconds: float) -> float:
        made = max(1, int(seconds / self.update_seconds))
        if self.asked is not None:
            made = min(made, self.asked.due(self.world.now))
            self.asked.made(made)
        self.updates += made
        self.work(made * self.update_seconds)
        return made * self.update_seconds

    def show(self) -> float:
        self.work(self.show_seconds)
        self.frames.append(self.world.now)
        return self.show_seconds

    def failed(self) -> None:
        self.running = False

    def work(self, seconds: float) -> None:
        self.spent += seconds
        self.world.work(seconds)

    def frame_rate(self, since: float = 0.0) -> float:
        frames = [time for time in self.frames if time >= since]
        return (len(frames) - 1) / (frames[-1] - frames[0])


def simulate(world: World, learners: list[Learner], seconds: float) -> Scheduler:
    """Run rounds for this long in simulated time."""
    scheduler = Scheduler(world.clock, world.clock, world.sleep)
    for learner in learners:
        scheduler.add(learner)
    more(world, scheduler, seconds)
    return scheduler


def more(world: World, scheduler: Scheduler, seconds: float) -> None:
    """Run rounds for so much longer."""

    async def rounds() -> None:
        end = world.now + seconds
        while world.now < end:
            await scheduler.round()

    asyncio.run(rounds())
