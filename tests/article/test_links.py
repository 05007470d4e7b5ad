"""Every link within the article leads somewhere, and every equation and figure is where the text says."""

import re
from collections import Counter

from tests.article.page import FOLDER, formulas, page


def test_ids_are_unique() -> None:
    assert {name: count for name, count in Counter(page().ids).items() if count > 1} == {}


def test_links_within_the_page_lead_somewhere() -> None:
    assert len(page().links) > 60
    assert {target for target in page().links if target not in page().ids} == set()


def test_labels_are_given_once() -> None:
    labels = [formula.label for formula in formulas() if formula.label]
    assert len(labels) == len(set(labels))


def test_numbered_steps_count_up_within_their_section() -> None:
    steps = [formula.label for formula in formulas() if "." in formula.label]
    sections = {step.split(".")[0] for step in steps}
    for section in sections:
        numbers = sorted(int(step.split(".")[1]) for step in steps if step.split(".")[0] == section)
        assert numbers == list(range(1, len(numbers) + 1)), f"section {section}"


def test_figures_are_numbered_in_their_order_and_exist_where_the_text_names_them() -> None:
    figures = [int(name.removeprefix("figure-")) for name in page().ids if name.startswith("figure-")]
    assert figures == list(range(1, len(figures) + 1))
    named = {int(number) for number in re.findall(r"Figures? (\d+)", "".join(page().words))}
    assert named <= set(figures)


def test_the_text_names_no_section_that_is_not_there() -> None:
    named = {int(number) for number in re.findall(r"[Ss]ection (\d+)", "".join(page().words))}
    sections = [name for name in page().ids if (FOLDER / f"{name}.html").is_file()]
    assert named <= set(range(1, len(sections) + 1))
