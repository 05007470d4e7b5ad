"""The program in PyTorch: the same network and batches, by its own layers, gradients and optimizers."""

from app.data.features import FEATURES
from app.nn.activations import ACTIVATIONS
from app.nn.costs import COSTS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.taken_out.common import Case, example, orders, parameters, points, said, settings, shares, state
from app.taken_out.pacing import rate_of_step, torch_before_update
from app.taken_out.program import Program, Section, block, tuple_of


def torch_program(case: Case) -> Program:
    """The program; raises `NoPointsError` where there is nothing to learn from."""
    case.check()
    step = case.checkpoint.progress.step
    words = (
        f"Chainrule: {case.summary}, in PyTorch.\n\n"
        f"It goes on from step {step} with the same batches as the server that wrote it,\n"
        "in float64. It needs PyTorch and NumPy: python FILE"
    )
    sections = (
        settings(case),
        _network(case),
        _judging(case),
        *rate_of_step(case),
        orders(case),
        points(case),
        *case.named,
        _start(case),
        _answer(case),
        _training(case),
    )
    code = "\n".join(section.code for section in sections)
    lines = [
        *(f"import {name}" for name in ("hashlib", "math") if f"{name}." in code),
        "from itertools import pairwise", "", "import numpy as np", "import torch",
        *(["import torch.nn.functional as F"] if "F." in code else []),
        "from torch import nn", "", "torch.set_default_dtype(torch.float64)",
    ]  # fmt: skip
    return Program(words, "\n".join(lines), sections)


def _network(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    activation = ACTIVATIONS[experiment.activation]
    features = ", ".join(FEATURES[name].numpy for name in experiment.features)
    code = f'''\
def inputs({case.given}):
    """What the network sees of points: a row for each point, a column for each input."""
    return torch.from_numpy(np.stack([{features}], axis=1))


def sigma(z):
    """What a hidden neuron makes of its sum: {activation.title}."""
    return {activation.code.torch}


class Network(nn.Module):
    """Fully connected layers of these sizes."""

    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(before, size) for before, size in pairwise(sizes))

    def forward(self, x):
        """The sums z of the last layer."""
        for layer in self.layers[:-1]:
            x = sigma(layer(x))
        return self.layers[-1](x)


def output(z):
    """What the last layer makes of its sums: {OUTPUTS[experiment.output].title}."""
{block(OUTPUTS[experiment.output].code.torch)}
'''
    return Section("The network", "From the inputs to the outputs. A row of every tensor is a point.", code)


def _judging(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    cost, output = COSTS[experiment.cost], OUTPUTS[experiment.output]
    of_each = cost.code.torch or output.code.torch_cross_entropy
    penalty = case.penalty("weights.abs().sum()", "weights.square().sum()")
    weights = (
        "    weights = torch.cat([layer.weight.flatten() for layer in network.layers])  # and no biases\n"
    )
    targets = "torch.from_numpy(target[:, np.newaxis])"
    if case.classifies:
        targets = f"F.one_hot(torch.from_numpy(target).long(), {experiment.target_classes}).double()"
    named = "argmax(dim=1).numpy()"
    if output.levels is not None:
        targets = f"torch.tensor({list(output.levels)})[torch.from_numpy(target).long(), None]"
        named = "numpy()[:, 0] > 0"
    right = f'''

def correct({case.given}, target):
    """The share of points whose class {case.deciding}."""
    with torch.no_grad():
        return ((network(inputs({case.given})).{named}) == target).mean()
'''
    code = f'''\
def targets(target):
    """What the outputs should be: {case.wanted}."""
    return {targets}


def cost(x, y):
    """The mean cost of points{", plus the penalty" if penalty else ""}."""
    z = network(x)
{"    a = output(z)" + chr(10) if cost.code.torch else ""}\
{weights + f"    penalty = {penalty}" + chr(10) if penalty else ""}\
    return ({of_each}).mean(){" + penalty" if penalty else ""}
{right if case.classifies else ""}'''
    return Section("How good it is", f"The cost is {cost.title}: {cost.words}.", code)


def _start(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    optimizer = OPTIMIZERS[experiment.optimizer]
    code = f"""\
{parameters(case)}

network = Network(SIZES)
with torch.no_grad():
    for layer, block in zip(network.layers, BLOCKS[2:]):
        layer.weight.copy_(torch.from_numpy(block[:-1].T))
        layer.bias.copy_(torch.from_numpy(block[-1]))

parameters = list(network.parameters())  # of each layer the weights, then the biases
optimizer = {optimizer.code.torch}
{_remembered(case)}
"""
    return Section("Weights and biases", "Where training stands.", code)


def _remembered(case: Case) -> str:
    """Lines that give PyTorch's optimizer the memory of ours; none before the first update."""
    experiment, progress = case.checkpoint.experiment, case.checkpoint.progress
    optimizer = OPTIMIZERS[experiment.optimizer]
    if not any(vector.any() for vector in progress.optimizer.values()):
        return ""
    steps = "updates" if optimizer.counts else str(progress.step)
    entries = [f'"{theirs}": {ours}' for ours, theirs in optimizer.code.torch_state]
    counted = (
        f'optimizer.state[parameter]["step"] = torch.tensor(float({steps}))\n'
        if optimizer.code.torch_counts
        else ""
    )
    return f'''
theta = np.concatenate([block.ravel() for block in BLOCKS[2:]])  # whose layout the optimizer's memory has
{state(case)}


def by_parameter(vector):
    """A vector like theta in pieces, each shaped like a parameter."""
    pieces, end = [], 0
    for before, size in pairwise(SIZES):
        start, end = end, end + (before + 1) * size
        block = torch.from_numpy(vector[start:end].reshape(before + 1, size))
        pieces += [block[:-1].T.clone(memory_format=torch.contiguous_format), block[-1].clone()]
    return pieces


for name, vector in {{{", ".join(entries)}}}.items():
    for parameter, piece in zip(parameters, by_parameter(vector)):
        optimizer.state[parameter][name] = piece
{"for parameter in parameters:" + chr(10) + block(counted) if counted else ""}'''


def _answer(case: Case) -> Section:
    at, answers = example(case)
    code = f'''\
def answer({case.given}):
    """What the network says of one point."""
    with torch.no_grad():
        return output(network(inputs({case.as_arrays})))[0].numpy()


EXAMPLE = {tuple_of(at)}
print(f"step {{STEP}}: of {{EXAMPLE}} the network says {{{case.answered}}}")
# Chainrule says {said(answers)} there.
'''
    return Section("An answer", "What the network says of a point before it learns on.", code)


def _training(case: Case) -> Section:
    optimizer = OPTIMIZERS[case.checkpoint.experiment.optimizer]
    count = len(case.coordinates)
    code = f"""\
x, y = inputs(*train[:{count}]), targets(train[{count}])
costs = []  # step, cost over the training points

for step, chosen in zip(range(STEP, STEP + UPDATES), batches()):
    if (step - STEP) % {max(1, case.updates // 20)} == 0:
        costs.append((step, cost(x, y).item()))
        print(f"step {{step}}: cost {{costs[-1][1]:.6f}}")
    optimizer.zero_grad()
    cost(x[chosen], y[chosen]).backward()
{torch_before_update(case)}\
    optimizer.step()

costs.append((STEP + UPDATES, cost(x, y).item()))
print(f"step {{STEP + UPDATES}}: cost {{costs[-1][1]:.6f}}")
print(f"of {{EXAMPLE}} the network says {{{case.answered}}}")
"""
    if case.classifies:
        code += shares(count)
    return Section("Training", f"The optimizer is {optimizer.title}: {optimizer.words}.", code)
