"""The states of a session's life, and the ways in which it ends."""

from enum import Enum


class Life(Enum):
    """What a session is doing. Commands and divergence move it; ENDED is final."""

    PAUSED = "paused"
    TRAINING = "training"
    STEPPING = "stepping"
    """Making the updates of one `step` command."""
    DIVERGED = "diverged"
    """Stopped because the cost or a parameter is no longer finite; refuses to train until that is mended."""
    ENDED = "ended"


class Ending(Enum):
    """Why a session ends: the socket's close code and a reason for people."""

    LEFT = (1000, "The page was closed.")
    SHUTDOWN = (1001, "The server is shutting down. Connect again in a moment.")
    TOO_SLOW = (1008, "Too many messages wait to be read. Connect again with your newest checkpoint.")
    TOO_MANY_COMMANDS = (1008, "More commands a second than are allowed. Connect again and send fewer.")
    FAILED = (1011, "The server made a mistake and has noted it. Connect again with your newest checkpoint.")
    FOREIGN_PAGE = (4403, "Pages from this address are not admitted; CHAINRULE_ALLOWED_ORIGINS can name it.")
    """A browser tells a page nothing of a refused handshake, so the socket opens and closes at once."""
    FULL = (1013, "This server has no room for another session now. Try again later.")

    @property
    def code(self) -> int:
        """The WebSocket close code."""
        return self.value[0]

    @property
    def reason(self) -> str:
        """What happened and what to do; at most 123 bytes, as RFC 6455 asks."""
        return self.value[1]
