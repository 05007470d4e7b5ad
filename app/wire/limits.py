"""The limits that a server announces to its browsers."""

from dataclasses import dataclass
from typing import Annotated, TypedDict

from app.training.limits import Limits
from app.wire.marks import Doc


class LimitsObject(TypedDict):
    """What a session may have and a page may send, by this server."""

    max_points: Annotated[int, Doc("points in one session")]
    max_hidden_layers: Annotated[int, Doc("hidden layers of a network")]
    max_neurons: Annotated[int, Doc("neurons of a hidden layer")]
    max_message_bytes: Annotated[int, Doc("size of one message from a browser")]
    max_sessions: Annotated[int, Doc("pages that are connected at the same time")]
    max_commands_per_second: Annotated[int, Doc("commands from one page, with bursts of twice as many")]


@dataclass(frozen=True)
class WireLimits(Limits):
    """The limits of training, and those of the connection; the defaults are the protocol's."""

    max_message_bytes: int = 1024 * 1024
    max_sessions: int = 500
    max_commands_per_second: int = 120

    def to_wire(self) -> LimitsObject:
        """The limits by name, as `welcome` has them."""
        return {
            "max_points": self.max_points,
            "max_hidden_layers": self.max_hidden_layers,
            "max_neurons": self.max_neurons,
            "max_message_bytes": self.max_message_bytes,
            "max_sessions": self.max_sessions,
            "max_commands_per_second": self.max_commands_per_second,
        }
