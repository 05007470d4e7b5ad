"""Points: where they come from, what is computed from them, and how they are edited."""
