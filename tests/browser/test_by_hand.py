"""Working by hand: published examples are typed in as a person would, and come out as they are printed."""

import re
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.books import BOOKS, TITLES, Book, given
from tests.thoroughness import some


def type_in(page: Page, book: Book) -> None:
    """The sentence's choices first, then every number in the sheet of all numbers."""
    hidden = len(book.sizes) - 2
    select = partial(page.locator("#setup").get_by_label, exact=True)
    select("Cost").select_option(value="none")
    select("Points of a batch").select_option(value="1")
    select("Hidden layers").select_option(value=str(hidden))
    select("Inputs").select_option(value=str(book.sizes[0]))
    select("Outputs").select_option(value=str(book.sizes[-1]))
    for at, bend in enumerate(book.bends[:-1]):
        select(f"Neurons of layer {at + 2}").select_option(value=str(book.sizes[at + 1]))
        select(f"Activation of layer {at + 2}").select_option(label=bend)
    select("Activation of the outputs").select_option(label=book.bends[-1])
    select("Biases").select_option(value="layer" if book.shared else "neuron")
    if len(book.inputs) > 1:
        select("Points of a batch").select_option(value=str(len(book.inputs)))
    select("Cost").select_option(label=TITLES[book.cost][book.sizes[-1]])
    if book.cost != "none":
        select("Whether biases learn").select_option(value="yes" if book.learn else "no")
    page.get_by_role("button", name="All numbers").click()
    dialog = page.get_by_role("dialog", name="All numbers")
    for name, value in given(book).items():
        field = dialog.get_by_label(name[0].upper() + name[1:], exact=True)
        field.fill(str(value))
        field.dispatch_event("change")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def reach(page: Page, name: str) -> None:
    """Goes to a number, folded or of another point as it may be."""
    if ", point " in name:
        page.get_by_role("button", name=f"Point {name[-1]}", exact=True).click()
    slot = page.locator(f"#lanes [aria-label^='{name},']")
    for _ in range(80):
        if slot.count():
            slot.first.click()
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"there is no slot for {name}")


def test_published_examples_are_typed_in_and_come_out_as_printed(page: Page) -> None:
    page.goto("/by-hand#own")
    answer = page.locator("#answer")
    always, others = BOOKS[:3], BOOKS[3:]
    for book in [*always, *some(others, 0, 1)]:
        type_in(page, book)
        for name, text in book.printed.items():
            page.locator("#answer").fill("")
            reach(page, name)
            expect(answer).to_have_accessible_name(name)
            answer.fill(text)
            answer.press("Enter")
            expect(page.locator("#verdict")).to_contain_text("Right", timeout=5_000)


def test_three_hundred_updates_of_one_neuron(page: Page) -> None:
    for example, first, last in (("nielsen", "0.82", "0.09"), ("nielsen-slow", "0.98", "0.20")):
        page.goto(f"/by-hand#{example}")
        page.get_by_role("button", name="Many updates").click()
        rows = page.get_by_role("dialog", name="Many updates").locator("tbody tr")
        outputs = {row.split("\t")[0]: float(row.split("\t")[1]) for row in rows.all_inner_texts()}
        assert f"{outputs['0']:.2f}" == first
        assert f"{outputs['300']:.2f}" == last
        page.keyboard.press("Escape")


MISTAKES = {
    # What is typed for which number, and what is said: calculated by hand from Mazur's numbers.
    "the weighted sum of hidden neuron 1": ("0.0275", "That is the sum without the bias."),
    "the activation of hidden neuron 1": ("0.644115", "That is bent twice."),
    "the cost": ("0.596742", "The half is missing."),
    "the blame of output 1": ("0.741365", "The slope is left out."),
    "the blame of output 2": ("0.0380982", "The difference is taken the wrong way round."),
    "the blame of hidden neuron 1": ("0.0072945", "the value with the weights after the update"),
    "the derivative by the weight from hidden neuron 1 to output 1": ("0.0826676", "by another weight"),
    "the new value of the weight from hidden neuron 1 to output 1": ("0.441084", "That goes uphill."),
    "the new value of the weight from hidden neuron 2 to output 1": ("0.367332", "rate is forgotten"),
    "the cost after the update": ("0.291027924", "sending the blame back through new weights"),
}


