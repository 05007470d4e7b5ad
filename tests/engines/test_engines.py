"""The pages do what they promise in Firefox and in WebKit, as they do in Chromium."""

import pytest

from tests.browser.keeping import KEPT
from tests.engines.conftest import RestartableServer
from tests.engines.visitor import Visitor
from tests.thoroughness import some

EXTENT = 3
"""The plane shows −3..3 in both directions."""
CIRCLES = [(-1, -1), (-1.4, -0.6), (-1.2, -1.6)]
SQUARES = [(1, 1), (1.4, 0.6), (1.2, 1.6)]
PHONE = 390
NO_PAGE = "/ear.js"
"""Another place of the same server, which is there at once."""

# What a person sees at a place of the plane: all its canvases, one over the other.
COLOUR = """((x1, x2) => {
  const [sheet, plane] = [document.createElement('canvas'), document.querySelector('#plane')];
  const { width, height } = plane.getBoundingClientRect();
  const context = Object.assign(sheet, { width, height }).getContext('2d');
  for (const layer of plane.querySelectorAll('canvas')) context.drawImage(layer, 0, 0, width, height);
  return [...context.getImageData((x1 / 3 + 1) / 2 * width, (1 - x2 / 3) / 2 * height, 1, 1).data];
})"""
STEPS = "Number(document.querySelector('#step-count').textContent.replace(/\\D/g, ''))"
FIGURES = "[...document.querySelectorAll('[data-figure]')]"
# Whether a figure has woken; what is scrolled past may move it out of sight again.
WOKEN = f"""(() => {{{{
  const figure = {FIGURES}[{{number}}];
  figure.scrollIntoView({{{{ block: 'center', behavior: 'instant' }}}});
  return figure.classList.contains('awake');
}}}})()"""
# Whether a section begins below the header, and stays there for a while.
LANDED = """((id) => {{
  const top = document.querySelector('.top').getBoundingClientRect().bottom;
  const off = Math.abs(document.getElementById(id).getBoundingClientRect().top - top);
  const stays = window.landed?.[0] === id && window.landed[1] === off;
  if (!stays) window.landed = [id, off, performance.now()];
  return off < 40 && performance.now() - window.landed[2] > 200;
}})('{}')"""
# Where each link of the text leads, once; a symbol's opens the glossary where it stands.
PLACES = """[...new Set([...document.querySelectorAll('main a[href^="#"]:not(.symbol), .contents a')]
  .map((link) => link.hash.slice(1)))]"""
# Whether a place that a link leads to begins below the header, or is on the last screen, and stays there.
ARRIVED = """((id) => {{
  const {{ top }} = document.getElementById(id).getBoundingClientRect();
  const off = top - document.querySelector('.top').getBoundingClientRect().bottom;
  const stays = window.arrived?.[0] === id && window.arrived[1] === off;
  if (!stays) window.arrived = [id, off, performance.now()];
  const isLast = innerHeight + scrollY >= document.documentElement.scrollHeight - 1 && top < innerHeight;
  return ((off >= 0 && off < 60) || isLast) && performance.now() - window.arrived[2] > 200;
}})('{}')"""
FOLLOW = """[...document.querySelectorAll('main a:not(.symbol), .contents a')]
  .find(({{ hash }}) => hash === '#{}').click()"""
# Adds what faces that come after a jump may do to a place: all above it gets another height.
LATE_FACES = """addEventListener('hashchange', () => {
  document.querySelector('main').style.paddingTop = '200px';
}) ?? true"""
# The name of each choice, its width, and that of its words.
CHOICES = """[...document.querySelectorAll('.by-hand select')].map((select) => {
  const words = document.createElement('span');
  words.textContent = select.selectedOptions[0].text;
  words.style.whiteSpace = 'nowrap';
  select.parentElement.before(words);
  const width = words.getBoundingClientRect().width;
  words.remove();
  return [select.ariaLabel, select.getBoundingClientRect().width, width];
})"""
# Resolves once the browser has written six points at a step.
WRITTEN = f"""(async () => {{{{
  const isKept = {KEPT.replace("{", "{{").replace("}", "}}")};
  while (!await isKept([6, {{step}}])) await new Promise((again) => {{{{ setTimeout(again, 20); }}}});
}}}})()"""
RUNS_OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def open_playground(visitor: Visitor, server: str | None = None) -> None:
    visitor.visit("/", server)
    expect_live(visitor)


