"""Only own pages, named ones and what is no browser open the socket."""

import pytest

from app.serve.origin import origin_allowed


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
