"""Dishes: what they cost, what people call them, what is known to be in them."""
