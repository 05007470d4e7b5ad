"""How many processors this process may use: those of the machine, or of the part of it that it was given."""

import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""Of a container on Linux: microseconds of computing, or "max", in so many of time."""


def processors(quota: Path = _QUOTA) -> int:
    """At least one; a part of one that is left over is not counted."""
    try:
        present = len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        present = os.cpu_count() or 1
    try:
        computing, time = quota.read_text().split()
        return max(1, min(present, int(computing) // int(time)))
    except (OSError, ValueError):
        return present
