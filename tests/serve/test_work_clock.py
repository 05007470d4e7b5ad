"""The clock by which sessions pay: the collector's time is nobody's, in whichever thread it runs."""

import gc
import threading
import time
from collections.abc import Iterator

import pytest

from app.serve.work_clock import WorkClock

OBJECTS = 200_000
"""So many that a look at them all takes some milliseconds."""


@pytest.fixture
def _no_other_collections() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_other_collections")
def test_a_collection_in_this_thread_is_not_counted() -> None:
    clock = WorkClock()
    _ = [[] for _ in range(OBJECTS)]
    with clock.watching():
        computed, counted = time.thread_time(), clock()
        gc.collect()
        counted, computed = clock() - counted, time.thread_time() - computed
    assert 0 <= counted < computed / 2


@pytest.mark.usefixtures("_no_other_collections")
def test_a_collection_in_another_thread_takes_nothing_from_this_one() -> None:
    clock = WorkClock()
    _ = [[] for _ in range(OBJECTS)]
    other = threading.Thread(target=gc.collect)
    with clock.watching():
        counted, computed = clock(), time.thread_time()
        other.start()
        other.join()
        computed, counted = time.thread_time() - computed, clock() - counted
    assert counted >= computed
