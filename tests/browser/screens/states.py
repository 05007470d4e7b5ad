"""The states of the playground, in an order in which each is a few steps from the one before."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.playground import Playground
from tests.browser.screens.compare_states import COMPARED
from tests.browser.screens.course_states import COURSE
from tests.browser.screens.lesson_states import LESSONS
from tests.browser.screens.mountain_states import floor, mountain
from tests.browser.screens.pasting import PASTE

State = tuple[str, Callable[[Playground], None]]
PHASES = 9


def empty(playground: Playground) -> None:
    playground.expect_points(0)


def help_(playground: Playground) -> None:
    playground.page.keyboard.press("?")
    expect(playground.page.locator("#help-dialog")).to_be_visible()


def sample(playground: Playground) -> None:
    playground.page.keyboard.press("Escape")
    playground.draw_sample("Moons")


def table(playground: Playground) -> None:
    playground.page.get_by_role("button", name="All points as a table").click()
    expect(playground.page.get_by_role("table", name="Points", exact=True)).to_be_visible()


def setting(phrase: str | re.Pattern[str]) -> Callable[[Playground], None]:
    """A popover, or on touch a sheet, with the setting of a phrase."""

    def open_it(playground: Playground) -> None:
        close(playground)
        playground.page.locator(".recipe").get_by_role("button", name=phrase, exact=True).click()
        expect(playground.page.locator(".pop:popover-open, dialog.sheet[open]")).to_be_visible()

    return open_it


def step_menu(playground: Playground) -> None:
    close(playground)
    playground.page.get_by_role("button", name="More ways to step").click()
    expect(playground.page.get_by_role("menu")).to_be_visible()


def training(playground: Playground) -> None:
    close(playground)
    playground.primary.click()
    playground.expect_step_beyond(30)


def paused(playground: Playground) -> None:
    playground.pause()


def shared(playground: Playground) -> None:
    """The plane is the code of the link; on a phone a sheet."""
    close(playground)
    playground.page.evaluate("() => document.getElementById('share').click()")
    expect(playground.page.locator(".share-pane h3")).to_have_text(re.compile("link"))


def experiments(playground: Playground) -> None:
    close(playground)
    playground.page.evaluate("() => { location.hash = '#experiments'; }")
    expect(playground.page.locator("dialog.experiments .open").first).to_be_visible()


def past(playground: Playground) -> None:
    close(playground)
    handle = playground.page.get_by_role("slider", name="Moment")
    handle.press("Home")
    handle.press("Shift+ArrowRight")
    expect(playground.page.get_by_role("button", name="Back to the newest", exact=True)).to_be_visible()


def confusion(playground: Playground) -> None:
    close(playground)
    playground.page.get_by_role("slider", name="Moment").press("End")
    playground.page.get_by_role("button", name="Correct").click()
    expect(playground.page.get_by_role("table", name="Right and wrong, by class")).to_be_visible()


def take_out(playground: Playground) -> None:
    close(playground)
    playground.page.keyboard.press("o")
    expect(playground.page.locator(".take-out .shown li").first).to_be_visible()


def enlarged(playground: Playground) -> None:
    close(playground)
    playground.page.get_by_role("button", name="Enlarge the cost curve").click()


def following(playground: Playground) -> None:
    playground.page.locator("#enlarge").click()
    playground.page.locator("#follow").click()
    expect(playground.page.locator(".pass")).to_be_visible()
    strip = playground.page.get_by_role("group", name="Phases of this pass")
    strip.get_by_role("button", name="Input").click()
    expect(playground.page.locator(".pass h3")).to_have_text("The point enters the network")


def next_phase(playground: Playground) -> None:
    stations = playground.page.locator(".strip button")
    before = stations.evaluate_all("all => all.findIndex(button => button.ariaCurrent)")
    playground.page.get_by_role("button", name="Next phase").click()
    expect(stations.nth(before + 1)).to_have_attribute("aria-current", "step")


def projector(playground: Playground) -> None:
    playground.page.keyboard.press("w")
    expect(playground.page.locator("html")).to_have_attribute("data-projector", "")


def prediction(playground: Playground) -> None:
    page = playground.page
    page.keyboard.press("w")
    expect(page.locator("html")).not_to_have_attribute("data-projector", "")
    page.get_by_role("group", name="Phases of this pass").get_by_role("button", name="Delta 4").click()
    page.locator(".predict").click()
    page.get_by_role("button", name="Next phase").click()
    expect(page.locator(".question")).to_be_visible()


def neuron_map(playground: Playground) -> None:
    """A neuron that is pointed at: its map covers the plane."""
    _let_go(playground)
    _walk_network(playground, "ArrowRight")
    expect(playground.page.locator("#plane-frame.mapped")).to_be_visible()


def wire_chip(playground: Playground) -> None:
    """A wire that is pointed at."""
    _walk_network(playground, "Shift+ArrowRight")
    expect(playground.page.locator(".closer .equation")).to_be_visible()


def weight(playground: Playground) -> None:
    playground.page.keyboard.press("Enter")
    _expect_glass(playground)


def neuron(playground: Playground) -> None:
    playground.page.keyboard.press("Escape")
    _walk_network(playground, "ArrowRight")
    playground.page.keyboard.press("Enter")
    _expect_glass(playground)


TABLE = "length;width;kind\n" + "".join(
    f"{4 + row % 7},5;{1 + row % 5},2;{('setosa', 'virginica', 'versicolor')[row % 3]}\n" for row in range(30)
)


def preview(playground: Playground) -> None:
    playground.page.keyboard.press("Escape")
    playground.page.evaluate(PASTE, TABLE)
    expect(playground.page.locator(".own-preview")).to_be_visible()


def own_names(playground: Playground) -> None:
    playground.page.get_by_role("button", name="Use 30 points").click()
    playground.expect_points(30)


def slices(playground: Playground) -> None:
    """Two further columns, held by sliders."""
    lines = TABLE.splitlines()
    rows = [f"{100 + 7 * (at % 9)};{at % 5},5;{line}" for at, line in enumerate(lines[1:])]
    playground.page.evaluate(PASTE, "\n".join([f"weight (g);age;{lines[0]}", *rows]))
    heads = playground.page.locator(".own-preview thead")
    for name in ("length", "width"):
        heads.get_by_role("button", name=f"{name}, not used").click()
        playground.page.get_by_role("radio", name="a slider").click()
    playground.page.get_by_role("button", name="Use 30 points").click()
    playground.expect_points(30)
    expect(playground.page.get_by_role("slider", name="width, held at")).to_be_attached()


def chosen(playground: Playground) -> None:
    playground.page.keyboard.press("q")
    layer = playground.page.locator(".hand-layer")
    expect(layer).to_be_visible()
    layer.focus()
    playground.page.keyboard.press("Control+a")
    actions = playground.page.get_by_role("group", name="Chosen points")
    expect(actions).to_contain_text("30 points")


def regression(playground: Playground) -> None:
    close(playground)
    playground.page.keyboard.press("v")
    playground.draw_sample("Bumps")


def diverged(playground: Playground) -> None:
    setting("tanh")(playground)
    playground.page.get_by_role("radio", name="linear no bend").click()
    setting(re.compile(r"^0\.1"))(playground)
    playground.page.get_by_role("radio", name="Stays the same").click()
    field = playground.page.get_by_role("textbox", name="Learning rate")
    field.fill("100")
    field.press("Tab")
    close(playground)
    playground.primary.click()
    expect(playground.page.get_by_text("The steps became too large.")).to_be_visible(timeout=15_000)
    expect(playground.page.get_by_role("button", name=re.compile("^Back to"))).to_be_enabled(timeout=15_000)


WALK: list[State] = [
    ("empty", empty),
    ("help", help_),
    ("sample", sample),
    ("table", table),
    ("setting of the data", setting("Moons")),
    ("setting of the network", setting("tanh")),
    ("setting of the cost", setting("cross-entropy")),
    *COURSE,
    ("menu", step_menu),
    ("training", training),
    ("paused", paused),
    ("shared", shared),
    ("experiments", experiments),
    ("a moment of the past", past),
    *COMPARED,
    ("the mountain", mountain),
    ("its floor", floor),
    ("right and wrong by class", confusion),
    ("take out", take_out),
    ("curve enlarged", enlarged),
    ("following, phase 1", following),
    *((f"following, phase {phase}", next_phase) for phase in range(2, PHASES + 1)),
    ("projector", projector),
    ("prediction", prediction),
    ("neuron map", neuron_map),
    ("wire chip", wire_chip),
    ("weight", weight),
    ("neuron", neuron),
    ("a table's preview", preview),
    ("a table's own names", own_names),
    ("a slice", slices),
    ("points chosen", chosen),
    *LESSONS,
    ("regression", regression),
    ("diverged", diverged),
]


def close(playground: Playground) -> None:
    """Whatever lies over the page."""
    above = playground.page.locator(
        "dialog[open], [popover]:popover-open, .instead:not([hidden]), .plane.sharing"
    )
    while above.count():
        playground.page.keyboard.press("Escape")
        expect(above).to_have_count(0)


def _walk_network(playground: Playground, key: str) -> None:
    page = playground.page
    page.locator(".focus-layer button[tabindex='0']").focus()
    page.keyboard.press(key)
    expect(page.locator(".closer")).to_be_visible()


def _expect_glass(playground: Playground) -> None:
    page = playground.page
    expect(page.locator(".insp")).to_be_visible()
    expect(page.locator(".insp .term").first).to_be_visible()


def _let_go(playground: Playground) -> None:
    page = playground.page
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(".pass")).to_be_hidden()
