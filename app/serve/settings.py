"""The server's settings: variables of the environment, such as CHAINRULE_MAX_POINTS, and options."""

import os
import re
from dataclasses import fields
from ipaddress import ip_network
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import Field, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from app.serve.processors import processors
from app.wire.limits import LimitsObject, WireLimits
from app.wire.marks import Doc

ENVIRONMENT_PREFIX = "CHAINRULE_"
PLATFORM_PORT = "PORT"
"""Also the port, as platforms set it; the own variable wins."""

AUTO = "auto"
MOST_WORKERS = 512

_PATH_PART = re.compile(r"[A-Za-z0-9._~@-]+")
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[^\s/?#@*,;'\"]+")
_FRAMING_SITE = re.compile(r"\*|https?://(\*\.)?[A-Za-z0-9.-]+(:(\d+|\*))?")

Listed = Annotated[frozenset[str], NoDecode]
"""Texts, separated by commas."""


def variable(name: str) -> str:
    """The environment's variable of a setting."""
    return ENVIRONMENT_PREFIX + name.upper()


def option(name: str) -> str:
    """The command line's option of a setting."""
    return "--" + name.replace("_", "-")


def _limit(name: str, least: int) -> Any:
    """A limit of the wire, with the protocol's default and words."""
    marks = get_args(get_type_hints(LimitsObject, include_extras=True)[name])
    words = next(mark.documentation for mark in marks if isinstance(mark, Doc))
    return Field(getattr(WireLimits, name), ge=least, description=words)


class Settings(BaseSettings):
    """Everything that a deployment may choose; each is read from CHAINRULE_ and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX, extra="forbid", frozen=True, cli_kebab_case=True
    )

    host: str = Field("127.0.0.1", description="the address to listen on; 0.0.0.0 serves other machines too")
    port: int = Field(8000, ge=0, le=65535, description="the port; 0 takes any free one")
    workers: int = Field(
        1,
        ge=1,
        le=MOST_WORKERS,
        description="processes that share the sessions; `auto` is one for each processor",
    )
    open: bool = Field(False, description="whether the browser opens the page once the server listens")
    base_path: str = Field(
        "",
        description="the path below which everything is, such as `/courses/ml`, where a proxy hands it on; "
        "a proxy that strips it needs none",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "warning", description="debug, info, warning or error"
    )
    drain_seconds: float = Field(
        0.0,
        ge=0,
        le=3600,
        description="time over which the sessions are sent elsewhere, one after the other, when the server "
        "is told to end",
    )
    log_format: Literal["text", "json"] = Field("text", description="text, or json: an object a line")
    metrics_port: int = Field(
        0, ge=0, le=65535, description="a port of its own for Prometheus, at `/metrics`; 0 for none"
    )
    allowed_origins: Listed = Field(
        frozenset(),
        description="other pages that may open the socket, such as `https://school.example`, "
        "separated by commas",
    )
    frame_ancestors: Listed = Field(
        frozenset(),
        description="other sites that may show the page in a frame, such as `https://moodle.example`, "
        "separated by commas, or `*` for all; a sandboxed frame then may open the socket as well",
    )

    max_points: int = _limit("max_points", 1)
    max_hidden_layers: int = _limit("max_hidden_layers", 0)
    max_neurons: int = _limit("max_neurons", 1)
    max_message_bytes: int = _limit("max_message_bytes", 1024)
    max_sessions: int = _limit("max_sessions", 1)
    max_commands_per_second: int = _limit("max_commands_per_second", 1)

    sources: bool = Field(
        False,
        description="whether pages load the front end's sources as they stand, not what is built of them",
    )

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

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment, and after it what a platform says; no file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, _PlatformPort(settings_cls)

    @field_validator("workers", mode="before")
    @classmethod
    def _one_a_processor(cls, value: object) -> object:
        return min(processors(), MOST_WORKERS) if value == AUTO else value

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

    @field_validator("allowed_origins", "frame_ancestors", mode="before")
    @classmethod
    def _split_at_commas(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return [origin.strip().rstrip("/") for origin in value.split(",") if origin.strip()]

    @field_validator("allowed_origins")
    @classmethod
    def _only_origins(cls, value: frozenset[str]) -> frozenset[str]:
        if not all(_ORIGIN.fullmatch(origin) for origin in value - {"null"}):
            raise ValueError("An origin is a scheme and a host, such as https://school.example")
        return value

    @field_validator("frame_ancestors")
    @classmethod
    def _only_sites(cls, value: frozenset[str]) -> frozenset[str]:
        if not all(_FRAMING_SITE.fullmatch(site) for site in value):
            raise ValueError(
                "A site is such as https://moodle.example or https://*.school.example, and * is all of them"
            )
        return value

    @field_validator("base_path")
    @classmethod
    def _only_a_path(cls, value: str) -> str:
        """Without a slash at its end, and with one at its beginning; empty for the whole of an address."""
        if not value.strip("/"):
            return ""
        parts = value.strip("/").split("/")
        if "://" in value or any(not _PATH_PART.fullmatch(part) or part in {".", ".."} for part in parts):
            raise ValueError(
                "A base path is made of letters, digits and . _ ~ @ - between slashes, such as /courses/ml"
            )
        return "/" + "/".join(parts)


class _PlatformPort(PydanticBaseSettingsSource):
    """The port that a platform says."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """The value of one field."""
        del field
        return os.environ.get(PLATFORM_PORT) if field_name == "port" else None, field_name, False

    def __call__(self) -> dict[str, Any]:
        port = os.environ.get(PLATFORM_PORT)
        return {} if port is None else {"port": port}
