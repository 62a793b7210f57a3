"""A customer's code, the friend who comes with it, and the credit that follows the friend's party."""
