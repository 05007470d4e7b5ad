"""Training: from points to parameters, without a clock and without a socket."""
