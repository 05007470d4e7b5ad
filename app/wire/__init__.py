"""What crosses the socket: commands, events and frames, and their conversions to and from training."""
