"""The program in NumPy: it trains as the training loop does, to the last bit, and a student can read it.

Sums and products are those of app/nn/passes.py and app/nn/output_stage.py, of arrays of the same shapes in
the same order: only so is every digit the same. What is a choice's own stands in its entry (app/nn/code.py).
"""

from app.data.features import FEATURES
from app.nn.activations import ACTIVATIONS
from app.nn.costs import COSTS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.taken_out.common import Case, example, orders, parameters, points, said, settings, shares, state
from app.taken_out.pacing import clipping, numpy_update, rate_of_step
from app.taken_out.program import Program, Section, block, tuple_of
from app.training.experiment import Experiment


def numpy_program(case: Case) -> Program:
    """The program; raises `NoPointsError` where there is nothing to learn from."""
    case.check()
    step = case.checkpoint.progress.step
    words = (
        f"Chainrule: {case.summary}.\n\n"
        f"It goes on from step {step}, by the same numbers as the server that wrote it,\n"
        "to the last bit on the same machine. It needs NumPy and nothing else: python FILE"
    )
    sections = _sections(case)
    code = "\n".join(section.code for section in sections)
    standard = [name for name in ("hashlib", "math") if f"{name}." in code]
    imports = (
        "\n".join(
            [
                *(f"import {name}" for name in standard),
                "from itertools import pairwise",
                "",
                "import numpy as np",
                "",
            ]
        )
        + '\nnp.seterr(over="ignore", divide="ignore")  # where a power of e overflows, 0 or 1 comes of it'
    )
    return Program(words, imports, sections)


def _sections(case: Case) -> tuple[Section, ...]:
    return (
        settings(case),
        _forward(case),
        _backward(case),
        _judging(case),
        *rate_of_step(case),
        orders(case),
        points(case),
        *case.named,
        _start(case),
        _answer(case),
        _training(case),
    )


