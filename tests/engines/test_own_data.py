"""A teacher's own table, as a spreadsheet stores it, is learned and shared in Firefox and WebKit too."""

import json
from pathlib import Path

import pytest

from tests.engines.test_engines import open_playground, steps
from tests.engines.visitor import Visitor

ROWS = [(f"{at % 5 + 4 * (at % 2)},{at % 9}", f"{at % 4},5", ("Käfer", "Mücke")[at % 2]) for at in range(40)]
TABLE = "\r\n".join(["Länge (cm);Größe;Art", *(";".join(row) for row in ROWS), "x;1,5;Käfer", ""])
"""40 rows and one that is no number, as Excel in German writes them: semicolons, decimal commas, cp1252."""

CHOOSE = """(() => {{
  const chosen = new DataTransfer();
  chosen.items.add(new File([new Uint8Array({content})], {name}, {{ type: 'text/csv' }}));
  const input = document.querySelector('.own-ways input[type=file]');
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', {{ bubbles: true }}));
  return true;
}})()"""
NAMES = "[...document.querySelectorAll('#brush [role=radio]')].slice(0, 2).map((one) => one.ariaLabel).join()"


@pytest.mark.in_turn(0)
def test_a_teachers_table_is_learned_and_shared(visitor: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "Käfer und Mücken.csv"
    file.write_bytes(TABLE.encode("cp1252"))
    open_playground(visitor)
    visitor.click("#gallery .own")
    visitor.wait("document.querySelector('.own-ways input[type=file]')")
    visitor.evaluate(CHOOSE.format(content=list(file.read_bytes()), name=json.dumps(file.name)))
    visitor.wait_for_text(".own-preview", "Semicolons between columns, commas in decimals")
    visitor.wait_for_text(".own-faults", "“x” is not a number")

    visitor.click(".own-faults button")
    visitor.wait("document.activeElement.matches('.own-faults input')")
    for key in "4,2":
        visitor.press(key)
    visitor.press("Enter")
    visitor.wait_for_text(".own-use .primary", "Use 41 points")
    visitor.click(".own-use .primary")
    visitor.wait("document.querySelector('#plane').ariaLabel.startsWith('Plane, 41 points, 2 classes')")
    visitor.wait(f"{NAMES} === 'Class 1, Käfer,Class 2, Mücke'")

    visitor.click("#train")
    visitor.wait("document.querySelector('#train-accuracy').textContent === '100%'")
    visitor.click("#train")
    visitor.wait_for_text("#train", "Continue")
    stood = steps(visitor)
    visitor.click("#share")
    link = visitor.wait("(document.querySelector('.share-pane input').value.match(/#x1=.*/) ?? [null])[0]")
    visitor.visit(f"/{link}")
    visitor.wait_for_text("#reading", "Somebody sent you this")
    visitor.wait("document.querySelector('#plane').ariaLabel.startsWith('Plane, 41 points, 2 classes')")
    visitor.wait(f"{NAMES} === 'Class 1, Käfer,Class 2, Mücke'")
    assert steps(visitor) == stood
