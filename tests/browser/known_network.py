"""A playground that opens with a network of known weights, as a link from the article hands it over."""

import base64
import json
import struct
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from tests.browser.playground import Playground

EXPERIMENT: dict[str, Any] = {
    "features": ["x1", "x2"],
    "hidden": [2],
    "task": "classification",
    "classes": 2,
    "activation": "tanh",
    "output": "softmax",
    "cost": "cross_entropy",
    "optimizer": "gradient_descent",
    "learning_rate": 0.5,
    "momentum": 0.9,
    "decay": 0.999,
    "l1": 0,
    "l2": 0,
    "batch_size": 10,
    "shuffle": False,
    "initializer": "glorot",
    "seed": 1,
}

Point = tuple[float, float, int]


def open_known(
    page: Page, parameters: Sequence[float], points: Sequence[Point], test: Sequence[int] = (), **changes: Any
) -> Playground:
    """The playground with these parameters (θ, as docs/notation.md lays it out) and points, at step 0.

    `test` names the points that are kept for testing, by their place in the list.
    """
    checkpoint = {
        "version": 1,
        "experiment": {**EXPERIMENT, **changes},
        "points": [
            {"id": number, "x1": x1, "x2": x2, "target": target, "test": number in test}
            for number, (x1, x2, target) in enumerate(points)
        ],
        "progress": {
            "step": 0,
            "epoch": 0,
            "batch": 0,
            "parameters": base64.b64encode(struct.pack(f"<{len(parameters)}d", *parameters)).decode(),
            "optimizer": {},
        },
    }
    handed_over = json.dumps(json.dumps(checkpoint))
    page.add_init_script(f"sessionStorage.setItem('checkpoint handed over', {handed_over})")
    playground = Playground(page)
    playground.expect_points(len(points))
    return playground
