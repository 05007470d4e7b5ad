"""The server: pages, the socket, sessions and the scheduler that shares time between them."""
