"""The first load of a page, with nothing in the browser's cache: what it transfers, and when it is there."""

from dataclasses import asdict, dataclass, fields

from bench.drawing.stage import Stage
from bench.report import Report, Spread, Table

PAGES = ("/", "/maths")
SETTLED_MS = 1500
"""Longer than what the pages leave for the time when the browser is idle."""


@dataclass(frozen=True)
class Load:
    """Kilobytes until the load event and in all, requests, milliseconds, and the cumulative layout shift."""

    kilobytes: float
    all_kilobytes: float
    requests: float
    first_paint: float
    largest_paint: float
    blocking: float
    shift: float


FORMS = {
    "kilobytes": "{:.0f}", "all_kilobytes": "{:.0f}", "requests": "{:.0f}", "first_paint": "{:.0f}",
    "largest_paint": "{:.0f}", "blocking": "{:.0f}", "shift": "{:.3f}",
}  # fmt: skip


def measure_loading(stage: Stage, runs: int, report: Report) -> None:
    """Load each page in turn, several times."""
    print("first loads ...", flush=True)
    loads: dict[str, list[Load]] = {page: [] for page in PAGES}
    for _ in range(runs):
        for page, found in loads.items():
            found.append(_load(stage, page))
    rows = [[page, *(_spread(found, field.name) for field in fields(Load))] for page, found in loads.items()]
    note = (
        f"Median (least–most) of {runs} loads with empty caches, from this machine. Kilobytes (of 1,000 "
        "bytes) are those that crossed the wire, compressed, with headers and fonts: until the page was "
        "loaded, and with what it fetches ahead when the browser is idle."
    )
    headings = ["page", "kB until loaded", "kB in all", "requests in all", "first paint ms",
                "largest paint ms", "blocking ms", "layout shift"]  # fmt: skip
    report.add(
        Table("First load", headings, rows, note),
        loads={page: [asdict(load) for load in found] for page, found in loads.items()},
    )


def _load(stage: Stage, address: str) -> Load:
    asked: dict[str, float] = {}
    sizes: dict[str, float] = {}
    loaded: list[float] = []
    with stage.context("loading.js") as context:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.on(
            "Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["timestamp"]})
        )
        devtools.on(
            "Network.loadingFinished",
            lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
        )
        devtools.on("Page.loadEventFired", lambda event: loaded.append(event["timestamp"]))
        devtools.send("Network.enable")
        devtools.send("Page.enable")
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(SETTLED_MS)
        seen = page.evaluate("loading")
    first = sum(size for request, size in sizes.items() if asked[request] <= loaded[0])
    return Load(first / 1000, sum(sizes.values()) / 1000, len(sizes), **seen)


def _spread(found: list[Load], field: str) -> str:
    return Spread.of([getattr(load, field) for load in found]).shown(FORMS[field])
