"""The scheduler shares time fairly: fewer updates per frame first, then slower frames, never starvation."""

import asyncio

import numpy as np
import pytest

from app.serve.accounts import AddressAccount
from app.serve.scheduler import (
    EAGER_SLICE,
    LONGEST_ROUND,
    LONGEST_SLICE,
    SHORTEST_INTERVAL,
    Scheduler,
    longest_interval,
)
from tests.serve.simulation import Learner, World, more, simulate


def test_one_session_gets_60_frames_a_second_and_nearly_all_the_time() -> None:
    world = World(others_seconds=0.0002)
    learner = Learner(world, update=7e-6, show=60e-6)
    simulate(world, [learner], 5)
    assert learner.frame_rate(since=1) == pytest.approx(60, rel=0.01)
    assert learner.updates * 7e-6 / world.now > 0.9


@pytest.mark.parametrize(("sessions", "least_frames"), [(50, 59), (200, 20), (400, 15)])
def test_frames_slow_down_only_as_far_as_they_must(sessions: int, least_frames: float) -> None:
    world = World(others_seconds=0.0002)
    learners = [Learner(world, update=5e-6, show=40e-6) for _ in range(sessions)]
    simulate(world, learners, 4)
    assert min(learner.frame_rate(since=1) for learner in learners) >= least_frames * 0.97
    assert world.longest_without_pause < 2 * LONGEST_SLICE


def test_a_crowd_that_asks_for_20_updates_a_second_sees_each_of_them() -> None:
    """All that they ask for takes two thirds of the time, so no frame has to wait for a longer turn."""
    world = World(others_seconds=0.0002)
    learners = [Learner(world, update=15e-6, show=50e-6, asked=20) for _ in range(500)]
    simulate(world, learners, 4)
    assert min(learner.frame_rate(since=1) for learner in learners) == pytest.approx(20, rel=0.02)


@pytest.mark.parametrize("update", [37e-6, 45e-6, 60e-6])
def test_a_crowd_that_is_too_large_leaves_no_time_unused(update: float) -> None:
    """A turn of one update takes more than its share: all owe alike, and nobody is made to miss a round."""
    world = World(others_seconds=0.0012)
    learners = [Learner(world, update=update, show=60e-6) for _ in range(400)]
    slept = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal slept
        slept += seconds
        await World.sleep(world, seconds)

    world.sleep = sleep  # type: ignore[method-assign]
    simulate(world, learners, 10)
    assert slept < 0.02 * world.now
    rates = [learner.frame_rate(since=1) for learner in learners]
    assert min(rates) > 0.95 * max(rates)


def test_a_comfortable_crowd_makes_25_updates_a_turn() -> None:
    world = World()
    learners = [Learner(world, update=5e-6, show=40e-6) for _ in range(150)]
    simulate(world, learners, 4)
    assert all(learner.updates / len(learner.frames) >= 25 for learner in learners)


def test_the_slowest_intended_frames_are_a_tenth_quicker_than_20_and_15_a_second() -> None:
    assert longest_interval(1) == longest_interval(200) < 1 / 20 * 0.95
    assert 1 / 20 < longest_interval(400) == longest_interval(4000) < 1 / 15 * 0.95


def test_two_equal_sessions_get_equal_time() -> None:
    world = World()
    learners = [Learner(world, update=7e-6, show=60e-6) for _ in range(2)]
    simulate(world, learners, 3)
    assert learners[0].spent == pytest.approx(learners[1].spent, rel=0.02)


def test_a_heavy_network_costs_the_others_no_more_than_a_light_one() -> None:
    world = World()
    heavy = Learner(world, update=6e-3, show=2e-3)
    light = [Learner(world, update=7e-6, show=60e-6) for _ in range(100)]
    simulate(world, [heavy, *light], 10)
    mean = sum(learner.spent for learner in light) / len(light)
    assert heavy.updates > 0
    assert heavy.spent < 1.5 * mean
    assert min(learner.frame_rate(since=1) for learner in light) > 20


@pytest.mark.parametrize("show", [12e-3, 50e-3])
def test_evaluation_takes_no_more_than_three_quarters_of_a_sessions_time(show: float) -> None:
    world = World()
    learner = Learner(world, update=10e-6, show=show)
    simulate(world, [learner], 5)
    assert len(learner.frames) * show < 0.78 * learner.spent


def test_a_change_is_shown_after_one_slice_and_the_turn_goes_on() -> None:
    world = World()
    learner = Learner(world, update=7e-6, show=60e-6)
    show = learner.show

    def show_it() -> float:
        learner.eager = False
        return show()

    learner.show = show_it  # type: ignore[method-assign]
    learner.eager = True
    simulate(world, [learner], 1 / 60)
    first, second, *_ = learner.frames
    assert first < 1.1 * EAGER_SLICE + learner.show_seconds
    assert second > 5 * LONGEST_SLICE