def _start(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    mask = """\

IS_WEIGHT = np.ones_like(theta)  # and 0 where a bias stands: the penalty leaves biases alone
for block in blocks(IS_WEIGHT)[2:]:
    block[-1] = 0
"""
    code = f"""\
{parameters(case)}

# All of them as one vector, and the blocks as views of it: who changes the one changes the other.
theta = np.concatenate([block.ravel() for block in BLOCKS[2:]])
W = blocks(theta)
{mask if experiment.l1 or experiment.l2 else ""}
{state(case)}
"""
    return Section("Weights and biases", "Where training stands.", code)


def _forward(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    activation, output = ACTIVATIONS[experiment.activation].code, OUTPUTS[experiment.output].code
    hidden = bool(experiment.hidden)
    needed = dict.fromkeys((activation.helpers if hidden else "", output.helpers))
    helpers = "".join(f"{text}\n\n" for text in needed if text)
    inputs = ", ".join(FEATURES[name].numpy for name in experiment.features)
    value = output.short if COSTS[experiment.cost].from_z else output.numpy
    bend = f'''\
def sigma(z):
    """What a hidden neuron makes of its sum: {ACTIVATIONS[experiment.activation].title}."""
    return {activation.numpy}


def slope(z, a):
    """The derivative of sigma at z, where a = sigma(z)."""
    return {activation.short_slope or activation.slope}


'''
    code = f'''\
n = len(SIZES)  # layers count from 1, the inputs, to n, the outputs


def blocks(vector):
    """The weights and biases of each layer, as views of a vector that holds all of them."""
    found, end = [None, None], 0
    for before, size in pairwise(SIZES):
        start, end = end, end + (before + 1) * size
        found.append(vector[start:end].reshape(before + 1, size))
    return found


{helpers}def inputs({case.given}):
    """What the network sees of points: a row for each input, a column for each point."""
    return np.array([{inputs}])


{bend if hidden else ""}def output(z):
    """What the last layer makes of its sums: {OUTPUTS[experiment.output].title}."""
{block(value)}


def with_one(a):
    """A row of ones below: the constant whose weights are the biases."""
    return np.vstack([a, np.ones(a.shape[1])])


def feedforward(x):
    """By layer number, the sums z, and the activations a with a row of ones below."""
    z, a = [None, None], [None, with_one(x)]
    for i in range(2, n + 1):
        z.append(W[i].T.dot(a[i - 1]))  # (F1)
        if i < n:
            a.append(with_one(sigma(z[i])))
    return z, a
'''
    return Section("Forward", "From the inputs to the outputs. A column of every array is a point.", code)


def _backward(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    optimizer = OPTIMIZERS[experiment.optimizer].code
    factor = "1" if case.scheduled and optimizer.scheduled else optimizer.factor
    why = "" if factor == "1" else ": the optimizer needs it so"
    penalty = "".join(
        f"    gradient += {pull} * FACTOR\n"
        for strength, pull in (
            (experiment.l1, "np.sign(theta) * (L1 * IS_WEIGHT)"), (experiment.l2, "theta * (L2 * IS_WEIGHT)"),
        )
        if strength
    )  # fmt: skip
    code = f'''\
FACTOR = {factor}  # by which the gradient comes multiplied{why}


{_blame(experiment)}

def backpropagate(x, y):
    """The gradient of a batch's cost, laid out as theta, times FACTOR."""
    z, a = feedforward(x)
    gradient = np.empty_like(theta)
    by_layer = blocks(gradient)
    delta = output_blame(z[n], y)
    for i in range(n, 1, -1):
        by_layer[i][:] = a[i - 1].dot(delta.T)  # (B3), (B4)
        if i > 2:
            delta = W[i][:-1].dot(delta) * slope(z[i - 1], a[i - 1][:-1])  # (B2)
{penalty}    return gradient
{clipping(case)}'''
    return Section("Backward", "Who is to blame for the cost: the chain rule, layer by layer.", code)


def _blame(experiment: Experiment) -> str:
    """`output_blame`, and what it calls, as `OutputStage` does it."""
    cost, output = COSTS[experiment.cost], OUTPUTS[experiment.output]
    head = '''\
def output_blame(z, y):
    """delta of the last layer (B1), with the mean over the batch in it."""
    share = FACTOR / z.shape[1]
'''
    if (experiment.output, experiment.cost, experiment.target_classes) == ("softmax", "cross_entropy", 2):
        return (
            head
            + """\
    # (a - y) * share, and a softmax of two is one tanh: a_1 = 1/2 + t/2 and a_2 = 1/2 - t/2.
    t = np.tanh(np.array([[0.5, -0.5]]).dot(z))
    rows = np.vstack([np.ones_like(t), y, t])
    return (np.array([[0.5, -1, 0, 0.5], [0.5, 0, -1, -0.5]]) * share).dot(rows)
"""
        )
    if output.name in cost.natural:
        return head + "    return (output(z) - y) * share\n"
    pulled = f'''\
def pull_back(z, a, delta):
    """From derivatives by a to derivatives by z: the slope of the output."""
{block(output.code.pull_back)}


'''
    return (
        pulled
        + head
        + f"""\
    a = output(z)
    r = a - y
    return pull_back(z, a, {cost.code.slope}) * share
"""
    )


def _judging(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    cost, output = COSTS[experiment.cost], OUTPUTS[experiment.output]
    of_each = cost.code.numpy or output.code.cross_entropy
    penalty = case.penalty("np.sum(IS_WEIGHT * abs(theta))", "np.sum(IS_WEIGHT * theta**2)")
    targets = "target[np.newaxis]"
    if case.classifies:
        targets = f"np.eye({experiment.target_classes})[target.astype(int)].T"
    if output.levels is not None:
        targets = f"np.array({list(output.levels)})[target.astype(int)][np.newaxis]"
    named = "z[n].argmax(axis=0)" if output.levels is None else "(z[n][0] > 0)"
    right = f'''

def correct({case.given}, target):
    """The share of points whose class {case.deciding}."""
    z, a = feedforward(inputs({case.given}))
    return np.mean({named} == target)
'''
    code = f'''\
def targets(target):
    """What the outputs should be: {case.wanted}."""
    return {targets}


def cost({case.given}, target):
    """The mean cost of points{", plus the penalty" if penalty else ""}."""
    z, y = feedforward(inputs({case.given}))[0][n], targets(target)
{"    r = output(z) - y" + chr(10) if cost.code.numpy else ""}\
{f"    penalty = {penalty}" + chr(10) if penalty else ""}\
    return np.mean({of_each}){" + penalty" if penalty else ""}
{right if case.classifies else ""}'''
    return Section("How good it is", f"The cost is {cost.title}: {cost.words}.", code)


def _training(case: Case) -> Section:
    experiment = case.checkpoint.experiment
    optimizer = OPTIMIZERS[experiment.optimizer]
    every, count = max(1, case.updates // 20), len(case.coordinates)
    code = f"""\
x, y = inputs(*train[:{count}]), targets(train[{count}])
costs = []  # step, cost over the training points

for step, chosen in zip(range(STEP, STEP + UPDATES), batches()):
    if (step - STEP) % {every} == 0:
        costs.append((step, cost(*train[:{count + 1}])))
        print(f"step {{step}}: cost {{costs[-1][1]:.6f}}")
    gradient = backpropagate(np.take(x, chosen, axis=1), np.take(y, chosen, axis=1))
{block(numpy_update(case))}

costs.append((STEP + UPDATES, cost(*train[:{count + 1}])))
print(f"step {{STEP + UPDATES}}: cost {{costs[-1][1]:.6f}}")
"""
    code += f'print(f"of {{EXAMPLE}} the network says {{{case.answered}}}")\n'
    if case.classifies:
        code += shares(count)
    return Section("Training", f"The optimizer is {optimizer.title}: {optimizer.words}.", code)


def _answer(case: Case) -> Section:
    at, answers = example(case)
    code = f'''\
def answer({case.given}):
    """What the network says of one point."""
    z, a = feedforward(inputs({case.as_arrays}))
    return output(z[n])[:, 0]


EXAMPLE = {tuple_of(at)}
print(f"step {{STEP}}: of {{EXAMPLE}} the network says {{{case.answered}}}")
# Chainrule says {said(answers)} there.
'''
    return Section("An answer", "What the network says of a point before it learns on.", code)
