"""The receiving end of a slow network."""

import socket


def small_receiver(port: int) -> socket.socket:
    """A connection whose own end holds little, as a slow network does."""
    receiver = socket.socket()
    receiver.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    receiver.connect(("127.0.0.1", port))
    return receiver
