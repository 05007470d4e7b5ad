"""Tables that mean harm, or were spoiled on their way: the page says why, and nothing on it changes."""

import random
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.playground import Playground
from tests.thoroughness import some

PAGE = Path(__file__).with_name("own") / "page.js"

SCRIPT = "<img src=x onerror='harmed=1'><script>harmed=1</script>"
CELLS = {
    "abc": "“abc” is not a number",
    "": "b is empty",
    "1e999": "“1e999” is more than the computer can hold",
    "-Infinity": "“-Infinity” is more than the computer can hold",
    SCRIPT: "“<img src=x onerror='har…” is not a number",
    "=HYPERLINK(0)": "“=HYPERLINK(0)” is not a number",
    "__proto__": "“__proto__” is not a number",
    "\u202e12": "is not a number",
    "0x10": "“0x10” is not a number",
    "01.02.2024": "“01.02.2024” is not a number",
    "٣": "“٣” is not a number",
    "9" * 400: "is not a number",
    "a\u0301" * 300: "is not a number",
}
"""What stands in a cell of numbers, and what is said of it."""
NO_TABLES = {
    "cut.xlsx": (b"PK\x03\x04" + bytes(40), "a workbook"),
    "old.xls": (b"\xd0\xcf\x11\xe0" + bytes(40), "a workbook"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(40), "a picture"),
    "packed.csv": (b"\x1f\x8b" + bytes(40), "compressed"),
    "bytes.csv": (bytes(range(256)), "not a text"),
    "empty.csv": (b"", "empty"),
    "blank.csv": (b" \r\n \r\n", "empty"),
    "separators.csv": (b";;;\r\n;;;\r\n", "nothing between its separators"),
    "points.csv": (b'[{"x1": 1, "x2": 2}]', "it is JSON"),
    "column.csv": (b"one\ntwo\nthree\n", "one column"),
    f"{SCRIPT}.csv": (b"\0\0\0", "not a text"),
}


def spoiled(seed: int) -> tuple[dict[str, Any], str, str, str]:
    """A sound table but for one cell: the table, its line, what is said of it, how many rows remain."""
    draw = random.Random(seed)
    cell, reason = draw.choice(list(CELLS.items())) if seed >= len(CELLS) else list(CELLS.items())[seed]
    count = draw.randint(5, 30)
    rows = [
        [f"{draw.uniform(-9, 9):.3f}", f"{draw.uniform(-9, 9):.3f}", draw.choice(["u", SCRIPT])]
        for _ in range(count)
    ]
    at = draw.randrange(count)
    rows[at][1] = cell
    end = draw.choice(["\n", "\r\n"])
    text = end.join("\t".join(row) for row in [["a", "b", SCRIPT], *rows])
    return {"text": text, "repeated": 1}, f"line {at + 2}", reason, f"Use {count - 1} points"


def test_hostile_tables_change_nothing_and_are_told_why(page: Page) -> None:
    playground = Playground(page)
    playground.draw_sample("Moons")
    expect(page.locator("#undo")).to_be_enabled()
    undo = page.locator("#undo").get_attribute("aria-label")
    cases = [spoiled(seed) for seed in some(range(2 * len(CELLS)), 0, len(CELLS))]
    files = [{"name": name, "bytes": list(content)} for name, (content, _) in NO_TABLES.items()]
    whole = [
        {"text": "1,", "repeated": 1_000_000},  # a million columns
        {"text": "1\t2\tu\n", "repeated": 120_000},
        {"text": "1,2\n", "repeated": 2_000_000},  # more than is read
        {"text": '"', "repeated": 3000},
        {"text": "a\tb\n1e308\t-1e308\n-1e308\t1e308\n", "repeated": 1},
    ]
    address = page.url
    page.evaluate(PAGE.read_text())
    seen = page.evaluate(
        "tables => window.bringAll(tables)", [*(table for table, *_ in cases), *files, *whole]
    )
    assert (seen["address"], seen["harmed"]) == (address, False)
    assert {told["foreign"] for told in seen["found"]} == {seen["foreign"]}
    told = iter(seen["found"])
    for (table, line, reason, use), each in zip(cases, told, strict=False):
        assert [fault[0] for fault in each["faults"]] == [line], (table, each)
        assert reason in each["faults"][0][1], (table, each)
        assert each["use"] == use, (table, each)
    for (name, (_, reason)), each in zip(NO_TABLES.items(), told, strict=False):
        assert reason in each["said"], (name, each)
        assert each["said"].endswith("."), (name, each)
    columns, rows, large, quotes, huge = told
    playground.expect_points(200)
    assert page.locator("#undo").get_attribute("aria-label") == undo
    assert columns["lack"] == "" or columns["lack"].endswith("."), columns
    assert rows["use"] == "Use 5000 points", rows
    assert "too large: 8 MB" in large["said"], large
    assert quotes["said"].endswith("."), quotes
    assert huge["use"] == "Use 2 points", huge