def test_mistakes_are_named_and_what_follows_from_them_is_right_given_them(page: Page) -> None:
    page.goto("/by-hand#mazur")
    answer, verdict = page.locator("#answer"), page.locator("#verdict")
    expect(answer).to_have_accessible_name("the weighted sum of hidden neuron 1")
    for name, (text, said) in MISTAKES.items():
        reach(page, name)
        answer.fill(text)
        answer.press("Enter")
        expect(verdict).to_contain_text(said)
        expect(answer).to_have_attribute("aria-invalid", "true")
    reach(page, "the blame of hidden neuron 2")
    # By hand: (0.45 · 0.741365 + 0.55 · 0.0380982) · 0.596884 · (1 − 0.596884)
    answer.fill("0.085314")
    answer.press("Enter")
    expect(verdict).to_contain_text("Right, given your value for the blame of output 1")
    page.get_by_role("button", name="Go to it").click()
    expect(answer).to_have_accessible_name("the blame of output 1")
    answer.fill("0.00.7")
    answer.press("Enter")
    expect(verdict).to_contain_text("A number has one point.")
    expect(page.locator("#progress")).to_have_text("0 of 30 right")


def test_the_sheet_is_kept_and_changed_in_place_by_keys(page: Page) -> None:
    page.goto("/by-hand#mazur")
    answer = page.locator("#answer")
    expect(answer).to_have_accessible_name("the weighted sum of hidden neuron 1")
    answer.focus()
    for text in ("0.3775", "0.593269992", "0.3925"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_have_text("3 of 30 right")
    expect(page.locator("#source")).to_contain_text("0.593269992")
    page.reload()
    expect(page.locator("#progress")).to_have_text("3 of 30 right")
    expect(answer).to_have_accessible_name("the activation of hidden neuron 2")
    answer.focus()
    page.keyboard.press("ArrowLeft")
    expect(answer).to_have_accessible_name("the weighted sum of hidden neuron 2")
    page.locator("#network [data-part='n:3:0']").click()
    expect(answer).to_have_accessible_name("the weighted sum of output 1")
    weight = page.locator("#network").get_by_label("The weight from input 1 to hidden neuron 1")
    weight.fill("1/4")
    weight.press("Enter")
    expect(page.locator("#verdict")).to_contain_text("2 answers depended on it and are open again.")
    expect(page.locator("#progress")).to_have_text("1 of 30 right")
    page.get_by_role("button", name="Mazur’s").click()
    page.get_by_role("button", name="Nielsen’s").click()
    expect(page.locator("#bench .formula").first).to_contain_text("z")
    page.get_by_role("button", name="Nielsen’s").click()
    page.get_by_label("Weighted sum, your own symbol").fill("net")
    expect(page.locator("#bench .formula").first).to_contain_text("net")
    page.get_by_label("Weighted sum, your own symbol").fill("\\\\html")
    expect(page.locator(".own-letters")).to_contain_text("one to eight letters")


@pytest.mark.parametrize("old", ["/#by-hand"])
def test_links_from_before_lead_there(page: Page, old: str) -> None:
    page.goto(old)
    expect(page).to_have_url("/by-hand")
    page.locator("#desk").get_by_label("Inputs", exact=True).wait_for()


def test_every_example_opens(page: Page) -> None:
    page.goto("/by-hand#examples")
    links: list[Any] = page.locator(".example a.second").all()
    names = [link.get_attribute("aria-label") for link in links]
    assert len(names) >= 10
    for name in some(names, 0, 4):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.locator("#bench h2")).not_to_be_empty()
        page.get_by_role("button", name="Show all").click()
        expect(page.locator("#source .digits").first).not_to_contain_text("·")
        page.get_by_role("link", name="Examples").click()
    page.get_by_role("button", name="In the playground: Spiral of three arms").click()
    expect(page.locator("#network-recipe")).to_contain_text("ReLU neurons, 3 classes")
    expect(page.locator("#data-recipe")).to_contain_text("300")
    page.locator("#train").click()
    expect(page.locator("#train-accuracy")).to_have_text(re.compile(r"^99\b"))
