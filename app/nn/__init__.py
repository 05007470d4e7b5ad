"""The mathematics of a small fully connected network, with NumPy and the standard library only."""
