"""What builds, checks and measures the project; none of it is in the wheel."""
