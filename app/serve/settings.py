"""The server's settings, from the environment: CHAINRULE_HOST, CHAINRULE_MAX_POINTS and so on."""

from dataclasses import fields
from ipaddress import ip_network
from typing import Annotated, Literal

from pydantic import AliasChoices, Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.wire.limits import WireLimits


class Settings(BaseSettings):
    """Everything that a deployment may choose; each is read from CHAINRULE_ and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="CHAINRULE_", extra="forbid", frozen=True, populate_by_name=True
    )

    host: str = Field("127.0.0.1", description="the address to listen on; 0.0.0.0 serves other machines too")
    port: int = Field(
        8000,
        ge=0,
        le=65535,
        validation_alias=AliasChoices("CHAINRULE_PORT", "PORT"),
        description="the port; 0 takes any free one",
    )
    """Also read from PORT, which platforms set."""

    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "warning", description="debug, info, warning or error"
    )

    allowed_origins: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(),
        description="other pages that may open the socket, such as `https://school.example`, "
        "separated by commas",
    )

    max_points: int = Field(WireLimits.max_points, ge=1)
    max_hidden_layers: int = Field(WireLimits.max_hidden_layers, ge=0)
    max_neurons: int = Field(WireLimits.max_neurons, ge=1)
    max_message_bytes: int = Field(WireLimits.max_message_bytes, ge=1024)
    max_sessions: int = Field(WireLimits.max_sessions, ge=1)
    max_commands_per_second: int = Field(WireLimits.max_commands_per_second, ge=1)

    max_waiting_messages: int = Field(
        256,
        ge=1,
        description="events that may wait for a page that reads slowly, before it is cut off",
    )

    max_sessions_per_address: int = Field(
        100,
        ge=1,
        description="of them, those from one address; a school may have only one for all its classes",
    )

    idle_seconds: float = Field(
        900.0,
        gt=0,
        description="time without a command after which a page that does not train is let go, "
        "until it is touched again",
    )

    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        ("127.0.0.1", "::1"),
        description="addresses and networks, such as `10.0.0.0/8`, whose `X-Forwarded-For` is believed, "
        "separated by commas; `*` believes everybody",
    )

    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        ("*",),
        description="names under which it answers, such as `chainrule.example` or `*.school.example`, "
        "separated by commas; `*` is any",
    )

    @property
    def limits(self) -> WireLimits:
        """The limits that `welcome` announces."""
        return WireLimits(**{field.name: getattr(self, field.name) for field in fields(WireLimits)})

    @field_validator("trusted_proxies", "allowed_hosts", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return (
            [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        )

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for part in value:
            if part != "*":
                ip_network(part)
        return value

    @field_validator("allowed_hosts")
    @classmethod
    def _hosts(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for part in value:
            name = part.removeprefix("*.")
            if part != "*" and (not name or "*" in name or "/" in name or ":" in name):
                raise ValueError(f"{part} is no host's name, such as chainrule.example or *.school.example")
        return value

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _split_at_commas(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return [origin.strip().rstrip("/") for origin in value.split(",") if origin.strip()]