def expect_live(visitor: Visitor) -> None:
    visitor.wait("document.querySelector('#connection').dataset.status === 'live'")


def click_points(visitor: Visitor) -> None:
    """Three circles, three squares."""
    for key, places in (("1", CIRCLES), ("2", SQUARES)):
        visitor.press(key)
        for x1, x2 in places:
            visitor.click_in("#plane", (x1 / EXTENT + 1) / 2, (1 - x2 / EXTENT) / 2)
    expect_six_points(visitor)


def expect_six_points(visitor: Visitor) -> None:
    visitor.wait("document.querySelector('#plane').ariaLabel.startsWith('Plane, 6 points, 2 classes')")


def steps(visitor: Visitor) -> int:
    """The step counter of the header."""
    return int(visitor.evaluate(STEPS))


def train(visitor: Visitor) -> None:
    """Press Train and wait until all points are classified right."""
    visitor.click("#train")
    visitor.wait("document.querySelector('#train-accuracy').textContent === '100%'")


def test_points_that_are_clicked_are_learned(visitor: Visitor) -> None:
    """The regions on the plane show it, and the cost curve draws itself."""
    open_playground(visitor)
    click_points(visitor)
    train(visitor)
    visitor.wait("document.querySelector('#chart canvas')")
    visitor.click("#train")
    visitor.wait_for_text("#train", "Continue")
    assert steps(visitor) > 0
    circles, squares = (visitor.evaluate(f"{COLOUR}({side}, {side})") for side in (-2, 2))
    assert sum(abs(one - other) for one, other in zip(circles, squares, strict=True)) > 50


def test_the_socket_has_a_thread_where_memory_is_shared(visitor: Visitor) -> None:
    """Elsewhere the page has an ordinary one, and says nothing of it."""
    open_playground(visitor)
    shares = visitor.evaluate("crossOriginIsolated && typeof SharedArrayBuffer === 'function'")
    assert visitor.evaluate("heard.sockets") == (0 if shares else 1)


@pytest.mark.in_turn(0)
def test_a_pass_is_followed(visitor: Visitor) -> None:
    """From the input on, by the arrow keys, with its formulas; Escape ends it."""
    open_playground(visitor)
    visitor.click("#gallery button:nth-child(2)")
    visitor.wait("document.querySelector('#plane').ariaLabel.startsWith('Plane, 200 points, ')")
    visitor.click("#follow")
    visitor.click(".strip button")
    visitor.wait_for_text(".pass h3", "The point enters the network")
    visitor.press("ArrowRight")
    visitor.wait_for_text(".pass h3", "Neuron 1 of layer 2 adds up what reaches it")
    visitor.wait("document.querySelector('.pass .line .katex')")
    visitor.press("Escape")
    visitor.wait("document.querySelector('#follow').ariaPressed === 'false'")


@pytest.mark.in_turn(0)
def test_a_setting_opens_beside_its_phrase(visitor: Visitor) -> None:
    """What is chosen holds, and Escape leads back to the phrase."""
    open_playground(visitor)
    visitor.click("#run-recipe button")
    visitor.click(".pop:popover-open [role=radio][aria-checked=false]")
    visitor.wait("!document.querySelector('#run-recipe').textContent.startsWith('Gradient descent')")
    visitor.press("Escape")
    visitor.wait("!document.querySelector('.pop')")
    assert visitor.evaluate("document.activeElement === document.querySelector('#run-recipe button')")


@pytest.mark.in_turn(1)
def test_a_choice_in_a_sentence_is_as_wide_as_its_words(visitor: Visitor) -> None:
    """Not as wide as the longest of the others, which browsers take for the width of a select."""
    visitor.visit("/by-hand")
    visitor.wait("document.querySelector('.setup select')")
    widths = visitor.evaluate(CHOICES)
    assert len(widths) > 5
    assert [name for name, control, words in widths if not words <= control <= words + 2] == []


