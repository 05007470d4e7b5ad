"""A server as browsers reach it on the internet: behind Caddy, by HTTP/2 over TLS."""

import contextlib
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.waiting import until_it_answers

_CONFIG = """{{
	admin off
	auto_https disable_redirects
	skip_install_trust
}}
https://localhost:{port} {{
	tls internal
	reverse_proxy 127.0.0.1:{behind}
}}
"""
_PATIENCE = 20.0


def caddy() -> str | None:
    """The program, as the Python package brings it."""
    return shutil.which("caddy", path=str(Path(sys.executable).parent))


@contextlib.contextmanager
def behind_caddy(program: str, behind: int) -> Iterator[str]:
    """The address at which Caddy hands on what a port of this machine answers; its certificate is its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="chainrule-caddy-") as folder:
        config = Path(folder, "Caddyfile")
        config.write_text(_CONFIG.format(port=port, behind=behind))
        homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), folder)
        process = subprocess.Popen(
            [program, "run", "--config", str(config), "--adapter", "caddyfile"],
            env=os.environ | homes,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until_it_answers("Caddy", process, lambda: _shake_hands(port))
            yield f"https://localhost:{port}"
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _shake_hands(port: int) -> None:
    """It listens before it has its certificate."""
    anyone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anyone.check_hostname = False
    anyone.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection(("localhost", port), 1) as plain,
        anyone.wrap_socket(plain, server_hostname="localhost"),
    ):
        pass
