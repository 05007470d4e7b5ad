"""What a kill cost, from what was seen before it and is there after it."""

from bench.keeping.kills import Loss, Sight, loss

SEEN = [Sight(10.0, 1, 0), Sight(10.5, 2, 30), Sight(11.0, 3, 60), Sight(11.2, 3, 72)]


def test_training_is_lost_from_the_last_moment_that_is_there_again() -> None:
    assert loss("tab", SEEN, Sight(15.0, 3, 59)) == Loss("tab", 11.2 - 10.5, 0)
    assert loss("tab", SEEN, Sight(15.0, 3, 72)) == Loss("tab", 0.0, 0)
    assert loss("server", SEEN, Sight(15.0, 3, 90)) == Loss("server", 0.0, 0)


def test_points_are_lost_that_are_not_there_again() -> None:
    assert loss("browser", SEEN, Sight(15.0, 1, 72)).points == 2
    assert loss("browser", SEEN, Sight(15.0, 4, 72)).points == 0
