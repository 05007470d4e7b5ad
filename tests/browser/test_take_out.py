"""What is taken out on the page is what is saved, and every file is read by the library that it is for."""

import base64
import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import nbformat
import numpy as np
import onnx
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.playground import Playground
from tests.taken_out.runs import run

PLAY = """film => new Promise((resolve, reject) => {
    const video = document.createElement('video');
    video.addEventListener('loadeddata', () => resolve([video.videoWidth, video.videoHeight]));
    video.addEventListener('error', () => reject(new Error(video.error.message)));
    video.src = `data:video/webm;base64,${film}`;
})"""
"""How large a film's first picture is, once a browser has decoded it."""


def chosen(page: Page, title: str, name: str) -> None:
    """Presses a phrase of the list and waits until its file is shown."""
    page.locator(".things").get_by_role("button", name=title, exact=True).first.click()
    expect(page.locator(".file h3")).to_have_text(name)


def saved(page: Page) -> bytes:
    """What a press on Save downloads, under the name that is shown."""
    with page.expect_download() as download:
        page.locator(".file").get_by_role("button", name="Save").click()
    assert download.value.suggested_filename == page.locator(".file h3").inner_text()
    return Path(download.value.path()).read_bytes()


def test_what_is_shown_is_saved_and_read_by_what_it_is_for(page: Page) -> None:
    playground = Playground(page)
    playground.draw_sample("Spiral")
    page.keyboard.press(".")
    playground.expect_step(1)
    page.keyboard.press("o")
    expect(page.locator(".file h3")).to_have_text("spiral.py")
    expect(page.locator("#network")).to_be_hidden()
    expect(page.locator(".shown li").nth(0)).to_contain_text("2-4-3-2 network that learns 160 points")
    script = saved(page).decode()
    names, printed = run(script.replace("UPDATES = 1000", "UPDATES = 1"))
    assert printed.startswith("step 1: of (")

    # The next step that the page makes is the one that the script made.
    page.keyboard.press(".")
    playground.expect_step(2)
    chosen(page, "JSON", "spiral.json")
    assert len(json.loads(saved(page))) == 200
    page.locator(".things section").nth(2).get_by_role("button", name="JSON").click()
    expect(page.locator(".file .says")).to_contain_text("As they were at step 2.")
    weights = json.loads(saved(page))
    block = np.vstack([np.transpose(weights["weights"]["2"]), weights["biases"]["2"]])
    assert np.array_equal(block, names["W"][2])
    chosen(page, "npz", "spiral.npz")
    with np.load(io.BytesIO(saved(page))) as file:
        assert np.array_equal(file["weights_2"], weights["weights"]["2"])
    chosen(page, "ONNX", "spiral.onnx")
    onnx.checker.check_model(onnx.load_from_string(saved(page)))
    chosen(page, "notebook", "spiral.ipynb")
    nbformat.validate(nbformat.reads(saved(page).decode(), as_version=4))
    chosen(page, "PyTorch", "spiral_torch.py")
    compile(saved(page), "spiral_torch.py", "exec")

    chosen(page, "CSV", "spiral.csv")
    rows = list(csv.DictReader(io.StringIO(saved(page).decode(), newline="")))
    assert [float(row["x1"]) for row in rows] == [float(x1) for x1 in names["POINTS"][:, 0]]
    assert page.locator(".shown tbody tr").count() == 200
    chosen(page, "CSV of the curve", "spiral-run.csv")
    rows = list(csv.DictReader(io.StringIO(saved(page).decode(), newline="")))
    assert [row["step"] for row in rows] == ["0", "1", "2"]
    assert all(0 <= float(row["train_accuracy"]) <= 1 for row in rows)
    assert all(0 <= float(row["test_accuracy"]) <= 1 for row in rows)
    assert f"{float(rows[-1]['train_cost']):.3f}" == page.locator("#train-cost").inner_text()

    for title, size in (("plane", (960, 960)), ("network", (1440, 840)), ("curve", (1440, 600))):
        chosen(page, title, f"spiral-{title}.png")
        with Image.open(io.BytesIO(saved(page))) as image:
            image.load()
            assert image.size == size
            assert len(image.convert("RGB").getcolors(1 << 22) or []) > 3

    # All of it in one file holds what each is by itself, and the experiment that opens here again.
    chosen(page, "All of it in one file", "spiral.zip")
    with zipfile.ZipFile(io.BytesIO(saved(page))) as archive:
        assert archive.testzip() is None
        held = {name.removeprefix("spiral/"): archive.read(name) for name in archive.namelist()}
    assert sorted(held) == [
        "spiral-curve.png", "spiral-curve.svg", "spiral-network.png", "spiral-network.svg",
        "spiral-plane.png", "spiral-plane.svg", "spiral-run.csv", "spiral-settings.json",
        "spiral-weights.json",
        "spiral.chainrule.json", "spiral.csv", "spiral.ipynb", "spiral.json", "spiral.npz", "spiral.onnx",
        "spiral.py", "spiral_torch.py",
    ]  # fmt: skip
    assert json.loads(held["spiral-weights.json"]) == weights
    assert json.loads(held["spiral.chainrule.json"])["checkpoint"]["progress"]["step"] == 2
    run(held["spiral.py"].decode().replace("UPDATES = 1000", "UPDATES = 1"))
    expect(page.locator(".shown li").first).to_have_text(re.compile(r"^spiral\.chainrule\.json   \d+ kB$"))

    # A film is recorded while the network learns, and plays.
    page.locator(".things").get_by_role("button", name="the plane as it learns").click()
    expect(page.locator(".file h3")).to_have_text("Filming the plane")
    playground.expect_step_beyond(4)
    page.get_by_role("button", name="Stop filming").click()
    expect(page.locator(".file h3")).to_have_text("spiral-plane.webm")
    expect(page.locator(".file .says")).to_have_text(re.compile(r"seconds, from step \d+ to \d+\."))
    assert page.context.new_page().evaluate(PLAY, base64.b64encode(saved(page)).decode()) == [720, 768]

    page.locator(".things").get_by_role("button", name="PNG").click()
    for title in ("curve", "network", "plane"):
        chosen(page, title, f"spiral-{title}.svg")
        assert ET.fromstring(saved(page).decode()).tag == "{http://www.w3.org/2000/svg}svg"
    marks = page.locator(".shown img").get_attribute("src") or ""
    assert marks.startswith("data:image/svg+xml")

    # Without points there is nothing for a program to learn from, and with others the file is another one.
    chosen(page, "NumPy", "spiral.py")
    page.locator("#gallery").get_by_role("button", name="Blank").click()
    expect(page.locator(".file .says")).to_have_text(
        "There is no training point that a program could learn from. Add a point first."
    )
    expect(page.locator(".file").get_by_role("button", name="Save")).to_be_disabled()
    page.locator("#gallery").get_by_role("button", name="3 blobs").click()
    expect(page.locator(".file h3")).to_have_text("3-blobs.py")
    expect(page.locator(".shown li").nth(0)).to_contain_text("2-4-3-3 network")
    page.keyboard.press("Escape")
    expect(page.locator(".take-out")).to_have_count(0)
    expect(page.locator("#network")).to_be_visible()
    assert "#" not in page.url
