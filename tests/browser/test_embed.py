"""The playground in a plain page of another origin, and the page that makes such a frame."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.playground import Playground
from tests.running_server import running_server

HEARD = """<!doctype html><title>A course</title><link rel="icon" href="data:,">
<div style="height: {above}px"></div>
<iframe src="{address}" width="{width}" height="{height}" title="A network"></iframe>
<script>heard = []; addEventListener('message', ({{ data }}) => heard.push(data));</script>"""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A test says nothing."""


@pytest.fixture(scope="module")
def open_server() -> Iterator[str]:
    """A server whose pages may stand in frames of every site."""
    with running_server(settings={"CHAINRULE_FRAME_ANCESTORS": "*"}) as address:
        yield address


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """The address of another site, which serves what lies in `tmp_path`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(tmp_path))) as site:
        thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()
        thread.join()


def test_a_frame_on_another_site_trains_tells_and_sleeps_out_of_sight(
    new_page: NewPage, open_server: str, elsewhere: str, tmp_path: Path
) -> None:
    address = f"{open_server}/embed?data=moons&theme=dark"
    (tmp_path / "course.html").write_text(HEARD.format(address=address, width=480, height=360, above=0))
    page = new_page()
    page.goto(f"{elsewhere}/course.html")
    inside = page.frame_locator("iframe")
    expect(inside.locator("#plane")).to_have_attribute(
        "aria-label", re.compile("^Plane, 200 points, 2 classes")
    )
    expect(inside.locator("html")).to_have_attribute("data-theme", "dark")
    for hidden in (".top", ".gallery", "#reading", "#network-recipe", ".stepper button >> nth=0"):
        expect(inside.locator(hidden)).to_be_hidden()
    inside.get_by_role("button", name="Train", exact=True).click()
    page.wait_for_function("heard.some(({ type, step }) => type === 'progress' && step > 20)")
    height = page.evaluate("heard.findLast(({ type }) => type === 'height').height")
    assert 100 < height <= 360
    assert page.evaluate("heard.every(({ from, version }) => from === 'chainrule' && version === 1)")

    page.evaluate("document.body.style.paddingTop = '4000px'")
    expect(inside.get_by_role("button", name="Continue")).to_be_attached()
    page.evaluate("document.body.style.paddingTop = '0'")
    expect(inside.get_by_role("button", name="Pause")).to_be_visible()


def test_a_lesson_in_a_frame_tells_how_far_it_is_and_what_there_is_not_is_told(
    new_page: NewPage, open_server: str, elsewhere: str, tmp_path: Path
) -> None:
    asked = f"{open_server}/embed?lesson=xor&colour=red"
    (tmp_path / "lesson.html").write_text(HEARD.format(address=asked, width=960, height=700, above=0))
    page = new_page()
    page.goto(f"{elsewhere}/lesson.html")
    inside = page.frame_locator("iframe")
    expect(inside.locator(".embed-faults")).to_have_text(
        "This frame asks for “colour”, which there is not. There is: show, with, theme, lesson, data, run."
    )
    inside.get_by_role("button", name="About half").click()
    expect(inside.locator(".lesson-verdict")).to_contain_text("73%")
    page.wait_for_function("heard.some(({ type, done }) => type === 'lesson' && done === 1)")
    told = page.evaluate("heard.findLast(({ type }) => type === 'lesson')")
    assert told == {
        "from": "chainrule", "version": 1, "type": "lesson",
        "lesson": "xor", "step": 1, "done": 1, "steps": 5, "finished": False,
    }  # fmt: skip


def test_share_makes_a_frame_of_what_is_on_the_page(new_page: NewPage) -> None:
    page = new_page()
    playground = Playground(page)
    playground.place_two_classes()
    page.goto("/#embed")
    maker = page.get_by_role("dialog", name="Put this on your page")
    expect(maker).to_contain_text("This server lets no other site show it in a frame yet.")
    inside = page.frame_locator(".maker iframe")
    expect(inside.locator("#plane")).to_have_attribute(
        "aria-label", re.compile("^Plane, 10 points, 2 classes")
    )
    maker.get_by_role("button", name="the cost curve").click()
    maker.get_by_role("button", name="720 × 480").click()
    code = maker.locator("code")
    expect(code).to_contain_text('width="480" height="360"')
    expect(code).to_contain_text("/embed?show=plane,network,curve#x1=")
    expect(inside.locator("#chart")).to_be_visible()
    maker.get_by_role("combobox", name="Lesson").select_option("momentum")
    expect(code).to_contain_text("/embed?lesson=momentum")
    expect(inside.locator(".lesson h3")).to_have_text("Two long rows, close together")
    page.keyboard.press("Escape")
    playground.expect_points(10)
