"""The token bucket lets a burst pass, and then only the rate."""

from app.serve.rate import TokenBucket


def test_a_burst_passes_and_then_the_rate() -> None:
    now = 0.0
    bucket = TokenBucket(rate=10, burst=20, clock=lambda: now)
    assert [bucket.take() for _ in range(21)] == [True] * 20 + [False]
    now = 0.1
    assert [bucket.take(), bucket.take()] == [True, False]
    now = 100.0
    assert sum(bucket.take() for _ in range(100)) == 20
