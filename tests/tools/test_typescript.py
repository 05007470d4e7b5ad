"""Kinds of values in Python and what the page's types call them."""

from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest

from app.wire.kinds import WireModel
from app.wire.marks import Doc, OneOf, TakenAs
from tools.typescript import Declarations, DisagreementError


class TreeObject(TypedDict):
    """A tree."""

    height: Annotated[float, Doc("in metres")]
    leaves: NotRequired[int]


class TreeModel(WireModel):
    """A tree that a page sends."""

    height: float
    leaves: int = 0


class _Other:
    class TreeModel(WireModel):
        """Not the tree that is told."""

        height: str


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (int, "number"),
        (float | int | None, "number | null"),
        (list[bool], "boolean[]"),
        (list[list[float] | None], "(number[] | null)[]"),
        (dict[str, str], "Record<string, string>"),
        (list[tuple[float, int]], "[number, number][]"),
        (Literal["up", 1], "'up' | 1"),
        (Annotated[str, OneOf("Colour", ("red", "blue"))], "Colour"),
        (Annotated[dict[str, Any], TakenAs(TreeObject, part=True)], "Partial<Tree>"),
        (Annotated[dict[str, Any], TakenAs(TreeObject, part=True), TakenAs(TreeObject)], "Tree"),
    ],
)
def test_a_kind_of_values(kind: object, name: str) -> None:
    assert Declarations().kind(kind) == name


def test_an_object_is_declared_once_with_its_words() -> None:
    page = Declarations()
    assert [page.kind(TreeObject), page.kind(TreeModel)] == ["Tree", "Tree"]
    assert page.named["Tree"].splitlines() == [
        "/** A tree. */",
        "export interface Tree {",
        "  /** in metres */",
        "  height: number;",
        "  leaves?: number;",
        "}",
    ]


def test_what_is_taken_must_be_what_is_told() -> None:
    page = Declarations()
    page.kind(TreeObject)
    with pytest.raises(DisagreementError, match="Tree"):
        page.kind(_Other.TreeModel)


def test_a_kind_without_a_rule_is_an_error_rather_than_any() -> None:
    with pytest.raises(TypeError, match="no rule"):
        Declarations().kind(bytes)
