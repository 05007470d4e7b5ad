"""A phone on a slow line, as the browser's own tools imitate it, and one first load of a page on it."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

ROUND_TRIP_MS = 100
BITS_PER_SECOND = 4_000_000
SLOWDOWN = 4
VIEWPORT: ViewportSize = {"width": 390, "height": 844}
PATIENCE_MS = 60_000
SETTLED_MS = 3_000
"""Longer than what pages leave for the time when the browser is idle."""

_SCRIPT = Path(__file__).with_name("milestones.js")


@dataclass(frozen=True)
class Load:
    """Milliseconds to the first paint and until the page can be used; files and kilobytes until then."""

    painted: float
    usable: float
    requests: float
    kilobytes: float
    all_requests: float
    all_kilobytes: float
    shift: float


def load(browser: Browser, address: str) -> Load:
    """Load a page with nothing in the browser's caches."""
    begun: dict[str, float] = {}
    ended: dict[str, tuple[float, float]] = {}
    context = browser.new_context(
        viewport=VIEWPORT,
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        ignore_https_errors=True,  # Caddy's certificate is its own
    )
    try:
        context.add_init_script(path=_SCRIPT)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        devtools = context.new_cdp_session(page)
        devtools.on(
            "Network.requestWillBeSent",
            lambda event: begun.update({event["requestId"]: event["timestamp"]}),
        )
        devtools.on(
            "Network.loadingFinished",
            lambda event: ended.update(
                {event["requestId"]: (event["timestamp"], event["encodedDataLength"])}
            ),
        )
        devtools.send("Network.enable")
        bytes_per_second = BITS_PER_SECOND / 8
        devtools.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": ROUND_TRIP_MS, "downloadThroughput": bytes_per_second,
             "uploadThroughput": bytes_per_second},
        )  # fmt: skip
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        page.goto(address)
        page.wait_for_function("() => milestones.usable > 0")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(SETTLED_MS)
        seen = page.evaluate("milestones")
    finally:
        context.close()
    usable_at = min(begun.values()) + seen["usable"] / 1000
    until = [size for at, size in ended.values() if at <= usable_at]
    return Load(
        **seen,
        requests=sum(at <= usable_at for at in begun.values()),
        kilobytes=sum(until) / 1000,
        all_requests=len(begun),
        all_kilobytes=sum(size for _, size in ended.values()) / 1000,
    )
