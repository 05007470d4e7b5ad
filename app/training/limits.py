"""How large a session's points and network may become."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The limits that a server sets for every session; the defaults are the protocol's."""

    max_points: int = 5000
    max_hidden_layers: int = 8
    max_neurons: int = 16
