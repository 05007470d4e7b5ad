"""What a page keeps: what killing it loses, and how soon it is there again."""
