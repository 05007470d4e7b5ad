"""A connection's other side as it looks from the server, without any network."""


class Line:
    """Stands for a transport: notes what is written and whether it is read."""

    def __init__(self) -> None:
        self.written = b""
        self.is_read = True

    def write(self, content: bytes) -> None:
        self.written += content

    def pause_reading(self) -> None:
        self.is_read = False

    def resume_reading(self) -> None:
        self.is_read = True

    def is_closing(self) -> bool:
        return False

    def get_extra_info(self, name: str) -> None:
        """It knows nothing of itself."""

    def close(self) -> None:
        raise AssertionError("it was closed")
