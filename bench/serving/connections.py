"""How many connections this process and the servers that it starts may have open."""

import resource

SPARE = 100
"""Files that a process has open beside its connections."""


def allow_connections(count: int) -> None:
    """Raise the system's soft limit to this many connections; RuntimeError where its hard limit is lower."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = count + SPARE
    if soft >= needed or soft == resource.RLIM_INFINITY:
        return
    if needed > hard != resource.RLIM_INFINITY:
        raise RuntimeError(f"{count} connections need {needed} open files, and this system allows {hard}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
