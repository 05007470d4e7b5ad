"""The files of deploy/ fit each other and the server's settings."""

import re
from ipaddress import ip_network
from typing import Any

import yaml

from app.serve.command_line import settings_from
from app.serve.settings import Settings, variable
from tests.deploy.caddy import CADDYFILE
from tests.repository import committed

FOLDER = CADDYFILE.parent
SHARED = re.compile(r"CHAINRULE_[A-Z_]+")


def compose() -> dict[str, Any]:
    """What compose makes of its file where nothing is set."""
    text = re.sub(r"\$\{\w+:-(\w*)\}", r"\1", (FOLDER / "compose.yaml").read_text())
    file = yaml.safe_load(text)
    assert isinstance(file, dict)
    return file


def unit() -> dict[str, str]:
    lines = (FOLDER / "chainrule@.service").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if re.match(r"[A-Z]\w+=", line))


def variables(environment: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in environment.split())


def placeholders() -> set[str]:
    """What Caddy's file asks its environment for."""
    return set(re.findall(r"\{\$(\w+)", CADDYFILE.read_text()))


def test_every_variable_is_a_setting_or_caddys() -> None:
    known = {variable(name) for name in Settings.model_fields} | placeholders()
    named = {name for path in committed("deploy/*") for name in SHARED.findall(path.read_text())}
    assert len(named) > 8
    assert named <= known


def test_compose_gives_servers_settings_that_they_take() -> None:
    servers = [service for service in compose()["services"].values() if service["image"] == "chainrule"]
    assert len(servers) == 3
    for server in servers:
        environment = server["environment"]
        settings = Settings(
            **{name.removeprefix("CHAINRULE_").lower(): given for name, given in environment.items()}
        )
        assert settings.drain_seconds < int(server["stop_grace_period"].removesuffix("s"))
        (network,) = compose()["networks"]["inside"]["ipam"]["config"]
        assert settings.trusted_proxies == (network["subnet"],)
        assert ip_network(network["subnet"]).is_private


def test_compose_gives_caddy_what_its_file_asks_for() -> None:
    services = compose()["services"]
    given = services["caddy"]["environment"]
    assert given.keys() == placeholders()
    names = [f"{name}:{Settings.model_fields['port'].default}" for name in services if name != "caddy"]
    assert given["CHAINRULE_SERVERS"].split() == names
    assert f"{{$CHAINRULE_SERVERS:{given['CHAINRULE_SERVERS']}}}" in CADDYFILE.read_text()
    assert services["caddy"]["depends_on"].keys() == services.keys() - {"caddy"}


def test_systemd_starts_what_there_is_and_gives_it_time_to_end() -> None:
    program, *arguments = unit()["ExecStart"].replace("%i", "8001").split()
    assert program.endswith("/bin/chainrule")
    assert settings_from(arguments).port == 8001
    drain = float(variables(unit()["Environment"])["CHAINRULE_DRAIN_SECONDS"])
    assert drain < float(unit()["TimeoutStopSec"])
    assert unit()["KillMode"] == "mixed", "workers are told by the first process, once"
