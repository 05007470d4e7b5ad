"""Who may show the page in a frame is a setting, and so is what a sandboxed frame may do."""

import asyncio
import re

import pytest
from pydantic import ValidationError
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from app.serve.framing import Framing
from app.serve.settings import Settings
from tests.serve.browser import Browser
from tests.serve.conftest import StartServer
from tests.serve.test_base_path import get

PATHS = ["/", "/maths", "/nowhere", "/static/css/tokens.css", "/static/js/playground.js"]


def framed_by(headers: dict[str, str]) -> str:
    """Who may, by the only directive of the policy that is about it."""
    found = re.findall(r"(?:^|;)\s*frame-ancestors ([^;]*)", headers["content-security-policy"])
    (sources,) = found
    return str(sources)


@pytest.mark.parametrize("path", PATHS)
def test_nobody_else_frames_it_by_itself(start_server: StartServer, path: str) -> None:
    assert framed_by(get(start_server(), path)[1]) == "'self'"


@pytest.mark.parametrize("path", PATHS)
def test_who_is_named_may_and_what_it_loads_needs_no_origin(start_server: StartServer, path: str) -> None:
    headers = get(start_server(frame_ancestors="https://moodle.example/, https://*.school.example"), path)[1]
    assert framed_by(headers) == "'self' https://*.school.example https://moodle.example"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"


def test_a_sandboxed_frame_opens_the_socket_by_that_setting_only(start_server: StartServer) -> None:
    with Browser(start_server(), origin="null") as sandboxed:
        assert sandboxed.close_code() == 4403
    with Browser(start_server(frame_ancestors="*"), origin="null") as sandboxed:
        assert sandboxed.event("welcome")
    with Browser(start_server(frame_ancestors="*"), origin="https://moodle.example") as other:
        assert other.close_code() == 4403


@pytest.mark.parametrize(
    "site", ["moodle", "https://a.example/x", "https://a b", "https://a;script-src", "'none'"]
)
def test_what_is_no_site_is_refused(site: str) -> None:
    with pytest.raises(ValidationError, match="A site is such as"):
        Settings(frame_ancestors=site)


def test_the_rest_of_an_answers_policy_stays_and_nothing_is_said_twice() -> None:
    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        own = {
            "content-security-policy": "default-src 'none'",
            "access-control-allow-origin": "*",
        }
        await PlainTextResponse("", headers=own)(scope, receive, send)

    async def unused() -> Message:
        raise AssertionError

    started: list[Message] = []

    async def send(message: Message) -> None:
        started.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    asyncio.run(Framing(application, ["https://moodle.example"])(scope, unused, send))
    found = [
        (name, value) for name, value in started[0]["headers"] if name.startswith((b"content-s", b"acc"))
    ]
    assert sorted(found) == [
        (b"access-control-allow-origin", b"*"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'self' https://moodle.example"),
    ]
