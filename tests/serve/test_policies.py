"""What browsers are told a page may do; every answer says something, nothing inline is allowed as such."""

import base64
import hashlib
import re

import pytest

from app.serve.policies import content_policy
from app.serve.style_attributes import sheeted
from tests.serve.conftest import StartServer
from tests.serve.raw_client import RawClient
from tests.serve.test_pages import get

ANSWERS = ["/", "/maths", "/nowhere", "/health", "/static/css/base.css", "/static/js/playground.js"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_has_its_policies(port: int, path: str) -> None:
    headers = get(port, path)[1]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]


def test_what_stands_in_a_page_is_allowed_by_its_hash() -> None:
    def quoted(content: bytes) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}'"

    policy = content_policy(
        '<script src="x.js"></script><script>a()</script><style media="print">b {}</style>'
    )
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["script-src"] == f"'self' {quoted(b'a()')}"
    assert directives["style-src"] == f"'self' {quoted(b'b {}')}"


@pytest.mark.parametrize("path", ["/", "/maths", "/nowhere"])
def test_no_page_has_a_style_attribute(port: int, path: str) -> None:
    assert not re.search(r"<[^>]*\sstyle=", get(port, path)[2].decode())


def test_style_attributes_become_rules() -> None:
    page = (
        '<head></head><i class="a" style="height:1em">x</i><b style="height:1em">y</b>'
        '<img alt="" style="width: 2px" /><p>style="none"</p>'
    )
    assert sheeted(page) == (
        "<head><style>.s-0.s-0.s-0{height:1em}.s-1.s-1.s-1{width: 2px}</style>\n</head>"
        '<i class="a s-0">x</i><b class="s-0">y</b><img alt=""  class="s-1"/><p>style="none"</p>'
    )


def test_a_page_without_them_stays_as_it_is() -> None:
    assert sheeted("<head></head><p>x</p>") == "<head></head><p>x</p>"


@pytest.mark.parametrize(
    ("host", "status"),
    [("a.example", 200), ("b.school.example", 200), ("localhost:8000", 200), ("evil", 400)],
)
def test_only_named_hosts_are_answered(start_server: StartServer, host: str, status: int) -> None:
    port = start_server(allowed_hosts=("a.example", "*.school.example"))
    client = RawClient(port)
    client.send(f"GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert client.rest().startswith(f"HTTP/1.1 {status} ".encode())
