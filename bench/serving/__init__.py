"""How many sessions one server process carries, and how quickly it answers them."""
