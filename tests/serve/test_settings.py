"""Settings come from the environment; a wrong one is refused by name."""

import pytest
from pydantic import ValidationError

from app.serve.settings import Settings


def test_defaults_are_those_of_the_protocol() -> None:
    settings = Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.max_points == 5000
    assert settings.max_message_bytes == 1024 * 1024
    assert settings.max_sessions == 500
    assert settings.max_commands_per_second == 120


def test_every_setting_has_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINRULE_MAX_POINTS", "123")
    monkeypatch.setenv("CHAINRULE_ALLOWED_ORIGINS", "https://a.example/, https://b.example")
    settings = Settings()
    assert settings.max_points == 123
    assert settings.allowed_origins == {"https://a.example", "https://b.example"}


def test_a_platform_may_say_the_port_and_the_own_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "9001")
    assert Settings().port == 9001
    monkeypatch.setenv("CHAINRULE_PORT", "9002")
    assert Settings().port == 9002


@pytest.mark.parametrize(("name", "value"), [("MAX_SESSIONS", "0"), ("PORT", "70000"), ("MAX_POINTS", "no")])
def test_a_wrong_setting_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"CHAINRULE_{name}", value)
    with pytest.raises(ValidationError, match=f"(?i){name}"):
        Settings()


@pytest.mark.parametrize("origin", ["*", "school.example", "https://a.example/path", "https://a b"])
def test_what_is_no_origin_is_refused(origin: str) -> None:
    with pytest.raises(ValidationError, match="An origin is a scheme and a host"):
        Settings(allowed_origins=origin)


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [("trusted_proxies", "caddy", "caddy"), ("allowed_hosts", "https://a.example/", "a.example")],
)
def test_lists_of_addresses_and_hosts_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, word: str
) -> None:
    monkeypatch.setenv(f"CHAINRULE_{name.upper()}", value)
    with pytest.raises(ValidationError, match=word):
        Settings()
