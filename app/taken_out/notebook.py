"""A notebook for Jupyter: the program in NumPy in cells; Matplotlib draws the curve and the boundary."""

import json
from typing import Any

from app.taken_out.common import Case
from app.taken_out.numpy_program import numpy_program
from app.taken_out.program import Section

_CURVE = """\
figure, axes = plt.subplots()
axes.plot(*zip(*costs))
axes.set(xlabel="step", ylabel="cost", yscale="log")
plt.show()
"""

_PLANE = """\
figure, axes = plt.subplots(figsize=(6, 6))
reach = max(3, abs(POINTS[:, :2]).max())
x1, x2 = np.meshgrid(np.linspace(-reach, reach, 201), np.linspace(-reach, reach, 201))
"""

_SLICE = """\
# The plane shows {shown}: of all points the mean. Change it to see another slice.
held = POINTS[:, 2:{count}].mean(axis=0)
"""

_OUTPUTS = """\
outputs = output(feedforward(inputs(x1.ravel(), x2.ravel(){held}))[0][n]).reshape(-1, *x1.shape)
"""

_CLASSES = """\
best = outputs.argmax(axis=0)
edges = np.arange(len(outputs) + 1) - 0.5
axes.contourf(x1, x2, best, levels=edges, colors=[f"C{k}" for k in range(len(outputs))], alpha=0.25)
for k, marker in zip(range(len(outputs)), "os^D"):
    for kept, fill in ((train, f"C{k}"), (test, "none")):
        of_class = kept[:, kept[-2] == k]
        axes.scatter(of_class[0], of_class[1], marker=marker, facecolors=fill, edgecolors=f"C{k}")
"""

_HEIGHTS = """\
highest = abs(POINTS[:, -2]).max() or 1
heights = axes.contourf(x1, x2, outputs[0], levels=20, cmap="RdBu", vmin=-highest, vmax=highest, alpha=0.6)
figure.colorbar(heights)
for kept, edge in ((train, "black"), (test, "gray")):
    axes.scatter(*kept[:2], c=kept[-2], cmap="RdBu", vmin=-highest, vmax=highest, edgecolors=edge)
"""

_AXES = """\
axes.set(xlabel="x1", ylabel="x2", aspect="equal")
plt.show()
"""


def notebook(case: Case) -> str:
    """The notebook as JSON (nbformat 4.5); raises `NoPointsError` where there is nothing to learn from."""
    program = numpy_program(case)
    title, _, rest = program.words.partition("\n\n")
    needs = rest.partition(" It needs")[0].replace("\n", " ")
    further = case.coordinates[2:]
    slice_, held = "", ""
    if further:
        shown = f"x1 and x2, with {', '.join(further)} held"
        slice_ = _SLICE.format(shown=shown, count=len(case.coordinates))
        held = ", *(np.full(x1.size, value) for value in held)"
    plane = _PLANE + slice_ + _OUTPUTS.format(held=held) + (_CLASSES if case.classifies else _HEIGHTS) + _AXES
    sections = [
        *program.sections,
        Section("The cost curve", "The cost over the training points, as it fell.", _CURVE),
        Section(
            "The plane", "What the network says everywhere. Hollow or grey points are for testing.", plane
        ),
    ]
    cells = [
        _markdown(f"# {title.rstrip('.')}\n\n{needs} It needs NumPy and Matplotlib."),
        _code(
            program.imports.replace(
                "import numpy as np", "import matplotlib.pyplot as plt\nimport numpy as np"
            )
        ),
    ]
    for section in sections:
        cells += [_markdown(f"## {section.title}\n\n{section.words}"), _code(section.code)]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return json.dumps(
        {
            "cells": cells,
            "metadata": {
                "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        },
        ensure_ascii=False,
        indent=1,
    )


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(text: str) -> dict[str, Any]:
    lines = text.strip().splitlines(keepends=True)
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": lines}
