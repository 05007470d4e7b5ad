"""The machine that a measurement was made on, in a few words that hold no name and no path of it."""

import os
import platform
import re
from pathlib import Path

import numpy as np


def machine() -> dict[str, str]:
    """What a reader needs to know to compare numbers: processor, cores, system, Python, NumPy."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "NumPy": np.__version__,
    }


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        found = None
    return found[1] if found else platform.machine()
