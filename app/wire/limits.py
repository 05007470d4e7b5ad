"""The limits that a server announces to its browsers."""

from dataclasses import asdict, dataclass

from app.training.limits import Limits


@dataclass(frozen=True)
class WireLimits(Limits):
    """The limits of training, and those of the connection; the defaults are the protocol's."""

    max_message_bytes: int = 1024 * 1024
    max_sessions: int = 500
    max_commands_per_second: int = 120

    def to_wire(self) -> dict[str, int]:
        """The limits by name, as `welcome` has them."""
        return asdict(self)
