"""What a network is asked: which class a point belongs to, or which number stands there."""

from dataclasses import dataclass

from app.nn.outputs import OUTPUTS


@dataclass(frozen=True)
class Task:
    """A named task, its words for people, and the outputs that answer it, the usual one first."""

    name: str
    title: str
    words: str
    outputs: tuple[str, ...]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The outputs with the costs they go with, the usual pair first."""
        return [(output, cost) for output in self.outputs for cost in OUTPUTS[output].costs]

    def pairs_of(self, classes: int) -> list[tuple[str, str]]:
        """Those of them that tell so many classes apart."""
        return [pair for pair in self.pairs if OUTPUTS[pair[0]].takes(classes)]


TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        Task(
            "classification",
            "Classification",
            "one output neuron for each",
            ("softmax", "sigmoid", "tanh", "linear", "one_sigmoid", "one_tanh"),
        ),
        Task("regression", "Regression", "one output neuron, any height", ("linear", "tanh")),
    )
}
