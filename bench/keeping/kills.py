"""What is lost when tab, browser or server are killed at random moments, amid clicks and training."""

import contextlib
import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Playwright, sync_playwright

from bench.report import Report, Table
from bench.serving.process import free_port, launch, until_it_listens
from tools.browser import find
from tools.machine import this_machine

KINDS = ("tab", "browser", "server")
_TRAINING = 0.7
_LONGEST_SECONDS = 2.5
_MOST_POINTS = 150
_PATIENCE_MS = 20_000
_SEEN = """() => {
  const points = /^Plane, ([\\d,]+) point/.exec(document.getElementById('plane').ariaLabel ?? '');
  const number = (text) => Number(text.replace(/\\D/g, ''));
  return {
    points: points ? number(points[1]) : 0,
    step: number(document.getElementById('step-count').textContent),
    live: document.getElementById('connection').dataset.status === 'live',
  };
}"""
_KNOWS_THE_PAGE = "localStorage.setItem('been-here', 'yes')"


@dataclass(frozen=True)
class Sight:
    """What a person could read at a moment."""

    at: float
    points: int
    step: int


@dataclass(frozen=True)
class Loss:
    """What one kill cost: seconds of training, and points."""

    killed: str
    seconds: float
    points: int


def loss(killed: str, seen: list[Sight], after: Sight) -> Loss:
    """What was seen before a kill (in order, at least one) and is not there after it.

    Training went on at least until the last moment at which no more than what is there was seen.
    """
    last = seen[-1]
    kept = [sight.at for sight in seen if sight.step <= after.step]
    return Loss(killed, last.at - (kept[-1] if kept else seen[0].at), max(0, last.points - after.points))


def measure_kills(count: int, seed: int, report: Report) -> None:
    """Kill, come back and look, so many times; RuntimeError where no browser is installed."""
    path = find(this_machine())
    if path is None:
        raise RuntimeError("no Chromium or Chrome is installed: `python -m tools.browser` installs one")
    print(f"{count} kills (seed {seed}) ...", flush=True)
    losses: list[Loss] = []
    with (
        _killable_server() as server,
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
    ):
        chance = random.Random(seed)
        victim = _Victim(playwright, path, folder, server)
        victim.open()
        for _ in range(count):
            seen = victim.work(chance)
            killed = chance.choice(KINDS)
            getattr(victim, f"kill_{killed}")()
            losses.append(loss(killed, seen, victim.settled(seen[-1].points)))
            print(losses[-1], flush=True)
        victim.close()
    _add(report, losses, seed)


