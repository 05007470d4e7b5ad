"""`python -m bench.loading [--quick]`: how soon a page is there on a phone, and what Lighthouse says."""

import argparse
import contextlib
import os
import sys
from dataclasses import asdict, fields

from playwright.sync_api import Browser, sync_playwright

from bench.loading.http2 import behind_caddy, caddy
from bench.loading.lighthouse import DEVICES, Marks, audit, is_installed
from bench.loading.profile import BITS_PER_SECOND, ROUND_TRIP_MS, SLOWDOWN, VIEWPORT, Load, load
from bench.report import Report, Spread, Table
from bench.serving.process import running_server
from tools.browser import find
from tools.machine import this_machine

PAGES = ("/", "/maths")
FORMS = {field.name: "{:.0f}" for field in fields(Load)} | {"shift": "{:.3f}"}


def main() -> int:
    """Measure, print the table and keep it."""
    parser = argparse.ArgumentParser(prog="python -m bench.loading", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything: a look, not a result")
    quick = parser.parse_args().quick
    path = find(this_machine())
    if path is None:
        print("Loading was not measured: no Chromium or Chrome is installed.", file=sys.stderr)
        return 1
    report = Report("loading", quick)
    runs = 2 if quick else 5
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with (
        running_server(8, sources=True) as sources,
        running_server(8) as built,
        contextlib.ExitStack() as stack,
    ):
        addresses = {"sources": f"http://127.0.0.1:{sources.port}", "built": f"http://127.0.0.1:{built.port}"}
        if (program := caddy()) is not None:
            addresses["built, HTTP/2"] = stack.enter_context(behind_caddy(program, built.port))
        else:
            print("HTTP/2 was not measured: `python -m bench.peers` installs Caddy.", file=sys.stderr)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=sandbox)
            _measure(browser, addresses, runs, report)
            version = browser.version
            browser.close()
        if is_installed():
            _audit(addresses["built"], path, runs, report)
        else:
            print("Lighthouse is not installed: `python -m bench.peers` does that.", file=sys.stderr)
    report.save(Chromium=version)
    return 0


def _measure(browser: Browser, addresses: dict[str, str], runs: int, report: Report) -> None:
    loads: dict[tuple[str, str], list[Load]] = {(page, kind): [] for page in PAGES for kind in addresses}
    for _ in range(runs):  # in turn, so that the machine's other work falls on all alike
        for (page, kind), found in loads.items():
            found.append(load(browser, f"{addresses[kind]}{page}"))
    rows = [
        [f"{page} {kind}", *(_spread(found, field.name) for field in fields(Load))]
        for (page, kind), found in loads.items()
    ]
    note = (
        f"Median (least–most) of {runs} loads with empty caches on an imitated phone: {VIEWPORT['width']} × "
        f"{VIEWPORT['height']}, a round trip of {ROUND_TRIP_MS} ms, {BITS_PER_SECOND / 1e6:.0f} Mbit/s, the "
        f"processor slowed {SLOWDOWN} times. Usable: the socket is live and the data sets are there, or the "
        "article's modules have run. Requests are those begun by then, kilobytes (of 1,000 bytes) those that "
        "had arrived."
    )
    headings = ["page", "painted ms", "usable ms", "requests", "kB", "requests in all", "kB in all",
                "layout shift"]  # fmt: skip
    report.add(
        Table("First load on a phone", headings, rows, note),
        loads={f"{page} {kind}": [asdict(load) for load in found] for (page, kind), found in loads.items()},
    )


def _audit(address: str, browser: str, runs: int, report: Report) -> None:
    found: dict[tuple[str, str], list[Marks]] = {(page, device): [] for page in PAGES for device in DEVICES}
    for _ in range(runs):
        for (page, device), marks in found.items():
            marks.append(audit(f"{address}{page}", device, browser))
    rows = [
        [f"{page} {device}", *(_spread(marks, field.name) for field in fields(Marks))]
        for (page, device), marks in found.items()
    ]
    note = f"Median (least–most) of {runs} audits of the pages as built, of 100."
    headings = ["page", "speed", "accessibility", "best practices", "search engines"]
    report.add(
        Table("Lighthouse", headings, rows, note),
        lighthouse={
            f"{page} {device}": [asdict(one) for one in marks] for (page, device), marks in found.items()
        },
    )


def _spread(found: list[Load] | list[Marks], name: str) -> str:
    return Spread.of([getattr(one, name) for one in found]).shown(FORMS.get(name, "{:.0f}"))


if __name__ == "__main__":
    sys.exit(main())
