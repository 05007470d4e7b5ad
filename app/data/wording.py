"""Sentences for people about a value that was refused: what it may be, in the words of the page.

A sentence is made from the last name of the value's path and from what is allowed there, so that the bounds
in it are always those that hold. Path, value and what is allowed go along beside it, for programs.
"""

import re
from decimal import Decimal

_RANGE = re.compile(r"^an? (integer|number) from (-?[\d.]+) to (-?[\d.]+)")
_WHOLE = re.compile(r"^an? integer")
_CLASSES = re.compile(r"^a class from 0 to (\d+)")
_BEYOND_PEOPLE = 2**53 - 1
"""An end that only says what a number can hold says nothing to people."""

NOT_UNDERSTOOD = (
    "The page sent something that this server can't read. Reload the page to get the one that belongs to it."
)
"""What only a page or a program can have got wrong, not the person in front of it."""

NOT_READ = "Something in this checkpoint can't be read."
"""A checkpoint may come from a file or a link, which another page won't make whole."""

_RANGES = {
    "count": "Between {low} and {high} points",
    "neurons": "Between {low} and {high} neurons in a layer",
    "hidden": "Between {low} and {high} neurons in a layer",
    "updates": "Between {low} and {high} steps at a time",
    "updates_per_second": "Between {low} and {high} steps a second, or no limit",
    "seed": "A seed goes from {low} to {high}",
    "x1": "A point lies between {low} and {high} in both directions",
    "x2": "A point lies between {low} and {high} in both directions",
    "more": "A further column lies between {low} and {high}",
    "target": "A height goes from {low} to {high}",
    "test_share": "The share of test points goes from {low} to {high}",
    "noise": "Noise goes from {low} to {high}",
    "classes": "Between {low} and {high} classes",
    "learning_rate": "A learning rate goes from {low} to {high}",
    "momentum": "Momentum goes from {low} to {high}",
    "decay": "Decay goes from {low} to {high}",
    "l1": "An L1 penalty goes from {low} to {high}",
    "l2": "An L2 penalty goes from {low} to {high}",
    "warm_up": "A rate warms up in {low} to {high} steps",
    "schedule_steps": "A rate falls in {low} to {high} steps",
    "schedule_factor": "A rate is multiplied by {low} to {high}",
    "least_share": "The least share of a rate goes from {low} to {high}",
    "largest_norm": "A largest length of gradients goes from {low}, which clips none, to {high}",
    "until_step": "A step to stop at goes from {low}, which is none, to {high}",
    "until_cost": "A cost to stop below goes from {low}, which is none, to {high}",
    "until_share": "A share right to stop at goes from {low}, which is none, to {high}",
    "until_patience": "Epochs without a lower cost go from {low}, which is no end, to {high}",
    "batch_size": "Between {low} and {high} points in a batch",
    "samples": "Between {low} and {high} points in a batch",
}

_CHOICES = {
    "dataset": "There is no data set of this name",
    "features": "Inputs are one to seven of those that the page lists, each only once",
    "hidden": "Hidden layers are told by their numbers of neurons",
    "task": "There is no task of this name",
    "activation": "There is no activation of this name",
    "output": "This output does not go with the task or the cost",
    "cost": "This cost does not go with the task or the output",
    "optimizer": "There is no optimizer of this name",
    "schedule": "There is no such way for the rate to go",
    "initializer": "There is no such kind of first weights",
    "shuffle": "A new order in each epoch is either on or off",
    "more": "A point has at most five further columns",
    "value": "A weight or bias is a number that the computer can hold",
    "until": "A step makes a number of updates, or goes on to the end of the epoch",
    "version": "This checkpoint was written in a form that this server can't read",
    "parameters": "The weights and biases in this checkpoint can't be read",
    "optimizer state": "What the optimizer remembers can't be read from this checkpoint",
}


def grouped(number: float | str) -> str:
    """A number as people read it, every three digits apart: 2,000; −0.5."""
    text = f"{Decimal(str(number)):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "\u2212")


def counted(count: int, one: str) -> str:
    """How many of something: "1 point", "2,000 points"."""
    return f"{grouped(count)} {one if count == 1 else one + 's'}"


def not_understood(path: str | None) -> str:
    """What is said of a value at a path for which there are no words of its own."""
    return NOT_READ if (path or "").split(".")[0] == "checkpoint" else NOT_UNDERSTOOD


def sentence(path: str, given: object, allowed: str) -> str:
    """What the value at a path may be, as a sentence."""
    names = [part for part in path.split(".") if not part.isdigit()]
    name = "optimizer state" if names[-2:-1] == ["optimizer"] else (names or [""])[-1]
    classes = _CLASSES.match(allowed)
    if classes:
        return f"A point's class is one of the {int(classes[1]) + 1} that there are."
    ends = _RANGE.match(allowed)
    if ends and name in _RANGES and float(ends[3]) < _BEYOND_PEOPLE:
        rule = _RANGES[name].format(low=grouped(ends[2]), high=grouped(ends[3]))
        is_split = isinstance(given, float) and _WHOLE.match(allowed)
        return f"{rule}, in whole numbers." if is_split else f"{rule}."
    if name in _CHOICES:
        return f"{_CHOICES[name]}."
    return not_understood(path)
