"""The line protocol of an engine, its Python side; `serve.mjs` is the same for Node.

The first line on standard input is the case (`Case.message`), and the answer {"version": ...}. Then
{"updates": n} makes n updates and answers {"wall": seconds, "processor": seconds}; {"parameters": true}
answers {"parameters": θ}. The program ends when its input does.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol


class Engine(Protocol):
    """Something that trains."""

    def run(self, updates: int) -> None:
        """Make this many updates."""

    def parameters(self) -> Sequence[float]:
        """θ, laid out as docs/notation.md says."""


def serve(version: str, engine: Callable[[dict[str, Any]], Engine]) -> None:
    """Serve the engine that is made from the case."""
    trained = engine(json.loads(sys.stdin.readline()))
    _answer({"version": version})
    for line in sys.stdin:
        asked = json.loads(line)
        if "updates" in asked:
            wall, processor = time.perf_counter(), time.process_time()
            trained.run(asked["updates"])
            processor, wall = time.process_time() - processor, time.perf_counter() - wall
            _answer({"wall": wall, "processor": processor})
        else:
            _answer({"parameters": list(trained.parameters())})


def _answer(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)
