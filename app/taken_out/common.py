"""What the programs in NumPy and in PyTorch have in common: settings, points, orders of the passes."""

from dataclasses import dataclass

import numpy as np

from app.data.features import coordinate_count
from app.data.points import Points
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.nn.passes import Pass
from app.nn.schedules import SCHEDULES
from app.taken_out.names import Names, own_names, says_names
from app.taken_out.program import Section, matrix, rows, vector
from app.training.batches import EpochOrders, sample_table, shuffles
from app.training.checkpoint import Checkpoint
from app.training.errors import NoPointsError

UPDATES = 1000
"""How many a program makes unless its reader writes another number."""


@dataclass(frozen=True, eq=False)
class Case:
    """A checkpoint, how many updates a program is to make from there, and names of a table of one's own."""

    checkpoint: Checkpoint
    updates: int = UPDATES
    names: Names | None = None

    def check(self) -> None:
        """Raise `NoPointsError` where there is nothing to learn from."""
        if self.checkpoint.points.test.all():
            raise NoPointsError(
                "There is no training point that a program could learn from. Add a point first.",
                allowed="at least one training point",
            )

    @property
    def training_points(self) -> int:
        """How many points are learned."""
        return int(np.count_nonzero(~self.checkpoint.points.test))

    @property
    def shuffled(self) -> bool:
        """Whether the passes take the points in orders of their own."""
        return shuffles(self.checkpoint.experiment, self.training_points)

    @property
    def scheduled(self) -> bool:
        """Whether each update has a learning rate of its own."""
        return self.checkpoint.experiment.rate_schedule().is_scheduled

    @property
    def clips(self) -> bool:
        """Whether long gradients are shortened."""
        return self.checkpoint.experiment.largest_norm > 0

    @property
    def rate_settings(self) -> list[str]:
        """The settings that the rate of an update is made of, besides the learning rate."""
        experiment = self.checkpoint.experiment
        warm_up = ["warm_up"] if experiment.warm_up else []
        return warm_up + list(SCHEDULES[experiment.schedule].own_settings)

    @property
    def classifies(self) -> bool:
        """Whether targets are classes."""
        return self.checkpoint.experiment.target_classes is not None

    @property
    def coordinates(self) -> list[str]:
        """Names of a point's coordinates: x1, x2, and those of the further columns that there are."""
        checkpoint = self.checkpoint
        count = coordinate_count(checkpoint.experiment.features, checkpoint.points)
        return [f"x{number}" for number in range(1, count + 1)]

    @property
    def given(self) -> str:
        """The coordinates as the arguments of a function."""
        return ", ".join(self.coordinates)

    @property
    def as_arrays(self) -> str:
        """The coordinates of one point, numbers, as the arguments of a function of arrays."""
        if len(self.coordinates) == 2:
            return "np.array([x1]), np.array([x2])"
        return f"*np.array([{self.given}])[:, np.newaxis]"

    @property
    def wanted(self) -> str:
        """What the outputs should be, in words."""
        if not self.classifies:
            return "the target itself"
        levels = OUTPUTS[self.checkpoint.experiment.output].levels
        if levels is None:
            return "1 for the class of a point, else 0"
        return f"{levels[0]:g} for class 0, {levels[1]:g} for class 1"

    @property
    def deciding(self) -> str:
        """What makes a class that of the answer, in words."""
        single = OUTPUTS[self.checkpoint.experiment.output].levels is not None
        return "is on its side of z = 0" if single else "has the largest output"

    def penalty(self, of_l1: str, of_l2: str) -> str:
        """The sum of the penalties that there are, of an expression for each; empty without any."""
        experiment = self.checkpoint.experiment
        strengths = ((experiment.l1, f"L1 * {of_l1}"), (experiment.l2, f"L2 / 2 * {of_l2}"))
        return " + ".join(text for strength, text in strengths if strength)

    @property
    def named(self) -> list[Section]:
        """The section of the table's own names; none where there are none."""
        if self.names is None:
            return []
        experiment = self.checkpoint.experiment
        classes, answers = experiment.target_classes, experiment.sizes[-1]
        return [own_names(self.names, len(self.coordinates), classes, answers)]

    @property
    def answered(self) -> str:
        """An expression of what the network answers to the example, by names where there are some."""
        answers = "answer(*EXAMPLE)"
        return (
            f"named({answers})"
            if says_names(self.names, classifies=self.classifies)
            else f"{answers}.round(4)"
        )

    @property
    def summary(self) -> str:
        """The network and its points, in words."""
        sizes, count = "-".join(map(str, self.checkpoint.experiment.sizes)), self.training_points
        return f"a {sizes} network that learns {count} point{'' if count == 1 else 's'}"


def settings(case: Case) -> Section:
    """The constants of the experiment that its program reads."""
    experiment, progress = case.checkpoint.experiment, case.checkpoint.progress
    own = OPTIMIZERS[experiment.optimizer].own_settings
    lines = [
        f"SIZES = {list(experiment.sizes)}  # neurons in each layer, from the inputs to the outputs",
        f"LEARNING_RATE = {experiment.learning_rate!r}",
        *(f"{name.upper()} = {getattr(experiment, name)!r}" for name in own),
        *(
            f"{name.upper()} = {getattr(experiment, name)!r}"
            for name in ("l1", "l2")
            if getattr(experiment, name)
        ),
        *(f"{name.upper()} = {getattr(experiment, name)!r}" for name in case.rate_settings),
        *([f"LARGEST_NORM = {experiment.largest_norm!r}"] if case.clips else []),
        f"BATCH_SIZE = {experiment.batch_size}",
        *(
            [f"SEED = {experiment.seed}  # of the order in which a pass takes the points"]
            if case.shuffled
            else []
        ),
        f"STEP, EPOCH, BATCH = {progress.step}, {progress.epoch}, {progress.batch}  # where training stands",
        f"UPDATES = {case.updates}  # how many to make from there",
    ]
    words = "Change what you like, but for the sizes: those of the weights and biases below are the same."
    return Section("Settings", words, "\n".join(lines))


