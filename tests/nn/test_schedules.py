"""Schedules of the rate: by PyTorch's schedulers, by their formulas, and as functions of the step alone."""

import json
from math import inf
from typing import Any

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.nn.schedules import SCHEDULES, ScheduleSettings
from tests.repository import ROOT

TORCH = json.loads((ROOT / "tests/fixtures/torch/schedules.json").read_text())["schedules"]
STEPS = st.integers(0, 2**53)
SETTINGS = st.builds(
    ScheduleSettings,
    schedule=st.sampled_from(list(SCHEDULES)),
    warm_up=st.integers(0, 1_000_000),
    schedule_steps=st.integers(1, 10_000_000),
    schedule_factor=st.floats(0.01, 1),
    least_share=st.floats(0, 1),
)


@pytest.mark.parametrize("run", TORCH, ids=lambda run: f"{run['schedule']} {run['warm_up']}")
def test_the_rates_are_those_of_pytorch(run: dict[str, Any]) -> None:
    settings = ScheduleSettings(run["schedule"], run["warm_up"], 7, 0.4, 0.05)
    rates = [0.3 * settings.share_at(step) for step in range(len(run["rates"]))]
    assert rates == pytest.approx(run["rates"], rel=1e-12)


@given(settings=SETTINGS, step=STEPS)
def test_a_share_lies_between_0_and_1_at_any_step(settings: ScheduleSettings, step: int) -> None:
    assert 0 <= settings.share_at(step) <= 1 + 1e-15


@given(settings=SETTINGS)
def test_a_rate_rises_evenly_while_it_warms_up_and_is_full_then(settings: ScheduleSettings) -> None:
    assert settings.share_at(settings.warm_up) == pytest.approx(1, rel=1e-15)
    if settings.warm_up:
        first, last = settings.share_at(0), settings.share_at(settings.warm_up - 1)
        assert first == pytest.approx(1 / (settings.warm_up + 1))
        assert 1 - last == pytest.approx(first, rel=1e-9)


@given(settings=SETTINGS, step=STEPS)
def test_what_falls_never_rises_but_where_it_begins_again(settings: ScheduleSettings, step: int) -> None:
    before = settings.share_at(settings.warm_up + step)
    after = settings.share_at(settings.warm_up + step + 1)
    if settings.schedule == "restarts" and (step + 1) % settings.schedule_steps == 0:
        assert after == pytest.approx(1, rel=1e-15)
    else:
        assert after <= before + 1e-15


def test_a_cosine_ends_at_its_least_share_and_stays_there() -> None:
    settings = ScheduleSettings("cosine", 0, 100, least_share=0.25)
    assert [settings.share_at(step) for step in (100, 101, 10**9)] == [0.25] * 3
    assert settings.share_at(50) == pytest.approx(0.625)


def test_a_fall_by_a_share_has_its_digits_far_out() -> None:
    settings = ScheduleSettings("exponential", 0, 7, 0.9)
    with mpmath.workdps(40):
        expected = mpmath.mpf(0.9) ** (mpmath.mpf(12345) / 7)
    assert settings.share_at(12345) == pytest.approx(float(expected), rel=1e-12)


def test_after_very_long_it_is_0_and_never_fails() -> None:
    for schedule in SCHEDULES:
        share = ScheduleSettings(schedule, 0, 1, 0.01, 0).share_at(2**53 - 1)
        assert 0 <= share < inf


def test_only_what_changes_the_rate_is_a_schedule() -> None:
    assert not ScheduleSettings().is_scheduled
    assert ScheduleSettings(warm_up=1).is_scheduled
    assert all(ScheduleSettings(name).is_scheduled for name in SCHEDULES if name != "constant")
