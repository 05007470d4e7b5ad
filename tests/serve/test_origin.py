"""Only own pages, named ones and what is no browser open the socket."""

import pytest

from app.serve.origin import MOST_NOTED, NOTING_SECONDS, Doorkeeper, origin_allowed


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (None, "127.0.0.1:8000"),
        ("http://127.0.0.1:8000", "127.0.0.1:8000"),
        ("http://[::1]:8000", "[::1]:8000"),
        ("http://LocalHost:8000", "localhost:8000"),
        ("http://chainrule.example", "chainrule.example"),
        ("https://chainrule.example", "chainrule.example:443"),
        ("https://chainrule.example", "chainrule.example"),
        ("https://friend.example", "127.0.0.1:8000"),
    ],
)
def test_allowed(origin: str | None, host: str) -> None:
    assert origin_allowed(origin, host, {"https://friend.example"})


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://evil.example", "127.0.0.1:8000"),
        ("http://127.0.0.1:9000", "127.0.0.1:8000"),
        ("http://127.0.0.1:8000.evil.example", "127.0.0.1:8000"),
        ("http://127.0.0.1:8000@evil.example", "127.0.0.1:8000"),
        ("http://friend.example", "127.0.0.1:8000"),
        ("null", "127.0.0.1:8000"),
        ("file://", "127.0.0.1:8000"),
        ("", "127.0.0.1:8000"),
        ("http://[", "127.0.0.1:8000"),
        ("http://127.0.0.1:eight", "127.0.0.1:8000"),
        ("http://127.0.0.1:8000", None),
    ],
)
def test_refused(origin: str, host: str | None) -> None:
    assert not origin_allowed(origin, host, {"https://friend.example"})


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The warnings, whatever level a server before has set."""
    caplog.set_level("WARNING", "app")
    return caplog


def test_who_is_refused_is_in_the_log_once_with_what_to_do(log: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    doorkeeper = Doorkeeper({"https://friend.example"}, (), lambda: now[0])
    for _ in range(5):
        assert not doorkeeper.admits("http://evil.example", "127.0.0.1:8000")
        assert doorkeeper.admits("https://friend.example", "127.0.0.1:8000")
    (line,) = log.messages
    assert "'http://evil.example'" in line
    assert "CHAINRULE_ALLOWED_ORIGINS" in line
    now[0] = NOTING_SECONDS
    doorkeeper.admits("http://evil.example", "127.0.0.1:8000")
    assert len(log.messages) == 2


def test_strangers_do_not_fill_the_log(log: pytest.LogCaptureFixture) -> None:
    doorkeeper = Doorkeeper((), (), lambda: 0.0)
    for number in range(1000):
        doorkeeper.admits(f"http://{number}.{'x' * 5000}.example", "here")
    assert len(log.messages) == MOST_NOTED
    assert max(map(len, log.messages)) < 500


def test_a_sandboxed_frame_is_told_of_by_the_setting_that_admits_it(log: pytest.LogCaptureFixture) -> None:
    assert not Doorkeeper((), ()).admits("null", "here")
    assert "CHAINRULE_FRAME_ANCESTORS" in log.text
    assert Doorkeeper((), {"https://moodle.example"}).admits("null", "here")
