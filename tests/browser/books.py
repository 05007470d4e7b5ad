"""Examples as their books print them, and what their numbers are called on the sheet."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

TITLES = {
    "half_sum": {1: "half the square", 2: "half the sum of the squares"},
    "mean": {1: "the mean of the squares, without the half"},
    "cross_entropy": {1: "the cross-entropy", 3: "the cross-entropy"},
    "none": {1: "none, forward only", 2: "none, forward only"},
}


class Book(NamedTuple):
    """An example as it is printed: a matrix row for each neuron; answers by what they are called."""

    name: str
    sizes: Sequence[int]
    bends: Sequence[str]
    cost: str
    inputs: Sequence[Sequence[float]]
    weights: Sequence[Sequence[Sequence[float]]]
    biases: Sequence[Sequence[float]]
    printed: Mapping[str, str]
    targets: Sequence[Sequence[float]] = ()
    rate: float | None = None
    shared: bool = False
    learn: bool = True


BOOKS = [
    Book(
        "Mazur",
        (2, 2, 2),
        ("sigmoid", "sigmoid"),
        "half_sum",
        [[0.05, 0.10]],
        [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]],
        [[0.35], [0.60]],
        {
            "the activation of hidden neuron 1": "0.593269992",
            "the activation of hidden neuron 2": "0.596884378",
            "the activation of output 1": "0.75136507",
            "the activation of output 2": "0.772928465",
            "the cost": "0.298371109",
            "the blame of output 1": "0.138498562",
            "the new value of the weight from hidden neuron 1 to output 1": "0.35891648",
            "the new value of the weight from hidden neuron 2 to output 1": "0.408666186",
            "the new value of the weight from hidden neuron 1 to output 2": "0.511301270",
            "the new value of the weight from hidden neuron 2 to output 2": "0.561370121",
            "the new value of the weight from input 1 to hidden neuron 1": "0.149780716",
            "the new value of the weight from input 2 to hidden neuron 1": "0.19956143",
            "the new value of the weight from input 1 to hidden neuron 2": "0.24975114",
            "the new value of the weight from input 2 to hidden neuron 2": "0.29950229",
        },
        targets=[[0.01, 0.99]],
        rate=0.5,
        shared=True,
        learn=False,
    ),
    Book(
        "Zhou",
        (2, 2, 1),
        ("sigmoid", "sigmoid"),
        "mean",
        [[-2, -1]],
        [[[1, 1], [1, 1]], [[1, 1]]],
        [[0, 0], [0]],
        {
            "the activation of hidden neuron 1": "0.0474",
            "the activation of hidden neuron 2": "0.0474",
            "the activation of the output": "0.524",
        },
        targets=[[1]],
        rate=0.1,
    ),
    Book(
        "Zhou forward",
        (2, 2, 1),
        ("sigmoid", "sigmoid"),
        "none",
        [[2, 3]],
        [[[0, 1], [0, 1]], [[0, 1]]],
        [[0, 0], [0]],
        {
            "the activation of hidden neuron 1": "0.9526",
            "the activation of hidden neuron 2": "0.9526",
            "the activation of the output": "0.7216",
        },
    ),
    Book(
        "Jurafsky and Martin",
        (2, 1),
        ("sigmoid",),
        "cross_entropy",
        [[3, 2]],
        [[[0, 0]]],
        [[0]],
        {
            "the derivative by the weight from input 1 to the output": "-1.5",
            "the derivative by the weight from input 2 to the output": "−1.0",
            "the derivative by the bias of the output": "−0.5",
            "the new value of the weight from input 1 to the output": ".15",
            "the new value of the weight from input 2 to the output": ".1",
            "the new value of the bias of the output": "0,05",
        },
        targets=[[1]],
        rate=0.1,
    ),
    Book(
        "CS231n",
        (4, 3),
        ("softmax",),
        "cross_entropy",
        [[-15, 22, -44, 56]],
        [[[0.01, -0.05, 0.1, 0.05], [0.7, 0.2, 0.05, 0.16], [0.0, -0.45, -0.2, 0.03]]],
        [[0.0, 0.2, -0.3]],
        {
            "the weighted sum of output 1": "−2.85",
            "the weighted sum of output 2": "0.86",
            "the weighted sum of output 3": "0.28",
            "the share of output 2": "0.631",
            "the share of output 3": "0.353",
            "the cost": "1.04",
        },
        targets=[[0, 0, 1]],
        rate=0.0001,
    ),
    Book(
        "Goodfellow",
        (2, 2, 1),
        ("ReLU", "plain"),
        "none",
        [[0, 0], [0, 1], [1, 0], [1, 1]],
        [[[1, 1], [1, 1]], [[1, -2]]],
        [[0, -1], [0]],
        {
            "the weighted sum of the output, point 1": "0",
            "the weighted sum of the output, point 2": "1",
            "the weighted sum of the output, point 3": "1",
            "the weighted sum of the output, point 4": "0",
            "the activation of hidden neuron 1, point 4": "2",
        },
    ),
    Book(
        "Brownlee",
        (2, 1, 2),
        ("sigmoid", "sigmoid"),
        "none",
        [[1, 0]],
        [
            [[0.13436424411240122, 0.8474337369372327]],
            [[0.2550690257394217], [0.4494910647887381]],
        ],
        [[0.763774618976614], [0.49543508709194095, 0.651592972722763]],
        {
            "the activation of hidden neuron 1": "0.7105668883115941",
            "the activation of output 1": "0.6629970129852887",
            "the activation of output 2": "0.7253160725279748",
        },
    ),
]


def neuron(sizes: Sequence[int], layer: int, k: int) -> str:
    if layer == 1:
        return f"input {k + 1}"
    if layer == len(sizes):
        return "the output" if sizes[-1] == 1 else f"output {k + 1}"
    return f"hidden neuron {k + 1}"


def given(book: Book) -> dict[str, float]:
    """Every number by its name."""
    numbers: dict[str, float] = {}
    for p, (inputs, targets) in enumerate(zip(book.inputs, [*book.targets, *[()] * 4], strict=False)):
        point = f", point {p + 1}" if len(book.inputs) > 1 else ""
        numbers |= {f"input {j + 1}{point}": value for j, value in enumerate(inputs)}
        numbers |= {
            f"the target of {neuron(book.sizes, len(book.sizes), k)}{point}": value
            for k, value in enumerate(targets)
        }
    for at, (rows, biases) in enumerate(zip(book.weights, book.biases, strict=True)):
        for k, row in enumerate(rows):
            for j, value in enumerate(row):
                ends = f"from {neuron(book.sizes, at + 1, j)} to {neuron(book.sizes, at + 2, k)}"
                numbers[f"the weight {ends}"] = value
        for k, value in enumerate(biases):
            shared = f"the bias of layer {at + 2}"
            numbers[shared if book.shared else f"the bias of {neuron(book.sizes, at + 2, k)}"] = value
    return numbers | ({} if book.rate is None else {"the learning rate": book.rate})