@pytest.mark.in_turn(0)
def test_a_restarted_server_is_found_again(
    visitor: Visitor, expected_remarks: list[str], restartable_server: RestartableServer
) -> None:
    """The points are kept, and training goes on from where it was."""
    expected_remarks.append("establish a connection to the server at ws:")
    with restartable_server() as address:
        open_playground(visitor, address)
        click_points(visitor)
        train(visitor)
    visitor.wait("document.querySelector('#connection').dataset.status !== 'live'")
    visitor.wait_for_text("#transport", "The connection dropped")
    stood = steps(visitor)
    with restartable_server():
        visitor.evaluate("document.querySelector('.lost:not([hidden]) button')?.click()")  # rather than wait
        expect_live(visitor)
        expect_six_points(visitor)
        visitor.wait(f"{STEPS} > {stood}")
        visitor.visit(NO_PAGE)  # leaves this server before it ends


def stand(visitor: Visitor) -> int:
    """Clicks six points, trains, pauses, and gives the step at which it stands, once that is kept."""
    open_playground(visitor)
    click_points(visitor)
    train(visitor)
    visitor.click("#train")
    visitor.wait_for_text("#train", "Continue")
    stood = steps(visitor)
    visitor.evaluate(WRITTEN.format(step=stood))
    return stood


@pytest.mark.in_turn(1)
def test_what_was_on_the_page_is_there_again(visitor: Visitor) -> None:
    """After another page, paused, with its points and its step; a link holds it too."""
    stood = stand(visitor)
    visitor.visit(NO_PAGE)
    open_playground(visitor)
    visitor.wait_for_text("#reading", f"Welcome back. Step {stood:,}, 6 points, as you left it.")
    expect_six_points(visitor)
    assert steps(visitor) == stood
    visitor.click("#share")
    visitor.wait("document.querySelector('.share-pane input').value.includes('#x1=')")


@pytest.mark.in_turn(1)
def test_the_essays_figures_wake_and_nothing_runs_over_the_side_of_a_narrow_window(visitor: Visitor) -> None:
    """Each as it comes into sight; a scrollbar that takes room is no part of what the page has."""
    visitor.visit("/maths")
    count = visitor.evaluate(f"{FIGURES}.length")
    assert count > 10
    for number in some(range(count), 1, 4):
        visitor.wait(WOKEN.format(number=number))
    visitor.resize(PHONE, 844)
    assert visitor.evaluate(RUNS_OVER) <= 0


@pytest.mark.in_turn(0)
def test_the_essays_contents_land_on_their_headings(visitor: Visitor) -> None:
    """By address from a fresh load, and by a click from wherever the page stands then."""
    for section in some(["worked", "backpropagation", "cost"], 0, 1):
        visitor.visit(f"/maths#{section}")
        visitor.wait(LANDED.format(section))
    for section in some(["descent", "practice", "notation", "worked"], 0, 2):
        visitor.click(f'.contents a[href="#{section}"]')
        visitor.wait(LANDED.format(section))


@pytest.mark.in_turn(1)
def test_every_link_of_the_essay_lands_where_it_says(visitor: Visitor) -> None:
    """From a fresh load, in which nothing between has been laid out and few faces are there."""
    visitor.visit("/maths")
    places = visitor.evaluate(PLACES)
    assert len(places) > 40
    for place in some(places, 0, 2):
        visitor.visit("/maths")
        visitor.evaluate(LATE_FACES)
        visitor.evaluate(FOLLOW.format(place))
        visitor.wait(ARRIVED.format(place))


@pytest.mark.in_turn(1)
def test_nothing_of_the_playground_runs_over_the_side_of_a_narrow_window(visitor: Visitor) -> None:
    visitor.resize(PHONE, 844)
    open_playground(visitor)
    assert visitor.evaluate(RUNS_OVER) <= 0