def test_a_change_that_comes_in_the_last_pause_of_a_turn_is_trained_before_the_turn_is_over() -> None:
    world = World()
    learner = Learner(world, update=3e-3, show=60e-6)
    learner.comfortable_seconds = SHORTEST_INTERVAL
    trained_with_it: list[bool] = []
    show = learner.show

    async def sleep(seconds: float) -> None:
        await World.sleep(world, seconds)
        if learner.updates == 5:  # of 3 ms: no other one fits into the turn
            learner.eager = True

    def show_it() -> float:
        if learner.eager:
            trained_with_it.append(learner.updates > 5)
            learner.eager = False
        return show()

    learner.show = show_it  # type: ignore[method-assign]
    world.sleep = sleep  # type: ignore[method-assign]
    simulate(world, [learner], 1 / 60)
    assert trained_with_it == [True]
    assert len(learner.frames) == 2


def test_each_pause_lets_a_command_through_to_its_answer() -> None:
    """A chain of tasks, each woken by the one before, is through before the next slice."""

    async def scenario() -> int:
        scheduler = Scheduler()
        hops = 0

        async def hop(left: int) -> None:
            nonlocal hops
            hops += 1
            if left > 1:
                await asyncio.create_task(hop(left - 1))

        world = World()
        learner = Learner(world, update=3e-3, show=60e-6)
        slices: list[int] = []

        def train(seconds: float) -> float:
            slices.append(hops)
            if len(slices) == 1:
                asyncio.get_running_loop().call_soon(lambda: asyncio.ensure_future(hop(4)))
            learner.running = len(slices) < 3
            return seconds

        learner.train = train  # type: ignore[method-assign]
        scheduler.clock = iter(float(tick) for tick in range(1000)).__next__
        scheduler.add(learner)
        await scheduler.round()
        return slices[1]

    assert asyncio.run(scenario()) == 4


def test_asked_speeds_hold_beside_sessions_that_go_as_fast_as_they_can() -> None:
    world = World()
    slow = Learner(world, update=7e-6, show=60e-6, asked=0.5)
    steady = Learner(world, update=7e-6, show=60e-6, asked=1000)
    fast = Learner(world, update=7e-6, show=60e-6)
    simulate(world, [slow, steady, fast], 10)
    assert slow.updates == pytest.approx(5, abs=1)
    assert steady.updates == pytest.approx(10_000, abs=50)
    assert len(slow.frames) == slow.updates, "no frame without an update"
    assert fast.updates * 7e-6 > 0.85 * world.now, "what the others leave is used"


@pytest.mark.parametrize("update", [1e-4, 2e-3])
@pytest.mark.parametrize("show", [0.005, 0.02])
def test_an_asked_speed_holds_beside_twenty_of_one_address_with_the_dearest_frames(
    update: float, show: float
) -> None:
    world, address = World(), AddressAccount("theirs")
    crowd = [Learner(world, update, show, address=address) for _ in range(20)]
    asking = Learner(world, update=5e-5, show=3e-4, asked=100)
    simulate(world, [*crowd[:10], asking, *crowd[10:]], 10)
    assert asking.updates / world.now > 97
    assert np.diff(asking.frames).max() < LONGEST_ROUND + show + LONGEST_SLICE
    frames = [len(learner.frames) for learner in crowd]
    assert max(frames) - min(frames) <= 2, "what is put off is not the same ones' turn each time"


class Stumbling(Learner):
    """Its next frame takes longer than anybody could know, such as when memory is tidied up meanwhile."""

    stumble = 0.0

    def show(self) -> float:
        longer, self.stumble = self.stumble, 0.0
        self.work(longer)
        return longer + super().show()


def test_one_long_turn_does_not_silence_who_wants_little() -> None:
    """It is worked off by what the session may have, not by the little that it wants."""
    world, address = World(), AddressAccount("theirs")
    crowd = [Learner(world, update=2e-4, show=1e-3, address=address) for _ in range(20)]
    modest = Stumbling(world, update=5e-5, show=2e-4, asked=100)
    scheduler = simulate(world, [modest, *crowd], 1)
    modest.stumble = 0.3
    more(world, scheduler, 1)
    before, began = modest.updates, world.now
    more(world, scheduler, 3)
    assert (modest.updates - before) / (world.now - began) > 97


def test_a_session_that_stops_between_two_slices_gets_no_further_one() -> None:
    world = World()
    learner = Learner(world, update=3e-3, show=60e-6)
    train = learner.train

    def train_once(seconds: float) -> float:
        made = train(seconds)
        learner.running = False
        return made

    learner.train = train_once  # type: ignore[method-assign]
    simulate(world, [learner], 0.01)
    assert learner.updates == 1
    assert learner.frames == []


def test_without_a_session_that_trains_it_sleeps_until_one_comes() -> None:
    async def scenario() -> tuple[float, int]:
        world = World()
        scheduler = Scheduler(world.clock, world.clock, world.sleep)
        running = asyncio.create_task(scheduler.run())
        for _ in range(100):
            await asyncio.sleep(0)
        idle_until = world.now
        learner = Learner(world, update=7e-6, show=60e-6)
        scheduler.add(learner)
        for _ in range(100):
            await asyncio.sleep(0)
        scheduler.remove(learner)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return idle_until, learner.updates

    idle_until, updates = asyncio.run(scenario())
    assert idle_until == 0
    assert updates > 0
