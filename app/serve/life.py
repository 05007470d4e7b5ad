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


CLOSE_CODES = {
    1000: ("the browser closed the socket", "nothing"),
    1001: (
        "the server is shutting down (1012: it could not wait for the session's end)",
        "connects again in a moment",
    ),
    1002: ("what came was no WebSocket frame", "connects again; something on the way is broken"),
    1007: ("a text message was not UTF-8", "connects again, and sends UTF-8"),
    1008: (
        "more commands a second than the limit, or more messages that the browser had not read than may wait",
        "connects again, sends fewer and reads faster",
    ),
    1009: ("a message larger than `max_message_bytes`", "connects again, and sends fewer points at a time"),
    1011: ("a ping was not answered, or the server made a mistake", "connects again"),
    1013: ("the server is full", "tries again later"),
    4408: (
        "nothing was done for a while, and nothing was training",
        "stays as it is, and connects again at the next touch",
    ),
    4403: ("pages from this address are not admitted", "says so, and who can allow it"),
}
"""Every code with which a connection may close, uvicorn's among them: why, and what the browser does then."""


class Ending(Enum):
    """Why a session ends: the socket's close code and a reason for people."""

    LEFT = (1000, "The page was closed.")
    SHUTDOWN = (1001, "The server is shutting down. Connect again in a moment.")
    TOO_SLOW = (1008, "Too many messages wait to be read. Connect again with your newest checkpoint.")
    TOO_MANY_COMMANDS = (1008, "More commands a second than are allowed. Connect again and send fewer.")
    FAILED = (1011, "The server made a mistake and has noted it. Connect again with your newest checkpoint.")
    FOREIGN_PAGE = (4403, "Pages from this address are not admitted; CHAINRULE_ALLOWED_ORIGINS can name it.")
    """A browser tells a page nothing of a refused handshake, so the socket opens and closes at once."""
    IDLE = (
        4408,
        "Nothing was done here for a while. It goes on from your newest checkpoint at the next touch.",
    )
    CROWDED_ADDRESS = (
        1013,
        "Your address has as many pages open as it may have. Close one, or try again later.",
    )
    FULL = (1013, "This server has no room for another session now. Try again later.")

    @property
    def code(self) -> int:
        """The WebSocket close code."""
        return self.value[0]

    @property
    def reason(self) -> str:
        """What happened and what to do; at most 123 bytes, as RFC 6455 asks."""
        return self.value[1]