def _add(report: Report, losses: list[Loss], seed: int) -> None:
    rows = []
    for kind in (*KINDS, "all"):
        seconds = sorted(each.seconds for each in losses if kind in (each.killed, "all"))
        if seconds:
            points = sum(each.points for each in losses if kind in (each.killed, "all"))
            over = sum(value > 1 for value in seconds)
            middle = seconds[len(seconds) // 2]
            rows.append(
                [kind, f"{len(seconds)}", f"{points}", f"{middle:.2f}", f"{seconds[-1]:.2f}", f"{over}"]
            )
    note = (
        "A page trains (seven times of ten) and is clicked on for up to 2.5 s, then its tab crashes, its "
        "browser or its server is killed with SIGKILL; what was read last is compared with what comes back."
    )
    headings = ["killed", "times", "points lost", "training lost s, median", "most", "more than 1 s"]
    report.add(
        Table("Killed at random", headings, rows, note), kills=[asdict(each) for each in losses], seed=seed
    )


@contextlib.contextmanager
def _killable_server() -> Iterator["_Server"]:
    server = _Server()
    try:
        yield server
    finally:
        server.kill()


class _Server:
    """A server that comes back to its port."""

    def __init__(self) -> None:
        self.port = free_port()
        self.start()

    def start(self) -> None:
        self._process = launch(self.port)
        until_it_listens(self.port, self._process)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


class _Victim:
    """A browser with a profile of its own, and the one page in it."""

    def __init__(self, playwright: Playwright, path: str, folder: str, server: _Server) -> None:
        self._playwright, self._path, self._folder, self._server = playwright, path, folder, server
        self._context: BrowserContext
        self._page: Page

    def open(self) -> None:
        """Start the browser and open the page."""
        self._context = self._playwright.chromium.launch_persistent_context(
            self._folder,
            executable_path=self._path,
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
            viewport={"width": 1280, "height": 800},
        )
        self._context.add_init_script(_KNOWS_THE_PAGE)
        self._open_page()

    def close(self) -> None:
        self._context.close()

    def _open_page(self) -> None:
        self._page = self._context.new_page()
        self._page.set_default_timeout(_PATIENCE_MS)
        self._page.goto(f"http://127.0.0.1:{self._server.port}/")
        self._page.locator("#connection[data-status=live]").wait_for(state="attached")

    def _look(self) -> Sight:
        seen = self._page.evaluate(_SEEN)
        return Sight(time.monotonic(), seen["points"], seen["step"])

    def work(self, chance: random.Random) -> list[Sight]:
        """Click and train for a while; what was seen on the way."""
        box = self._page.locator("#plane").bounding_box()
        assert box is not None
        clicks = chance.randint(0, 3) if self._look().points < _MOST_POINTS else 0
        self._page.keyboard.press("Escape")
        if chance.random() < _TRAINING and self._page.locator("#train").is_enabled():
            self._page.locator("#train").click()
        end = time.monotonic() + chance.uniform(0.05, _LONGEST_SECONDS)
        seen: list[Sight] = []
        while time.monotonic() < end or clicks > 0:
            if clicks > 0 and (chance.random() < 0.4 or time.monotonic() >= end):
                clicks -= 1
                right, down = chance.uniform(0.05, 0.95), chance.uniform(0.05, 0.95)
                self._page.mouse.click(box["x"] + right * box["width"], box["y"] + down * box["height"])
            seen.append(self._look())
            # At random moments as well, so that looking keeps no step with the page's own pace.
            self._page.wait_for_timeout(chance.uniform(0, 60))
        return [*seen, self._look()]

    def settled(self, points: int) -> Sight:
        """What is there after a kill, once all points are or long enough nothing came; training stops."""
        with contextlib.suppress(Error):
            self._page.wait_for_function(
                f"(least) => ({_SEEN})().live && ({_SEEN})().points >= least",
                arg=points,
                timeout=_PATIENCE_MS / 4,
            )
        seen = self._look()
        if self._page.locator("#train").inner_text().strip().startswith("Pause"):
            self._page.locator("#train").click()
        return seen

    def kill_tab(self) -> None:
        """Kill the process that renders it, as a short memory does: nothing is done as on leaving."""
        renderers = [pid for pid in _processes(f"--user-data-dir={self._folder}") if _is_renderer(pid)]
        with self._page.expect_event("crash"):
            for pid in renderers:
                _kill(pid)
        crashed = self._page
        self._open_page()
        crashed.close()

    def kill_browser(self) -> None:
        """Kill all of its processes, and start it anew in the same profile."""
        for pid in _processes(f"--user-data-dir={self._folder}"):
            _kill(pid)
        with contextlib.suppress(Error):
            self._context.close()
        for name in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            Path(self._folder, name).unlink(missing_ok=True)
        self.open()

    def kill_server(self) -> None:
        """Kill it and start another in its place; the page stays."""
        self._server.kill()
        self._page.locator("#connection:not([data-status=live])").wait_for(state="attached")
        self._server.start()
        again = "document.querySelector('.lost:not([hidden]) button')?.click()"
        self._page.wait_for_function(f"() => {{ {again}; return ({_SEEN})().live; }}", polling=100)


def _processes(argument: str) -> list[int]:
    """Those that were started with this argument."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if argument.encode() in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return found


def _is_renderer(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return b"--type=renderer" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
