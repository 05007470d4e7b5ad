"""The revision rises by one with each command that sets points or experiment, and with no other."""

from typing import Any

import pytest

from tests.serve.browser import Browser, points
from tests.serve.test_order import BEFORE_THE_ACK, COMMANDS, EDITS


def makes_a_revision(kind: str) -> bool:
    """A `state` answers it, or it edits points."""
    return "state" in BEFORE_THE_ACK[kind] or kind in EDITS


def ask(browser: Browser, kind: str, **fields: Any) -> tuple[int, int]:
    """The revision before and after a command."""
    before = browser.ask("speed", updates_per_second=0.1).last["revision"]
    answer = browser.ask(kind, **fields)
    for event in answer.events:
        assert event.get("revision", answer.last["revision"]) == answer.last["revision"]
    return before, answer.last["revision"]


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("kind", COMMANDS)
def test_each_command(trained: Browser, kind: str, training: bool) -> None:
    brings = {"checkpoint": trained.checkpoint()} if kind in {"load", "moment"} else {}
    fields = {**COMMANDS[kind], **brings}
    if training:
        trained.ask("speed", updates_per_second=0.1)
        trained.ask("train")
    before, after = ask(trained, kind, **fields)
    assert after == before + makes_a_revision(kind)


NOTHING_NEW: dict[str, tuple[str, dict[str, Any]]] = {
    "no changes": ("configure", {"changes": {}}),
    "the rate that it has": ("configure", {"changes": {"learning_rate": 0.1}}),
    "the seed that it has": ("configure", {"changes": {"seed": 1}}),
    "a reset": ("reset", {}),
    "no points more": ("add_points", {"points": []}),
    "no point moved": ("move_points", {"points": []}),
    "no point less": ("remove_points", {"ids": []}),
    "no target": ("set_targets", {"ids": [], "target": 0}),
    "a point to where it is": ("move_points", {"points": [{"id": 7, "x1": 1, "x2": 2}]}),
    "the same points": ("replace_points", {"points": points((1, 2, 0), (-1, 0, 1), first_id=7)}),
}


@pytest.mark.parametrize("task", ["classification", "regression"])
@pytest.mark.parametrize("nothing", NOTHING_NEW)
def test_even_where_nothing_is_different_then(browser: Browser, task: str, nothing: str) -> None:
    browser.ask("configure", changes={"task": task})
    browser.ask("reset")  # to the parameters that another one leads to
    browser.ask("replace_points", points=points((1, 2, 0), (-1, 0, 1), first_id=7))
    kind, fields = NOTHING_NEW[nothing]
    before = browser.checkpoint()
    revision = ask(browser, kind, **fields)
    assert revision[1] == revision[0] + 1
    assert browser.checkpoint() == before


@pytest.mark.parametrize("again", [False, True])
def test_a_load_is_a_revision_too_whatever_it_loads(trained: Browser, again: bool) -> None:
    checkpoint = trained.checkpoint()
    if not again:
        checkpoint["points"] = []
        checkpoint["progress"]["batch"] = 0
    before, after = ask(trained, "load", checkpoint=checkpoint)
    assert after == before + 1


def test_a_refused_command_is_none(trained: Browser) -> None:
    before = trained.ask("pause").last["revision"]
    trained.ask_in_vain("remove_points", ids=[5000])
    trained.ask_in_vain("configure", changes={"hidden": [99]})
    assert trained.ask("pause").last["revision"] == before


def test_a_session_counts_from_nought_and_frames_name_what_they_belong_to(
    browser: Browser, port: int
) -> None:
    with Browser(port) as other:
        assert other.event("welcome")["state"]["revision"] == 0
        other.send("add_points", points=points((1, 2, 0)))
        assert other.frame().revision == 1
        other.ask("add_layer", layer=2, neurons=1)
        answer = other.ask("step", updates=1)
        assert answer.frames[-1].revision == answer.event("checkpoint")["revision"] == 2
        assert other.ask("trace", point=None).event("trace")["revision"] == 2
    assert browser.ask("pause").last["revision"] == 0
