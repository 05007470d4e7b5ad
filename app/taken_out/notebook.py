"""A notebook for Jupyter: the program in NumPy in cells; Matplotlib draws the curve and the boundary."""

import json
from string import Template
from typing import Any

from app.nn.outputs import OUTPUTS
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

_OF_EACH_CLASS = """\
outputs = np.concatenate([{both:g} - outputs, outputs])  # of each class: a single neuron answers for both
"""

_CLASSES = """\
best = outputs.argmax(axis=0)
edges = np.arange(len(outputs) + 1) - 0.5
axes.contourf($of_plane, best, levels=edges, colors=[f"C{k}" for k in range(len(outputs))], alpha=0.25)
for k, marker in zip(range(len(outputs)), "os^D"):
    for kept, fill in ((train, f"C{k}"), (test, "none")):
        of_class = kept[:, kept[-2] == k]
        axes.scatter($of_class, marker=marker, facecolors=fill, edgecolors=f"C{k}"$label)
"""

_HEIGHTS = """\
highest = abs(POINTS[:, -2]).max() or 1
heights = axes.contourf($of_plane, outputs[0], levels=20, cmap="RdBu", vmin=-highest, vmax=highest, alpha=0.6)
${bar}for kept, edge in ((train, "black"), (test, "gray")):
    axes.scatter($of_kept, c=kept[-2], cmap="RdBu", vmin=-highest, vmax=highest, edgecolors=edge)
"""

_AXES = """\
axes.set(xlabel="x1", ylabel="x2", aspect="equal")
plt.show()
"""

_PLAIN = """\
def plain(text):
    \"""Text as it stands: between two dollars Matplotlib would read a formula.\"""
    return text.replace("$", r"\\$")


"""

_OWN_AXES = """\
axes.set(xlabel=plain(titled(AXES[0])), ylabel=plain(titled(AXES[1])), box_aspect=1)
plt.show()
"""

_OWN_BAR = """\
bar = figure.colorbar(heights, label=plain(titled(HEIGHT)))
bar.ax.yaxis.set_major_formatter(lambda at, _: f"{own(HEIGHT, at):.4g}")
"""


def _plane(case: Case) -> Section:
    """The cell that draws the plane, in a table's own units and names where it has some."""
    names, further = case.names, case.coordinates[2:]
    slice_, held = "", ""
    if further:
        shown = f"x1 and x2, with {', '.join(further)} held"
        slice_ = _SLICE.format(shown=shown, count=len(case.coordinates))
        held = ", *(np.full(x1.size, value) for value in held)"
    levels = OUTPUTS[case.checkpoint.experiment.output].levels
    drawn = Template(_CLASSES if case.classifies else _HEIGHTS)
    own_classes, own_height = names and names.classes, names and names.height
    filled = drawn.substitute(
        of_plane="own(AXES[0], x1), own(AXES[1], x2)" if names else "x1, x2",
        of_class="own(AXES[0], of_class[0]), own(AXES[1], of_class[1])"
        if names
        else "of_class[0], of_class[1]",
        of_kept="own(AXES[0], kept[0]), own(AXES[1], kept[1])" if names else "*kept[:2]",
        label=", label=plain(CLASSES[k]) if kept is train else None" if own_classes else "",
        bar=_OWN_BAR if own_height else "figure.colorbar(heights)\n",
    )
    code = "".join(
        [
            _PLAIN if names else "",
            _PLANE,
            slice_,
            _OUTPUTS.format(held=held),
            "" if levels is None else _OF_EACH_CLASS.format(both=sum(levels)),
            filled,
            "axes.legend()\n" if case.classifies and own_classes else "",
            _OWN_AXES if names else _AXES,
        ]
    )
    words = "What the network says everywhere. Hollow or grey points are for testing."
    return Section("The plane", words, code)


def notebook(case: Case) -> str:
    """The notebook as JSON (nbformat 4.5); raises `NoPointsError` where there is nothing to learn from."""
    program = numpy_program(case)
    title, _, rest = program.words.partition("\n\n")
    needs = rest.partition(" It needs")[0].replace("\n", " ")
    sections = [
        *program.sections,
        Section("The cost curve", "The cost over the training points, as it fell.", _CURVE),
        _plane(case),
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