def points(case: Case) -> Section:
    """The points, as rows."""
    table: Points = case.checkpoint.points
    kind = "class" if case.classifies else "target"
    count = len(case.coordinates)
    columns = zip(*table.coordinates(count), table.target, table.test, strict=True)
    code = f"""\
# A row for each point: {case.given}, {kind}, and whether it is kept for testing.
POINTS = np.array({rows(columns)}, dtype=float)

train = POINTS[POINTS[:, {count + 1}] == 0].T.copy()  # rows {case.given}, {kind}
test = POINTS[POINTS[:, {count + 1}] == 1].T.copy()
"""
    return Section("Points", "What the network learns from, and what it is tested on.", code)


def parameters(case: Case) -> str:
    """`BLOCKS`: the weights and biases where the checkpoint stands, by layer number."""
    architecture = case.checkpoint.experiment.architecture()
    blocks = architecture.blocks(case.checkpoint.progress.parameters)[2:]
    return (
        "# Row j holds the weights that leave neuron j of the layer before, a column for each neuron that\n"
        "# hears it. The last row holds the biases, which are the weights of a constant 1.\n"
        "BLOCKS = [None, None]  # by layer number: nothing leads into the inputs, layer 1\n"
    ) + "\n".join(
        f"BLOCKS.append(np.array({matrix(values)}, dtype=float))  # into layer {i}"
        for i, values in enumerate(blocks, 2)
    )


def state(case: Case) -> str:
    """The optimizer's memory where the checkpoint stands, by its names."""
    experiment, progress = case.checkpoint.experiment, case.checkpoint.progress
    optimizer = OPTIMIZERS[experiment.optimizer]
    lines = []
    for name in optimizer.vectors:
        values = progress.optimizer[name]
        filled = f"np.array({vector(values)}, dtype=float)" if values.any() else "np.zeros_like(theta)"
        lines.append(f"{name} = {filled}")
    lines += [f"{name} = {int(progress.optimizer[name][0])}" for name in optimizer.counts]
    if not lines:
        return ""
    return "# What the optimizer remembers of the updates before.\n" + "\n".join(lines)


def orders(case: Case) -> Section:
    """`batches()`, and the orders that it takes the points in."""
    at_once = EpochOrders(case.checkpoint.experiment.seed, case.training_points).at_once
    drawn = f'''\
# Random numbers by counter: every draw is a function of the seed, this purpose, and a number.
PURPOSE = int.from_bytes(hashlib.blake2b(b"shuffle", digest_size=8).digest(), "little")


def order_of(epoch):
    """The order in which this pass takes the points, of {at_once} that are drawn at once."""
    draw, row = divmod(epoch, {at_once})
    key = np.array([SEED, PURPOSE], dtype=np.uint64)
    counter = np.array([0, 0, 0, draw], dtype=np.uint64)
    random = np.random.Generator(np.random.Philox(key=key, counter=counter))
    return random.permuted(np.tile(np.arange(train.shape[1]), ({at_once}, 1)), axis=1)[row]


'''
    order = "order_of(epoch)" if case.shuffled else "np.arange(train.shape[1])"
    code = f'''\
{drawn if case.shuffled else ""}def batches():
    """Which points each update learns from: pass after pass, from where training stands."""
    epoch, batch = EPOCH, BATCH
    while True:
        order = {order}
        for start in range(batch * BATCH_SIZE, len(order), BATCH_SIZE):
            yield order[start : start + BATCH_SIZE]
        epoch, batch = epoch + 1, 0
'''
    each_pass = "in a new order each pass" if case.shuffled else "in the same order each pass"
    return Section("Batches", f"The points come in batches, {each_pass}.", code)


def example(case: Case) -> tuple[list[float], list[float]]:
    """Coordinates of the first point, or of one near the middle, and what the network answers there now."""
    checkpoint = case.checkpoint
    table = checkpoint.points
    at = [float(column[0]) if len(table) else 0.5 for column in table.coordinates(len(case.coordinates))]
    x1, x2, *more = at
    one = Points(
        np.array([0]), np.array([x1]), np.array([x2]), np.zeros(1), np.zeros(1, np.bool_), np.array([more])
    )
    record = Pass(checkpoint.experiment.architecture(), checkpoint.progress.parameters, 1)
    record.block[:] = sample_table(checkpoint.experiment, one, test=False).T
    record.feedforward()
    return at, [float(value) for value in record.activations[-1][:, 0]]


def shares(count: int) -> str:
    """Lines that print how many points are right."""
    train, test = (f"{{correct(*{kept}[:{count + 1}]):.1%}}" for kept in ("train", "test"))
    return (
        f'print(f"{train} of the training points are right")\n'
        f'if test.size:\n    print(f"{test} of the test points are right")\n'
    )


def said(answers: list[float]) -> str:
    """Numbers as people compare them."""
    return "[" + ", ".join(f"{value:.4f}" for value in answers) + "]"
